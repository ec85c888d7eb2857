"""What is found of persons in one cable: frozen values whose spans point into the parsed text."""

from dataclasses import dataclass
from typing import Final, Literal

from cables.parser.values import Span

MentionRole = Literal["classified by", "signer", "named in TAGS", "mentioned"]

CLASSIFIED_BY: Final = "classified by"
SIGNER: Final = "signer"
TAGGED: Final = "named in TAGS"
MENTIONED: Final = "mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMention(Span):
    """One place that names a person; `start` and `end` are offsets into the parsed text."""

    printed: str
    """The name as printed, without its title, blanks and line ends as one blank; a page mark that
    stands inside it is left out."""
    title: str = ""
    """Title or role as printed beside it, `Foreign Minister`; empty where there is none."""
    role: MentionRole = MENTIONED
    rule: str
    """Short name of the rule that found it, such as `name after a title`."""
    paragraph: int = 0
    """Position of its paragraph, from 1; 0 in the header, in headings, above paragraph 1 and in the
    signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """Somebody whom one cable names, once or many times."""

    name: str
    """The fullest form, as readers write it: `ALICE G. WELLS` is `Alice G. Wells`."""
    surname_only: bool
    """True where only a surname is known; a first name is never invented."""
    forms: tuple[str, ...]
    """Names as printed, each once, in the order of the text."""
    mentions: tuple[FoundMention, ...]
    """In the order of the text; at least one."""
    titles: tuple[str, ...]
    """Titles and roles as printed, each once, in the order of the text."""
    protected: bool = False
    """True where the cable asks to protect this name."""
