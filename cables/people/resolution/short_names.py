"""Bare surnames and initials: given to whom they can only mean, or left apart."""

from collections.abc import Iterable, Sequence
from typing import Final

from cables.people.resolution.clusters import Bearer, Pair, Use, apart
from cables.people.resolution.full_names import CAREER, COMMON, MOST_CHOICES, POSTING
from cables.people.resolution.grouping import eras, grouped, joined

CLOSE: Final = 2
"""Years around those in which a country names somebody in which a bare surname means them."""
MOST_BEARERS: Final = 40
"""With more bearers than this a surname tells nothing about other countries."""
MOST_ELSEWHERE: Final = 2
"""With more choices in other countries a bare surname resembles nobody there in particular."""
OF_AN_EMBASSY: Final = frozenset(["ambassador", "charge", "dcm", "consul", "counselor"])
"""Offices in which somebody signs cables."""
SIGNING: Final = frozenset(["ambassador", "secretary", "charge", "dcm", "consul"])
"""Offices whose holders sign the cables of a post or of the Department, first name or not."""


def join_short_names(
    uses: Sequence[Use], bearers: Sequence[Bearer], *, common: bool
) -> tuple[list[Bearer], list[Pair]]:
    """Give bare surnames and initials to the bearers whom they can only mean.

    First those with an office, for these tell more of where and when a bearer is spoken of.

    Args:
        uses: Without a first name.
        bearers: With one; are altered.
        common: Whether many bear the surname.

    Returns:
        The bearers of what stays apart, and whom they may be.
    """
    choices: dict[Use, list[Bearer]] = {}
    kept = give([use for use in uses if use.offices], bearers, choices)
    kept += give([use for use in uses if not use.offices], bearers, choices, rivals=tuple(kept))
    short = [
        Bearer(era)
        for same in grouped(kept, lambda use: (use.given, use.country, use.american)).values()
        for era in eras(same, POSTING if same[0].american else CAREER)
    ]
    joined(short, lambda one, other: same_official(one, other, common=common))
    short = [one for one in short if one.uses]
    pairs = []
    for one in short:
        others = distinct(other for use in one.uses for other in choices[use])
        if not others:
            pairs += elsewhere(one, bearers, short)
        if len(others) <= MOST_CHOICES:
            pairs += [Pair(one, other, "the same surname, place and time") for other in others]
    return short, pairs


def elsewhere(one: Bearer, full: Sequence[Bearer], short: Sequence[Bearer]) -> list[Pair]:
    """Return whom a bare surname may be that stands alone in its country and time.

    Those with the same office; else those with a first name; else the same bare surname.

    Args:
        one: Of a bare surname or an initial.
        full: All bearers with a first name.
        short: All without.
    """
    if len(full) + len(short) > MOST_BEARERS:
        return []
    possible = [other for other in (*full, *short) if may_be_elsewhere(one, other)]
    found = [other for other in possible if one.offices & other.offices]
    if not found and len(full) <= COMMON:
        found = [other for other in possible if other in full] if full else possible
        found = found if len(found) <= MOST_ELSEWHERE else []
    return [Pair(one, other, "the same surname, in another country") for other in found]


def may_be_elsewhere(one: Bearer, other: Bearer) -> bool:
    """Tell whether nothing speaks against two bearers of a surname in two countries being one."""
    if one is other or one.american != other.american or apart(one.years, other.years) > POSTING:
        return False
    if one.offices and other.offices and one.offices.isdisjoint(other.offices):
        return False
    return not (one.given and other.given) or one.given[0] == other.given[0]


def give(
    uses: Iterable[Use],
    bearers: Sequence[Bearer],
    choices: dict[Use, list[Bearer]],
    *,
    rivals: Sequence[Use] = (),
) -> list[Use]:
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
        choices[use] = [bearer for bearer in bearers if fits(use, bearer)]
        chosen = choose(use, choices[use], alone=len(bearers) == 1)
        if chosen is None or any(is_rival(rival, use) for rival in rivals):
            kept.append(use)
        else:
            given.append((chosen, use))
    for bearer, same in grouped(given, lambda pair: pair[0]).items():
        bearer.take(use for _, use in same)
    return kept


def is_rival(rival: Use, use: Use) -> bool:
    """Tell whether a surname with an office, of the same country and time, is in a use's way."""
    if use.american or rival.american or rival.country != use.country:
        return False
    return (
        rival.given == use.given and apart((rival.year, rival.year), (use.year, use.year)) <= CLOSE
    )


def same_official(one: Bearer, other: Bearer, *, common: bool) -> bool:
    """Tell whether a bare surname in a text is that of who signs from there at the time."""
    if one.givens != other.givens or one.american == other.american or common:
        return False
    if not one.countries & other.countries or apart(one.years, other.years) > CLOSE:
        return False
    return (one.offices | other.offices) <= OF_AN_EMBASSY


def fits(use: Use, bearer: Bearer) -> bool:
    """Tell whether a bare surname or an initial can mean somebody."""
    if use.given and not any(given.startswith(use.given[0]) for given in bearer.givens):
        return False
    year = (use.year, use.year)
    here = bearer.places.get(use.country) if use.country else None
    if here is not None and apart(here, year) <= CLOSE:
        return True
    return not bearer.offices.isdisjoint(use.offices) and apart(bearer.years, year) <= CLOSE


def choose(use: Use, bearers: Sequence[Bearer], *, alone: bool) -> Bearer | None:
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
        bearers = [one for one in bearers if one.american or one.offices & SIGNING]
    if use.offices:
        titled = [one for one in bearers if set(use.offices) & one.offices]
        bearers = titled or [one for one in bearers if alone and not one.offices]
    return bearers[0] if len(bearers) == 1 else None


def distinct(bearers: Iterable[Bearer]) -> list[Bearer]:
    """Return each bearer once, in the order given."""
    return list({id(one): one for one in bearers}.values())
