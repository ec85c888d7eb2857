"""The tables by which names are told from other words."""

from cables.facts import name_words


def test_given_names_come_from_everywhere() -> None:
    names = name_words.given_names()

    assert {"alice", "sergey", "mohammed", "xiaoping", "ngozi", "joão"} <= names


def test_words_of_titles_have_a_kind() -> None:
    words = name_words.title_words()

    assert words["minister"] == name_words.TITLE
    assert words["spokesman"] == name_words.ROLE
    assert words["son"] == name_words.KIN
    assert words["deputy"] == name_words.TITLE
    assert words["foreign"] == name_words.MODIFIER
    assert set(words.values()) == {"title", "role", "kin", "modifier"}


def test_words_that_are_no_names_have_a_kind() -> None:
    words = name_words.not_names()

    assert (words["ministry"], words["monday"]) == ("organisation", "time")
    assert (words["moscow"], words["russian"]) == ("place", "demonym")


def test_a_word_may_be_a_surname_and_a_plain_word() -> None:
    assert "rice" in name_words.surname_words()
    assert "however" in name_words.common_words()
    assert "however" not in name_words.surname_words()


def test_the_tables_are_in_small_letters() -> None:
    for words in (name_words.common_words(), name_words.surname_words(), name_words.title_words()):
        assert all(word == word.lower() for word in words)


def test_surnames_are_frequent_ones_that_are_no_plain_words() -> None:
    names = name_words.family_names()

    assert {"dempsey", "weinstein", "uribe"} <= names
    assert not names & name_words.common_words()


def test_surnames_of_public_figures_are_no_plain_words() -> None:
    names = name_words.public_surnames()

    assert {"gorbachev", "mandela", "qadhafi"} <= names
    assert not names & name_words.common_words()
