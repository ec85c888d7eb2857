"""Runs of capitals, over line ends and page marks."""

from tests.cables.names.recognition.specimens import cable, names, only, proposed, words


def test_a_name_runs_over_a_line_end() -> None:
    assert words(proposed("She met Foreign Minister Sergey \nKhlopkov there.")[0]) == (
        "Sergey Khlopkov"
    )


def test_a_name_runs_over_a_page_mark() -> None:
    text = (
        "She met Foreign Minister Sergey \n"
        "SPECIMEN 00000901  002 OF 003 \n\n\nKhlopkov, who left soon."
    )

    person = only(text)

    assert person.forms == ("Sergey Khlopkov",)
    assert "002 OF 003" in cable(text).text[person.mentions[0].start : person.mentions[0].end]


def test_a_name_is_mended_at_its_hyphen() -> None:
    assert only("Minister Anna Berg- \nKhlopkov spoke.").name == "Anna Berg- Khlopkov"


def test_a_text_with_double_space_is_read_on() -> None:
    text = (
        "She met Minister Sergey \n\nKhlopkov in \n\nhis office and \n\nthen she left \n\n"
        "again, which was that."
    )

    assert names(text) == ["Sergey Khlopkov"]


def test_a_possessive_ends_a_name() -> None:
    assert names("Minister Khlopkov's Deputy Sergey Berezin was away.") == [
        "Khlopkov",
        "Sergey Berezin",
    ]


def test_an_official_of_the_archives_stamp_is_not_in_the_cable() -> None:
    text = (
        "Minister Khlopkov said \n \tJane P. Roe  \tDeclassified/Released  \tUS Department of State"
        " \tEO Systematic Review \t20 Mar 2014\nthat he would come."
    )

    assert names(text) == ["Khlopkov"]


def test_lines_of_addressees_name_nobody() -> None:
    above = (
        "UNCLAS SPECIMEN 000901\n\nRHMFIUU/DEPT OF JUSTICE WASHINGTON DC\n\n"
        "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A SUBJECT\n\n"
    )

    assert names("Rain fell.", above) == []
