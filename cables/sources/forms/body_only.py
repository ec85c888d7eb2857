"""A body in `<code><pre>` and nothing else; usually the ID is the name of the file."""

from collections.abc import Iterator
from typing import Final

from cables.sources.documents import Document
from cables.sources.forms.html_pre import PREFORMATTED, block_text
from cables.sources.forms.metadata import PARTIAL_NOTICE, reference_id_in_name
from cables.sources.forms.partner_exports import record_reference_id, stated_time
from cables.sources.telegram_signs import implied_reference_id
from cables.sources.values import Rejection, SourceCable

OPENING: Final = "<code><pre>"


def recognizes(text: str) -> bool:
    """Return whether a text begins with a block."""
    return text.lstrip().startswith(OPENING)


def read_cables(document: Document) -> Iterator[SourceCable | Rejection]:
    """Read the cable from a block for the body, or from two for header and body."""
    blocks = list(PREFORMATTED.finditer(document.text))
    texts = [block_text(block[1]) for block in blocks]
    if not blocks:
        yield document.rejection(
            "the block that begins with <code><pre> does not end; expected </pre></code>. The file"
            " may be cut short: download it again.",
            offset=document.text.index(OPENING),
        )
        return
    text = "\n".join(texts)
    reference_id = (
        reference_id_in_name(document.name)
        or record_reference_id(texts[-1])
        or implied_reference_id(text)
    )
    if not reference_id:
        yield document.rejection(
            "the body does not state its reference ID and the file name is not one; expected a"
            " name such as 09SPECIMEN1.txt. Rename the file to its reference ID."
        )
        return
    yield SourceCable(
        reference_id=reference_id,
        text=text,
        form="body only",
        name=document.name,
        sha256=document.sha256,
        line=document.line_at(blocks[0].start(1)),
        created=stated_time(texts[-1]),
        partial=bool(PARTIAL_NOTICE.search(text)),
    )
