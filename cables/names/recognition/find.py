"""Find the persons of a cable: the stages in the order in which they happen."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from cables.names.protection import protected_names
from cables.names.recognition.attention_lines import detect_in_attention_lines
from cables.names.recognition.bare_surnames import detect_bare_surnames
from cables.names.recognition.candidates import Candidate
from cables.names.recognition.candidates import cut_candidates as cut
from cables.names.recognition.capitalized_runs import FILL, fill_page_marks, find_runs, find_zones
from cables.names.recognition.context_after import is_thing_name
from cables.names.recognition.coreference import ClusterIndex, NameCluster
from cables.names.recognition.display_form import collapse_whitespace, readable_name
from cables.names.recognition.evidence import Detection, detect_by_evidence, detect_speakers
from cables.names.recognition.exclusions import is_false_positive
from cables.names.recognition.header_people import role_mentions
from cables.names.recognition.lists import (
    detect_between_people,
    detect_list_items,
    detect_list_neighbors,
    detect_surname_first,
)
from cables.names.recognition.name_keys import WordKey, core_words, word_key
from cables.names.recognition.proposals import detect_proposed
from cables.names.recognition.title_conflicts import clean_title, is_highest_office, shared_surnames
from cables.names.recognition.values import SIGNER, FoundMention, FoundPerson
from cables.names.recognition.word_kinds import (
    GIVEN,
    INITIAL,
    NON_NAME_KINDS,
    ORGANIZATION,
    PLACE,
    SUFFIXES,
    SURNAME,
    word_kind,
)
from cables.parser.values import ParsedCable, PartKind

ROYAL: Final = frozenset({"king", "queen", "prince", "princess"})
"""Titles that stand before a first name."""


class KeyedMention(NamedTuple):
    """A mention, and the name by which it is compared."""

    mention: FoundMention
    key: WordKey


ClusterMention = tuple[NameCluster, FoundMention]


def find_people(
    parsed: ParsedCable, proposed_spans: Iterable[tuple[int, int]] = ()
) -> tuple[FoundPerson, ...]:
    """Return the persons of a cable in the order of their first mention.

    Args:
        parsed: The cable.
        proposed_spans: Offsets into the parsed text where something else sees names, such as
            `model.proposals`; those that pass the filter of the rules are added.
    """
    text = fill_page_marks(parsed)
    everything = [
        candidate for run in find_runs(text, list(find_zones(parsed))) for candidate in cut(run)
    ]
    roles = [KeyedMention(one, _role_key(one)) for one in role_mentions(parsed)]
    taken = [(one.mention.start, one.mention.end) for one in roles]
    free = [one for one in everything if not _overlaps(one, taken)]
    finds = _detect_all(text, free, proposed_spans)
    named = [
        *roles,
        *(KeyedMention(_mention_from(text, find), _detection_key(text, find)) for find in finds),
    ]
    gathering, placed = _cluster_mentions(named, shared_surnames(text))
    ends = {token.start for find in finds for token in find.candidate.tokens}
    placed += _repeated_mentions(text, [one for one in free if one.start not in ends], gathering)
    return _found_people(parsed, gathering, placed)


def _overlaps(candidate: Candidate, taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a candidate stands where a role was read."""
    return any(start < candidate.end and candidate.start < end for start, end in taken)


def _detect_all(
    text: str, free: Sequence[Candidate], spans: Iterable[tuple[int, int]] = ()
) -> list[Detection]:
    """Return the finds of all rules, each place once, in the order of the text."""
    finds = list(detect_by_evidence(text, free))
    starts = {find.candidate.start for find in finds}
    for more in (
        detect_surname_first(text, free),
        detect_in_attention_lines(text, free, starts),
        detect_proposed(text, free, spans),
        detect_speakers(text, free),
        detect_bare_surnames(text, free),
    ):
        for find in more:
            if find.candidate.start not in starts:
                starts.add(find.candidate.start)
                finds.append(find)
    finds += list(detect_list_neighbors(text, free, finds))
    finds += list(detect_list_items(text, free, finds))
    finds += list(detect_between_people(text, free, finds))
    finds = [find for find in finds if not is_false_positive(text, find)]
    return _trim_heading_verbs(sorted(finds, key=lambda find: find.candidate.start))


def _trim_heading_verbs(finds: Sequence[Detection]) -> list[Detection]:
    """Cut what follows a surname in a heading of capitals: `PRESIDENT SARKOZY ARTICULATES`.

    The text below names the person by that surname, and nothing else tells the verb from a name.
    """
    surnames = {_last_word(find) for find in finds if not find.candidate.run.zone.all_caps}
    kept: list[Detection] = []
    for find in finds:
        one = find.candidate
        heads = one.tokens[0].word.lower()
        if one.run.zone.all_caps and len(one.tokens) > 1 and heads in surnames:
            find = find._replace(candidate=one._replace(tokens=one.tokens[:1]))  # noqa: PLW2901
        kept.append(find)
    return kept


def _last_word(find: Detection) -> str:
    """Return the last word of a name in small letters."""
    return find.candidate.tokens[-1].word.lower()


def _mention_from(text: str, find: Detection) -> FoundMention:
    """Return the mention that a find is."""
    start, end = find.candidate.start, find.candidate.end
    return FoundMention(
        start=start,
        end=end,
        printed=_printed_text(text, start, end),
        title=clean_title(find.title),
        rule=find.rule,
        paragraph=find.candidate.run.zone.paragraph,
    )


def _printed_text(text: str, start: int, end: int) -> str:
    """Return the words of a stretch, page marks left out."""
    return collapse_whitespace(text[start:end].replace(FILL, " "))


def _detection_key(text: str, find: Detection) -> WordKey:
    """Return the key of a find's name."""
    return word_key(_surname_last(_printed_text(text, find.candidate.start, find.candidate.end)))


def _role_key(one: FoundMention) -> WordKey:
    """Return the key of a role's name; a TAGS line writes the surname first."""
    return word_key(_surname_last(one.printed))


def _surname_last(printed: str) -> str:
    """Return a printed name with the surname last, or with the suffix after a comma last."""
    surname, comma, given = printed.partition(",")
    if given.strip(" .").lower() in SUFFIXES:
        return f"{surname} {given.strip()}"
    return f"{given.strip()} {surname.strip()}" if comma else printed


def _cluster_mentions(
    named: Sequence[KeyedMention], shared: frozenset[str] = frozenset()
) -> tuple[ClusterIndex, list[ClusterMention]]:
    """Join names to persons: full names first, then surnames in the order of the text.

    Of the surnames those with the highest titles go before the rest: somebody who is known by
    nothing else, `President Arias`, is then there to be named again, above the title too.
    """
    gathering = ClusterIndex(shared)
    placed: list[ClusterMention] = []
    for one in named:
        if not _is_alone(one.key):
            somebody = gathering.add_full_name(one.key, one.mention.title)
            placed.append((somebody, one.mention))
    for somebody, one_mention in placed:
        somebody.add_position(one_mention.start)
    for one in sorted(
        named, key=lambda one: (not is_highest_office(one.mention.title), one.mention.start)
    ):
        if _is_alone(one.key):
            somebody = gathering.add_surname(one.key, one.mention.title, one.mention.start)
            somebody.add_position(one.mention.start)
            placed.append((somebody, one.mention))
    return gathering, placed


def _is_alone(key: WordKey) -> bool:
    """Tell whether a name is a surname alone, with particles or without: `del Villar`."""
    return len(key) == 1 or (len(core_words(key)) == 1 and all(len(word) > 1 for word in key))


def _repeated_mentions(
    text: str, free: Sequence[Candidate], gathering: ClusterIndex
) -> Iterator[ClusterMention]:
    """Yield the places that name a person of the cable again by less than the full name."""
    for candidate in free:
        key = word_key(_printed_text(text, candidate.start, candidate.end))
        repeats = _may_repeat(candidate) and not (
            candidate.size > 1 and is_thing_name(text, candidate)
        )
        somebody = gathering.find_repeated(key, candidate.start) if repeats else None
        rule = "name again" if len(core_words(key)) > 1 else "bare surname"
        if somebody is None and _may_be_slip(candidate):
            somebody = gathering.find_misspelled(key, candidate.start)
            rule = "surname misspelt"
        if somebody is not None:
            somebody.add_position(candidate.start)
            yield somebody, _mention_from(text, Detection(candidate, "", rule))


def _may_repeat(candidate: Candidate) -> bool:
    """Tell whether a word may name somebody again; institutions named after persons do not."""
    behind = candidate.next_token
    institution = behind is not None and behind.kind > 0 and bool(behind.kind & ORGANIZATION)
    if institution and not candidate.run.zone.all_caps:
        return False
    return candidate.size > 1 or not candidate.tokens[-1].kind & PLACE


def _may_be_slip(candidate: Candidate) -> bool:
    """Tell whether a word that nothing is known of may be a misspelt surname."""
    if candidate.run.zone.part_kind is PartKind.ATTENTION:  # where a user name is like a surname
        return False
    return candidate.size == 1 and not candidate.tokens[-1].kind & (
        NON_NAME_KINDS | GIVEN | SURNAME
    )


def _found_people(
    parsed: ParsedCable, gathering: ClusterIndex, placed: Sequence[ClusterMention]
) -> tuple[FoundPerson, ...]:
    """Return the persons with their mentions, in the order of the first."""
    mentions: dict[int, list[FoundMention]] = {}
    for somebody, one in placed:
        mentions.setdefault(somebody.number, []).append(one)
    hidden = frozenset(protected_names(parsed.body))
    found = [
        _found_person(gathering.clusters[number], sorted(ones, key=lambda one: one.start), hidden)
        for number, ones in mentions.items()
    ]
    return tuple(sorted(found, key=lambda one: one.mentions[0].start))


def _found_person(
    somebody: NameCluster, mentions: Sequence[FoundMention], hidden: frozenset[str]
) -> FoundPerson:
    """Return one person."""
    fullest = max(mentions, key=_fullness)
    royal = _royal_title(fullest, mentions)
    return FoundPerson(
        name=readable_name(royal + _surname_last(fullest.printed)),
        surname_only=(somebody.surname_only or _is_double_surname(mentions)) and not royal,
        forms=tuple(dict.fromkeys(one.printed for one in mentions)),
        mentions=tuple(mentions),
        titles=tuple(dict.fromkeys(one.title for one in mentions if one.title)),
        protected=bool(hidden) and any(one.printed in hidden for one in mentions),
    )


def _is_double_surname(mentions: Sequence[FoundMention]) -> bool:
    """Tell whether a person is known by a signature of two surnames alone: `SCHREIBER HUGHES`."""
    first = mentions[0].printed.split()[0]
    return all(one.role == SIGNER for one in mentions) and not word_kind(first) & (GIVEN | INITIAL)


def _royal_title(fullest: FoundMention, mentions: Sequence[FoundMention]) -> str:
    """Return the title that belongs to a first name alone: `Prince ` of `Prince Andrew`."""
    if not all(word_kind(word) & GIVEN for word in fullest.printed.split()):
        return ""
    titles = (one.title.split()[-1] for one in mentions if one.title)
    return next((f"{title.capitalize()} " for title in titles if title.lower() in ROYAL), "")


def _fullness(one: FoundMention) -> tuple[int, int, bool, bool, int]:
    """Rank a form of a name: most words, initials too, not in capitals, spelt as found first."""
    key = word_key(_surname_last(one.printed))
    return (
        len(core_words(key)),
        len(key),
        one.rule != "surname misspelt",
        not one.printed.isupper(),
        -one.start,
    )
