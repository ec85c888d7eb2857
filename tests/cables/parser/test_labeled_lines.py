"""Labeled lines as real cables print them, each kind on a specimen written for it."""

from datetime import date

import pytest

from cables.parser import ParsedCable, parse
from cables.parser.classified_by import SYSTEM_LINE_LENGTH

HEADER = "R 301902Z JUN 08\nFM AMEMBASSY SPECIMEN\nTO SECSTATE WASHDC\n\n"
ORDER = "E.O. 12958: DECL: 01/01/2018\n"
TEXT = "1. (C) The hedge is green.\n\nDOE\n"


def cable_with(labels: str) -> ParsedCable:
    return parse(f"{HEADER}CONFIDENTIAL SPECIMEN 000175\n\n{labels}\n\n{TEXT}")


def classifier_of(line: str) -> tuple[str, str, str, str]:
    by = cable_with(f"{ORDER}TAGS: PREL\nSUBJECT: A SPECIMEN\n\n{line}").classified_by
    assert by
    return by.name, by.title, by.section, "".join(by.reasons)


def codes(labels: str) -> list[str]:
    return [tag.code for tag in cable_with(labels).tags]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Amabassador Mary Major", "Mary Major"),  # 08YEREVAN907
        ("AMBSSADOR RICHARD ROE", "RICHARD ROE"),
        ("Charge d'Affaries Mary Major", "Mary Major"),
        ("Acting P/E Counsleor Jon Roe", "Jon Roe"),
        ("USEU PolMinCouns Mary Major", "Mary Major"),
        ("Acting Ecmin Mary Major", "Mary Major"),
        ("ConGen Istanbul DPO Mary Major", "Mary Major"),
        ("Acting Chief Arms Control Delegate John Doe", "John Doe"),
        ("Special Representative for Afghanistan and Pakistan Mary B. Major", "Mary B. Major"),
        ("AMBASSAD0R R0BERT L. ROE", "R0BERT L. ROE"),  # 99TUNIS2120
        ("RSO - JOHN S. DOE", "JOHN S. DOE"),
        ('D/Political Advisor A. "Hoot" Doe', 'A. "Hoot" Doe'),  # 10USNATO35
        ("Derived from Multiple Sources", ""),
        ("Deputy Chief of Mission John . Doe", "John Doe"),  # 09OSLO146
        ("CDA Damian R. Leader", "Damian R. Leader"),  # 08VILNIUS657
        ("Counselor Ann Minter", "Ann Minter"),
    ],
)
def test_a_title_is_told_from_a_name_however_it_is_spelled(words: str, name: str) -> None:
    line = f"Classified By: {words} for reasons 1.4 (b) and (d)."

    assert classifier_of(line)[0] == name


@pytest.mark.parametrize("suffix", [", Jr", ", III", " III", ", II"])
def test_a_suffix_belongs_to_the_name(suffix: str) -> None:
    line = f"Classified By: Ambassador John L. Doe{suffix}.\nReasons: 1.4 (b) and (d)."

    assert classifier_of(line)[:2] == (f"John L. Doe{suffix}", "Ambassador")


@pytest.mark.parametrize(
    ("reasons", "section", "letters"),
    [
        ("BASED UPON REASONS 1.5 (B) AND (D)", "1.5", "bd"),
        ("DUE TO REASONS 1.4 (B)", "1.4", "b"),
        ("FOR RESAONS 1.4 (B,D)", "1.4", "bd"),
        ("REASON: 1:4 (B)", "1.4", "b"),
        ("REASONS 1/4 (B)", "1.4", "b"),
        ("REASON 1.4B AND D", "1.4", "bd"),
        ("E. O. 12958 REASONS 1.5 (B)", "1.5", "b"),  # 04ANKARA482
        ("REASON: (B) AND (D)", "", "bd"),
        ("REASONS: E.O. 12958 1.4 (B,D)", "1.4", "bd"),
        ("E.O. 12958, REASONS\n1.4 (B) AND (D)", "1.4", "bd"),  # 05ANKARA7215
        ("REASONS 1.4 \\\n(B) AND (D)", "1.4", "bd"),
    ],
)
def test_the_reasons_are_cut_off_however_they_are_spelled(
    reasons: str, section: str, letters: str
) -> None:
    read = classifier_of(f"CLASSIFIED BY: CDA RICHARD ROE {reasons}")

    assert read == ("RICHARD ROE", "CDA", section, letters)


@pytest.mark.parametrize(
    ("before", "after", "name", "letters"),
    [
        ("DCM John Doe for rea", "sons 1.4 (b) and (d)", "John Doe", "bd"),
        ("Ambassador Mary Majo", "r for reasons 1.4 (b)", "Mary Major", "b"),
        ("DCM Jane Roe for", "reasons 1.4 (b)", "Jane Roe", "b"),
        ("DCM Jane Roe 1.4 (b) and", "d)", "Jane Roe", "bd"),
    ],
)
def test_a_word_that_the_system_cut_at_the_end_of_its_line_is_one_word(
    before: str, after: str, name: str, letters: str
) -> None:
    label = "Classified By: Acting "
    filler = ("Deputy Chief of the Section " * 3)[: SYSTEM_LINE_LENGTH - len(label + before) - 1]

    read = classifier_of(f"{label}{filler} {before} \n{after}")

    assert (read[0], read[3]) == (name, letters)


def test_the_span_of_a_cut_name_is_where_it_is_printed() -> None:
    line = "Classified By: " + "Deputy " * 6 + "Director Roy" + " Jo"
    line = line[:SYSTEM_LINE_LENGTH].ljust(SYSTEM_LINE_LENGTH, "n")
    cable = cable_with(f"{ORDER}\n{line} \nes for reasons 1.4 (b)")

    by = cable.classified_by

    assert by
    assert "".join(cable.text[by.name_start : by.name_end].split()) == by.name.replace(" ", "")
    assert by.name.endswith("es")


@pytest.mark.parametrize("label", ["(U) Classified by", "1. CLASSIFIED BY", "(C) Classified By:"])
def test_the_classifier_may_be_named_on_a_marked_or_numbered_line(label: str) -> None:
    assert classifier_of(f"{label} DCM John Doe; reasons 1.5 (b)")[0] == "John Doe"


def test_the_line_that_names_a_person_is_preferred() -> None:
    line = "Classified By: SPECIMEN 222\nSPECIMEN 216\n\nClassified by DCM John Doe; reasons 1.4 b"

    assert classifier_of(line)[0] == "John Doe"


@pytest.mark.parametrize(
    "label", ["TAS:", "TABS:", "TGS:", "TAGES:", "TAG:", "AGS:", "TAGS,", "Tags:", "TAGS"]
)
def test_a_misspelled_label_is_that_of_the_tags(label: str) -> None:
    assert codes(f"{ORDER}{label} PREL, KNNP, RS\nSUBJECT: A SPECIMEN") == ["PREL", "KNNP", "RS"]


def test_tags_and_subject_may_be_on_the_order_line() -> None:
    cable = cable_with(
        "E.o. 12958: decl: 01/07/2014 Tags: prel, pgov Subject: gardener travels: how tall a hedge?"
    )

    assert cable.declassify_on == date(2014, 1, 7)
    assert cable.declassify_note == "01/07/2014"
    assert [tag.code for tag in cable.tags] == ["PREL", "PGOV"]
    assert cable.subject == "gardener travels: how tall a hedge?"


def test_the_label_of_the_tags_may_have_lost_its_first_letter_on_the_order_line() -> None:
    labels = "E.O. 12958: DECL: 08/22/2017 AGS: PGOV, PREL\n\nSUBJECT: A SPECIMEN"

    assert codes(labels) == ["PGOV", "PREL"]


def test_page_lines_inside_the_tags_are_no_tags() -> None:
    page = "SECRET       PAGE 02        LIMA  09505  0{} OF 03  251228Z"
    labels = f"TAGS: PINR, PGOV, PE        {page.format(1)} PINR, PE   {page.format(2)} PREL"

    assert codes(f"{ORDER}{labels}\nSUBJECT: A SPECIMEN") == ["PINR", "PGOV", "PE", "PREL"]


def test_a_caption_inside_the_tags_is_no_tag() -> None:
    assert codes(f"{ORDER}TAGS: PREL, PGOV,\nSIPDIS\nRS, KNNP\nSUBJECT: A SPECIMEN") == [
        "PREL",
        "PGOV",
        "RS",
        "KNNP",
    ]


def test_words_that_are_one_tag_stay_together() -> None:
    labels = f"{ORDER}TAGS: PREL IT ITALIAN POLITICS IRAQI FREEDOM COUNTER TERRORISM\nSUBJECT: X"

    cable = cable_with(labels)

    assert [tag.code for tag in cable.tags] == [
        "PREL",
        "IT",
        "ITALIAN POLITICS",
        "IRAQI FREEDOM",
        "COUNTERTERRORISM",
    ]
    assert [problem.printed for problem in cable.problems] == ["COUNTER TERRORISM"]


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("OVIP HEDGER MARY PREL UK", [("OVIP", "HEDGER, MARY"), ("PREL", ""), ("UK", "")]),
        ("OVIP (HEDGER, MARY), PREL", [("OVIP", "HEDGER, MARY"), ("PREL", "")]),
        (
            "CASC PM HEDGER MARY GARDNER JOHN",
            [("CASC", ""), ("PM", ""), ("CASC", "HEDGER, MARY"), ("CASC", "GARDNER, JOHN")],
        ),
        ("PREL HEDGER MARY", [("PREL", ""), ("HEDGER", ""), ("MARY", "")]),
        ("OVIP PREL HEDGER", [("OVIP", ""), ("PREL", ""), ("HEDGER", "")]),
    ],
)
def test_persons_of_the_tags_need_no_brackets(line: str, persons: list[tuple[str, str]]) -> None:
    cable = cable_with(f"{ORDER}TAGS: {line}\nSUBJECT: A SPECIMEN")

    assert [(tag.code, tag.person) for tag in cable.tags] == persons


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("HEDGES OF EGYPTREF: CAIRO 493", "HEDGES OF EGYPT"),
        ("HEDGES OF CAIROClassified By: DCM John Doe. Reasons: 1.4 (B)", "HEDGES OF CAIRO"),
        ("(C) HEDGES OF CAIRO (C)", "HEDGES OF CAIRO"),
        ("HEDGES OF CAIRO (SBU)", "HEDGES OF CAIRO"),
        ("(C) HEDGES OF CAIRO (C-AL9-01632)", "HEDGES OF CAIRO (C-AL9-01632)"),
        ("HEDGES OF CAIRO Sensitive but unclassified", "HEDGES OF CAIRO"),
        ("HEDGES. Sensitive but Unclassified. Please handle accordingly.", "HEDGES."),
        ("LAW ON SENSITIVE BUT UNCLASSIFIED HEDGES", "LAW ON SENSITIVE BUT UNCLASSIFIED HEDGES"),
        ("OFFICER PLANTS TREES TO\nPROTECT HEDGES", "OFFICER PLANTS TREES TO PROTECT HEDGES"),
        ("HEDGES OF MARCH 18, \u00b62009", "HEDGES OF MARCH 18, 2009"),
        ("<strong>HEDGES</strong> OF CAIRO", "HEDGES OF CAIRO"),
        ("CAIRO&#8217;S HEDGES", "CAIRO\u2019S HEDGES"),
        (
            "HEDGES AFTER THE CURRENCY\n\nREFORM\n\nREF: CAIRO 493",
            "HEDGES AFTER THE CURRENCY REFORM",
        ),
        ("HEDGES AND TREES\n\nDEPT FOR NEA\n\nREF: CAIRO 493", "HEDGES AND TREES"),
        ("HEDGES AND TREES\n\nREFORM OF GARDENS", "HEDGES AND TREES"),
    ],
)
def test_the_subject_ends_where_another_line_begins(line: str, subject: str) -> None:
    assert cable_with(f"{ORDER}TAGS: PREL\nSUBJECT: {line}").subject == subject


@pytest.mark.parametrize(
    "ending",
    [
        "It is tall.\n\nDOE\n\nNOTE BY OC/T:  HEADING AS RECEIVED.  CORRECTION TO FOLLOW.\n",
        "It is tall.\nDOE\n\nNOTE: NOT PASSED TO ABOVE ADDRESSEE(S)\n\n     CONFIDENTIAL",
        "It is tall.DOEN",
        "It is tall. END TEXT DOEN",
        "It is tall.\nEND TEXT\nDOE",
        "It is tall.\nVisit Specimen's Classified Website: http://www.specimen.gov/index. cfm Doen",
        "It is tall.\nDOE\n\n\u201cVisit Specimen's Web Site at http://www.specimen.gov/wiki\u201d",
        "It is tall.\nDOE NNNN 2004SPECIM02926 - Classification: CONFIDENTIAL",
        "THE SPECIMEN IS\n\nCONFIDENTIAL\n\nPAGE 02        STATE  009605  071729Z\n\nCOMPLETE. DOE",
    ],
)
def test_the_signer_is_found_before_and_after_other_closing_words(ending: str) -> None:
    cable = parse(
        f"{HEADER}CONFIDENTIAL SPECIMEN 000174\n\n{ORDER}SUBJECT: A SPECIMEN\n\n"
        f"1. (C) One.\n\n2. (C) {ending}"
    )

    assert cable.signed_by.upper().removesuffix("N") == "DOE"


@pytest.mark.parametrize("level", ["C O N F I D E N T I A L", "UNCLAS", "S E C R E T"])
@pytest.mark.parametrize("last", ["AMEMBASSY HANOI", "SECDEF WASHDC", "DIA WASHDC//REP//"])
def test_header_and_body_come_apart_where_they_are_glued(level: str, last: str) -> None:
    cable = parse(
        "P 211120Z JUN 01\nFM AMEMBASSY PARIS\nTO SECSTATE WASHDC PRIORITY 1939\n"
        f"INFO {last}{level} SECTION 01 OF 04 PARIS 009757\n\nSIPDIS\n\nNOFORN\n\n"
        f"DEPARTMENT FOR EUR\n\n{ORDER}TAGS: PREL FR\nSUBJECT: A SPECIMEN\n\n{TEXT}"
    )

    assert [addressee.name for addressee in cable.header.info] == [last]
    assert cable.sections == 4
    assert cable.captions == ("SIPDIS", "NOFORN")
    assert cable.attention == ("DEPARTMENT FOR EUR",)
    assert cable.classification.split("//")[0].startswith(level.replace(" ", ""))


def test_a_page_line_after_the_label_loses_no_addressees() -> None:
    cable = parse(
        "P 182318Z FEB 09\nFM SECSTATE WASHDC\n"
        "TO PAGE 02        STATE   009113  182333Z\nALL DIPLOMATIC POSTS COLLECTIVE PRIORITY\n"
        f"AMEMBASSY TRIPOLI PRIORITY\n\nUNCLAS STATE 009113\n\n{ORDER}SUBJECT: A SPECIMEN\n\n{TEXT}"
    )

    assert [(addressee.name, addressee.precedence) for addressee in cable.header.to] == [
        ("ALL DIPLOMATIC POSTS COLLECTIVE", "PRIORITY"),
        ("AMEMBASSY TRIPOLI", "PRIORITY"),
    ]
