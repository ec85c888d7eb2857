"""Each rule accepts what it was written for."""

import pytest

from cables.names.recognition.attention_lines import RECIPIENT_RULES
from cables.names.recognition.bare_surnames import SURNAME_RULES
from cables.names.recognition.evidence import FULL_NAME_RULES, UNKNOWN_NAME_RULES
from cables.names.recognition.filters import REJECTION_RULES
from cables.names.recognition.values import Rule
from tests.cables.names.recognition.specimens import ABOVE, attention_line, first, names, people

TEXT_RULES = (*FULL_NAME_RULES, *UNKNOWN_NAME_RULES, *SURNAME_RULES)
ALL_RULES = (*TEXT_RULES, *RECIPIENT_RULES, *REJECTION_RULES)


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.name)
def test_a_rule_accepts_its_example(rule: Rule) -> None:
    mention = first(rule.example)

    assert mention.rule == rule.name
    assert mention.printed in rule.example


@pytest.mark.parametrize("rule", RECIPIENT_RULES, ids=lambda rule: rule.example)
def test_a_rule_accepts_a_recipient(rule: Rule) -> None:
    found = people("Rain fell.", attention_line(rule.example))

    assert rule.name in {mention.rule for person in found for mention in person.mentions}


@pytest.mark.parametrize("rule", REJECTION_RULES, ids=lambda rule: rule.name)
def test_a_rule_rejects_its_example(rule: Rule) -> None:
    in_attention_line = rule.example.isupper()
    text, above = (
        ("Rain fell.", attention_line(rule.example)) if in_attention_line else (rule.example, ABOVE)
    )

    assert names(text, above) == []


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_the_name_of_a_rule_fits_its_column(rule: Rule) -> None:
    assert 0 < len(rule.name) <= 40


RULES_OF_TEXTS = [
    ("She met Sergey Khlopkov in town.", "given name and surname"),
    ("She met Nouri al-Khlopkov in town.", "given name and surname"),
    ("under Pius XII in town.", "given name and surname"),
    ("She met Bero Abdel Khlopkov in town.", "given name inside a name"),
    ("AND THEN JSE ALBERTO ZAMBRANO V. SIGNED IT", "given name inside a name"),
    ("She met with A.K. Khlopkov in town.", "initials and surname"),
    ("THEY CALLED ON BERO KHLOPKOV, THE HEAD OF IT", "name before a role"),
    ("Bero Khlopkov, 57, was there.", "name before an age"),
    ("Bero Khlopkov (PSDB-SP) was there.", "name before a party"),
    ("Bero Khlopkov told us that rain fell.", "name before a speech verb"),
    ("She met with Bero Khlopkov on Monday.", "name after a meeting verb"),
    ("It was signed by Bero Zaranto Khlopkov there.", "name after a meeting verb"),
    ("She recalled the Bero Khlopkov case.", "name of a case"),
    ("She met Bero al-Khlopkov in town.", "name with a particle"),
    ("since the van Khlopkov murder in town.", "surname with a particle"),
    ("under Pope Pius XII in town.", "name after a title"),
    ("the head of customs Bero Khlopkov left.", "name after a role"),
]
RULES_OF_SURNAMES = [
    ("IT WAS GORBACHEV'S REFORM THAT FAILED.", "surname of a public figure"),
    ("Khlopkov (France) noted that too.", "surname before a country in parentheses"),
    ("THE KHLOPKOV GOVERNMENT FELL ON MONDAY.", "name of a government"),
    ("Ever since, the Khlopkov regime has paid.", "name of a government"),
    ("Her older son Maxim went abroad.", "given name after a kinship term"),
    ("It came from an old man named Khlopkov, they said.", "name after the word named"),
    ("It came from an American guy named Khlopkov, they said.", "name after the word named"),
]


@pytest.mark.parametrize(("text", "rule"), [*RULES_OF_TEXTS, *RULES_OF_SURNAMES])
def test_the_context_of_a_name_decides_which_rule_accepts_it(text: str, rule: str) -> None:
    assert first(text).rule == rule


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("IT WAS GORBACHEV'S REFORM THAT FAILED.", "GORBACHEV"),
        ("He came with his wife, Alice, by train.", "Alice"),
        ("In the end, De la Khlopkov agreed.", "De la Khlopkov"),
    ],
)
def test_a_bare_name_is_found_as_printed(text: str, printed: str) -> None:
    assert first(text).printed == printed


def test_an_unknown_surname_needs_several_speech_verbs() -> None:
    speech = "Khlopkov said so. Khlopkov added this. Then Khlopkov told us more."

    assert names(speech) == ["Khlopkov"]
    assert names("Khlopkov said so.") == []


def test_a_text_in_capitals_needs_a_title_or_a_given_name() -> None:
    text = "MINISTER KHLOPKOV COMPLAINED THAT THOMAS B. BEREZIN HAD SENT ZARANTO FUNDS"

    assert names(text) == ["Khlopkov", "Thomas B. Berezin"]


def test_initials_and_a_surname_that_fill_a_line_in_capitals_are_a_person() -> None:
    text = "THE PARTY WILL BE\nK. DEMPSEY\nW. WEINSTEIN\nWHO ARRIVE LATER"

    assert names(text) == ["K. Dempsey", "W. Weinstein"]
    assert names("THE ITEMS WILL BE\nK. SUMMARY\nW. OUTLOOK\nWHICH ARRIVE") == []


def test_a_frequent_surname_may_follow_an_office() -> None:
    assert names("THE MINISTER OF EXTERNAL RELATIONS DEMPSEY LEFT.") == ["Dempsey"]
    assert names("THE MINISTER OF EXTERNAL RELATIONS CONVOKES THEM.") == []


def test_a_party_may_share_letters_with_the_name_before_it() -> None:
    assert names("It went to Patrus Khlopkov (PT-MG) today.") == ["Patrus Khlopkov"]
    assert names("Zaranto Khlop Bero (ZKB) paid.") == []
