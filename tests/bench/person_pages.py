"""How long the page of a much-named person takes, beside a cable's.

`python -m tests.bench.person_pages`, run by `bench` in a room with synthetic cables. A person is
planted in many of their paragraphs, among others, and the pages are asked for in turns, in this
process, without a network.
"""

import json
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from random import Random
from statistics import median, quantiles
from typing import Any, Final

import django

MENTIONS: Final = 5000
A_CABLE: Final = 2
"""Paragraphs of one cable that name the person."""
OTHERS: Final = 2000
"""Persons of whom each of those paragraphs names two as well."""
ROUNDS: Final = 60
LONG: Final = 100
"""Which cable is asked for, by length, the longest first."""
SLUG: Final = "synthetic-somebody"


def plant(mentions: int) -> int:
    """Name one person in paragraphs spread over the room's cables; return in how many."""
    from cables.models import Mention, Paragraph, Person  # noqa: PLC0415 - settings first

    chance = Random(1)  # noqa: S311 - the same rows each time
    people = [_person(Person, "Synthetic Somebody", SLUG)]
    people += [_person(Person, f"Other {n} Person", f"other-{n}") for n in range(OTHERS)]
    people = Person.objects.bulk_create(people, batch_size=500)
    chosen = list(_spread(Paragraph.objects.order_by("cable_id", "position"), mentions))
    rows = []
    for paragraph in chosen:
        common = [min(int(chance.expovariate(0.004)), OTHERS - 1) + 1 for _ in range(2)]
        for at, person in enumerate([people[0], *(people[n] for n in dict.fromkeys(common))]):
            printed = paragraph.cable.body[paragraph.text_start :][12 * at :][:12]
            rows.append(_mention(Mention, person, paragraph, printed, 12 * at))
    Mention.objects.bulk_create(rows, batch_size=500)
    return len(chosen)


def _person(model: Any, name: str, slug: str) -> Any:
    given, surname = name.rsplit(maxsplit=1)
    return model(
        name=name,
        slug=slug,
        sort_name=f"{surname}, {given}",
        surname=surname.lower(),
        given=given.lower(),
        initial=surname[0],
        search_key=name.lower(),
    )


def _mention(model: Any, person: Any, paragraph: Any, printed: str, at: int) -> Any:
    start = paragraph.text_start + at
    return model(
        person=person,
        cable_id=paragraph.cable_id,
        paragraph=paragraph,
        role="mentioned",
        printed=printed,
        title=f"Minister {paragraph.cable_id % 40}",
        rule="planted",
        name=person.name,
        surname=person.surname,
        given=person.given,
        start=start,
        end=start + len(printed),
    )


def _spread(paragraphs: Any, wanted: int) -> Iterator[Any]:
    """Yield paragraphs, at most a few of a cable, from evenly spread cables."""
    cables = list(paragraphs.model.objects.order_by().values_list("cable_id", flat=True).distinct())
    step = max(1, len(cables) * A_CABLE // wanted)
    left = wanted
    for cable in sorted(cables)[::step]:
        theirs = paragraphs.filter(cable_id=cable).select_related("cable")
        for paragraph in islice(theirs, min(A_CABLE, left)):
            left -= 1
            yield paragraph


def time_pages(person: str, cable: str, rounds: int) -> dict[str, tuple[float, float]]:
    """Ask for pages in turns; return the median and the 95th percentile of each, in seconds.

    The person's page is asked for twice: with nothing counted beforehand, as after a load, and
    again, as every other reader does.
    """
    from django.test import Client  # noqa: PLC0415

    from cables.people.counts import forget_people_counts  # noqa: PLC0415

    client = Client(headers={"host": "localhost"})
    addresses = {"first": person, "again": person, "cable": cable}
    taken: dict[str, list[float]] = {name: [] for name in addresses}
    for _ in range(rounds):
        forget_people_counts()
        for name, address in addresses.items():
            taken[name].append(_timed(partial(client.get, address)))
    return {name: (median(times), quantiles(times, n=20)[-1]) for name, times in taken.items()}


def _timed(ask: Callable[[], Any]) -> float:
    """Return processor time: a page waits for nothing else, and other work hardly changes it."""
    started = time.process_time()
    answer = ask()
    seconds = time.process_time() - started
    if answer.status_code != 200:
        raise RuntimeError(f"the page answered {answer.status_code}")
    return seconds


def main() -> None:
    """Read the command line, plant, measure, and print the figures as JSON."""
    parser = ArgumentParser(description="Time a person's page beside a cable's.")
    parser.add_argument("--mentions", type=int, default=MENTIONS, help="Of the planted person.")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="How often each is asked for.")
    options = parser.parse_args()
    django.setup()
    from cables.models import Cable, Person  # noqa: PLC0415

    if not Person.objects.filter(slug=SLUG).exists():
        plant(options.mentions)
    longest = list(Cable.objects.order_by("-text_length")[:LONG])[-1]
    held = Person.objects.get(slug=SLUG).mentions.count()
    times = time_pages(f"/person/{SLUG}/", longest.get_absolute_url(), options.rounds)
    figures = {"mentions": held, **times}
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main()
