"""Parse the text of a telegram into a cable, one stage after another."""

from collections.abc import Callable
from typing import Final

from cables.parser import stages
from cables.parser.state import ParseState
from cables.parser.values import NotACable, ParagraphKind, ParsedCable

MAX_LENGTH: Final = 150_000
"""Characters of one telegram, so that none takes seconds to load; the longest known has 66,332
(10STATE17263), and some bodies repeat it."""

STAGES: Final[tuple[tuple[str, Callable[[ParseState], ParseState]], ...]] = (
    ("lines", stages.split_lines),
    ("cable text", stages.choose_cable_text),
    ("page marks", stages.add_section_marks),
    ("header", stages.read_header),
    ("reference ID", stages.derive_reference_id),
    ("paragraph starts", stages.find_paragraph_starts),
    ("preamble", stages.read_preamble),
    ("ending", stages.read_ending),
    ("foreign lines", stages.mark_foreign_lines),
    ("paragraphs", stages.read_paragraphs),
    ("fields", stages.read_fields),
    ("parts", stages.tile_parts),
    ("problems", stages.collect_problems),
)
"""The pipeline, in order. Each stage fills in fields of the state that later stages read."""


def parse(text: str, *, reference_id: str | None = None) -> ParsedCable:
    """Parse the text of a telegram: header, labeled lines, paragraphs, signature.

    Args:
        text: Header and body as the source has them, with line ends and pilcrows.
        reference_id: The cable's canonical ID if the source names it.

    Returns:
        The cable. Its parts, joined, are the text; `problems` lists what could not be read.

    Raises:
        NotACable: The text has no header, classification line, label, or numbered paragraph, or it
            is longer than any telegram.
    """
    if len(text) > MAX_LENGTH:
        raise NotACable(
            f"The text has {len(text):,} characters; expected at most {MAX_LENGTH:,} for one "
            "telegram. If it holds several cables, save each as a file of its own."
        )
    cable = parse_any(text, reference_id=reference_id or "")
    if not _is_recognized(cable):
        reason = "Nothing in this text looks like a cable" if text.strip() else "The text is empty"
        raise NotACable(
            f"{reason}; expected a header with FM, TO or a date-time group, a classification "
            "line such as 'UNCLAS MOSCOW 000849', a label such as 'SUBJECT:', or a paragraph that "
            "begins '1. (C)'."
        )
    return cable


def parse_any(text: str, *, reference_id: str = "") -> ParsedCable:
    """Parse any text as a cable, even one in which nothing is recognized."""
    state = ParseState(text=text, reference_id=reference_id)
    for _, stage in STAGES:
        state = stage(state)
    return stages.build_cable(state)


def _is_recognized(cable: ParsedCable) -> bool:
    numbered = any(paragraph.kind is ParagraphKind.NUMBERED for paragraph in cable.paragraphs)
    labels = cable.classification or cable.tags or cable.subject or cable.executive_order
    return bool(cable.header.end or labels or cable.references or cable.classified_by or numbered)
