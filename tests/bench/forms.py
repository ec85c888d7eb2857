"""The forms in which people have cables, for synthetic ones: csv, original pages, plain texts.

Each writer takes the cables one by one and keeps none.
"""

import re
import tarfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from tests.bench.telegrams import SyntheticCable

Cables = Iterable[SyntheticCable]

TOKEN: Final = re.compile(r"^([ \t]*)([A-Z]|[0-9]+)\. ", re.MULTILINE)
"""Before what the original site put its pilcrows, wrapped years included (cable-grammar.md)."""

SIDEBAR: Final = 60
"""Kilobytes of an original page beside the cable: lists of dates, origins and tags (60 to 190)."""

CLASSIFICATION_NUMBERS: Final = {
    "CONFIDENTIAL": 1,
    "CONFIDENTIAL//NOFORN": 2,
    "SECRET": 3,
    "SECRET//NOFORN": 4,
    "UNCLASSIFIED": 5,
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY": 6,
}


def write_csv(cables: Cables, path: Path) -> Iterator[SyntheticCable]:
    """Write the eight columns of the original `cables.csv`; yield each cable when it is written."""
    with path.open("w", encoding="utf-8", newline="") as file:
        for cable in cables:
            file.write(csv_record(cable))
            yield cable


def csv_record(cable: SyntheticCable) -> str:
    r"""Return a record, a quote inside a field as `\"`."""
    created = cable.identity.created
    fields = (
        str(cable.number),
        f"{created.month}/{created.day}/{created.year} {created.hour}:{created:%M}",
        cable.reference_id,
        cable.identity.post.name,
        cable.identity.classification,
        "|".join(sorted(cable.references)),
        cable.header,
        cable.body,
    )
    return ",".join('"' + field.replace('"', '\\"') + '"' for field in fields) + "\n"


def write_pages(cables: Cables, path: Path, *, sidebar: int = SIDEBAR) -> Iterator[SyntheticCable]:
    """Write a .tar of original pages as of April 2011; yield each cable when it is written."""
    filling = _sidebar(sidebar)
    with path.open("wb") as file:
        for cable in cables:
            year, month = cable.identity.created.year, cable.identity.created.month
            name = f"cable/{year}/{month:02}/{cable.reference_id}.html"
            _add(file, name, page(cable, filling).encode())
            yield cable
        file.write(bytes(2 * tarfile.BLOCKSIZE))


def _add(file: BinaryIO, name: str, data: bytes) -> None:
    """Write a member; `tarfile` itself would remember all of them."""
    member = tarfile.TarInfo(name)
    member.size = len(data)
    file.write(member.tobuf())
    file.write(data)
    file.write(bytes(-len(data) % tarfile.BLOCKSIZE))


def page(cable: SyntheticCable, sidebar: str) -> str:
    """Return the page of a cable; the minutes of its times repeat the hour, as they all do."""
    identity = cable.identity
    created = f"{identity.created:%Y-%m-%d %H:%I}"
    address = f"{identity.created:%Y/%m}/{cable.reference_id}.html"
    number = CLASSIFICATION_NUMBERS[identity.classification]
    first_line = cable.subject[:55].rpartition(" ")[0]
    return f"""<?xml version='1.0' encoding='utf-8' ?>
<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN' 'xhtml1-transitional.dtd'>
<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Cable Viewer</title></head><body>
<div class='pane small'>{sidebar}</div>
<div class='pane big'>
<h3>Viewing cable {cable.reference_id}, {first_line}</h3>
<table class='cable'>
<tr><th>Reference ID</th><th>Created</th><th>Released</th>
<th>Classification</th><th>Origin</th></tr>
<tr><td><a href='/cable/{address}'>{cable.reference_id}</a></td>
<td><a href='/date/{identity.created:%Y-%m}_0.html'>{created}</a></td>
<td><a href='/reldate/2011-04-07_0.html'>2011-04-07 10:10</a></td>
<td><a href='/classification/{number}_0.html'>{identity.classification}</a></td>
<td><a href='/origin/1_0.html'>{identity.post.name}</a></td></tr>
</table>
<code><pre>{_block(cable.header)}</pre></code>
<code><pre>{_block(_linked(cable))}</pre></code>
</div></body></html>
"""


def _linked(cable: SyntheticCable) -> str:
    """Return the body with a link around each tag and an anchor before each paragraph."""
    label, blank, _ = cable.tags_lines.partition(" ")
    entries = (
        re.sub(r"^[^ ]+", r"<a href='/tag/\g<0>_0.html'>\g<0></a>", entry)
        for entry in cable.tags_printed
    )
    body = cable.body.replace(cable.tags_lines, label + blank + " ".join(entries), 1)
    return TOKEN.sub(r"\1<a id='par\2' href='#par\2'>¶</a>\2. ", body)


def _block(text: str) -> str:
    return text.replace("\n", "&#x000A;")


def _sidebar(kilobytes: int) -> str:
    line = "<a href='/date/2009-03_0.html'>2009-03</a> <a href='/tag/PREL_0.html'>PREL</a><br />\n"
    return line * (kilobytes * 1000 // len(line))


def write_plain(cables: Cables, path: Path) -> Iterator[SyntheticCable]:
    """Write a tree of `YEAR/MONTH/REF.txt`; yield each cable when it is written."""
    for cable in cables:
        folder = path / f"{cable.identity.created:%Y}" / f"{cable.identity.created:%m}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{cable.reference_id}.txt").write_bytes(plain_text(cable))
        yield cable


def plain_text(cable: SyntheticCable) -> bytes:
    """Return a plain text in Latin-1 with CRLF.

    It has a head of five lines where the telegram has no time of its own, and each third has one;
    the others are header and body behind an empty line.
    """
    text = TOKEN.sub(r"\1¶\2. ", cable.text)
    headed = cable.partial or cable.number % 3 == 0
    lines = _head(cable) + text if headed else f"\n{text}"
    return lines.replace("\n", "\r\n").encode("latin-1")


def _head(cable: SyntheticCable) -> str:
    identity = cable.identity
    return (
        f"{cable.reference_id}\n{cable.subject}\n"
        f"{identity.created:%a %b %d %H:%M:00} +0000 {identity.created.year}\n"
        f"{identity.classification}\n{identity.post.name}\n"
    )


Writer = Callable[[Cables, Path], Iterator[SyntheticCable]]
FORMS: Final[dict[str, Writer]] = {"csv": write_csv, "pages": write_pages, "plain": write_plain}
