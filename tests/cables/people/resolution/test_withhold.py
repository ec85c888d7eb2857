"""A name that any cable asks to protect is withheld in everything about any cable."""

from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from cables.models import Cable, Mention, Person, ProtectedName, WithheldName
from cables.people.resolution.run import resolve_people
from cables.reading.content import CableContent
from cables.reading.previews import Preview
from cables.reading.withholding import names_to_withhold
from tests.cables.people.resolution.telegrams import load, telegram

PLANTED = "Activist Petra Placeholder (strictly protect) said that the specimen was good."
ELSEWHERE = "We met Petra Placeholder again. Placeholder said that it was not."
MINISTER = "Foreign Minister Jane Roe told Petra Placeholder (protect) that it was well."
PUBLIC = "Governor Petra Placeholder opened the specimen."

pytestmark = pytest.mark.django_db


def named() -> set[str]:
    """Return every name of a person that readers see."""
    printed = Mention.objects.values_list("printed", flat=True)
    return {*Person.objects.values_list("name", flat=True), *printed}


def preview_of(cable: Cable) -> str:
    """Return the text of everything shown outside the cable's own page."""
    preview = Preview(CableContent(cable))
    words = [preview.text_of(paragraph) for paragraph in cable.paragraphs.all()]
    return " ".join([cable.title, preview.description, *words])


def test_a_protected_name_appears_only_in_the_text(tmp_path: Path) -> None:
    load(
        tmp_path,
        telegram(PLANTED, post="MOSCOW"),
        telegram(ELSEWHERE, post="BRASILIA", number=2),
        telegram("Nothing.", ELSEWHERE.upper(), post="MOSCOW", number=3),
    )
    assert not {name for name in named() if "placeholder" in name.casefold()}
    assert [name.name for name in WithheldName.objects.all()] == ["Petra Placeholder"]
    for cable in Cable.objects.all():
        assert "placeholder" not in preview_of(cable).casefold()
        assert "placeholder" in cable.body.casefold()


def test_a_name_is_withheld_in_a_title_and_recorded_with_the_cable(tmp_path: Path) -> None:
    name, text = telegram("Nothing.", post="BRASILIA", number=2)
    text = text.replace("PEOPLE, NUMBER 2", "PETRA PLACEHOLDER SPEAKS")
    load(tmp_path, telegram(PLANTED, post="MOSCOW"), (name, text))
    cable = Cable.objects.get(reference_id="09BRASILIA999902")
    assert cable.title == "SPECIMEN: [name withheld] SPEAKS"
    assert cable.withheld == ["Petra Placeholder", "Placeholder"]
    assert "PLACEHOLDER" in cable.subject


def test_the_name_is_withheld_in_any_order_of_loading(tmp_path: Path) -> None:
    load(tmp_path, telegram(ELSEWHERE, post="BRASILIA", number=2))
    assert "Petra Placeholder" in named()
    load(tmp_path, telegram(PLANTED, post="MOSCOW"))
    assert not {name for name in named() if "Placeholder" in name}
    load(tmp_path, telegram("Placeholder spoke.", ELSEWHERE, post="BRASILIA", number=3))
    assert not {name for name in named() if "Placeholder" in name}


def test_a_minister_named_next_to_a_source_is_not_withheld(tmp_path: Path) -> None:
    load(tmp_path, telegram(MINISTER, post="MOSCOW"))
    assert named() == {"Jane Roe"}
    assert [name.name for name in ProtectedName.objects.all()] == ["Petra Placeholder"]


def test_a_name_public_elsewhere_is_withheld_only_in_the_cable_that_asks(
    tmp_path: Path,
) -> None:
    load(tmp_path, telegram(PLANTED, post="MOSCOW"), telegram(PUBLIC, post="MOSCOW", number=2))
    asking, public = Cable.objects.order_by("reference_id")
    assert not asking.mentions.exists()
    assert public.mentions.exists()
    assert "Placeholder" not in preview_of(asking)
    assert "Placeholder" in preview_of(public)
    assert not WithheldName.objects.exists()


def test_a_name_is_restored_when_it_turns_out_to_be_public(tmp_path: Path) -> None:
    name, text = telegram(ELSEWHERE, post="MOSCOW", number=2)
    text = text.replace("PEOPLE, NUMBER 2", "PETRA PLACEHOLDER SPEAKS")
    load(tmp_path, telegram(PLANTED, post="MOSCOW"), (name, text))
    load(tmp_path, telegram(PUBLIC, post="MOSCOW", number=3))
    cable = Cable.objects.get(reference_id="09MOSCOW999902")
    assert (cable.title, cable.withheld) == ("SPECIMEN: PETRA PLACEHOLDER SPEAKS", [])
    assert cable.mentions.exists()
    assert Person.objects.get().name == "Petra Placeholder"


def test_a_bare_surname_is_withheld_if_it_can_only_mean_the_source(tmp_path: Path) -> None:
    load(
        tmp_path,
        telegram(PLANTED, post="MOSCOW"),
        telegram("Mr. Placeholder said so.", post="MOSCOW", number=2),
        telegram("Governor Placeholder said so.", post="BRASILIA", number=3),
    )
    assert [person.country for person in Person.objects.all()] == ["Brazil"]


def test_a_role_does_not_reveal_the_name(tmp_path: Path) -> None:
    brother = "Jane Roe, sister of Petra Placeholder, said that it was well."
    load(tmp_path, telegram(brother, post="BRASILIA", number=2))
    assert Person.objects.get(slug="jane-roe").titles[0][0] == "sister of Petra Placeholder"
    load(tmp_path, telegram(PLANTED, f"{brother[:-1]} (protect).", post="MOSCOW"))
    assert Person.objects.get(slug="jane-roe").titles == []
    assert not Mention.all_objects.filter(title__contains="Placeholder").exists()


def test_the_operators_list_is_never_overruled(settings: Settings, tmp_path: Path) -> None:
    settings.PEOPLE_CORRECTIONS = tmp_path / "people.csv"
    load(tmp_path / "files", telegram(PUBLIC, post="MOSCOW"))
    cable = Cable.objects.get()
    assert "Placeholder" in preview_of(cable)
    settings.PEOPLE_CORRECTIONS.write_text("action,person,value\nwithhold,Petra Placeholder,\n")
    list(resolve_people())
    cable.refresh_from_db()
    assert not named()
    assert "Placeholder" not in preview_of(cable)
    settings.PEOPLE_CORRECTIONS.unlink()
    list(resolve_people())
    cable.refresh_from_db()
    assert named() == {"Petra Placeholder"}
    assert "Placeholder" in preview_of(cable)


@pytest.mark.parametrize("broken", ["action;person;value\nwithhold;Petra Placeholder;\n", ""])
def test_names_stay_withheld_while_the_operators_list_cannot_be_read(
    broken: str, settings: Settings, tmp_path: Path
) -> None:
    settings.PEOPLE_CORRECTIONS = tmp_path / "people.csv"
    settings.PEOPLE_CORRECTIONS.write_text("action,person,value\nwithhold,Petra Placeholder,\n")
    load(tmp_path / "files", telegram(PUBLIC, post="MOSCOW"))
    settings.PEOPLE_CORRECTIONS.write_text(broken)
    (step,) = resolve_people(everything=True)
    assert "it must begin with action,person,value" in step.problems[0]
    load(tmp_path / "more", telegram(PUBLIC, post="MOSCOW", number=2))
    assert not named()
    assert "Placeholder" not in " ".join(map(preview_of, Cable.objects.all()))


def test_a_bare_surname_is_withheld_if_it_can_only_mean_a_listed_person(
    settings: Settings, tmp_path: Path
) -> None:
    settings.PEOPLE_CORRECTIONS = tmp_path / "people.csv"
    settings.PEOPLE_CORRECTIONS.write_text("action,person,value\nwithhold,Petra Placeholder,\n")
    load(
        tmp_path / "files",
        telegram(PUBLIC, post="MOSCOW"),
        telegram("Governor Placeholder slept.", post="MOSCOW", number=2),
    )
    cable = Cable.objects.get(reference_id="09MOSCOW999902")
    assert "Placeholder" not in preview_of(cable)
    settings.PEOPLE_CORRECTIONS.unlink()
    list(resolve_people())
    assert "Placeholder" in preview_of(Cable.objects.get(reference_id="09MOSCOW999902"))


@pytest.mark.parametrize(
    ("marked", "elsewhere"),
    [
        ("José Ñandúver", "Jose Nanduver"),
        ("Abdul Rahman al-Placeholder", "Abdul Rahman Placeholder"),
        ("Abdul Rahman Placeholder", "Abdul-Rahman al Placeholder"),
    ],
)
def test_other_spellings_of_the_name_are_withheld_too(
    marked: str, elsewhere: str, tmp_path: Path
) -> None:
    load(
        tmp_path,
        telegram(f"{marked} (protect) said so.", post="MOSCOW"),
        telegram(f"{elsewhere}, a lawyer, said so.", post="MOSCOW", number=2),
    )
    surname = elsewhere.rpartition(" ")[2]
    assert surname not in preview_of(Cable.objects.get(reference_id="09MOSCOW999902"))
    assert not [name for name in named() if surname in name]


def test_a_listed_name_that_no_rule_finds_is_withheld_too(
    settings: Settings, tmp_path: Path
) -> None:
    settings.PEOPLE_CORRECTIONS = tmp_path / "people.csv"
    settings.PEOPLE_CORRECTIONS.write_text("action,person,value\nwithhold,Petra Placeholder,\n")
    load(tmp_path / "files", telegram("WHERE PETRA\nPLACEHOLDER IS. PLACEHOLDER IS NOT."))
    cable = Cable.objects.get()
    assert names_to_withhold(cable) == ("Petra Placeholder", "Placeholder")
    assert "PLACEHOLDER" not in preview_of(cable)


def test_a_list_of_cables_takes_two_queries(
    tmp_path: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    load(tmp_path, telegram(PLANTED), *(telegram(ELSEWHERE, number=at) for at in range(2, 9)))
    cables = list(Cable.objects.all())
    with django_assert_num_queries(2):  # the state, and the names
        for cable in cables:
            names_to_withhold(cable)
    light = list(Cable.objects.for_lists())
    with django_assert_num_queries(0):
        for cable in light:
            assert "Placeholder" in names_to_withhold(cable)
