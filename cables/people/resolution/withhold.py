"""Decide which names are withheld in all cables, and remove them from titles and roles.

A name that any cable asks to protect is withheld everywhere, unless another cable names the same
person publicly: in a header, in TAGS, or with an office. The operator's list is never overruled.
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
from cables.people.resolution.clusters import Cluster, group_by, has_first_name
from cables.people.resolution.corrections import Action, Corrections
from cables.people.resolution.full_names import is_shorter_form
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
    clusters: Iterable[Cluster], occurrences: Occurrences, corrections: Corrections
) -> set[Cluster]:
    """Return the clusters whose names are withheld everywhere.

    Args:
        clusters: Of some surnames.
        occurrences: All occurrences of these surnames.
        corrections: Include the operator's list.
    """
    listed = set(_listed_names(corrections))
    withheld = set()
    for cluster in clusters:
        if any(_is_listed(NameKey(use.surname, use.given), listed) for use in cluster.uses):
            withheld.add(cluster)
        elif any(use in occurrences.protected for use in cluster.uses):
            full = (use for use in cluster.uses if has_first_name(use.given))
            rows = (row for use in full for row in occurrences.by_use.get(use, ()))
            if not is_named_in_public(rows):
                withheld.add(cluster)
    return withheld


def _listed_names(corrections: Corrections) -> dict[NameKey, str]:
    """Return the names on the operator's list."""
    return {name_key(row.person): row.person for row in corrections.with_actions(Action.WITHHOLD)}


def _is_listed(name: NameKey, listed: Collection[NameKey]) -> bool:
    """Return whether a name is listed, with or without a middle name or initial."""
    return name in listed or any(
        name.surname == entry.surname
        and bool(name.given and entry.given)
        and (is_shorter_form(name.given, entry.given) or is_shorter_form(entry.given, name.given))
        for entry in listed
    )


def store_withheld_names(
    block: Sequence[str],
    withheld: Iterable[Cluster],
    occurrences: Occurrences,
    corrections: Corrections,
) -> None:
    """Save the withheld names of some surnames, and delete others."""
    names = {
        key: name for key, name in _listed_names(corrections).items() if key.surname in set(block)
    }
    for cluster in withheld:
        for use in cluster.uses:
            if has_first_name(use.given):
                forms = [row.name for row in occurrences.by_use.get(use, ())]
                forms += [occurrences.protected[use]] if use in occurrences.protected else []
                names.setdefault(NameKey(use.surname, use.given), min(forms))
    stored = {
        NameKey(row.surname, row.given): row
        for row in WithheldName.objects.filter(surname__in=block)
    }
    obsolete = [row for key, row in stored.items() if key not in names]
    WithheldName.objects.filter(pk__in=[row.pk for row in obsolete]).delete()
    WithheldName.objects.bulk_create(
        WithheldName(name=name, surname=key.surname, given=key.given)
        for key, name in names.items()
        if key not in stored
    )
    if obsolete:
        _restore_cables(obsolete)


def store_listed_names(corrections: Corrections) -> None:
    """Save listed names that no rule has found: a text may still contain them."""
    WithheldName.objects.bulk_create(
        (
            WithheldName(name=name, surname=key.surname, given=key.given)
            for key, name in _listed_names(corrections).items()
        ),
        ignore_conflicts=True,
    )


def withhold_in_titles() -> bool:
    """Remove withheld names from titles, and record them with the cables that contain them.

    Returns:
        Whether any cable was changed.
    """
    names = WithheldNameIndex(WithheldName.objects.all())
    if not names:
        return False
    forms = _forms_by_cable(names)
    for cable, title in Cable.objects.order_by().values_list("pk", "title").iterator():
        if matches := names.find_in(title):
            forms[cable] |= forms_to_withhold(matches)
    changed = 0
    for chunk in _chunks(sorted(forms)):
        changed += _add_withheld_names(
            Cable.objects.filter(pk__in=chunk).defer("header", "body"), forms
        )
    return bool(changed)


def _forms_by_cable(names: WithheldNameIndex) -> defaultdict[int, set[str]]:
    """Return the forms to withhold in each cable that mentions a withheld name.

    This includes the forms printed there: with other accents, hyphens or articles.
    """
    forms: defaultdict[int, set[str]] = defaultdict(set)
    by_surname = group_by(names.by_key.values(), lambda name: name.surname)
    columns = ("cable", "surname", "given", "name", "printed")
    for chunk in _chunks(sorted(by_surname)):
        rows = Mention.all_objects.filter(person=None, surname__in=chunk).order_by()
        for cable, surname, given, name, printed in rows.values_list(*columns):
            withheld = names.by_key.get(NameKey(surname, given))
            # A bare surname that was resolved to nobody can only mean a withheld person.
            if withheld or not has_first_name(given):
                known = forms_to_withhold([withheld] if withheld else by_surname[surname])
                printed_forms = full_name_and_surname(name) | {" ".join(printed.split())}
                forms[cable] |= known | _new_forms(printed_forms, known)
    return forms


def _new_forms(forms: Iterable[str], known: Iterable[str]) -> set[str]:
    """Return the forms that are not known, ignoring case."""
    folded = {form.casefold() for form in known}
    return {form for form in forms if form.casefold() not in folded}


def _add_withheld_names(cables: Iterable[Cable], forms: Mapping[int, set[str]]) -> int:
    """Add names to the withheld ones of cables, and return how many cables were changed."""
    changed = []
    for cable in cables:
        if names := _new_forms(forms[cable.pk], cable.withheld):
            cable.withheld = list(longest_first([*cable.withheld, *names]))
            cable.title = withhold_names(cable.title, tuple(cable.withheld))
            changed.append(cable)
    Cable.objects.bulk_update(changed, ("title", "withheld"), batch_size=CHUNK_SIZE)
    return len(changed)


def withhold_in_roles(since: int) -> bool:
    """Remove roles that contain a withheld name, such as "brother of ...".

    Args:
        since: Highest key of the mentions that have been checked before.

    Returns:
        Whether any mention was changed.
    """
    names = WithheldNameIndex(WithheldName.objects.all())
    rows = Mention.all_objects.filter(pk__gt=since).exclude(title="").order_by()
    roles = rows.values_list("title", flat=True).distinct() if names else ()
    revealing = [role for role in roles if names.find_in(role)]
    for chunk in _chunks(revealing):
        mentions = Mention.all_objects.filter(title__in=chunk)
        people = list(Person.objects.filter(mentions__in=mentions).distinct())
        for person in people:
            person.titles = [entry for entry in person.titles if not names.find_in(entry[0])]
        Person.objects.bulk_update(people, ("titles",), batch_size=CHUNK_SIZE)
        mentions.update(title="")
    return bool(revealing)


def _restore_cables(names: Iterable[WithheldName]) -> None:
    """Restore the titles of cables that contain names which are no longer withheld."""
    cables = set(
        Cable.objects.filter(title__contains=WITHHELD).order_by().values_list("pk", flat=True)
    )
    for name in names:
        rows = Mention.all_objects.filter(surname=name.surname).order_by()
        cables.update(rows.values_list("cable", flat=True))
    for chunk in _chunks(sorted(cables)):
        changed = list(Cable.objects.filter(pk__in=chunk))
        for cable in changed:
            _reset_cable(cable)
        Cable.objects.bulk_update(changed, ("title", "withheld"), batch_size=CHUNK_SIZE)


def _reset_cable(cable: Cable) -> None:
    """Withhold only what the cable itself asks for; `withhold_in_titles` adds other names."""
    try:
        parsed = parse(cable.telegram, reference_id=cable.reference_id)
    except NotACable:  # newer rules than those of the load reject it
        return
    cable.title = display_title(parsed)
    cable.withheld = list(protected_names(parsed.body))


def _chunks(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield lists that fit in one statement."""
    iterator = iter(items)
    while chunk := list(islice(iterator, CHUNK_SIZE)):
        yield chunk
