"""Values that the stages of name recognition pass on: words, candidates, rules, and the result."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from cables.names.recognition.word_kinds import INITIAL, PARTICLE, SUFFIX
from cables.parser.values import PartKind, Span

MentionRole = Literal["classified by", "signer", "named in TAGS", "mentioned"]

CLASSIFIED_BY: Final = "classified by"
SIGNER: Final = "signer"
TAGGED: Final = "named in TAGS"
MENTIONED: Final = "mentioned"
MINOR_KINDS: Final = INITIAL | PARTICLE | SUFFIX
"""Kinds of words that make up no name on their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMention(Span):
    """One place that names a person; `start` and `end` are offsets into the parsed text."""

    printed: str
    """The name as printed, without its title; whitespace is collapsed, page marks are removed."""
    title: str = ""
    """Title or role as printed beside it, `Foreign Minister`; empty if there is none."""
    role: MentionRole = MENTIONED
    rule: str
    """Short name of the rule that found it, such as `name after a title`."""
    paragraph: int = 0
    """Position of its paragraph, from 1; 0 in the header, in headings and in the signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """A person whom a cable names, once or many times."""

    name: str
    """The fullest form, in mixed case: `ALICE G. WELLS` is `Alice G. Wells`."""
    surname_only: bool
    """True if only a surname is known; a first name is never invented."""
    forms: tuple[str, ...]
    """Names as printed, each once, in text order."""
    mentions: tuple[FoundMention, ...]
    """In text order; at least one."""
    titles: tuple[str, ...]
    """Titles and roles as printed, each once, in text order."""
    protected: bool = False
    """True if the cable asks to protect this name."""


class Token(NamedTuple):
    """A word of a run."""

    start: int
    end: int
    """Excludes a possessive `'s`."""
    word: str
    """Without a possessive `'s`, a line break at its hyphen removed."""
    kind: int
    """Flags of `word_kinds`, or `NEVER_A_NAME`."""
    possessive: bool
    """True if a possessive `'s` follows, which ends a name."""
    starts_line: bool


class Zone(NamedTuple):
    """A part of the text that is searched on its own."""

    start: int
    end: int
    part_kind: PartKind
    all_caps: bool
    """True if it is written in capitals throughout."""
    paragraph: int
    """Position of its paragraph; 0 outside of paragraphs."""


class WordRun(NamedTuple):
    """Consecutive capitalized words."""

    tokens: tuple[Token, ...]
    zone: Zone
    after_preposition: bool = False
    """True after `of` or `in`, which a place may follow."""


class Candidate(NamedTuple):
    """Words that may be a name."""

    tokens: tuple[Token, ...]
    run: WordRun
    first_index: int
    """Index of its first word in the run."""

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def previous_token(self) -> Token | None:
        """The word of the run before it."""
        return self.run.tokens[self.first_index - 1] if self.first_index else None

    @property
    def next_token(self) -> Token | None:
        """The word of the run after it; None if its last word is a possessive."""
        index = self.first_index + len(self.tokens)
        return (
            self.run.tokens[index] if index < len(self.run.tokens) and not self.possessive else None
        )

    @property
    def possessive(self) -> bool:
        return self.tokens[-1].possessive

    @property
    def size(self) -> int:
        """Number of words that are neither initials nor particles nor suffixes."""
        if len(self.tokens) == 1:  # the most frequent case of the most frequent question
            return 0 if self.tokens[0].kind & MINOR_KINDS else 1
        return len([token for token in self.tokens if not token.kind & MINOR_KINDS])


class Detection(NamedTuple):
    """A candidate accepted as a person, and why."""

    candidate: Candidate
    title: str
    """As printed, before or after the name."""
    rule: str


class Evidence(NamedTuple):
    """A candidate and its context, which the rules judge."""

    text: str
    """With page marks filled."""
    candidate: Candidate
    title: str = ""
    """Title or role as printed; empty if there is none."""
    beside_name: bool = False
    """True if only a comma or `and` separates it from an accepted name."""


class Rule(NamedTuple):
    """A row of a table of rules."""

    name: str
    """What a mention found by it says under `rule`; 40 characters at most."""
    holds: Callable[[Evidence], bool]
    example: str
    """A line to which it applies; the names are invented."""
    witness: str
    """Reference ID of a cable that it was written for; empty for a general precaution."""


def first_rule(rules: Iterable[Rule], evidence: Evidence) -> Rule | None:
    """Return the first rule that holds."""
    for rule in rules:  # for millions of words a loop is cheaper than a generator
        if rule.holds(evidence):
            return rule
    return None
