"""Headings on lines of their own between paragraphs, underlined or not."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from cables.parser import captions, markings
from cables.parser.lines import Line

RULE: Final = re.compile(r"[-=_*~\u2014][-=_*~\u2014 \t]{2,}")
"""Dashes or similar characters; long rules are broken at 45 characters (07MOSCOW849)."""
SHORT_RULES: Final = frozenset({"-", "--"})
"""The end of a long rule, or a whole one: `--` under `EU` (04ANKARA7211)."""
RULE_CHARACTERS: Final = "-=_*~\u2014"
RULED_LINE: Final = re.compile(
    r"""
    (?: [-=_*]{3,} [-=_* ]* [ ] )? (?P<title> [^\s\-=_*] .{1,170}? ) [ \t]{0,4}
        (?: [-=_*]{4,}+ [-=_* ]*+ | (?: -[ ] ){4,}+ -* )
    | -{5,} [- ]* [ ] (?P<after> [^\s\-=_*] .{1,170} )
    """,
    re.VERBOSE,
)
"""Heading and rule on one line. Example: `Summary -------` (05MUSCAT679)."""
INNER_RULE: Final = re.compile(r"(?:\A[.])?[ ]*[-=_*]{4,}[-=_* ]*")
"""A rule between two lines of a heading that were put on one (08LONDON2384)."""
AROUND_INNER_RULE: Final = re.compile(
    r"""[a-z]{3}[.!?]["')]{0,2}[ ]{0,4}-{4}|-{4}[- ]*[ ]\d{1,2}[.][ ]""", re.ASCII
)
"""A sentence before a rule, or a paragraph after it, which are no heading."""
SENTENCE_END: Final = re.compile(r"""[.!?:]["')\]\u201d]{0,3}\Z""")
SENTENCE_BEGINS: Final = re.compile(
    r"""[a-z]{2}[.!?]["')\u201d]{0,2}[ ]+(?!X{4})[A-Z][\w' ]{0,40}\Z"""
)
"""The first words of a heading at the end of a paragraph's line (10SEOUL248)."""
END_MARK: Final = re.compile(r"\b(?:SUMMARY|COMMENT|NOTE)\Z", re.IGNORECASE)
"""The end of `END SUMMARY` without its period (09PARIS1052)."""
FINAL_PERIOD: Final = re.compile(r"""(?:[,;]|(?<!\.\.)(?<!\.[A-Z])\.["')\u201d]?)\Z""")
COLUMNS: Final = re.compile(r"\S(?:[ ]{3,}|\t+)\S")
LIST_ITEM: Final = re.compile(
    r"""
    [-*•+>][ \t-]*\S | o[ ]+[A-Z]
    | [¶]?[(]? (?: [A-Za-z] | \d{1,2} (?: -\d{1,2} )? | [ivx]{1,4} ) [).][ \t)]
    """,
    re.VERBOSE,
)
NOT_HEADING: Final = re.compile(
    r"\W*(?:BEGIN|END(?![ -]USE)|UNQUOTE|QUOTE|CLASSIFIED|COMMENT ENDS|BT|REF|HTTPS?|WWW)\b"
    r"|FROM:|TO:|DATE:|DISTRIBUTION\b|.*@|.*\bfollowing:\Z",
    re.IGNORECASE,
)
"""What looks like a heading but is not. Example: `(END TEXT)`."""
SLASHED: Final = re.compile(r"/{2,}[ ]*(?P<title>[^\s/].{1,160}?)[ ]*/{2,}")
"""A heading between slashes. Example: `//BILATERAL RELATIONS//` (08MADRID1366)."""
REDACTION: Final = re.compile(r"[Xx]{4,}")
MARKED_PARAGRAPH: Final = re.compile(rf"{markings.MARKING} [ ]* \w", re.VERBOSE)
"""The first words of an unnumbered paragraph. Example: `(C) Like` (08BERN612)."""
LEVELS: Final = frozenset({"UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "LIMITED OFFICIAL USE"})
"""Levels at the foot of a page, which are not headings (1979LAPAZ09150)."""
WORD: Final = re.compile(r"[A-Za-z\u00c0-\u024f][\w'\u2019]*")
MAX_HEADING_LENGTH: Final = 80
"""Characters of a heading's line; a telegram's line has 55 to 75."""
MIN_HEADING_LENGTH: Final = 2
"""As in `EU` (04ANKARA7211)."""
MAX_UNWRAPPED_HEADING_LENGTH: Final = 110
MAX_RULED_HEADING_LENGTH: Final = 171
"""Characters of a heading that has its rule on the same line (09LONDON2119)."""
MAX_RULED_LINE_LENGTH: Final = 260
"""Those, and a rule of two pieces on each side."""
MAX_HEADING_LINES: Final = 3
MAX_HEADING_WORDS: Final = 25
MIN_CAPITALIZED_SHARE: Final = 0.66
"""Share of a heading's longer words that are capitalized (counted in 3,687 underlined headings)."""


class HeadingLines(NamedTuple):
    """A heading by the indices of its lines."""

    first: int
    last: int
    """Its last line of words."""
    rules: tuple[int, ...]
    """Indices of the rules that belong to it."""
    title_end: int = 0
    """Where its words end if a rule is on the same line; else 0."""
    title_start: int = 0
    """Where its words begin if a rule is on the same line; else 0."""


def find_headings(
    lines: Sequence[Line], starts: Collection[int], marks: Collection[int]
) -> list[HeadingLines]:
    """Return the headings among the lines of a cable's body, in order.

    Args:
        lines: The lines after the labels.
        starts: Indices of the lines with which a numbered paragraph begins.
        marks: Indices of the lines that are page marks.
    """
    starts = {*starts, *_marked_paragraphs(lines)}
    body = _BodyLines(lines, starts, marks)
    headings: dict[int, HeadingLines] = {}
    for at, line in enumerate(lines):
        heading = None
        if at in starts:
            heading = body.before_paragraph(at)
        elif at in marks:
            continue
        elif is_rule(line.text):
            heading = body.above_rule(at)
        elif line.text.startswith("//"):
            heading = body.between_slashes(at)
        elif _has_rule(line.text):
            heading = body.with_rule(at)
        if heading and heading.first not in headings:
            headings[heading.first] = heading
    merged = _merge_underlined(body, sorted(headings.values()))
    return list(_without_overlaps(filter(body.is_short, merged)))


def is_rule(text: str) -> bool:
    """Return whether a line is only dashes; the first character is a quick test."""
    return text[:1] in RULE_CHARACTERS and bool(RULE.fullmatch(text))


def _marked_paragraphs(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the unnumbered paragraphs that begin with their marking (08BERN612).

    A few lines without a period are a heading with a marking (07LONDON4472).
    """
    for at, line in enumerate(lines):
        if line.text[:1] == "(" and at and not lines[at - 1].text:
            below = [line.text for line in lines[at + 1 : at + 1 + MAX_HEADING_LINES]]
            words = [line.text, *takewhile(lambda text: text and not is_rule(text), below)]
            long = sum(map(len, words)) > 2 * MAX_UNWRAPPED_HEADING_LENGTH
            whole = long or FINAL_PERIOD.search(words[-1])
            if whole and MARKED_PARAGRAPH.match(line.text):
                yield at


def _has_rule(text: str) -> bool:
    return text.endswith(("-", "=", "_")) or text.startswith("-----")


def _merge_underlined(
    body: "_BodyLines", headings: Iterable[HeadingLines]
) -> Iterator[HeadingLines]:
    """Yield the headings, merging those whose lines are each underlined (07PARIS2027)."""
    above: HeadingLines | None = None
    for heading in headings:
        if above and body.continues(above, heading):
            above = HeadingLines(above.first, heading.last, (*above.rules, *heading.rules))
            continue
        if above:
            yield above
        above = heading
    if above:
        yield above


def _without_overlaps(headings: Iterable[HeadingLines]) -> Iterator[HeadingLines]:
    """Yield the headings, without those that overlap an earlier one."""
    last = -1
    for heading in headings:
        if heading.first > last:
            yield heading
            last = max(heading.last, *heading.rules, heading.last)


class _BodyLines:
    """The lines of a body, with the indices of paragraph starts and page marks."""

    def __init__(
        self, lines: Sequence[Line], starts: Collection[int], marks: Collection[int]
    ) -> None:
        self.lines = lines
        self.starts = starts
        self.marks = marks

    def text(self, at: int) -> str:
        return self.lines[at].text if 0 <= at < len(self.lines) else ""

    def is_short(self, heading: HeadingLines) -> bool:
        """Return whether a heading has no more words than one; a table has (08LONDON1917)."""
        lines = self.lines[heading.first : heading.last + 1]
        return sum(len(line.text.split()) for line in lines) <= MAX_HEADING_WORDS

    def is_rule(self, at: int) -> bool:
        return is_rule(self.text(at))

    def breaks(self, at: int) -> bool:
        """Return whether a line cannot be part of a heading below it."""
        text = self.text(at)
        return not text or at in self.marks or at in self.starts or self.is_rule(at)

    def skip_down(self, at: int) -> int:
        """Return the index of the next line that is not blank, a rule or a page mark."""
        while at < len(self.lines) and (not self.text(at) or at in self.marks or self.is_rule(at)):
            at += 1
        return at

    def block_above(self, at: int) -> tuple[int, bool]:
        """Return the first line of the words above a line, and whether they are set apart.

        Words are set apart after a blank line, a rule or a page mark; else they begin after the end
        of a sentence or of an unwrapped paragraph (08BAKU947).
        """
        first = at
        while first and not self.breaks(first - 1) and at - first < MAX_HEADING_LINES:
            first -= 1
            if self._ends_paragraph(first - 1) and not self.breaks(first - 1):
                return first, False
        apart = first == 0 or (self.breaks(first - 1) and first - 1 not in self.starts)
        after_start = first - 1 in self.starts and self._ends_paragraph(first - 1)
        return (first, apart) if apart or after_start else (at, False)

    def _ends_paragraph(self, at: int) -> bool:
        """Return whether a line is the last of its paragraph: a whole one, if it is not wrapped."""
        text = self.text(at)
        if self._ends_sentence(at):
            return True
        if len(text) > MAX_UNWRAPPED_HEADING_LENGTH:
            begun = SENTENCE_BEGINS.search(text, len(text) - MAX_HEADING_LENGTH)
            return not begun and not self.text(at + 1)[:1].islower()
        redacted = text.endswith("XXXX")
        return redacted and (at in self.starts or not WORD.search(REDACTION.sub("", text)))

    def _ends_sentence(self, at: int) -> bool:
        return bool(SENTENCE_END.search(self.text(at)[-8:]) or END_MARK.search(self.text(at)[-12:]))

    def above_rule(self, at: int) -> HeadingLines | None:
        """Return the heading above a rule, perhaps with blank lines or a page mark between."""
        last = self._skip_up(at - 1)
        first, apart = self.block_above(last + 1)
        if first > last or last < 0:
            return None
        top = self._top_of_block(last)
        if top < first and self.is_rule(top - 1):  # a colon inside the heading (08PARAMARIBO436)
            first, apart = top, True
        above = self._skip_up(first - 1)
        above = above if self.is_rule(above) else -1
        following = self.skip_down(at)
        before_start = following in self.starts
        titles = [self.text(index) for index in range(first, last + 1)]
        title = " ".join(titles)
        if last < at - 1:
            below = before_start and not FINAL_PERIOD.search(title)
            apart = apart and (above >= 0 or below)
            apart = apart or (below and _is_title(title, capitalized=True))  # (09LONDON1946)
            before_start = False
        capitals = title.isupper() and last == at - 1 and not FINAL_PERIOD.search(title)
        if not (before_start or apart or capitals):  # (08STATE50524)
            return None
        if not all(may_be_underlined_heading(line) for line in titles):
            return None
        if above < 0 and (_is_sentence_end(title) or not WORD.search(REDACTION.sub("", title))):
            return None
        if not before_start and above < 0 and COLUMNS.search(self.text(following)):
            return None
        rules = [*self._rules_up(above if above >= 0 else first - 1), *self._rules_down(at)]
        return HeadingLines(first, last, tuple(rules))

    def _top_of_block(self, at: int) -> int:
        last = at
        while at and not self.breaks(at - 1) and last - at < MAX_HEADING_LINES:
            at -= 1
        return at

    def _skip_up(self, at: int) -> int:
        """Return the index of the nearest line above that is not blank or a page mark, or -1."""
        while at >= 0 and (not self.text(at) or at in self.marks):
            at -= 1
        return at

    def continues(self, above: HeadingLines, below: HeadingLines) -> bool:
        """Return whether two underlined headings are the two lines of one, set apart."""
        underlined = above.last + 1 in above.rules and below.last + 1 in below.rules
        adjacent = below.first == above.last + 2 and not self.text(above.first - 1)
        return underlined and adjacent and self.skip_down(below.last + 1) in self.starts

    def _rules_up(self, at: int) -> Iterator[int]:
        while at >= 0 and (self.is_rule(at) or self.text(at) in SHORT_RULES):
            yield at
            at -= 1

    def _rules_down(self, at: int) -> Iterator[int]:
        while self.is_rule(at) or self.text(at) in SHORT_RULES:
            yield at
            at += 1

    def with_rule(self, at: int) -> HeadingLines | None:
        line = self.lines[at]
        if len(line.text) > MAX_RULED_LINE_LENGTH or at in self.starts:
            return None
        match = RULED_LINE.fullmatch(line.text)
        if not match or not may_be_underlined_heading(
            match["title"] or match["after"], MAX_RULED_HEADING_LENGTH
        ):
            return None
        group = "title" if match["title"] else "after"
        cut = bool(at) and self.lines[at - 1].number == line.number  # after a paragraph
        apart = cut or self.breaks(at - 1) or self._ends_sentence(at - 1)
        apart = apart or _has_rule(self.text(at - 1))
        if not apart:
            return None
        rules = tuple(self._rules_up(at - 1))
        return HeadingLines(
            at, at, rules, line.start + match.end(group), line.start + match.start(group)
        )

    def between_slashes(self, at: int) -> HeadingLines | None:
        """Return a heading between slashes, on one line or two."""
        last = at if self.text(at).endswith("//") else at + 1
        if last in self.starts or last in self.marks:
            return None
        match = SLASHED.fullmatch(" ".join(self.text(index) for index in range(at, last + 1)))
        if not match:
            return None
        opening, closing = match.start("title"), match.end() - match.end("title")
        return HeadingLines(
            at, last, (), self.lines[last].end - closing, self.lines[at].start + opening
        )

    def before_paragraph(self, at: int) -> HeadingLines | None:
        last = self._skip_up(at - 1)
        rules = list(self._rules_up(last)) if self.text(last) in SHORT_RULES else []
        last -= len(rules)
        if REDACTION.fullmatch(self.text(last)) and not self.breaks(last - 1):
            last -= 1  # a redacted paragraph (08STATE83144)
        if last < 0 or last in self.starts or self.is_rule(last):
            return None
        first, apart = self.block_above(last + 1)
        if first > last or last - first > 1:
            return None
        titles = [self.text(index) for index in range(first, last + 1)]
        alone = first == last and not (self.text(first - 1) or self.text(last + 1))
        if not _is_title(
            " ".join(titles), capitalized=not (alone and self._is_after_prose(first))
        ) or not all(len(title) < MAX_HEADING_LENGTH for title in titles):
            return None
        if apart and self._in_a_list(first):
            return None
        return HeadingLines(first, last, (*self._rules_up(first - 1), *rules))

    def _is_after_prose(self, at: int) -> bool:
        """Return whether the line above blank lines ends a sentence, with no page mark between."""
        above = self._skip_up(at - 1)
        text = self.text(above)
        return (
            self._ends_sentence(above)
            and text[-1] != ":"
            and not any(index in self.marks for index in range(above, at))
        )

    def _in_a_list(self, first: int) -> bool:
        """Return whether the words above look like items of the same list."""
        above = self._skip_up(first - 1)
        if above < 0 or above in self.starts or self.is_rule(above):
            return False
        text = self.text(above)
        if self._ends_paragraph(above):
            return bool(LIST_ITEM.match(text)) and len(text) < MAX_HEADING_LENGTH
        paged = any(index in self.marks for index in range(above, first))
        return paged or above - self._top_of_block(above) < MAX_HEADING_LINES


def may_be_underlined_heading(title: str, longest: int = MAX_UNWRAPPED_HEADING_LENGTH) -> bool:
    """Return whether a line above a rule may be a heading, not a row of a table."""
    return (
        len(title) <= longest
        and not COLUMNS.search(title)
        and not AROUND_INNER_RULE.search(title)
        and bool(WORD.search(title))
        and not NOT_HEADING.match(title)
        and not title.startswith(("-", "*"))
    )


def _is_sentence_end(title: str) -> bool:
    """Return whether words are the end of a sentence (`countries do not do more.`, 09ABUJA1907)."""
    return title[0].islower() and bool(FINAL_PERIOD.search(title))


def _is_title(title: str, *, capitalized: bool) -> bool:
    """Return whether words look like a heading: capitalized, without a period or label.

    Args:
        title: The words.
        capitalized: Whether most words must be; a line between blank lines has another sign.
    """
    words = WORD.findall(title)
    if not words or len(title) > 2 * MAX_HEADING_LENGTH or len(title) < MIN_HEADING_LENGTH:
        return False
    if (
        FINAL_PERIOD.search(title)
        or COLUMNS.search(title)
        or LIST_ITEM.match(title)
        or NOT_HEADING.match(title)
        or REDACTION.match(title)
    ):
        return False
    if (
        title.partition("/")[0] in LEVELS
        or captions.is_handling_line(title)
        or captions.leading_codes(title)[1] == len(title)
    ):
        return False
    if not (title[0].isupper() or title[0] in "\"'(\u201c\u2018[.$#" or title[0].isdigit()):
        return False
    long = [word for word in words if len(word) > 3] or words  # noqa: PLR2004
    share = sum(word[0].isupper() for word in long) / len(long)
    return not capitalized or share >= MIN_CAPITALIZED_SHARE
