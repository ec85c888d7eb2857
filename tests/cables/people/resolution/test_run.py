"""Resolving names across cables, in the database."""

from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from cables.models import Cable, FormerSlug, Mention, Person, PossibleDuplicate
from cables.people.resolution.run import resolve_people
from tests.cables.people.resolution.telegrams import load, telegram

MINISTER = "Foreign Minister Jane Roe said that the first specimen was good."
AGAIN = "Foreign Minister Roe said that the second specimen was better."
BARE = "Roe added that the third specimen was best, and Foreign Minister Roe said so."


def content() -> list[Any]:
    """Return everything that readers see of people, without primary keys."""
    people = Person.objects.values_list(
        "slug", "name", "aliases", "titles", "country", "cable_count", "mention_count"
    )
    mentions = Mention.objects.values_list("cable__reference_id", "start", "person__slug")
    pairs = PossibleDuplicate.objects.values_list("person__slug", "other__slug")
    return [sorted(map(repr, rows)) for rows in (people, mentions, pairs)]


@pytest.mark.django_db
def test_a_surname_with_an_office_joins_the_full_name_of_that_country_and_time(
    tmp_path: Path,
) -> None:
    load(tmp_path, telegram(MINISTER, post="MOSCOW"), telegram(AGAIN, post="MOSCOW", number=2))
    person = Person.objects.get()
    assert (person.name, person.slug, person.sort_name) == ("Jane Roe", "jane-roe", "Roe, Jane")
    assert (person.cable_count, person.country, person.country_code) == (2, "Russia", "RS")
    assert person.titles[0][0] == "Foreign Minister"
    assert person.initial == "R"
    assert person.is_mentioned
    assert not person.is_signer


@pytest.mark.django_db
def test_a_first_name_is_never_invented(tmp_path: Path) -> None:
    load(tmp_path, telegram(AGAIN, post="MOSCOW"))
    person = Person.objects.get()
    assert (person.name, person.slug, person.given) == ("Roe", "roe-russia", "")


@pytest.mark.django_db
def test_the_same_name_decades_and_continents_apart_is_two_possible_duplicates(
    tmp_path: Path,
) -> None:
    load(
        tmp_path,
        telegram(MINISTER, post="MOSCOW", year="09"),
        telegram(MINISTER, post="BRASILIA", year="66"),
    )
    assert {person.country for person in Person.objects.all()} == {"Russia", "Brazil"}
    assert len({person.slug for person in Person.objects.all()}) == 2
    first, second = Person.objects.all()
    assert first.possible_duplicates.get().other == second
    assert second.possible_duplicates.get().other == first


CABLES = [
    telegram(MINISTER, BARE, post="MOSCOW"),
    telegram(AGAIN, post="MOSCOW", number=2, signer="ROE"),
    telegram(AGAIN, post="BRASILIA", number=3),
    telegram(MINISTER, "Jane Q. Roe spoke.", post="BRASILIA", number=4, year="66"),
    telegram("Governor John Roe said that it was well.", post="BRASILIA", number=5),
    telegram("Jane Doe (strictly protect) said that it was not.", post="BRASILIA", number=6),
    telegram("Activist Jane Doe said so again.", post="BRASILIA", number=7),
]


@pytest.mark.django_db
def test_the_order_of_loading_does_not_matter(tmp_path: Path) -> None:
    load(tmp_path, *CABLES)
    forwards = content()
    Cable.objects.all().delete()
    Person.objects.all().delete()
    load(tmp_path, *reversed(CABLES))
    assert content() == forwards


@pytest.mark.django_db
def test_several_loads_give_the_same_people_as_one_load(tmp_path: Path) -> None:
    load(tmp_path, *CABLES)
    loaded_at_once = content()
    Cable.objects.all().delete()
    Person.objects.all().delete()
    for cable in CABLES:
        load(tmp_path, cable)
    assert content()[1:] == loaded_at_once[1:]


@pytest.mark.django_db
def test_slugs_stay_when_cables_are_loaded_again_and_when_more_come(tmp_path: Path) -> None:
    load(tmp_path, *CABLES)
    before = dict(Person.objects.values_list("slug", "name"))
    keys = set(Person.objects.values_list("pk", flat=True))
    for name, text in CABLES:
        load(tmp_path, (name, text.replace("SIPDIS\n", "SIPDIS\n\nSTATE FOR A SPECIMEN\n")))
    assert dict(Person.objects.values_list("slug", "name")) == before
    assert set(Person.objects.values_list("pk", flat=True)) == keys
    load(tmp_path, telegram("Foreign Minister Jane Roe went.", post="NAIROBI", number=9, year="78"))
    assert before.items() <= dict(Person.objects.values_list("slug", "name")).items()


@pytest.mark.django_db
def test_the_slug_of_a_surname_redirects_to_the_full_name_once_known(
    tmp_path: Path,
) -> None:
    load(tmp_path, telegram(AGAIN, post="MOSCOW"))
    load(tmp_path, telegram(MINISTER, post="MOSCOW", number=2))
    person = Person.objects.get()
    assert person.slug == "jane-roe"
    assert [former.slug for former in person.former_slugs.all()] == ["roe-russia"]


@pytest.mark.django_db
def test_the_slug_of_a_surname_returns_when_the_full_name_is_gone(tmp_path: Path) -> None:
    name, text = telegram(MINISTER, post="MOSCOW", number=2)
    load(tmp_path, telegram(AGAIN, post="MOSCOW"), (name, text))
    load(tmp_path, telegram(AGAIN, post="MOSCOW"), (name, text.replace("Jane Roe", "Mary Poe")))
    assert {person.slug for person in Person.objects.all()} == {"roe-russia", "mary-poe"}
    assert not FormerSlug.objects.exists()


@pytest.mark.django_db
def test_a_person_no_longer_named_is_deleted(tmp_path: Path) -> None:
    name, text = telegram(MINISTER, post="MOSCOW")
    load(tmp_path, (name, text))
    load(tmp_path, (name, text.replace("Jane Roe", "Mary Poe")))
    assert [person.slug for person in Person.objects.all()] == ["mary-poe"]


@pytest.mark.django_db
def test_resolving_twice_changes_nothing(tmp_path: Path) -> None:
    load(tmp_path, *CABLES)
    before = content()
    steps = list(resolve_people(everything=True))
    assert content() == before
    assert sum(step.mentions for step in steps) == Mention.all_objects.count()


@pytest.mark.django_db
def test_a_mention_has_its_paragraph(tmp_path: Path) -> None:
    load(tmp_path, telegram("Nothing.", MINISTER, post="MOSCOW"))
    mention = Mention.objects.get()
    assert mention.paragraph is not None
    assert mention.paragraph.position == 2
    assert mention.cable.body[mention.start : mention.end] == mention.printed == "Jane Roe"


@pytest.fixture
def corrected(settings: Settings, tmp_path: Path) -> Path:
    path = tmp_path / "corrections" / "people.csv"
    path.parent.mkdir()
    settings.PEOPLE_CORRECTIONS = path
    return path


def correct(path: Path, *rows: str) -> tuple[str, ...]:
    path.write_text("\n".join(["action,person,value,cables", *rows]))
    return [step.problems for step in resolve_people()][-1]


TWO = (
    telegram(MINISTER, post="MOSCOW"),
    telegram("Governor Mary Poe said that it was well.", post="MOSCOW", number=2),
)


@pytest.mark.django_db
def test_a_merge_joins_two_people_and_redirects_the_old_slug(
    corrected: Path, tmp_path: Path
) -> None:
    load(tmp_path, *TWO)
    assert correct(corrected, "merge,mary-poe,jane-roe,") == ()
    person = Person.objects.get()
    assert (person.slug, person.cable_count) == ("jane-roe", 2)
    assert "Mary Poe" in person.aliases
    assert person.former_slugs.get().slug == "mary-poe"
    load(tmp_path, telegram("Governor Mary Poe went.", post="MOSCOW", number=3))
    assert Person.objects.get().cable_count == 3
    assert correct(corrected) == ()
    assert {person.slug for person in Person.objects.all()} == {"jane-roe", "mary-poe"}


@pytest.mark.django_db
def test_a_correction_is_applied_at_load(corrected: Path, tmp_path: Path) -> None:
    corrected.write_text("action,person,value\nmerge,Mary Poe,Jane Roe\n")
    load(tmp_path, *TWO)
    assert Person.objects.get().slug == "jane-roe"


@pytest.mark.django_db
def test_a_rename_keeps_the_slug(corrected: Path, tmp_path: Path) -> None:
    load(tmp_path, *TWO)
    correct(corrected, "rename,mary-poe,Mary Ann Poe,")
    person = Person.objects.get(slug="mary-poe")
    assert (person.name, person.sort_name) == ("Mary Ann Poe", "Poe, Mary Ann")


@pytest.mark.django_db
def test_a_split_makes_two_people(corrected: Path, tmp_path: Path) -> None:
    load(tmp_path, telegram(MINISTER, post="MOSCOW"), telegram(MINISTER, post="MOSCOW", number=2))
    assert correct(corrected, "split,jane-roe,Jane Roe (consul),09MOSCOW999902") == ()
    assert set(Person.objects.values_list("name", "cable_count")) == {
        ("Jane Roe", 1),
        ("Jane Roe (consul)", 1),
    }
    before = content()
    list(resolve_people(everything=True))
    assert content() == before


@pytest.mark.django_db
def test_not_a_person_has_no_page(corrected: Path, tmp_path: Path) -> None:
    load(tmp_path, *TWO)
    correct(corrected, "not a person,mary-poe,,")
    assert [person.slug for person in Person.objects.all()] == ["jane-roe"]
    assert not Mention.objects.filter(printed="Mary Poe").exists()
    correct(corrected)
    assert Person.objects.filter(slug="mary-poe").exists()


@pytest.mark.django_db
def test_a_correction_that_matches_nobody_is_reported_with_its_line(
    corrected: Path, tmp_path: Path
) -> None:
    load(tmp_path, *TWO)
    problems = correct(corrected, "rename,mary-poe,Mary Ann Poe,", "rename,nobody,Somebody,")
    assert len(problems) == 1
    assert f"{corrected}:3: rename 'nobody' did not match anyone" in problems[0]


@pytest.mark.django_db
def test_a_correction_without_effect_is_reported_with_the_reason(
    corrected: Path, tmp_path: Path
) -> None:
    load(tmp_path / "files", telegram(MINISTER, post="MOSCOW"))
    corrected.write_text(
        "action,person,value,cables\nsplit,jane-roe,Another,09MOSCOW999901\nmerge,jane-roe,nobody,\n"
    )
    problems = list(resolve_people())[-1].problems
    assert f"{corrected}:2: split 'jane-roe' has no effect: these cables have all" in problems[0]
    assert f"{corrected}:3: merge 'jane-roe' has no effect: the target is unknown" in problems[1]
