"""Acronyms."""

from cables.facts.acronyms import acronyms, meanings


def test_an_acronym_says_what_it_stands_for() -> None:
    assert [one.meaning for one in meanings("USG")] == ["United States Government"]


def test_an_ambiguous_acronym_says_when_each_meaning_holds() -> None:
    found = meanings("GOB")

    assert len(found) > 1
    assert all(one.note for one in found)


def test_an_unknown_acronym_has_no_meanings() -> None:
    assert meanings("SPECIMEN") == ()
    assert len({one.acronym for one in acronyms()}) == 600
