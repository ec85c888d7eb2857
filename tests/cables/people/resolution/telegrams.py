"""Short telegrams that name people, for tests of resolution."""

from pathlib import Path

from tests.conftest import load_all

DATES = {"66": "MAR 66", "78": "MAR 78", "05": "MAR 05", "08": "MAR 08", "09": "MAR 09"}
SERIAL = 999_900
"""No post wrote so many cables in a year, so none of these is a real one."""


def telegram(
    *paragraphs: str, number: int = 1, post: str = "SPECIMEN", year: str = "09", signer: str = ""
) -> tuple[str, str]:
    """Return the file name and the text of a cable."""
    serial = SERIAL + number
    body = "\n\n".join(f"{at}. (C) {text}" for at, text in enumerate(paragraphs, start=1))
    text = f"""\
R 031200Z {DATES[year]}
FM AMEMBASSY {post}
TO SECSTATE WASHDC 0001

C O N F I D E N T I A L {post} {serial}

SIPDIS

E.O. 12958: DECL: 03/03/2019
TAGS: PREL
SUBJECT: SPECIMEN: PEOPLE, NUMBER {number}

{body}

{signer}
"""
    return f"{year}{post}{serial}.txt", text


def write(folder: Path, *telegrams: tuple[str, str]) -> list[Path]:
    """Write telegrams as plain files, and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in telegrams:
        path = folder / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def load(folder: Path, *telegrams: tuple[str, str]) -> None:
    """Write and load telegrams."""
    results = load_all(*write(folder, *telegrams))
    assert not [result.reason for result in results if result.reason]
