"""What stands between the classification line and the first paragraph."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cables.parser import captions, labeled_lines
from cables.parser.labeled_lines import LabeledEntry
from cables.parser.lines import Line
from cables.parser.tiling import Claim
from cables.parser.values import PartKind

MIN_PROSE_LENGTH: int = 55
"""A line longer than this that no rule knows is prose."""

MAX_UNKNOWN_LINES: int = 1
"""More short lines than this below the subject are the text of a cable without numbers."""


class Preamble(NamedTuple):
    """The labelled entries and the lines around them."""

    entries: tuple[tuple[LabeledEntry, int], ...]
    """Each with the number of its line."""
    captions: tuple[str, ...]
    attention: tuple[str, ...]
    claims: tuple[Claim, ...]
    end_index: int
    """Index of the first line behind the labels."""


def read_preamble(lines: Sequence[Line], *, numbered: bool) -> Preamble:
    """Read the lines before the first paragraph.

    Args:
        lines: Those lines, or in a cable without numbers all lines of its body.
        numbered: Whether a numbered paragraph follows. If not, the first prose behind a label
            ends the preamble.
    """
    found = _Found(desks=any(labeled_lines.match_label(line.text) for line in lines))
    index_of = {line.full_start: at for at, line in enumerate(lines)}
    for entry, line in labeled_lines.read_labeled_entries(lines):
        at = index_of[line.full_start]
        if entry:
            found.add_entry(entry, line, _behind(lines, at, entry.end))
        elif found.add_line(line, at, alone=_alone(lines, at)) and not numbered:
            break
    return Preamble(
        tuple(found.entries),
        tuple(dict.fromkeys(found.captions)),
        tuple(found.attention),
        tuple(found.claims),
        found.rest,
    )


def _alone(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line has blank lines or none round it."""
    around = (lines[index] for index in (at - 1, at + 1) if 0 <= index < len(lines))
    return not any(line.text for line in around)


class _Found:
    """What the lines before the first paragraph have given so far."""

    def __init__(self, *, desks: bool) -> None:
        self.entries: list[tuple[LabeledEntry, int]] = []
        self.captions: list[str] = []
        self.attention: list[str] = []
        self.claims: list[Claim] = []
        self.rest = 0
        self.desks = desks
        """Lines of capitals name desks: before the first label if there is one, and behind such a
        line."""
        self.prose = False
        self.below = False
        """A subject stands above."""
        self.loose = 0
        """Lines below the subject that no rule knows."""

    def add_entry(self, entry: LabeledEntry, line: Line, behind: int) -> None:
        self.entries.append((entry, line.number))
        self.claims.append(Claim(entry.label_start, entry.end, entry.kind))
        self.rest = self.rest if self.prose else behind
        self.below = self.below or entry.kind is PartKind.SUBJECT
        self.desks = False

    def add_line(self, line: Line, at: int, *, alone: bool) -> bool:
        """Add a line without a label; tell whether it is prose, which ends a preamble."""
        elsewhere = alone or not self.below
        claim, codes, desk = _unlabelled(line, desks=self.desks, elsewhere=elsewhere)
        self.captions += codes
        if not self.entries and captions.is_official_use_line(line.text):
            self.captions.append("SBU")
        self.attention += [desk] if desk else []
        if claim:
            self.claims.append(claim)
            self.rest = self.rest if self.prose else at + 1
        elif line.text:
            self.loose += self.below
            self.prose = self.prose or (bool(self.entries) and len(line.text) > MIN_PROSE_LENGTH)
        self.desks = bool(desk) or (self.desks and (bool(claim) or not line.text))
        return self.prose or self.loose > MAX_UNKNOWN_LINES


def complete_preamble(own: Preamble, others: Iterable[Preamble]) -> Preamble:
    """Add the labels that only another copy of the cable has.

    An excerpt before the whole often kept SUBJECT and REF where the whole lost them (08KYIV1627).
    """
    entries, claims = list(own.entries), list(own.claims)
    codes = dict.fromkeys(own.captions)
    for other in others:
        kinds = {entry.kind for entry, _ in entries}
        entries += [item for item in other.entries if item[0].kind not in kinds]
        claims += other.claims
        codes |= dict.fromkeys(other.captions)
    return own._replace(entries=tuple(entries), claims=tuple(claims), captions=tuple(codes))


def _behind(lines: Sequence[Line], at: int, end: int) -> int:
    """Return the index of the first line that begins behind an entry's end."""
    while at < len(lines) and lines[at].full_start < end:
        at += 1
    return at


def _unlabelled(
    line: Line, *, desks: bool, elsewhere: bool
) -> tuple[Claim | None, tuple[str, ...], str]:
    """Return what a line without a label is: its claim, its captions, its attention line.

    Args:
        line: The line.
        desks: Whether a line of capitals is an attention line here.
        elsewhere: Whether an attention line that names its desk may stand here.
    """
    if not line.text:
        return None, (), ""
    codes, end = captions.leading_codes(line.text)
    words = line.text[end:].strip()
    if codes and not words:
        return Claim(line.start, line.end, PartKind.CAPTION), codes, ""
    if captions.is_handling_line(line.text):
        return Claim(line.start, line.end, PartKind.CAPTION), (), ""
    named = elsewhere and captions.is_attention_line(words)
    if named or (desks and captions.is_all_capitals(words)):
        return Claim(line.start, line.end, PartKind.ATTENTION), codes, words
    if codes and captions.is_all_capitals(line.text):
        return Claim(line.start, line.end, PartKind.CAPTION), codes, ""
    return None, (), ""
