"""Acronyms."""

from cables.facts.acronyms import acronym_meanings, all_acronyms


def test_an_acronym_has_a_meaning() -> None:
    assert [entry.meaning for entry in acronym_meanings("USG")] == ["United States Government"]


def test_an_ambiguous_acronym_says_when_each_meaning_applies() -> None:
    meanings = acronym_meanings("GOB")

    assert len(meanings) > 1
    assert all(entry.note for entry in meanings)


def test_an_unknown_acronym_has_no_meanings() -> None:
    assert acronym_meanings("SPECIMEN") == ()
    assert len({entry.acronym for entry in all_acronyms()}) == 600
