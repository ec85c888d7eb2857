"""The labeled lines above the text: E.O., TAGS, SUBJECT, REF, Classified By."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from cables.facts import tags as tag_facts
from cables.parser import captions
from cables.parser.lines import MARGIN, Line
from cables.parser.references import names_cable_across
from cables.parser.values import PartKind

NUMBER: Final = r"""
    [O0] [.,]? :? [ ]{0,2} \d{4,6} (?!\d)
    (?! [ ,;:]{0,3} (?: (?i:REASON|SECTION) | 1\.[3-9] ) )
"""
"""An order's number, unless reasons follow, as on a line of Classified By (05ANKARA3199)."""
ORDER: Final = rf"E [.,]? [ ]? {NUMBER}"
"""Examples: `E.O. 12958`, `EO 12958`, `E.0. 12958` (06BRASILIA478), `E.O.: 12958`
(08RIODEJANEIRO19)."""

LABELS: Final = {
    PartKind.EXECUTIVE_ORDER: re.compile(rf"(?: {ORDER} | DECL: )", re.VERBOSE | re.IGNORECASE),
    PartKind.TAGS: re.compile(
        r"""TA[GO]S? (?: [ ]? / [ ]? TAGS? )? (?: [ ]? [:;,\-] | (?=[\s\xa0]) | $ )
        | (?: T?A?GE?S | TA[A-Z]?S ) [ ]? [:;,] (?= [ ]{0,3} [A-Z]{2,4} \b )""",
        re.VERBOSE | re.IGNORECASE,
    ),
    PartKind.SUBJECT: re.compile(
        r"(?: S?UBJ | USBJ | SUJB | SUBEJ ) (?:ECT)? S? (?: [ ]? [:;.] | (?=[ ]+[A-Z(\"]) | $ )",
        re.VERBOSE | re.IGNORECASE,
    ),
    PartKind.REFERENCES: re.compile(
        r"""
        REF (?:ERENCE|TEL)? (?:S|\(S\))?
        (?: [ ]? [:;] | [.]? (?= [ ]+ (?: [(]? [A-Z] [).:] | \d\d [ ] | [A-Z ]{3,30} [ ] \d ) ) )
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
    PartKind.CLASSIFIED_BY: re.compile(
        r"""(?: 1\.[ ]{0,3} )? (?: \([UCS]\)[ ]{0,2} )? [(]? (?: DERIVATIVELY[ ] )?
        (?: CLASSIFIED | CLASSIFICATION ) [ ]{1,2} BY \b""",
        re.VERBOSE | re.IGNORECASE,
    ),
}
"""Examples: `TAGS: PREL` and `TAG/TAGS PREL`; `SUBJ:`; `REFTELS:` and `Ref A.`; `UBJ:` without
its first letter; `TAS: ECON`, `AGS: PGOV` (07BUENOSAIRES1673); `CLASSIFIED BY
AMBASSADOR` (02BOGOTA3281)."""

INLINE: Final = re.compile(
    rf"""
    E [.,] [ ]? {NUMBER} [ ]? :?
    | REFS? : (?= [ \t]* \n ) | Ref\(s\) :                # AMCITREF: (06ISLAMABAD22025)
    | (?<![A-Za-z]) Refs? :
      (?= [ ]{{0,2}} (?: [(\[]? A [)\].: ] | (?: \d\d [ ] )? [A-Z][a-z]{{2,12}} [ ] \d ) )
    | (?<![A-Za-z]) (?: TAGS | SUBJECT | SUBJ | REFS? | REFTELS? | C(?i:lassified)[ ](?i:by) ) :
    """,
    re.VERBOSE,
)
"""Labels inside an unwrapped line; the colon is required. Example: `SIPDIS E.O. 12958: DECL:
12/10/2017 TAGS: EPET` (07RIYADH2441)."""

LABELED_LINE: Final = re.compile(
    r"(?: E[.,][ ]?[Oo0][.,]?:?[ ]{0,2}\d{4,6} | DECL: | ^SUBJ(?:ECT)?[ ]?: ) [^\n]{1,600}",
    re.VERBOSE | re.MULTILINE,
)
INSIDE_LABELED_LINE: Final = re.compile(
    r"""
    (?<![A-Za-z]) (?i: T?A?GE?S | TA[A-Z]?S | TAG | SUBJ(?:ECT)? ) : [ ]
    | REFS? : (?= [ ]? (?: [(]? [A-Z] [).] | \d\d [ ] | [A-Z][A-Z ]{2,24} [ ] \d ) )
    | C(?i:lassified)[ ](?i:by) :
    """,
    re.VERBOSE,
)
"""Labels on the E.O. or SUBJECT line, in any case or with no space before them. Example: `decl:
01/07/2014 Tags: prel` (04ANKARA348)."""

PROSE_AFTER_LABEL: Final = re.compile(
    r"""
    (?: ^[ \t]{0,3} | [ ] ) (?: REF[A-Z]{0,4} | Ref\(s\) | C(?i:lassified)[ ](?i:by) ) :
    [^\n]{3,300}?
    (?: (?<! 1\.[3-9] ) (?<! [Aa][Nn][Dd] ) [ ]{1,4}
        (?P<marked> (?: --? [ ]? )? \( (?:U|C|S|SBU|S/NF|C/NF) \) [ ]{1,3}
          (?= ["'(]? [A-Z] [^\n]{0,40}? [ ] [a-z]{2} | THIS[ ] ) )
      | (?<= \d ) [ ]{1,4} (?P<plain> [A-Z][a-z]* (?: [ ] [a-z]+ ){2} )
      | [ ]{1,4} (?P<opening> As[ ]requested[ ] | Sensitive[ ]But[ ]Unclassified\b ) )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Prose on the same line as the REF entries or Classified By of a cable without numbers. Examples:
`REF: STATE 74305  (SBU) According to FCO` (08LONDON1870), `for reason 1.4(d) (C) We delivered`
(09CAIRO1739), `REF: SECSTATE 102414 We delivered points` (08CAIRO2099), `Ref(s): ... and previous
Sensitive But Unclassified - ` (08RIODEJANEIRO165)."""

ORDER_CONTINUATION: Final = re.compile(r"DECL|\d{1,2}/|DNG|N/A|REASON|RELEAS", re.IGNORECASE)
RULE: Final = re.compile(r"[-=_*~][-=_*~ \t]{2,}")
INLINE_RULE: Final = re.compile(r"[ \t]-{4,}")
PAGE_MARK: Final = re.compile(
    r"[A-Z][A-Z'. ]{1,30} \d{8}[ \t]{1,4}\d{3}(?:\.\d)? OF \d{3}|PAGE +\d\d "
)
REFERENCE_LINE: Final = re.compile(
    r"[¶\ufffd]? (?: [(]? [A-Z] (?: [.)] | [ ]?: ) | (?:19|20)?\d\d [ ] [A-Z]{3} )",
    re.VERBOSE | re.IGNORECASE,
)
"""Another entry of the REF lines. Examples: `B. STATE 123352`, `(B) 08 STATE 1`."""
REASONS: Final = re.compile(r"1\.[3-9]\s?\(?[A-H1-9]|[(][A-H][)]\s*\.?\s*$", re.IGNORECASE)
REASONS_CONTINUATION: Final = re.compile(
    r"1\.\d|\(?[a-h]\)|REASON|FOR REASON|AND\b|N?D[ ]\(?[a-h]\)|,", re.IGNORECASE
)
"""More reasons on the next line; the AND before them may be split (`an` / `d (d)`, 08JEDDAH84)."""
NOT_SUBJECT: Final = re.compile(r"REF(?:S|TELS?)?\b|RE:|\W|.*\.{3}|[A-Z ]+ \d{8}")
"""Below a subject: a misspelled REF, a rule, a line cut off, a page line."""
UNFINISHED: Final = re.compile(
    r"\b(?:A|AND|AS|AT|BY|FOR|FROM|IN|OF|ON|THE|TO|WITH)\Z", re.IGNORECASE
)
"""Words that no subject ends with if more follows: `OFFICER TO` / `PROTECT A RELATIVE`
(07DUSHANBE1420)."""
LOWERCASE_WORD: Final = re.compile(r"\b[a-z]{2,}")
MAX_WRAPPED_LINE_LENGTH: Final = 75
"""The longest line of a telegram."""
MAX_REFERENCE_LINE_LENGTH: Final = 250
"""After a blank line, a longer line that begins with a letter is prose: `I. Key Objectives and ...`
(08LONDON2757)."""
MAX_SUBJECT_LINES: Final = 7
"""More lines than any subject has."""


class LabeledEntry(NamedTuple):
    """One label with what follows it."""

    kind: PartKind
    label_start: int
    start: int
    """Where the words after the label begin."""
    end: int


def match_label(text: str) -> tuple[PartKind, int] | None:
    """Return the label at the start of a line, and where its words begin; None without one."""
    for kind, pattern in LABELS.items():
        match = pattern.match(text)
        if match and (kind is not PartKind.EXECUTIVE_ORDER or match.end() > len("DECL:")):
            return kind, match.end() if kind is not PartKind.EXECUTIVE_ORDER else 0
    return None


def inline_label_offsets(text: str, start: int, end: int) -> list[int]:
    """Return where labels, or prose after them, begin inside lines."""
    labels = [match.start() for match in INLINE.finditer(text, start, end)]
    prose = PROSE_AFTER_LABEL.finditer(text, start, end)
    labels += [match.start(match.lastgroup or 0) for match in prose]
    labels += [
        label.start()
        for line in LABELED_LINE.finditer(text, start, end)
        for label in INSIDE_LABELED_LINE.finditer(text, line.start() + 1, line.end())
    ]
    return labels


def read_labeled_entries(lines: Sequence[Line]) -> Iterator[tuple[LabeledEntry | None, Line]]:
    """Yield each labeled entry with its first line, and None with each line outside entries.

    Args:
        lines: The lines between the classification line and the first paragraph, cut at labels
            inside lines.
    """
    at = 0
    while at < len(lines):
        line = lines[at]
        match = match_label(line.text)
        if not match:
            yield None, line
            at += 1
            continue
        kind, skipped = match
        last = CONTINUATION_RULES[kind](lines, at, skipped)
        start = line.start + skipped
        start += len(line.text[skipped:]) - len(line.text[skipped:].lstrip(MARGIN + ":;"))
        yield LabeledEntry(kind, line.start, start, max(lines[last].end, start)), line
        at = last + 1


def _order(lines: Sequence[Line], first: int, skipped: int) -> int:
    del skipped
    following = lines[first + 1].text if first + 1 < len(lines) else ""
    return first + 1 if ORDER_CONTINUATION.match(following) else first


def _tags(lines: Sequence[Line], first: int, skipped: int) -> int:
    last = first
    empty = not lines[first].text[skipped:].strip(MARGIN + ":")
    after_blank = False
    for at in range(first + 1, len(lines)):
        text = lines[at].text
        before = lines[last].text
        in_parentheses = before.rfind("(") > before.rfind(")")
        open_ended = empty or in_parentheses or before.endswith((",", ";"))
        if not text or _is_caption(text):
            after_blank = True
            if not open_ended:
                break
            continue
        interrupted = lines[at].number == lines[last].number  # by a page line (95LIMA2475)
        expected = interrupted or (open_ended and not after_blank)
        if match_label(text) or RULE.match(text) or not (expected or _all_tags(text)):
            break
        last, empty, after_blank = at, False, False
    return last


def _is_caption(text: str) -> bool:
    _, end = captions.leading_codes(text)
    return end == len(text)


def _all_tags(text: str) -> bool:
    words = re.findall(r"[^\s,;]+", text)
    known = sum(tag_facts.find_tag(word) is not None for word in words)
    return known * 2 > len(words)


def _subject(lines: Sequence[Line], first: int, skipped: int) -> int:
    last = first
    words = lines[first].text[skipped:].strip(MARGIN + ":")
    capitals = bool(words) and not LOWERCASE_WORD.search(words)
    if INLINE_RULE.search(words):
        return first
    for at in range(first + 1, min(len(lines), first + MAX_SUBJECT_LINES)):
        text = lines[at].text
        if PAGE_MARK.match(text):
            continue
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        if not text and words:
            if not _subject_goes_on(lines, at, words):
                break
            continue
        if match_label(text) or RULE.match(text) or RULE.fullmatch(following):
            break
        if captions.is_handling_line(text) and not UNFINISHED.search(words):
            break
        if words and capitals and LOWERCASE_WORD.search(text):
            break
        if text:
            capitals = capitals or (not words and not LOWERCASE_WORD.search(text))
            words, last = text, at
    return last


def _subject_goes_on(lines: Sequence[Line], blank: int, words: str) -> bool:
    """Return whether below a blank line is the rest of a subject, and then the next label.

    Example: `WAITING AND WATCHING: NORTH KOREA AFTER CURRENCY`, blank line, `REFORM`
    (10SHENYANG4).
    """
    below = [line.text for line in lines[blank : blank + MAX_SUBJECT_LINES] if line.text]
    label = match_label(below[1]) if len(below) > 1 else None
    if not label or label[0] not in {PartKind.REFERENCES, PartKind.CLASSIFIED_BY}:
        return False
    rest = below[0]
    return (
        rest != words
        and len(rest) < MAX_WRAPPED_LINE_LENGTH
        and rest.isupper() == words.isupper()
        and not match_label(rest)
        and not NOT_SUBJECT.match(rest)
        and not captions.leading_codes(rest)[0]
        and not captions.is_attention_line(rest)
    )


def _references(lines: Sequence[Line], first: int, skipped: int) -> int:
    last = first
    after_blank = False
    has_entry = bool(lines[first].text[skipped:].strip(MARGIN + ":"))
    for at in range(first + 1, len(lines)):
        text = lines[at].text
        if not text:
            after_blank = has_entry
            continue
        if PAGE_MARK.match(text):
            continue
        before = lines[last].text
        open_ended = before.endswith((";", ",")) or names_cable_across(before, text)
        entry = REFERENCE_LINE.match(text) and len(text) < MAX_REFERENCE_LINE_LENGTH
        apart = after_blank and not open_ended and not entry
        if match_label(text) or RULE.match(text) or captions.is_handling_line(text) or apart:
            break
        if _is_cut_off(lines, at):
            break
        if not after_blank and has_entry and not _continues_references(lines[last].text, text):
            break
        last, after_blank, has_entry = at, False, True
    return last


def _is_cut_off(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line is the prose that was cut off after a label's words."""
    return (
        lines[at].number == lines[at - 1].number and lines[at].full_start == lines[at - 1].full_end
    )


def _continues_references(before: str, text: str) -> bool:
    """Return whether a line still belongs to the REF lines, no blank line being between."""
    if REFERENCE_LINE.match(text) or before.endswith((",", ";", "AND", "&")):
        return True
    return (
        bool(re.search(r"\d{2,6}|NOTAL|E-?MAIL|PREVIOUS|SERIES", text, re.IGNORECASE))
        and len(text) < MAX_WRAPPED_LINE_LENGTH
    )


def _classified_by(lines: Sequence[Line], first: int, skipped: int) -> int:
    del skipped
    last = first
    words = lines[first].text
    for at in range(first + 1, min(len(lines), first + 9)):
        text = lines[at].text
        if match_label(text) or RULE.match(text) or _is_cut_off(lines, at):
            break
        if REASONS.search(words) and not REASONS_CONTINUATION.match(text):
            break
        if not text:
            if REASONS.search(words):
                break
            continue
        if words.endswith("...") or (
            not lines[at - 1].text and not REASONS_CONTINUATION.match(text)
        ):
            break
        words, last = f"{words} {text}", at
    return last


CONTINUATION_RULES: Final[dict[PartKind, Callable[[Sequence[Line], int, int], int]]] = {
    PartKind.EXECUTIVE_ORDER: _order,
    PartKind.TAGS: _tags,
    PartKind.SUBJECT: _subject,
    PartKind.REFERENCES: _references,
    PartKind.CLASSIFIED_BY: _classified_by,
}
