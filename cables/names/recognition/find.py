"""Find the people named in a cable: the stages of recognition in order."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from cables.names.protection import protected_names
from cables.names.recognition import lists
from cables.names.recognition.attention_lines import detect_in_attention_lines
from cables.names.recognition.bare_surnames import detect_bare_surnames, detect_speakers
from cables.names.recognition.candidates import cut_candidates
from cables.names.recognition.capitalized_runs import FILL, fill_page_marks, find_runs, find_zones
from cables.names.recognition.context_after import is_thing_name
from cables.names.recognition.coreference import ClusterIndex, NameCluster
from cables.names.recognition.evidence import detect_by_evidence
from cables.names.recognition.filters import is_false_positive
from cables.names.recognition.header_people import role_mentions
from cables.names.recognition.language_model import detect_proposed
from cables.names.recognition.name_forms import (
    WordKey,
    collapse_whitespace,
    core_words,
    readable_name,
    word_key,
)
from cables.names.recognition.titles import clean_title, is_highest_office, shared_surnames
from cables.names.recognition.values import SIGNER, Candidate, Detection, FoundMention, FoundPerson
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
"""Titles that come before a first name."""
MISSPELLED: Final = "misspelled surname"


class KeyedMention(NamedTuple):
    """A mention, and the key by which its name is compared."""

    mention: FoundMention
    key: WordKey


Detector = Callable[[str, Sequence[Candidate], Sequence[Detection]], Iterator[Detection]]
ClusterMention = tuple[NameCluster, FoundMention]


def find_people(
    parsed: ParsedCable, proposed_spans: Iterable[tuple[int, int]] = ()
) -> tuple[FoundPerson, ...]:
    """Return the people named in a cable, in the order of their first mention.

    Args:
        parsed: The cable.
        proposed_spans: Offsets into the parsed text of names that something else sees, such as
            `language_model.propose_names`; those that pass the filters are added.
    """
    text = fill_page_marks(parsed)
    all_candidates = [
        candidate
        for run in find_runs(text, list(find_zones(parsed)))
        for candidate in cut_candidates(run)
    ]
    header_mentions = list(role_mentions(parsed))
    spans = sorted((mention.start, mention.end) for mention in header_mentions)
    candidates = [candidate for candidate in all_candidates if not _overlaps(candidate, spans)]
    detections = _detect_all(text, candidates, proposed_spans)
    mentions = [*header_mentions, *(_mention_from(text, detection) for detection in detections)]
    index, placed = _cluster_mentions(
        [KeyedMention(mention, _mention_key(mention)) for mention in mentions],
        shared_surnames(text),
    )
    detected = {token.start for detection in detections for token in detection.candidate.tokens}
    others = [candidate for candidate in candidates if candidate.start not in detected]
    placed += _repeated_mentions(text, others, index)
    return _found_people(parsed, index, placed)


def _detectors(proposed_spans: Iterable[tuple[int, int]]) -> tuple[Detector, ...]:
    """Return the detectors in order; each sees what those before it accepted."""
    return (
        detect_by_evidence,
        lists.detect_surname_first,
        detect_in_attention_lines,
        partial(detect_proposed, spans=proposed_spans),
        detect_speakers,
        detect_bare_surnames,
        lists.detect_list_neighbors,
        lists.detect_list_items,
        lists.detect_between_people,
    )


def _overlaps(candidate: Candidate, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether a candidate overlaps one of the spans, which are in order."""
    last_before = bisect_left(spans, (candidate.end, 0)) - 1
    return last_before >= 0 and candidate.start < spans[last_before][1]


def _detect_all(
    text: str, candidates: Sequence[Candidate], proposed_spans: Iterable[tuple[int, int]]
) -> list[Detection]:
    """Return what the detectors accept, each place once, in text order."""
    detections: dict[int, Detection] = {}
    for detector in _detectors(proposed_spans):
        for detection in detector(text, candidates, tuple(detections.values())):
            detections.setdefault(detection.candidate.start, detection)
    kept = [
        detection for detection in detections.values() if not is_false_positive(text, detection)
    ]
    return _trim_heading_verbs(sorted(kept, key=lambda detection: detection.candidate.start))


def _trim_heading_verbs(detections: Sequence[Detection]) -> list[Detection]:
    """Remove what follows a surname in a heading in capitals: `PRESIDENT SARKOZY ARTICULATES`.

    The text below uses that surname; nothing else distinguishes the verb from a name.
    """
    surnames = {
        detection.candidate.tokens[-1].word.lower()
        for detection in detections
        if not detection.candidate.run.zone.all_caps
    }
    return [_without_heading_verb(detection, surnames) for detection in detections]


def _without_heading_verb(detection: Detection, surnames: set[str]) -> Detection:
    candidate = detection.candidate
    if not candidate.run.zone.all_caps or candidate.tokens[0].word.lower() not in surnames:
        return detection
    return detection._replace(candidate=candidate._replace(tokens=candidate.tokens[:1]))


def _mention_from(text: str, detection: Detection) -> FoundMention:
    candidate = detection.candidate
    return FoundMention(
        start=candidate.start,
        end=candidate.end,
        printed=_printed_text(text, candidate),
        title=clean_title(detection.title),
        rule=detection.rule,
        paragraph=candidate.run.zone.paragraph,
    )


def _printed_text(text: str, candidate: Candidate) -> str:
    """Return the words of a candidate without page marks."""
    return collapse_whitespace(text[candidate.start : candidate.end].replace(FILL, " "))


def _mention_key(mention: FoundMention) -> WordKey:
    return word_key(_surname_last(mention.printed))


def _surname_last(printed: str) -> str:
    """Return `JANE ROE` for `ROE, JANE`, as a TAGS line writes it; a suffix stays last."""
    surname, comma, given = printed.partition(",")
    if given.strip(" .").lower() in SUFFIXES:
        return f"{surname} {given.strip()}"
    return f"{given.strip()} {surname.strip()}" if comma else printed


def _cluster_mentions(
    mentions: Sequence[KeyedMention], shared: frozenset[str]
) -> tuple[ClusterIndex, list[ClusterMention]]:
    """Assign names to persons: full names first, then surnames in text order.

    Surnames with the highest titles come before the other surnames, so that a person known by
    nothing else, `President Arias`, exists when the surname alone precedes the title.
    """
    index = ClusterIndex(shared)
    placed: list[ClusterMention] = []
    for mention, key in mentions:
        if not _is_surname_alone(key):
            placed.append((index.add_full_name(key, mention.title), mention))
    for cluster, mention in placed:
        cluster.add_position(mention.start)
    surnames = [keyed for keyed in mentions if _is_surname_alone(keyed.key)]
    for mention, key in sorted(surnames, key=_highest_office_first):
        cluster = index.add_surname(key, mention.title, mention.start)
        cluster.add_position(mention.start)
        placed.append((cluster, mention))
    return index, placed


def _highest_office_first(keyed: KeyedMention) -> tuple[bool, int]:
    return not is_highest_office(keyed.mention.title), keyed.mention.start


def _is_surname_alone(key: WordKey) -> bool:
    """Return whether a name is a surname, with or without particles: `del Villar`."""
    return len(key) == 1 or (len(core_words(key)) == 1 and all(len(word) > 1 for word in key))


def _repeated_mentions(
    text: str, candidates: Sequence[Candidate], index: ClusterIndex
) -> Iterator[ClusterMention]:
    """Yield the candidates that name a person of the cable again by part of the name."""
    for candidate in candidates:
        key = word_key(_printed_text(text, candidate))
        cluster = None
        if _may_repeat(candidate) and not (candidate.size > 1 and is_thing_name(text, candidate)):
            cluster = index.find_repeated(key, candidate.start)
        rule = "repeated name" if len(core_words(key)) > 1 else "bare surname"
        if cluster is None and _may_be_misspelled(candidate):
            cluster = index.find_misspelled(key, candidate.start)
            rule = MISSPELLED
        if cluster is not None:
            cluster.add_position(candidate.start)
            yield cluster, _mention_from(text, Detection(candidate, "", rule))


def _may_repeat(candidate: Candidate) -> bool:
    """Return whether a word may name a person again; institutions named after persons do not."""
    following = candidate.next_token
    institution = following and following.kind > 0 and following.kind & ORGANIZATION
    if institution and not candidate.run.zone.all_caps:
        return False
    return candidate.size > 1 or not candidate.tokens[-1].kind & PLACE


def _may_be_misspelled(candidate: Candidate) -> bool:
    """Return whether an unknown word may be a misspelled surname."""
    if candidate.run.zone.part_kind is PartKind.ATTENTION:  # user names resemble surnames there
        return False
    return candidate.size == 1 and not candidate.tokens[-1].kind & (
        NON_NAME_KINDS | GIVEN | SURNAME
    )


def _found_people(
    parsed: ParsedCable, index: ClusterIndex, placed: Sequence[ClusterMention]
) -> tuple[FoundPerson, ...]:
    mentions: dict[int, list[FoundMention]] = {}
    for cluster, mention in placed:
        mentions.setdefault(cluster.number, []).append(mention)
    protected = frozenset(protected_names(parsed.body))
    people = [
        _found_person(
            index.clusters[number], sorted(group, key=lambda mention: mention.start), protected
        )
        for number, group in mentions.items()
    ]
    return tuple(sorted(people, key=lambda person: person.mentions[0].start))


def _found_person(
    cluster: NameCluster, mentions: Sequence[FoundMention], protected: frozenset[str]
) -> FoundPerson:
    fullest = max(mentions, key=_fullness)
    royal_title = _royal_title(fullest, mentions)
    return FoundPerson(
        name=readable_name(royal_title + _surname_last(fullest.printed)),
        surname_only=not royal_title and (cluster.surname_only or _is_double_surname(mentions)),
        forms=tuple(dict.fromkeys(mention.printed for mention in mentions)),
        mentions=tuple(mentions),
        titles=tuple(dict.fromkeys(mention.title for mention in mentions if mention.title)),
        protected=any(mention.printed in protected for mention in mentions),
    )


def _is_double_surname(mentions: Sequence[FoundMention]) -> bool:
    """Return whether a signature of two surnames is all that is known: `SCHREIBER HUGHES`."""
    first_word = mentions[0].printed.split()[0]
    signed = all(mention.role == SIGNER for mention in mentions)
    return signed and not word_kind(first_word) & (GIVEN | INITIAL)


def _royal_title(fullest: FoundMention, mentions: Sequence[FoundMention]) -> str:
    """Return the title that a first name alone needs: `Prince ` of `Prince Andrew`."""
    if not all(word_kind(word) & GIVEN for word in fullest.printed.split()):
        return ""
    titles = (mention.title.split()[-1] for mention in mentions if mention.title)
    return next((f"{title.capitalize()} " for title in titles if title.lower() in ROYAL), "")


def _fullness(mention: FoundMention) -> tuple[int, int, bool, bool, int]:
    """Rank a form of a name: most words, then initials, spelling, mixed case and position."""
    key = _mention_key(mention)
    return (
        len(core_words(key)),
        len(key),
        mention.rule != MISSPELLED,
        not mention.printed.isupper(),
        -mention.start,
    )
