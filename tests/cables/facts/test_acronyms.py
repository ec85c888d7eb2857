"""Acronyms."""

from cables.facts.acronyms import acronym_meanings, all_acronyms


def test_an_acronym_says_what_it_stands_for() -> None:
    assert [one.meaning for one in acronym_meanings("USG")] == ["United States Government"]


def test_an_ambiguous_acronym_says_when_each_meaning_holds() -> None:
    found = acronym_meanings("GOB")

    assert len(found) > 1
    assert all(one.note for one in found)


def test_an_unknown_acronym_has_no_meanings() -> None:
    assert acronym_meanings("SPECIMEN") == ()
    assert len({one.acronym for one in all_acronyms()}) == 600
