"""Write a synthetic corpus: `python -m tests.bench.forms COUNT PATH --form csv|pages`.

It has the distribution of the real cables and none of their texts: every subject says SYNTHETIC.
Each writer takes the cables one by one, so that memory does not grow with the corpus.
"""

import re
import sys
import tarfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from tests.bench.telegrams import SyntheticCable, synthetic_cables

Cables = Iterable[SyntheticCable]

TOKEN: Final = re.compile(r"^([ \t]*)([A-Z]|[0-9]+)\. ", re.MULTILINE)
"""What the original site put a pilcrow before, including a year at the start of a line."""
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


@dataclass(slots=True, kw_only=True)
class CorpusSize:
    """The size of a corpus."""

    cables: int = 0
    text_bytes: int = 0
    """Of headers and bodies in UTF-8."""
    words: int = 0


def write_corpus(path: Path, count: int, *, seed: int = 1, form: str = "csv") -> CorpusSize:
    """Write a corpus.

    Args:
        path: The file to write.
        count: Number of cables.
        seed: The same count, seed and form give the same bytes.
        form: A key of `FORMS`.
    """
    size = CorpusSize()
    for cable in FORMS[form](synthetic_cables(count, seed), path):
        size.cables += 1
        size.text_bytes += len(cable.text.encode())
        size.words += len(cable.text.split())
    return size


def write_csv(cables: Cables, path: Path) -> Iterator[SyntheticCable]:
    """Write the eight columns of the original `cables.csv`; yield each cable once written."""
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
    """Write a .tar of original pages as of April 2011; yield each cable once written."""
    link = "<a href='/date/2009-03_0.html'>2009-03</a> <a href='/tag/PREL_0.html'>PREL</a><br />\n"
    filling = link * (sidebar * 1000 // len(link))
    with path.open("wb") as file:
        for cable in cables:
            name = f"cable/{cable.identity.created:%Y/%m}/{cable.reference_id}.html"
            _add_member(file, name, page(cable, filling).encode())
            yield cable
        file.write(bytes(2 * tarfile.BLOCKSIZE))


def _add_member(file: BinaryIO, name: str, data: bytes) -> None:
    """Write a member; `tarfile` would keep a list of all of them."""
    member = tarfile.TarInfo(name)
    member.size = len(data)
    file.write(member.tobuf() + data + bytes(-len(data) % tarfile.BLOCKSIZE))


def page(cable: SyntheticCable, sidebar: str) -> str:
    """Return the page of a cable; its minutes repeat the hour, as on all original pages."""
    identity = cable.identity
    number = CLASSIFICATION_NUMBERS[identity.classification]
    header, body = (text.replace("\n", "&#x000A;") for text in (cable.header, _linked(cable)))
    return f"""<?xml version='1.0' encoding='utf-8' ?>
<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN' 'xhtml1-transitional.dtd'>
<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Cable Viewer</title></head><body>
<div class='pane small'>{sidebar}</div>
<div class='pane big'>
<h3>Viewing cable {cable.reference_id}, {cable.written.subject[:55].rpartition(" ")[0]}</h3>
<table class='cable'>
<tr><th>Reference ID</th><th>Created</th><th>Released</th>
<th>Classification</th><th>Origin</th></tr>
<tr><td><a href='/cable/{identity.created:%Y/%m}/{cable.reference_id}.html'>{cable.reference_id}</a>
</td>
<td><a href='/date/{identity.created:%Y-%m}_0.html'>{identity.created:%Y-%m-%d %H:%I}</a></td>
<td><a href='/reldate/2011-04-07_0.html'>2011-04-07 10:10</a></td>
<td><a href='/classification/{number}_0.html'>{identity.classification}</a></td>
<td><a href='/origin/1_0.html'>{identity.post.name}</a></td></tr>
</table>
<code><pre>{header}</pre></code>
<code><pre>{body}</pre></code>
</div></body></html>
"""


def _linked(cable: SyntheticCable) -> str:
    """Return the body with a link around each tag and an anchor before each paragraph."""
    tags_lines = cable.written.tags_lines
    label, space, _ = tags_lines.partition(" ")
    entries = (
        re.sub(r"^[^ ]+", r"<a href='/tag/\g<0>_0.html'>\g<0></a>", entry)
        for entry in cable.tags_printed
    )
    body = cable.body.replace(tags_lines, label + space + " ".join(entries), 1)
    return TOKEN.sub(r"\1<a id='par\2' href='#par\2'>¶</a>\2. ", body)


Writer = Callable[[Cables, Path], Iterator[SyntheticCable]]
FORMS: Final[dict[str, Writer]] = {"csv": write_csv, "pages": write_pages}


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and write the corpus."""
    parser = ArgumentParser(description="Write synthetic cables.")
    parser.add_argument("count", type=int, help="Number of cables; the real corpus has 251,287.")
    parser.add_argument("path", type=Path, help="File to write.")
    parser.add_argument("--form", choices=sorted(FORMS), default="csv", help="Source form.")
    parser.add_argument("--seed", type=int, default=1, help="Another seed gives other cables.")
    options = parser.parse_args(arguments)
    size = write_corpus(options.path, options.count, seed=options.seed, form=options.form)
    sys.stdout.write(
        f"{size.cables:,} cables, {size.text_bytes / 1e6:,.1f} MB of text,"
        f" {size.words / max(size.cables, 1):,.0f} words a cable: {options.path}\n"
    )


if __name__ == "__main__":
    main()
