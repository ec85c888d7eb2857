"""Which names are withheld everywhere, and what becomes of titles that hold them.

A name that any cable asks to protect is withheld wherever it stands, unless another cable names the
same person in public: in a header, in TAGS, or with an office. A host's list is never overruled.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from cables.models import Cable, Mention, Person, WithheldName
from cables.names.cable_title import display_title
from cables.names.comparison import NameKey, name_key
from cables.names.protection import WITHHELD, protected_names, withhold_names
from cables.parser import NotACable, parse
from cables.people.resolution.clusters import Cluster, has_first_name
from cables.people.resolution.corrections import Action, Corrections
from cables.people.resolution.full_names import is_shorter_form
from cables.people.resolution.grouping import group_by
from cables.people.resolution.occurrences import Occurrences, is_named_in_public
from cables.reading.withholding import (
    WithheldNameIndex,
    forms_to_withhold,
    full_name_and_surname,
    longest_first,
)

CHUNK_SIZE = 500
Item = TypeVar("Item")


def clusters_to_withhold(
    bearers: Iterable[Cluster], found: Occurrences, corrections: Corrections
) -> set[Cluster]:
    """Return the bearers whose names are withheld everywhere.

    Args:
        bearers: Of some surnames.
        found: All that stands of these surnames.
        corrections: The host's list is among them.
    """
    listed = set(_listed_names(corrections))
    hidden = set()
    for bearer in bearers:
        if any(_is_listed(NameKey(use.surname, use.given), listed) for use in bearer.uses):
            hidden.add(bearer)
        elif any(use in found.protected for use in bearer.uses):
            full = (use for use in bearer.uses if has_first_name(use.given))
            rows = (row for use in full for row in found.by_use.get(use, ()))
            if not is_named_in_public(rows):
                hidden.add(bearer)
    return hidden


def _listed_names(corrections: Corrections) -> dict[NameKey, str]:
    """Return the names that the host withholds."""
    return {name_key(row.person): row.person for row in corrections.with_actions(Action.WITHHOLD)}


def _is_listed(name: NameKey, listed: Collection[NameKey]) -> bool:
    """Tell whether a name is one of the host's, a middle name or initial more or less."""
    return name in listed or any(
        name.surname == one.surname
        and bool(name.given and one.given)
        and (is_shorter_form(name.given, one.given) or is_shorter_form(one.given, name.given))
        for one in listed
    )


def store_withheld_names(
    block: Sequence[str], hidden: Iterable[Cluster], found: Occurrences, corrections: Corrections
) -> None:
    """Bring the withheld names of some surnames to what was decided."""
    wanted = {
        key: name for key, name in _listed_names(corrections).items() if key.surname in set(block)
    }
    for bearer in hidden:
        for use in bearer.uses:
            if has_first_name(use.given):
                names = [row.name for row in found.by_use.get(use, ())]
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
        _restore_cables(gone)


def store_listed_names(corrections: Corrections) -> None:
    """Store the host's names that were found in no cable: a text may hold them all the same."""
    WithheldName.objects.bulk_create(
        (
            WithheldName(name=name, surname=key.surname, given=key.given)
            for key, name in _listed_names(corrections).items()
        ),
        ignore_conflicts=True,
    )


def withhold_in_titles() -> bool:
    """Leave withheld names out of titles, and note them with the cables that hold them.

    Returns:
        Whether any cable was altered.
    """
    names = WithheldNameIndex(WithheldName.objects.all())
    if not names:
        return False
    wanted = _names_by_cable(names)
    for cable, words in Cable.objects.order_by().values_list("pk", "title").iterator():
        if found := names.find_in(words):
            wanted[cable] |= forms_to_withhold(found)
    altered = 0
    for chunk in _chunks(sorted(wanted)):
        altered += _add_withheld_names(
            Cable.objects.filter(pk__in=chunk).defer("header", "body"), wanted
        )
    return bool(altered)


def withhold_in_roles(since: int) -> bool:
    """Leave out roles in which a withheld name stands: the brother of such a one.

    Args:
        since: The key of the last mention that need not be looked at again.

    Returns:
        Whether any mention was altered.
    """
    names = WithheldNameIndex(WithheldName.objects.all())
    rows = Mention.all_objects.filter(pk__gt=since).exclude(title="").order_by()
    roles = rows.values_list("title", flat=True).distinct() if names else ()
    found = [role for role in roles if names.find_in(role)]
    for chunk in _chunks(found):
        told = Mention.all_objects.filter(title__in=chunk)
        people = list(Person.objects.filter(mentions__in=told).distinct())
        for person in people:
            person.titles = [entry for entry in person.titles if not names.find_in(entry[0])]
        Person.objects.bulk_update(people, ("titles",), batch_size=CHUNK_SIZE)
        told.update(title="")
    return bool(found)


def _names_by_cable(names: WithheldNameIndex) -> defaultdict[int, set[str]]:
    """Return what to leave out of the cables in which a withheld name was found.

    The forms that stand there are among it: with an accent, a hyphen or an article more or less.
    """
    wanted: defaultdict[int, set[str]] = defaultdict(set)
    bearers = group_by(names.by_key.values(), lambda name: name.surname)
    columns = ("cable", "surname", "given", "name", "printed")
    for chunk in _chunks(sorted(bearers)):
        rows = Mention.all_objects.filter(person=None, surname__in=chunk).order_by()
        for cable, surname, given, name, printed in rows.values_list(*columns):
            found = names.by_key.get(NameKey(surname, given))
            if found or not has_first_name(
                given
            ):  # a bare surname that is nobody's can only mean them
                known = forms_to_withhold([found] if found else bearers[surname])
                forms = full_name_and_surname(name) | {" ".join(printed.split())}
                wanted[cable] |= known | _new_forms(forms, known)
    return wanted


def _new_forms(forms: Iterable[str], known: Iterable[str]) -> set[str]:
    """Return the forms of a name that are not known, whatever their case."""
    there = {name.casefold() for name in known}
    return {form for form in forms if form.casefold() not in there}


def _add_withheld_names(cables: Iterable[Cable], wanted: Mapping[int, set[str]]) -> int:
    """Add names to those that cables leave out, and return how many cables that altered."""
    altered = []
    for cable in cables:
        if names := _new_forms(wanted[cable.pk], cable.withheld):
            cable.withheld = list(longest_first([*cable.withheld, *names]))
            cable.title = withhold_names(cable.title, tuple(cable.withheld))
            altered.append(cable)
    Cable.objects.bulk_update(altered, ("title", "withheld"), batch_size=CHUNK_SIZE)
    return len(altered)


def _restore_cables(gone: Iterable[WithheldName]) -> None:
    """Give cables the words back that were left out for names which are withheld no more."""
    cables = set(
        Cable.objects.filter(title__contains=WITHHELD).order_by().values_list("pk", flat=True)
    )
    for name in gone:
        rows = Mention.all_objects.filter(surname=name.surname).order_by()
        cables.update(rows.values_list("cable", flat=True))
    for chunk in _chunks(sorted(cables)):
        altered = list(Cable.objects.filter(pk__in=chunk))
        for cable in altered:
            _reset_cable(cable)
        Cable.objects.bulk_update(altered, ("title", "withheld"), batch_size=CHUNK_SIZE)


def _reset_cable(cable: Cable) -> None:
    """Bring a cable to what it asks for by itself; `clean_titles` adds what others ask for."""
    try:
        parsed = parse(cable.telegram, reference_id=cable.reference_id)
    except NotACable:  # by rules that are newer than those that loaded it
        return
    cable.title = display_title(parsed)
    cable.withheld = list(protected_names(parsed.body))


def _chunks(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield items in lists that one statement takes."""
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK_SIZE)):
        yield chunk
