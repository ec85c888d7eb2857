"""Which names are withheld everywhere, and what becomes of titles that hold them.

A name that any cable asks to protect is withheld wherever it stands, unless another cable names the
same person in public: in a header, in TAGS, or with an office. A host's list is never overruled.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from cables.models import Cable, Mention, Person, WithheldName
from cables.names.cable_title import title
from cables.names.comparison import NameKey, name_key
from cables.names.protection import WITHHELD, protected_names, withhold
from cables.parser import NotACable, parse
from cables.people.resolution.clusters import Bearer, is_full
from cables.people.resolution.corrections import Action, Corrections
from cables.people.resolution.full_names import is_shorter
from cables.people.resolution.grouping import grouped
from cables.people.resolution.occurrences import Sightings, is_named_in_public
from cables.reading.withholding import Names, longest_first, names_to_leave_out, with_surname

CHUNK = 500
Item = TypeVar("Item")


def withheld(bearers: Iterable[Bearer], found: Sightings, corrections: Corrections) -> set[Bearer]:
    """Return the bearers whose names are withheld everywhere.

    Args:
        bearers: Of some surnames.
        found: All that stands of these surnames.
        corrections: The host's list is among them.
    """
    listed = set(listed_names(corrections))
    hidden = set()
    for bearer in bearers:
        if any(is_listed(NameKey(use.surname, use.given), listed) for use in bearer.uses):
            hidden.add(bearer)
        elif any(use in found.protected for use in bearer.uses):
            full = (use for use in bearer.uses if is_full(use.given))
            rows = (row for use in full for row in found.rows.get(use, ()))
            if not is_named_in_public(rows):
                hidden.add(bearer)
    return hidden


def listed_names(corrections: Corrections) -> dict[NameKey, str]:
    """Return the names that the host withholds."""
    return {name_key(row.person): row.person for row in corrections.of(Action.WITHHOLD)}


def is_listed(name: NameKey, listed: Collection[NameKey]) -> bool:
    """Tell whether a name is one of the host's, a middle name or initial more or less."""
    return name in listed or any(
        name.surname == one.surname
        and bool(name.given and one.given)
        and (is_shorter(name.given, one.given) or is_shorter(one.given, name.given))
        for one in listed
    )


def store(
    block: Sequence[str], hidden: Iterable[Bearer], found: Sightings, corrections: Corrections
) -> None:
    """Bring the withheld names of some surnames to what was decided."""
    wanted = {
        key: name for key, name in listed_names(corrections).items() if key.surname in set(block)
    }
    for bearer in hidden:
        for use in bearer.uses:
            if is_full(use.given):
                names = [row.name for row in found.rows.get(use, ())]
                names += [found.protected[use]] if use in found.protected else []
                wanted.setdefault(NameKey(use.surname, use.given), min(names))
    before = WithheldName.objects.filter(surname__in=block)
    known = {NameKey(row.surname, row.given): row for row in before}
    gone = [row for key, row in known.items() if key not in wanted]
    WithheldName.objects.filter(pk__in=[row.pk for row in gone]).delete()
    WithheldName.objects.bulk_create(
        WithheldName(name=name, surname=key.surname, given=key.given)
        for key, name in wanted.items()
        if key not in known
    )
    if gone:
        restore(gone)


def withhold_listed(corrections: Corrections) -> None:
    """Store the host's names that were found in no cable: a text may hold them all the same."""
    WithheldName.objects.bulk_create(
        (
            WithheldName(name=name, surname=key.surname, given=key.given)
            for key, name in listed_names(corrections).items()
        ),
        ignore_conflicts=True,
    )


def clean_titles() -> bool:
    """Leave withheld names out of titles, and note them with the cables that hold them.

    Returns:
        Whether any cable was altered.
    """
    names = Names(WithheldName.objects.all())
    if not names:
        return False
    wanted = named_by_mentions(names)
    for cable, words in Cable.objects.order_by().values_list("pk", "title").iterator():
        if found := names.in_text(words):
            wanted[cable] |= names_to_leave_out(found)
    altered = 0
    for chunk in chunks(sorted(wanted)):
        altered += clean(Cable.objects.filter(pk__in=chunk).defer("header", "body"), wanted)
    return bool(altered)


def clean_roles(since: int) -> bool:
    """Leave out roles in which a withheld name stands: the brother of such a one.

    Args:
        since: The key of the last mention that need not be looked at again.

    Returns:
        Whether any mention was altered.
    """
    names = Names(WithheldName.objects.all())
    rows = Mention.found.filter(pk__gt=since).exclude(title="").order_by()
    roles = rows.values_list("title", flat=True).distinct() if names else ()
    found = [role for role in roles if names.in_text(role)]
    for chunk in chunks(found):
        told = Mention.found.filter(title__in=chunk)
        people = list(Person.objects.filter(mentions__in=told).distinct())
        for person in people:
            person.titles = [entry for entry in person.titles if not names.in_text(entry[0])]
        Person.objects.bulk_update(people, ("titles",), batch_size=CHUNK)
        told.update(title="")
    return bool(found)


def named_by_mentions(names: Names) -> defaultdict[int, set[str]]:
    """Return what to leave out of the cables in which a withheld name was found.

    The forms that stand there are among it: with an accent, a hyphen or an article more or less.
    """
    wanted: defaultdict[int, set[str]] = defaultdict(set)
    bearers = grouped(names.by_key.values(), lambda name: name.surname)
    columns = ("cable", "surname", "given", "name", "printed")
    for chunk in chunks(sorted(bearers)):
        rows = Mention.found.filter(person=None, surname__in=chunk).order_by()
        for cable, surname, given, name, printed in rows.values_list(*columns):
            found = names.by_key.get(NameKey(surname, given))
            if found or not is_full(given):  # a bare surname that is nobody's can only mean them
                known = names_to_leave_out([found] if found else bearers[surname])
                forms = with_surname(name) | {" ".join(printed.split())}
                wanted[cable] |= known | new_among(forms, known)
    return wanted


def new_among(forms: Iterable[str], known: Iterable[str]) -> set[str]:
    """Return the forms of a name that are not known, whatever their case."""
    there = {name.casefold() for name in known}
    return {form for form in forms if form.casefold() not in there}


def clean(cables: Iterable[Cable], wanted: Mapping[int, set[str]]) -> int:
    """Add names to those that cables leave out, and return how many cables that altered."""
    altered = []
    for cable in cables:
        if names := new_among(wanted[cable.pk], cable.withheld):
            cable.withheld = list(longest_first([*cable.withheld, *names]))
            cable.title = withhold(cable.title, tuple(cable.withheld))
            altered.append(cable)
    Cable.objects.bulk_update(altered, ("title", "withheld"), batch_size=CHUNK)
    return len(altered)


def restore(gone: Iterable[WithheldName]) -> None:
    """Give cables the words back that were left out for names which are withheld no more."""
    cables = set(
        Cable.objects.filter(title__contains=WITHHELD).order_by().values_list("pk", flat=True)
    )
    for name in gone:
        rows = Mention.found.filter(surname=name.surname).order_by()
        cables.update(rows.values_list("cable", flat=True))
    for chunk in chunks(sorted(cables)):
        altered = list(Cable.objects.filter(pk__in=chunk))
        for cable in altered:
            reset(cable)
        Cable.objects.bulk_update(altered, ("title", "withheld"), batch_size=CHUNK)


def reset(cable: Cable) -> None:
    """Bring a cable to what it asks for by itself; `clean_titles` adds what others ask for."""
    try:
        parsed = parse(cable.telegram, reference_id=cable.reference_id)
    except NotACable:  # by rules that are newer than those that loaded it
        return
    cable.title = title(parsed)
    cable.withheld = list(protected_names(parsed.body))


def chunks(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield items in lists that one statement takes."""
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
