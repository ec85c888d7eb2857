"""Bare surnames and initials: given to whom they can only mean, or left apart."""

from collections.abc import Iterable, Sequence
from typing import Final

from cables.people.resolution.clusters import Cluster, NameUse, PossibleMatch, years_apart
from cables.people.resolution.full_names import (
    CAREER_YEARS,
    MIN_COMMON_FORMS,
    MOST_CHOICES,
    POSTING_YEARS,
)
from cables.people.resolution.grouping import group_by, merge_matching, split_at_gaps

YEARS_AROUND: Final = 2
"""Years around those in which a country names somebody in which a bare surname means them."""
MOST_CLUSTERS: Final = 40
"""With more bearers than this a surname tells nothing about other countries."""
MOST_ELSEWHERE: Final = 2
"""With more choices in other countries a bare surname resembles nobody there in particular."""
EMBASSY_OFFICES: Final = frozenset(["ambassador", "charge", "dcm", "consul", "counselor"])
"""Offices in which somebody signs cables."""
SIGNING_OFFICES: Final = frozenset(["ambassador", "secretary", "charge", "dcm", "consul"])
"""Offices whose holders sign the cables of a post or of the Department, first name or not."""


def join_short_names(
    uses: Sequence[NameUse], bearers: Sequence[Cluster], *, common: bool
) -> tuple[list[Cluster], list[PossibleMatch]]:
    """Give bare surnames and initials to the bearers whom they can only mean.

    First those with an office, for these tell more of where and when a bearer is spoken of.

    Args:
        uses: Without a first name.
        bearers: With one; are altered.
        common: Whether many bear the surname.

    Returns:
        The bearers of what stays apart, and whom they may be.
    """
    choices: dict[NameUse, list[Cluster]] = {}
    kept = _assign_uses([use for use in uses if use.offices], bearers, choices)
    kept += _assign_uses(
        [use for use in uses if not use.offices], bearers, choices, rivals=tuple(kept)
    )
    short = [
        Cluster(era)
        for same in group_by(kept, lambda use: (use.given, use.country, use.american)).values()
        for era in split_at_gaps(same, POSTING_YEARS if same[0].american else CAREER_YEARS)
    ]
    merge_matching(short, lambda one, other: _same_official(one, other, common=common))
    short = [one for one in short if one.uses]
    pairs = []
    for one in short:
        others = _unique_clusters(other for use in one.uses for other in choices[use])
        if not others:
            pairs += _matches_elsewhere(one, bearers, short)
        if len(others) <= MOST_CHOICES:
            pairs += [
                PossibleMatch(one, other, "the same surname, place and time") for other in others
            ]
    return short, pairs


def _matches_elsewhere(
    one: Cluster, full: Sequence[Cluster], short: Sequence[Cluster]
) -> list[PossibleMatch]:
    """Return whom a bare surname may be that stands alone in its country and time.

    Those with the same office; else those with a first name; else the same bare surname.

    Args:
        one: Of a bare surname or an initial.
        full: All bearers with a first name.
        short: All without.
    """
    if len(full) + len(short) > MOST_CLUSTERS:
        return []
    possible = [other for other in (*full, *short) if _may_be_elsewhere(one, other)]
    found = [other for other in possible if one.offices & other.offices]
    if not found and len(full) <= MIN_COMMON_FORMS:
        found = [other for other in possible if other in full] if full else possible
        found = found if len(found) <= MOST_ELSEWHERE else []
    return [PossibleMatch(one, other, "the same surname, in another country") for other in found]


def _may_be_elsewhere(one: Cluster, other: Cluster) -> bool:
    """Tell whether nothing speaks against two bearers of a surname in two countries being one."""
    if (
        one is other
        or one.american != other.american
        or years_apart(one.years, other.years) > POSTING_YEARS
    ):
        return False
    if one.offices and other.offices and one.offices.isdisjoint(other.offices):
        return False
    return not (one.given and other.given) or one.given[0] == other.given[0]


def _assign_uses(
    uses: Iterable[NameUse],
    bearers: Sequence[Cluster],
    choices: dict[NameUse, list[Cluster]],
    *,
    rivals: Sequence[NameUse] = (),
) -> list[NameUse]:
    """Give uses to bearers, all at once, so that none gains by another.

    Args:
        uses: Without a first name.
        bearers: Are altered.
        choices: Gets whom each use may mean.
        rivals: With an office, and given to nobody: a bare surname may mean these as well.

    Returns:
        The uses that stay apart.
    """
    kept = []
    given = []
    for use in uses:
        choices[use] = [bearer for bearer in bearers if _may_mean(use, bearer)]
        chosen = _only_match(use, choices[use], alone=len(bearers) == 1)
        if chosen is None or any(_is_rival(rival, use) for rival in rivals):
            kept.append(use)
        else:
            given.append((chosen, use))
    for bearer, same in group_by(given, lambda pair: pair[0]).items():
        bearer.add(use for _, use in same)
    return kept


def _is_rival(rival: NameUse, use: NameUse) -> bool:
    """Tell whether a surname with an office, of the same country and time, is in a use's way."""
    if use.american or rival.american or rival.country != use.country:
        return False
    return (
        rival.given == use.given
        and years_apart((rival.year, rival.year), (use.year, use.year)) <= YEARS_AROUND
    )


def _same_official(one: Cluster, other: Cluster, *, common: bool) -> bool:
    """Tell whether a bare surname in a text is that of who signs from there at the time."""
    if one.givens != other.givens or one.american == other.american or common:
        return False
    if not one.countries & other.countries or years_apart(one.years, other.years) > YEARS_AROUND:
        return False
    return (one.offices | other.offices) <= EMBASSY_OFFICES


def _may_mean(use: NameUse, bearer: Cluster) -> bool:
    """Tell whether a bare surname or an initial can mean somebody."""
    if use.given and not any(given.startswith(use.given[0]) for given in bearer.givens):
        return False
    year = (use.year, use.year)
    here = bearer.places.get(use.country) if use.country else None
    if here is not None and years_apart(here, year) <= YEARS_AROUND:
        return True
    return (
        not bearer.offices.isdisjoint(use.offices)
        and years_apart(bearer.years, year) <= YEARS_AROUND
    )


def _only_match(use: NameUse, bearers: Sequence[Cluster], *, alone: bool) -> Cluster | None:
    """Return the only one whom a bare surname can mean, None where there are more or none.

    An office that is printed beside it decides: somebody who is not known to hold it is not meant,
    unless no office is known of the only one who bears the surname at all. Who classified or signed
    a cable is an American.

    Args:
        use: Without a first name.
        bearers: Who are named at the time and place.
        alone: Whether nobody else bears the surname, anywhere and at any time.
    """
    if use.american:
        bearers = [one for one in bearers if one.american or one.offices & SIGNING_OFFICES]
    if use.offices:
        titled = [one for one in bearers if set(use.offices) & one.offices]
        bearers = titled or [one for one in bearers if alone and not one.offices]
    return bearers[0] if len(bearers) == 1 else None


def _unique_clusters(bearers: Iterable[Cluster]) -> list[Cluster]:
    """Return each bearer once, in the order given."""
    return list({id(one): one for one in bearers}.values())
