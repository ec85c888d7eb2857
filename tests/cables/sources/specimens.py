"""Specimens of every form, written for the tests; no post ever used their reference IDs."""

from cables.sources import Rejection, SourceCable, SourceFile, read_source_file

HEADER = """VZCZCXRO0001
OO RUEHXX
DE RUEHSW #0001/01 0311745
ZNY CCCCC ZZH
O 311745Z JAN 09
FM AMEMBASSY BERN
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0001"""

BODY = "\n".join(  # noqa: FLY002 - its lines end in spaces, which an editor would strip
    (
        "C O N F I D E N T I A L SECTION 01 OF 01 SPECIMEN 000001 ",
        " ",
        "SIPDIS ",
        " ",
        "E.O. 12958: DECL: 01/31/2019 ",
        "TAGS: PREL RS",
        "SUBJECT: SPECIMEN OF A CABLE ",
        " ",
        "REF: 08 SPECIMEN 12 ",
        " ",
        "¶1.  (C) Summary.  This is a specimen & no cable; see <201778> <br>. ",
        " ",
        "¶2.  (C) It ends here. ",
        "SPECIMEN",
    )
)

TELEGRAM = f"{HEADER}\n\n{BODY}"

ROW = "Reference ID Created Released Classification Origin"
VALUES = "09SPECIMEN1 2009-01-31 17:45 2011-08-30 01:44 CONFIDENTIAL Embassy Bern"


def page(
    *,
    reference_id: str = "09SPECIMEN1",
    created: str = "2009-01-31 17:05",
    released: str | None = "2011-04-07 10:10",
    header: str = HEADER,
    body: str = BODY,
    articles: str = "",
) -> str:
    """Return an original page; one of the first week if `released` is None."""
    marked = body.replace("RS\n", "<a href='/tag/RS_0.html'>RS</a>\n")
    for number in (1, 2):
        anchor = f"<a id='par{number}' href='#par{number}'>¶</a>{number}."
        marked = marked.replace(f"¶{number}.", anchor)
    names = ["Reference ID", "Created", "Released", "Classification", "Origin"]
    cells = [reference_id, created, released or "", "CONFIDENTIAL//NOFORN", "Embassy Bern"]
    if released is None:
        names[1:3], cells[1:3] = ["Date"], [created]
    heads = "\n".join(f"<th>{name}</th>" for name in names)
    values = "\n".join(f"<td>\n<a href='/x_0.html'>{cell}</a>\n</td>" for cell in cells)
    return f"""<?xml version='1.0' encoding='utf-8' ?>
<html><head><title>Cable Viewer</title></head><body>
<h3>Viewing cable {reference_id}, SPECIMEN</h3>
<table class='cable'>
<tr>
{heads}
</tr>
<tr>
{values}
</tr>
{articles}
</table>
<code><pre>{_block(header)}</pre></code>
<code><pre>{_block(marked)}</pre></code>
</body></html>
"""


def _block(text: str) -> str:
    return text.replace("\n", "&#x000A;")


def csv_record(*, reference_id: str = "09SPECIMEN1", body: str = BODY) -> str:
    """Return a record of the original CSV."""
    fields = [
        "1", "1/31/2009 17:45", reference_id, "Embassy Bern", "CONFIDENTIAL",
        "08SPECIMEN12|08SPECIMEN13", HEADER, body.replace("¶", ""),
    ]  # fmt: skip
    return ",".join('"' + field.replace('"', '\\"') + '"' for field in fields) + "\n"


NARA_STAMP = (
    " \tSpecimen Officer  \tDeclassified/Released  \tUS Department of State \tEO Systematic Review"
    " \t20 Mar 2014"
)

NARA = f"""{NARA_STAMP}
{NARA_STAMP}
Message Text

CONFIDENTIAL

PAGE 01        SPECIM 00001  311750Z
ACTION SS-15
R 311745Z JAN 79
FM AMEMBASSY BERN
TO SECSTATE WASHDC 0001

C O N F I D E N T I A L BERN 00001
E.O. 12065: GDS 1/31/85
SUBJECT: SPECIMEN

1. THIS IS A
CONFIDENTIAL
PAGE 02        SPECIM 00001  311750Z
{NARA_STAMP}
SPECIMEN.
NNNN

{NARA_STAMP}
Message Attributes
Document Number: 1979SPECIMEN00001
Draft Date: 31 jan 1979
From: BERN
Original Classification: CONFIDENTIAL
Reference: 79 LA SPECIMEN 00012, STATE 5
Subject: SPECIMEN
TAGS: n/a
Markings: {NARA_STAMP}
"""


def read_text(text: str | bytes, name: str = "09SPECIMEN1.txt") -> list[SourceCable | Rejection]:
    """Return the cables and rejections from a file with this content."""
    data = text.encode() if isinstance(text, str) else text
    return list(read_source_file(SourceFile(name=name, data=data)))


def one_cable(text: str | bytes, name: str = "09SPECIMEN1.txt") -> SourceCable:
    """Return the one cable from a file with this content."""
    (cable,) = read_text(text, name)
    assert isinstance(cable, SourceCable), cable
    return cable


def one_rejection(text: str | bytes, name: str = "09SPECIMEN1.txt") -> Rejection:
    """Return the one rejection from a file with this content."""
    (rejection,) = read_text(text, name)
    assert isinstance(rejection, Rejection), rejection
    return rejection
