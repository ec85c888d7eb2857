"""People named in a cable's header and signature: classifier, persons of the TAGS line, signer."""

import re
from collections.abc import Iterator
from typing import Final

from cables.names.recognition.name_forms import collapse_whitespace
from cables.names.recognition.values import CLASSIFIED_BY, SIGNER, TAGGED, FoundMention
from cables.names.recognition.word_kinds import REDACTED
from cables.parser.values import ParsedCable, ParsedTag

_WORDS: Final = r"(?!(?i:and)\b)[^\W\d_][\w.'’\-]*(?:\s+(?!(?i:and)\b)[\w.'’\-]+){0,3}"
TAGS_PERSON: Final = re.compile(rf"(?<!\w){_WORDS}(?:\s?,\s{{0,3}}{_WORDS})?")
"""A person of a TAGS line: `CLINTON, HILLARY`. Semicolons or `AND` separate several."""

ORDER_LINE: Final = re.compile(
    r"""
    ^E\.?[ ]?O\.?[ ]?1[12]\d{3} [^\n(]{0,40}
    \( (?P<name>[A-Z][A-Z'\-]{2,20},[ ]?[A-Z][A-Z.'\- ]{0,24}) \)
    """,
    re.MULTILINE | re.VERBOSE,
)
"""The classifier in telegrams since 1978: `E.O. 12065: GDS 1/2/85 (DOE, JANE) OR-P`."""

AD_INTERIM: Final = re.compile(r"A\.[ ]?I\.?[ ](?=\w{2})", re.IGNORECASE)
"""End of a title that looks like initials. Example: `CHARGE D'AFFAIRES A. I. CAROL DOE`."""

REPEATED: Final = re.compile(r"(?P<name>\S+)\s+(?P=name)")
"""A signature printed twice in a line. Example: `KUBISKE KUBISKE`."""


def role_mentions(parsed: ParsedCable) -> Iterator[FoundMention]:
    """Yield the classifier, the persons of the TAGS line and the signer."""
    classifier = parsed.classified_by
    if classifier and classifier.name and not REDACTED.search(classifier.name):
        interim = AD_INTERIM.match(classifier.name)
        skipped = interim.end() if interim else 0
        yield FoundMention(
            start=classifier.name_start + skipped,
            end=classifier.name_end,
            printed=classifier.name[skipped:],
            title=classifier.title,
            role=CLASSIFIED_BY,
            rule="classified-by line",
            paragraph=_paragraph_at(parsed, classifier.name_start),
        )
    yield from _executive_order_mentions(parsed)
    seen = set()
    for tag in parsed.tags:
        if tag.person and tag.start not in seen:
            seen.add(tag.start)
            yield from _tags_mentions(parsed.text, tag)
    if signature := parsed.signature:
        twice = REPEATED.fullmatch(parsed.text, signature.start, signature.end)
        end = twice.end("name") if twice else signature.end
        yield FoundMention(
            start=signature.start,
            end=end,
            printed=collapse_whitespace(parsed.text[signature.start : end]),
            role=SIGNER,
            rule="signature line",
        )


def _executive_order_mentions(parsed: ParsedCable) -> Iterator[FoundMention]:
    """Yield the classifier in parentheses on the executive order line."""
    end = parsed.paragraphs[0].start if parsed.paragraphs else len(parsed.text)
    if match := ORDER_LINE.search(parsed.text, 0, end):
        yield FoundMention(
            start=match.start("name"),
            end=match.end("name"),
            printed=collapse_whitespace(match["name"]),
            role=CLASSIFIED_BY,
            rule="executive order line",
        )


def _tags_mentions(text: str, tag: ParsedTag) -> Iterator[FoundMention]:
    """Yield the persons of a code: `OVIP (CLINTON, HILLARY)`, or `OVIP CLINTON HILLARY`."""
    parenthesis = text.find("(", tag.start, tag.end)
    if parenthesis < 0:
        start = text.find(tag.person.partition(",")[0], tag.start)
        yield FoundMention(
            start=start, end=tag.end, printed=tag.person, role=TAGGED, rule="person in TAGS"
        )
        return
    for match in TAGS_PERSON.finditer(text, parenthesis, tag.end):
        yield FoundMention(
            start=match.start(),
            end=match.end(),
            printed=collapse_whitespace(match[0]),
            role=TAGGED,
            rule="person in TAGS",
        )


def _paragraph_at(parsed: ParsedCable, offset: int) -> int:
    """Return the position of the paragraph at an offset; 0 outside of paragraphs."""
    for paragraph in parsed.paragraphs:
        if paragraph.start <= offset < paragraph.end:
            return paragraph.position
    return 0
