"""The lines between the classification line and the first paragraph."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from cables.parser import captions, labeled_lines
from cables.parser.labeled_lines import LabeledEntry
from cables.parser.lines import Line
from cables.parser.tiling import Claim
from cables.parser.values import PartKind

MIN_PROSE_LENGTH: Final = 55
"""A line longer than this that no rule recognizes is prose."""
MAX_UNKNOWN_LINES: Final = 1
"""More short lines than this after the subject are the text of a cable without numbers."""


class Preamble(NamedTuple):
    """The labeled entries and the lines around them."""

    entries: tuple[tuple[LabeledEntry, int], ...]
    """Each with its line number."""
    captions: tuple[str, ...]
    attention: tuple[str, ...]
    claims: tuple[Claim, ...]
    end_index: int
    """Index of the first line after the labels."""


def read_preamble(lines: Sequence[Line], *, numbered: bool) -> Preamble:
    """Read the lines before the first paragraph.

    Args:
        lines: Those lines, or in a cable without numbers all lines of its body.
        numbered: Whether a numbered paragraph follows. If not, the first prose after a label
            ends the preamble.
    """
    builder = _PreambleBuilder(desks=any(labeled_lines.match_label(line.text) for line in lines))
    index_of = {line.full_start: at for at, line in enumerate(lines)}
    for entry, line in labeled_lines.read_labeled_entries(lines):
        at = index_of[line.full_start]
        if entry:
            builder.add_entry(entry, line, _index_after(lines, at, entry.end))
        elif builder.add_line(line, at, set_apart=_is_set_apart(lines, at)) and not numbered:
            break
    return Preamble(
        tuple(builder.entries),
        tuple(dict.fromkeys(builder.captions)),
        tuple(builder.attention),
        tuple(builder.claims),
        builder.end_index,
    )


def _is_set_apart(lines: Sequence[Line], at: int) -> bool:
    """Return whether no line of words is next to a line."""
    around = (lines[index] for index in (at - 1, at + 1) if 0 <= index < len(lines))
    return not any(line.text for line in around)


class _PreambleBuilder:
    """What the lines read so far have given."""

    def __init__(self, *, desks: bool) -> None:
        self.entries: list[tuple[LabeledEntry, int]] = []
        self.captions: list[str] = []
        self.attention: list[str] = []
        self.claims: list[Claim] = []
        self.end_index = 0
        self.desks = desks
        """Whether a line of capitals is an attention line: before the first label, if there is one,
        and right below another attention line."""
        self.labels_ahead = desks
        self.prose = False
        self.below_subject = False
        self.unknown = 0
        """Lines after the subject that no rule recognizes."""

    def add_entry(self, entry: LabeledEntry, line: Line, next_index: int) -> None:
        self.entries.append((entry, line.number))
        self.claims.append(Claim(entry.label_start, entry.end, entry.kind))
        self.end_index = self.end_index if self.prose else next_index
        self.below_subject = self.below_subject or entry.kind is PartKind.SUBJECT
        self.desks = self.labels_ahead = False

    def add_line(self, line: Line, at: int, *, set_apart: bool) -> bool:
        """Add a line without a label; return whether it is prose, which ends a preamble."""
        elsewhere = set_apart or not self.below_subject
        claim, codes, desk = _unlabeled(line, desks=self.desks, elsewhere=elsewhere)
        self.captions += codes
        if not self.entries and captions.is_official_use_line(line.text):
            self.captions.append("SBU")
        self.attention += [desk] if desk else []
        if claim:
            self.claims.append(claim)
            self.end_index = self.end_index if self.prose else at + 1
        elif line.text:
            self.unknown += self.below_subject
            self.prose = self.prose or (bool(self.entries) and len(line.text) > MIN_PROSE_LENGTH)
        self.labels_ahead = self.labels_ahead and (bool(claim) or not line.text)
        self.desks = bool(desk) or self.labels_ahead
        return self.prose or self.unknown > MAX_UNKNOWN_LINES


def complete_preamble(own: Preamble, others: Iterable[Preamble]) -> Preamble:
    """Add the labels that only another copy of the cable has.

    An excerpt before the full text often has the SUBJECT and REF that the full text lost
    (08KYIV1627).
    """
    entries, claims = list(own.entries), list(own.claims)
    codes = dict.fromkeys(own.captions)
    for preamble in others:
        kinds = {entry.kind for entry, _ in entries}
        entries += [item for item in preamble.entries if item[0].kind not in kinds]
        claims += preamble.claims
        codes |= dict.fromkeys(preamble.captions)
    return own._replace(entries=tuple(entries), claims=tuple(claims), captions=tuple(codes))


def _index_after(lines: Sequence[Line], at: int, end: int) -> int:
    """Return the index of the first line that begins after an entry's end."""
    while at < len(lines) and lines[at].full_start < end:
        at += 1
    return at


def _unlabeled(
    line: Line, *, desks: bool, elsewhere: bool
) -> tuple[Claim | None, tuple[str, ...], str]:
    """Return what a line without a label is: its claim, captions and attention line.

    Args:
        line: The line.
        desks: Whether any line of capitals is an attention line here.
        elsewhere: Whether an attention line that names its desk may be here.
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
