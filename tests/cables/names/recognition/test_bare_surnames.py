"""Single names that nothing introduces, and that are persons all the same."""

import pytest

from tests.cables.names.recognition.specimens import first, names


@pytest.mark.parametrize(
    ("text", "printed", "rule"),
    [
        ("He compared it to what Gorbachev did.", "Gorbachev", "surname of a public figure"),
        ("IT WAS GORBACHEV'S REFORM THAT FAILED.", "GORBACHEV", "surname of a public figure"),
        (
            "Khlopkov (UK) stated that it was late.",
            "Khlopkov",
            "surname before a country in parentheses",
        ),
        (
            "Khlopkov (France) noted that too.",
            "Khlopkov",
            "surname before a country in parentheses",
        ),
        ("It happened under the Khlopkov administration.", "Khlopkov", "name of a government"),
        ("THE KHLOPKOV GOVERNMENT FELL ON MONDAY.", "KHLOPKOV", "name of a government"),
        ("Ever since, the Khlopkov regime has paid.", "Khlopkov", "name of a government"),
        ("He came with his wife, Alice, by train.", "Alice", "given name after a kinship term"),
        ("Her older son Maxim went abroad.", "Maxim", "given name after a kinship term"),
        ("In the end, De la Khlopkov agreed.", "De la Khlopkov", "surname with a particle"),
    ],
)
def test_what_stands_around_a_name_makes_it_a_person(text: str, printed: str, rule: str) -> None:
    mention = first(text)

    assert (mention.printed, mention.rule) == (printed, rule)


@pytest.mark.parametrize(
    "text",
    [
        "They live at 9 Gorbachev Trail.",
        "the Gorbachev Foundation paid",
        "The company (UK) stated that it was late.",
        "Zarantobank (ZTB) stated that it was late.",
        "the Zarantian government fell",
        "the Zarantist regime fell",
        "the Khlopkov Administration fell",
        "THE ADVERTISED GOVERNMENT FUNDS",
        "His wife, Moscow says, is well.",
        "La Khlopka reported that rain fell.",
    ],
)
def test_what_is_called_after_somebody_or_nobody_is_left_alone(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("who", ["a counselor", "an old man", "an American guy"])
def test_a_cable_may_say_who_bears_a_name(who: str) -> None:
    mention = first(f"It came from {who} named Khlopkov, they said.")

    assert (mention.printed, mention.rule) == ("Khlopkov", "name after the word named")


def test_a_firm_that_is_named_is_no_person() -> None:
    assert names("It came from a company named Khlopkov, they said.") == []
