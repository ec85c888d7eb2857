"""Portion markings: the letters in parentheses that classify a paragraph or subject."""

import re
from typing import Final

MARKING: Final = r"""
    [(\[{] [ ]?
    (?: TS | SBU | FOUO | LOU | [SCUL] | NF | CONFIDENTIAL | SECRET | UNCLAS (?:SIFIED)?
      | SENSITIVE | LIMITED [ ] OFFICIAL [ ] USE )
    (?: [ ]? [/\-,:;\u2013\u2014] [^()\[\]\n]{0,48}   # (C//NF), (C - ENTIRE TEXT) (79TEHRAN8980)
      | [ ] (?: ENTIRE | REL | NF | NOFORN | FGI | SBU ) \b [^()\[\]\n]{0,40}
    )?
    [ ]? [)\]}]
"""
"""A portion marking, for use inside another verbose, case-insensitive pattern.
Examples: `(C)`, `(S//NF)`, `(C/REL NATO)`, `(SBU - Entire Text)`."""

ENTIRE_TEXT: Final = re.compile(r"[ ]*[-,:/\u2013\u2014]*[ ]*(?:entire|whole)[ ].*", re.IGNORECASE)
"""Words that only say what the marking covers. Example: `C - ENTIRE TEXT` (79TEHRAN8980)."""

LONG_FORMS: Final = {
    "CONFIDENTIAL": "C",
    "SECRET": "S",
    "UNCLASSIFIED": "U",
    "UNCLAS": "U",
    "TOP SECRET": "TS",
    "LIMITED OFFICIAL USE": "LOU",
    "SENSITIVE": "SBU",
    "L": "LOU",
    "NOFORN": "NF",
}


def normalize_marking(marking: str) -> str:
    """Return a marking in normal form: `S//NF` for `(s/nf)`, `C` for `(C - Entire Text)`."""
    words = ENTIRE_TEXT.sub("", marking.strip(" .:()[]{}"))
    fields = [" ".join(field.split()).upper() for field in re.split(r"[/\-,:;\u2013\u2014]", words)]
    names = [LONG_FORMS.get(field, field) for field in fields if field]
    return "//".join([names[0], "/".join(names[1:])]) if names[1:] else "".join(names)
