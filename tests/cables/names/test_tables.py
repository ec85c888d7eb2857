"""The word lists that tell names from other words."""

from cables.names import tables


def test_given_names_come_from_everywhere() -> None:
    names = tables.given_names()

    assert {"alice", "sergey", "mohammed", "xiaoping", "ngozi", "joão"} <= names


def test_words_of_titles_have_a_kind() -> None:
    words = tables.title_words()

    assert words["minister"] == tables.TITLE
    assert words["spokesman"] == tables.ROLE
    assert words["son"] == tables.KIN
    assert words["deputy"] == tables.TITLE
    assert words["foreign"] == tables.MODIFIER
    assert set(words.values()) == {"title", "role", "kin", "modifier"}


def test_words_that_are_not_names_have_a_kind() -> None:
    words = tables.non_name_words()

    assert (words["ministry"], words["monday"]) == ("organization", "time")
    assert (words["moscow"], words["russian"]) == ("place", "demonym")


def test_a_word_may_be_a_surname_and_a_plain_word() -> None:
    assert "rice" in tables.ambiguous_surnames()
    assert "however" in tables.common_words()
    assert "however" not in tables.ambiguous_surnames()


def test_the_tables_are_in_lower_case() -> None:
    for words in (tables.common_words(), tables.ambiguous_surnames(), tables.title_words()):
        assert all(word == word.lower() for word in words)


def test_frequent_surnames_are_not_plain_words() -> None:
    names = tables.family_names()

    assert {"dempsey", "weinstein", "uribe"} <= names
    assert not names & tables.common_words()


def test_surnames_of_public_figures_are_not_plain_words() -> None:
    names = tables.public_surnames()

    assert {"gorbachev", "mandela", "qadhafi"} <= names
    assert not names & tables.common_words()
