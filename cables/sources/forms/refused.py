"""Text files of other kinds: named, and rejected with what to do instead.

The telegram in them, if there is one, is never the whole file, and an e-mail or a mailbox has the
addresses of correspondents, which must not be published.
"""

import re
from collections.abc import Callable, Iterator
from email.parser import HeaderParser
from typing import Final, NamedTuple

from cables.sources.documents import Document
from cables.sources.forms import tables
from cables.sources.telegram_signs import is_telegram, telegram_start
from cables.sources.values import Rejection

SAVE_TELEGRAM: Final = "Save only the telegram in it, as a .txt file named after its reference ID."
EXPORT_TABLE: Final = (
    "Export its table of cables as CSV, with a row of column names such as reference_id, created,"
    " header and body."
)

MAILBOX: Final = re.compile(
    r"^From \S{1,80}@\S{1,80} .{0,40}\d\d:\d\d.{0,40} \d{4}[ \t]*$", re.MULTILINE
)
"""What separates the messages of a mailbox. Example: `From jane@example.org Thu Mar 6 15:30:00
2008`."""
ADDRESS: Final = re.compile(r"[\w+-]@[\w-]{1,63}\.\w")
"""Example: the middle of `jane.doe@example.org`; a pattern for all of it would not be linear."""
MAIL_ONLY_FIELDS: Final = frozenset({"message-id", "received", "mime-version", "sent"})
"""Header fields that no telegram has; `From:` and `Subject:` are also labels of archives."""
HEADER_FIELD: Final = re.compile(r"[A-Za-z][\w-]{1,40}: ")
MAX_MAIL_HEADER: Final = 20_000

MHTML: Final = re.compile(
    r"\A\s*(?:From: <Saved by|(?:[\w-]+: .*\n(?:[ \t].*\n)*)*?Content-Type: multipart/related)",
    re.IGNORECASE,
)
SQL: Final = re.compile(
    r"""
    ^ (?: INSERT [ ] INTO [ ] \S{1,99} [^\n]{0,400} \b VALUES \b
        | CREATE [ ] TABLE [ ] [^\n]{1,99} \(
        | COPY [ ] [^\n]{1,400} [ ] FROM [ ] stdin )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Statements of a dump, which programs write in capitals."""
HTML: Final = re.compile(
    r"\A\s*(?:<\?xml[^<>]*>\s*)?<(?:!DOCTYPE html|html|head|body)\b", re.IGNORECASE
)
XML: Final = re.compile(
    r"\A\s*(?:<\?xml\b|<!DOCTYPE\b|<[A-Za-z][\w:.-]*(?: [\w:.-]+=[^<>]*)?>\s*<)"
)
"""A declaration, or one element at once inside another."""
MARKDOWN_START: Final = re.compile(r"\s*(?:---\n(?:[\w-]+:.*\n)+---\n|#{1,6} \w)")
"""Front matter, or a heading as the first line."""
MARKDOWN_SIGNS: Final = ("](http", "\n```")
"""A link; a block of code."""
TABLE_ROW: Final = re.compile(
    r'\A\s*(?:"[^"\n]*"([,;\t])"[^"\n]*"\1"|\d+([,;])(?:[^,;\n]{0,60}\2){2})'
)
"""Quoted fields, or a number and two more, in a first line that is none of a table of cables."""


class RefusedKind(NamedTuple):
    """A kind of file that is not read."""

    name: str
    """With its article: `an e-mail`."""
    is_kind: Callable[[str], object]
    """Returns something true if a text is of this kind."""
    advice: str
    """What to do instead, in one sentence or two."""


def _is_mail(text: str) -> bool:
    """Return whether a text is a mailbox, an e-mail, or a telegram that a reply quotes."""
    beginning = text[:MAX_MAIL_HEADER].lstrip()
    if HEADER_FIELD.match(beginning):
        fields = HeaderParser().parsestr(beginning)
        names = {name.lower() for name in fields.keys()}  # noqa: SIM118 - a message is no mapping
        if "from" in names and (MAIL_ONLY_FIELDS & names or ADDRESS.search(str(fields["from"]))):
            return True
    address = ADDRESS.search(text) if "@" in text else None
    if address and (address.start() < telegram_start(text) or MAILBOX.search(text)):
        return True
    lines = text.split("\n") if "\n>" in text else ()
    return is_telegram("\n".join(line.lstrip("> ") for line in lines if line.startswith(">")))


def _is_markdown(text: str) -> bool:
    return bool(MARKDOWN_START.match(text)) or any(sign in text for sign in MARKDOWN_SIGNS)


KINDS: Final = (
    RefusedKind(
        "a web page saved as MHTML",
        MHTML.search,
        "Open it in a browser and save it as HTML, the page only.",
    ),
    RefusedKind(
        "an e-mail or a mailbox",
        _is_mail,
        f"It has addresses of people, which must not be published. {SAVE_TELEGRAM}",
    ),
    RefusedKind("an SQL dump", SQL.search, EXPORT_TABLE),
    RefusedKind("an HTML page, but not one of the Cablegate site", HTML.search, SAVE_TELEGRAM),
    RefusedKind("an XML document", XML.search, SAVE_TELEGRAM),
    RefusedKind("a table of cables without their text", tables.is_list, EXPORT_TABLE),
    RefusedKind("a table with other columns than those of cables", TABLE_ROW.search, EXPORT_TABLE),
    RefusedKind("a Markdown document", _is_markdown, SAVE_TELEGRAM),
)
"""In the order in which they are tried: a mailbox may hold any of the others."""


def recognizes(text: str) -> bool:
    """Return whether a text is of a kind that is not read."""
    return _kind(text) is not None


def read_cables(document: Document) -> Iterator[Rejection]:
    """Reject the document, with its kind and what to do."""
    kind = _kind(document.text)
    if kind:
        yield document.rejection(
            f"this is {kind.name}; expected the text of a cable. {kind.advice}"
        )


def _kind(text: str) -> RefusedKind | None:
    return next((kind for kind in KINDS if kind.is_kind(text)), None)
