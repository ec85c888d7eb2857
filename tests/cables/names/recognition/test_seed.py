"""The seed cable: its eleven people and no one else."""

from pathlib import Path

import pytest

from cables.names.recognition import FoundPerson, find_people
from cables.parser import ParsedCable, parse

SEED = Path(__file__).parents[4] / "cables" / "samples" / "07MOSCOW849.txt"
ELEVEN = [
    "Alice G. Wells",
    "Lavrov",
    "Oleg Davydov",
    "Aleksandr Vorontsov",
    "Vasiliy Mikheyev",
    "Aleksandr Zhebin",
    "Anton Khlopkov",
    "Aleksandr Khramchikhin",
    "Georgiy Kunadze",
    "Aleksandr Lukin",
    "Aleksey Bogaturov",
]


@pytest.fixture(scope="module")
def seed() -> ParsedCable:
    page = SEED.read_text(encoding="utf-8")
    row = page.index("\n07MOSCOW849 2007")
    text = page[page.index("\n\n", row) + 2 : page.index("Post a comment")]
    return parse(text, reference_id="07MOSCOW849")


@pytest.fixture(scope="module")
def found(seed: ParsedCable) -> dict[str, FoundPerson]:
    return {person.name: person for person in find_people(seed)}


def test_all_eleven_persons_are_found_and_nothing_else(found: dict[str, FoundPerson]) -> None:
    assert list(found) == ELEVEN


def test_they_are_named_twenty_seven_times(found: dict[str, FoundPerson]) -> None:
    assert sum(len(person.mentions) for person in found.values()) == 27


def test_the_misprint_kholpkov_means_khlopkov(found: dict[str, FoundPerson]) -> None:
    khlopkov = found["Anton Khlopkov"]

    assert khlopkov.forms == ("Anton Khlopkov", "Khlopkov", "Kholpkov")
    assert [mention.paragraph for mention in khlopkov.mentions] == [7, 7, 7]
    assert khlopkov.mentions[-1].rule == "misspelled surname"


def test_lavrov_gets_no_first_name(found: dict[str, FoundPerson]) -> None:
    lavrov = found["Lavrov"]

    assert lavrov.surname_only
    assert lavrov.titles == ("Foreign Minister",)
    assert [name for name, person in found.items() if person.surname_only] == ["Lavrov"]


def test_the_classifier_is_named_in_the_header(found: dict[str, FoundPerson]) -> None:
    (mention,) = found["Alice G. Wells"].mentions

    assert (mention.role, mention.paragraph) == ("classified by", 0)
    assert mention.title == "Pol/Min Counselor"


def test_roles_are_kept_as_printed(found: dict[str, FoundPerson]) -> None:
    assert found["Oleg Davydov"].titles == ("a Senior Counselor on the MFA's Korea Desk",)
    assert found["Georgiy Kunadze"].titles == ("former Ambassador to South Korea",)
    assert found["Aleksey Bogaturov"].titles == ("Dean of MGIMO",)


def test_mentions_are_at_their_offsets(seed: ParsedCable, found: dict[str, FoundPerson]) -> None:
    for person in found.values():
        for mention in person.mentions:
            printed = " ".join(seed.text[mention.start : mention.end].split())
            assert printed == mention.printed
