"""Find the persons of a cable: the stages in the order in which they happen."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from cables.names.protection import protected_names
from cables.names.recognition.attention_lines import attention_finds
from cables.names.recognition.bare_surnames import standing
from cables.names.recognition.candidates import Candidate
from cables.names.recognition.candidates import candidates as cut
from cables.names.recognition.capitalized_runs import FILL, runs, shown, zones
from cables.names.recognition.context_after import names_a_thing
from cables.names.recognition.coreference import Gathering, Somebody
from cables.names.recognition.display_form import one_line, written
from cables.names.recognition.evidence import Find, fresh_finds, spoken
from cables.names.recognition.exclusions import is_nobody
from cables.names.recognition.header_people import role_mentions
from cables.names.recognition.lists import between, inverted, itemised, listed
from cables.names.recognition.name_keys import Key, core, key_of
from cables.names.recognition.proposals import proposed
from cables.names.recognition.title_conflicts import as_title, families, is_highest
from cables.names.recognition.values import SIGNER, FoundMention, FoundPerson
from cables.names.recognition.word_kinds import (
    GIVEN,
    INITIAL,
    NO_NAME,
    ORGANISATION,
    PLACE,
    SURNAME,
    kind,
)
from cables.parser.values import ParsedCable, PartKind

ROYAL: Final = frozenset({"king", "queen", "prince", "princess"})
"""Titles that stand before a first name."""


class Named(NamedTuple):
    """A mention, and the name by which it is compared."""

    mention: FoundMention
    key: Key


Placed = tuple[Somebody, FoundMention]


def find_people(
    parsed: ParsedCable, candidates: Iterable[tuple[int, int]] = ()
) -> tuple[FoundPerson, ...]:
    """Return the persons of a cable in the order of their first mention.

    Args:
        parsed: The cable.
        candidates: Offsets into the parsed text where something else sees names, such as
            `model.proposals`; those that pass the filter of the rules are added.
    """
    text = shown(parsed)
    everything = [candidate for run in runs(text, list(zones(parsed))) for candidate in cut(run)]
    roles = [Named(one, role_key(one)) for one in role_mentions(parsed)]
    taken = [(one.mention.start, one.mention.end) for one in roles]
    free = [one for one in everything if not overlaps(one, taken)]
    finds = find_all(text, free, candidates)
    named = [*roles, *(Named(mention(text, find), find_key(text, find)) for find in finds)]
    gathering, placed = gather(named, families(text))
    ends = {token.start for find in finds for token in find.candidate.tokens}
    placed += named_again(text, [one for one in free if one.start not in ends], gathering)
    return people(parsed, gathering, placed)


def overlaps(candidate: Candidate, taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a candidate stands where a role was read."""
    return any(start < candidate.end and candidate.start < end for start, end in taken)


def find_all(
    text: str, free: Sequence[Candidate], spans: Iterable[tuple[int, int]] = ()
) -> list[Find]:
    """Return the finds of all rules, each place once, in the order of the text."""
    finds = list(fresh_finds(text, free))
    starts = {find.candidate.start for find in finds}
    for more in (
        inverted(text, free),
        attention_finds(text, free, starts),
        proposed(text, free, spans),
        spoken(text, free),
        standing(text, free),
    ):
        for find in more:
            if find.candidate.start not in starts:
                starts.add(find.candidate.start)
                finds.append(find)
    finds += list(listed(text, free, finds))
    finds += list(itemised(text, free, finds))
    finds += list(between(text, free, finds))
    finds = [find for find in finds if not is_nobody(text, find)]
    return shortened(sorted(finds, key=lambda find: find.candidate.start))


def shortened(finds: Sequence[Find]) -> list[Find]:
    """Cut what follows a surname in a heading of capitals: `PRESIDENT SARKOZY ARTICULATES`.

    The text below names the person by that surname, and nothing else tells the verb from a name.
    """
    surnames = {key_word(find) for find in finds if not find.candidate.run.zone.capitals}
    kept: list[Find] = []
    for find in finds:
        one = find.candidate
        heads = one.tokens[0].word.lower()
        if one.run.zone.capitals and len(one.tokens) > 1 and heads in surnames:
            find = find._replace(candidate=one._replace(tokens=one.tokens[:1]))  # noqa: PLW2901
        kept.append(find)
    return kept


def key_word(find: Find) -> str:
    """Return the last word of a name in small letters."""
    return find.candidate.tokens[-1].word.lower()


def mention(text: str, find: Find) -> FoundMention:
    """Return the mention that a find is."""
    start, end = find.candidate.start, find.candidate.end
    return FoundMention(
        start=start,
        end=end,
        printed=printed(text, start, end),
        title=as_title(find.title),
        rule=find.rule,
        paragraph=find.candidate.run.zone.paragraph,
    )


def printed(text: str, start: int, end: int) -> str:
    """Return the words of a stretch, page marks left out."""
    return one_line(text[start:end].replace(FILL, " "))


def find_key(text: str, find: Find) -> Key:
    """Return the key of a find's name."""
    return key_of(in_order(printed(text, find.candidate.start, find.candidate.end)))


def role_key(one: FoundMention) -> Key:
    """Return the key of a role's name; a TAGS line writes the surname first."""
    return key_of(in_order(one.printed))


def in_order(printed: str) -> str:
    """Return a printed name with the surname last."""
    surname, comma, given = printed.partition(",")
    return f"{given.strip()} {surname.strip()}" if comma else printed


def gather(
    named: Sequence[Named], shared: frozenset[str] = frozenset()
) -> tuple[Gathering, list[Placed]]:
    """Join names to persons: full names first, then surnames in the order of the text.

    Of the surnames those with the highest titles go before the rest: somebody who is known by
    nothing else, `President Arias`, is then there to be named again, above the title too.
    """
    gathering = Gathering(shared)
    placed: list[Placed] = []
    for one in named:
        if not is_alone(one.key):
            somebody = gathering.full(one.key, one.mention.title)
            placed.append((somebody, one.mention))
    for somebody, one_mention in placed:
        somebody.see(one_mention.start)
    for one in sorted(
        named, key=lambda one: (not is_highest(one.mention.title), one.mention.start)
    ):
        if is_alone(one.key):
            somebody = gathering.alone(one.key, one.mention.title, one.mention.start)
            somebody.see(one.mention.start)
            placed.append((somebody, one.mention))
    return gathering, placed


def is_alone(key: Key) -> bool:
    """Tell whether a name is a surname alone, with particles or without: `del Villar`."""
    return len(key) == 1 or (len(core(key)) == 1 and all(len(word) > 1 for word in key))


def named_again(text: str, free: Sequence[Candidate], gathering: Gathering) -> Iterator[Placed]:
    """Yield the places that name a person of the cable again by less than the full name."""
    for candidate in free:
        key = key_of(printed(text, candidate.start, candidate.end))
        repeats = may_repeat(candidate) and not (
            candidate.size > 1 and names_a_thing(text, candidate)
        )
        somebody = gathering.again(key, candidate.start) if repeats else None
        rule = "name again" if len(core(key)) > 1 else "bare surname"
        if somebody is None and may_be_slip(candidate):
            somebody = gathering.slip(key, candidate.start)
            rule = "surname misspelt"
        if somebody is not None:
            somebody.see(candidate.start)
            yield somebody, mention(text, Find(candidate, "", rule))


def may_repeat(candidate: Candidate) -> bool:
    """Tell whether a word may name somebody again; institutions named after persons do not."""
    behind = candidate.behind
    institution = behind is not None and behind.kind > 0 and bool(behind.kind & ORGANISATION)
    if institution and not candidate.run.zone.capitals:
        return False
    return candidate.size > 1 or not candidate.tokens[-1].kind & PLACE


def may_be_slip(candidate: Candidate) -> bool:
    """Tell whether a word that nothing is known of may be a misspelt surname."""
    if candidate.run.zone.part is PartKind.ATTENTION:  # where a user name is like a surname
        return False
    return candidate.size == 1 and not candidate.tokens[-1].kind & (NO_NAME | GIVEN | SURNAME)


def people(
    parsed: ParsedCable, gathering: Gathering, placed: Sequence[Placed]
) -> tuple[FoundPerson, ...]:
    """Return the persons with their mentions, in the order of the first."""
    mentions: dict[int, list[FoundMention]] = {}
    for somebody, one in placed:
        mentions.setdefault(somebody.number, []).append(one)
    hidden = frozenset(protected_names(parsed.body))
    found = [
        person(gathering.people[number], sorted(ones, key=lambda one: one.start), hidden)
        for number, ones in mentions.items()
    ]
    return tuple(sorted(found, key=lambda one: one.mentions[0].start))


def person(
    somebody: Somebody, mentions: Sequence[FoundMention], hidden: frozenset[str]
) -> FoundPerson:
    """Return one person."""
    fullest = max(mentions, key=fullness)
    royal = royal_title(fullest, mentions)
    return FoundPerson(
        name=written(royal + in_order(fullest.printed)),
        surname_only=(somebody.surname_only or is_double_surname(mentions)) and not royal,
        forms=tuple(dict.fromkeys(one.printed for one in mentions)),
        mentions=tuple(mentions),
        titles=tuple(dict.fromkeys(one.title for one in mentions if one.title)),
        protected=bool(hidden) and any(one.printed in hidden for one in mentions),
    )


def is_double_surname(mentions: Sequence[FoundMention]) -> bool:
    """Tell whether a person is known by a signature of two surnames alone: `SCHREIBER HUGHES`."""
    first = mentions[0].printed.split()[0]
    return all(one.role == SIGNER for one in mentions) and not kind(first) & (GIVEN | INITIAL)


def royal_title(fullest: FoundMention, mentions: Sequence[FoundMention]) -> str:
    """Return the title that belongs to a first name alone: `Prince ` of `Prince Andrew`."""
    if not all(kind(word) & GIVEN for word in fullest.printed.split()):
        return ""
    titles = (one.title.split()[-1] for one in mentions if one.title)
    return next((f"{title.capitalize()} " for title in titles if title.lower() in ROYAL), "")


def fullness(one: FoundMention) -> tuple[int, int, bool, bool, int]:
    """Rank a form of a name: most words, initials too, not in capitals, spelt as found first."""
    key = key_of(in_order(one.printed))
    return (
        len(core(key)),
        len(key),
        one.rule != "surname misspelt",
        not one.printed.isupper(),
        -one.start,
    )
