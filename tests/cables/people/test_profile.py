"""The profile of one person."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from cables.models import Cable, Mention, Person
from cables.people.profile import build_profile, describe_roles, person_description, titles_printed
from tests.cables.people.rows import TWO_PEOPLE, in_header, name_in, person
from tests.conftest import LoadText


@pytest.fixture
def ruiz(load_text: LoadText) -> Person:
    """Named in two cables of two years, once in TAGS."""
    person_named, bey = person("Ana Ruiz", "ana-ruiz"), person("Omar Bey", "omar-bey")
    for number, year in ((901, "07"), (902, "09")):
        text = TWO_PEOPLE.replace("000901", f"000{number}").replace("MAR 09", f"MAR {year}")
        cable = load_text(text, name=f"09SPECIMEN{number}.txt")
        Mention.all_objects.filter(cable=cable).delete()
        name_in(cable, person_named, "Ana Ruiz")
        name_in(cable, person_named, "Ruiz said")
        name_in(cable, bey, "Omar Bey")
        name_in(cable, bey, "Bey has")
    in_header(
        Cable.objects.get(reference_id="09SPECIMEN902"), person_named, Mention.Role.TAGGED, "RUIZ"
    )
    return person_named


def test_forms_of_the_name_have_dates(ruiz: Person) -> None:
    forms = {
        form.text: (form.mentions, form.first, form.last) for form in build_profile(ruiz).names
    }
    assert forms == {
        "Ana Ruiz": (2, date(2007, 3, 3), date(2009, 3, 3)),
        "Ruiz said": (2, date(2007, 3, 3), date(2009, 3, 3)),
        "RUIZ": (1, date(2009, 3, 3), date(2009, 3, 3)),
    }


def test_roles_are_counted_with_the_most_important_first(ruiz: Person) -> None:
    roles = build_profile(ruiz).roles
    assert list(roles.items()) == [("named in TAGS", 1), ("mentioned", 4)]
    assert describe_roles(roles) == "Named in TAGS once, mentioned 4 times"


def test_cables_are_counted_by_year_and_post_each_once(ruiz: Person) -> None:
    where = build_profile(ruiz).distribution
    assert where.cables == 2
    assert where.years == {2007: 1, 2009: 1}
    assert [(post.name, cables) for post, cables in where.posts] == [("Embassy Specimen", 2)]


def test_a_paragraph_that_names_a_person_twice_counts_once(ruiz: Person) -> None:
    ((other, paragraphs),) = build_profile(ruiz).named_with
    assert (other.name, paragraphs) == ("Omar Bey", 2)


def test_titles_are_read_from_the_last_resolution_run() -> None:
    person_named = Person(titles=[["Minister", "2007-03-03", "", 2]])
    (title,) = titles_printed(person_named)
    assert (title.text, title.first, title.last, title.mentions) == (
        "Minister",
        date(2007, 3, 3),
        None,
        2,
    )


def test_the_description_is_one_sentence(ruiz: Person) -> None:
    assert person_description(ruiz, build_profile(ruiz).distribution) == (
        "Ana Ruiz: named in 2 cables, 2007–2009, mostly from Embassy Specimen."
    )


def test_a_profile_takes_few_queries(
    ruiz: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(6):
        build_profile(ruiz)
