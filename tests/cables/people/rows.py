"""Factories of people and mentions for tests, at the places where a cable prints a name."""

from cables.models import Cable, Mention, Person
from cables.names.comparison import fold_name, name_key, sort_name
from cables.names.phonetics import phonetic_key

TWO_PEOPLE = """\
R 031200Z MAR 09
FM AMEMBASSY SPECIMEN
TO SECSTATE WASHDC 0001

C O N F I D E N T I A L SPECIMEN 000901

SIPDIS

E.O. 12958: DECL: 03/03/2019
TAGS: PREL, AINF
SUBJECT: SPECIMEN: A CABLE THAT NAMES PEOPLE

Classified By: Ambassador Jane Doe.  Reasons: 1.4 (b) and (d).

1. (C) Foreign Minister Ana Ruiz met the Ambassador on March 2.

2. (C) Nothing in this paragraph names anybody at all.

3. (C) Ruiz said that Deputy Minister Omar Bey had agreed & would
write.  Bey has not written.

DOE
"""


def person(name: str, slug: str) -> Person:
    """Return the person with this slug, created if missing."""
    key = name_key(name)
    columns = {
        "name": name,
        "sort_name": sort_name(name),
        "surname": key.surname,
        "given": key.given,
        "initial": key.surname[0].upper(),
        "search_key": fold_name(name),
        "sound": phonetic_key(key.surname),
    }
    return Person.objects.get_or_create(slug=slug, defaults=columns)[0]


def name_in(cable: Cable, person: Person, printed: str, *, title: str = "") -> list[Mention]:
    """Create a mention at each place in the cable's paragraphs that has the printed words."""
    mentions = []
    for paragraph in cable.paragraphs.all():
        start = cable.body.find(printed, paragraph.text_start, paragraph.end)
        while start >= 0:
            mentions.append(
                Mention.objects.create(
                    person=person,
                    cable=cable,
                    paragraph=paragraph,
                    role=Mention.Role.MENTIONED,
                    printed=printed,
                    title=title,
                    rule="planted",
                    start=start,
                    end=start + len(printed),
                    **name_columns(person),
                )
            )
            start = cable.body.find(printed, start + 1, paragraph.end)
    assert mentions, printed
    return mentions


def name_columns(person: Person) -> dict[str, str]:
    """Return the columns of a mention that give the name."""
    return {"name": person.name, "surname": person.surname, "given": person.given}


def in_header(cable: Cable, person: Person, role: Mention.Role, printed: str) -> Mention:
    """Create a mention outside the paragraphs."""
    return Mention.objects.create(
        person=person,
        cable=cable,
        role=role,
        printed=printed,
        rule="planted",
        start=0,
        end=0,
        **name_columns(person),
    )
