"""What readers, operators and developers read is plain English, without the words listed here."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.conftest import ROOT

PLAIN_WORDS: Final = {
    r"(?<!reading\s)(?<!reading-)rooms?": "site, collection",
    r"(?:stands?|stood|standing)(?!\s+for\b)": "is, appears",
    r"behind(?!\s+(?:a|an|the|your)\s+(?:proxy|cache|load balancer))": "after, later than",
    r"tells|told": "says, shows, reports",
    r"anew": "again",
    r"held": "in the collection",
    r"mend(?:s|ed|ing)?": "fix",
    r"amiss": "wrong",
    r"(?:mis)?spelt": "spelled, misspelled",
    r"judgements?": "judgment",
    r"\w+(?:alis|anis|aris|oris|ognis)(?:es?|ed|ing|ations?)": "-ize",
    r"neighbour\w*|colours?|favour\w*|honour\w*|labelled|centres?|cancelled": "American spelling",
    r"strokes?": "slash",
    r"low\s+lines?": "underscore",
    r"(?<!square\s)(?<!angle\s)brackets?": "parentheses",
    r"blanks?(?!\s+(?:lines?|pages?)\b)": "space, empty",
    r"(?<!public\s)figures?": "digit, number, statistics",
    r"whoever|whom(?:so)?ever": "the operator, anyone who",
    r"(?:takes?|taken|taking|took)\s+away": "remove",
    r"pass(?:ed|es|ing)?\s+over": "ignore",
    r"left\s+out": "ignore, omit",
    r"by\s+(?:itself|themselves)": "automatically",
    r"no\s+more\s+than": "at most, only",
    r"it\s+is\s+said": "a note says",
    r"(?:some|any)body": "someone, anyone",
    r"ways\s+(?:in|on)": "browse by, next steps",
    r"fits?": "match",
    r"settl(?:e|es|ed|ing|ement)": "resolve, decide",
    r"for\s+want\s+of": "because of too little",
    r"meanwhile": "while ...",
}
"""Patterns of the dialect that this project was first written in, and what to write instead."""
ALLOWED: Final = {
    "templates/help/_layout.html": {"told"},  # "what the writer was told"
    "cables/names/recognition/evidence.py": {"told"},  # an example: "Khlopkov told us that"
}
"""Words that a file uses in their ordinary sense, by path."""

DOCUMENTS: Final = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", ".env.example")
VISIBLE_ATTRIBUTES: Final = "title|alt|aria-label|placeholder|content|label|value|summary"

DIALECT: Final = re.compile(
    rf"\b(?:{'|'.join(f'({words})' for words in PLAIN_WORDS)})\b", re.IGNORECASE
)
"""All patterns, each in a group of its own."""
DJANGO_COMMENT: Final = re.compile(r"{#.*?#}|{% comment .*?{% endcomment %}", re.DOTALL)
DJANGO_TAG: Final = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
STRING_IN_TAG: Final = re.compile(r"""(["'])(?P<visible>[^"']*)\1""")
"""Such as a label that is passed to an included template."""
QUOTED: Final = re.compile(r"<(pre|code|kbd|samp)\b.*?</\1>", re.DOTALL)
"""Text of cables, and what is typed."""
HTML_TAG: Final = re.compile(r"<[^>]*>")
VISIBLE_ATTRIBUTE: Final = re.compile(rf'\b(?:{VISIBLE_ATTRIBUTES})="(?P<visible>[^"]*)"')


class Passage(NamedTuple):
    """A text that people read, and where it begins."""

    path: str
    line: int
    """From 1."""
    text: str


def test_templates_are_in_plain_english() -> None:
    paths = (path for path in (ROOT / "templates").rglob("*") if path.is_file())

    report(template_passage(path) for path in paths)


def test_strings_in_the_code_are_in_plain_english() -> None:
    paths = (path for package in ("cables", "cablesite") for path in (ROOT / package).rglob("*.py"))
    modules = (path for path in paths if "migrations" not in path.parts)

    report(passage for path in modules for passage in code_passages(path))


def test_documents_are_in_plain_english() -> None:
    paths = (ROOT / name for name in DOCUMENTS)

    report(Passage(name_of(path), 1, path.read_text()) for path in paths)


def test_a_fault_names_its_line_and_the_plain_word() -> None:
    passage = Passage("README.md", 7, "A reading room.\nFilters were left\nout.")

    assert faults([passage]) == ["README.md:8: 'left out': ignore, omit"]


def test_only_what_a_template_shows_is_checked() -> None:
    template = (
        '{# room #}<p class="room" title="A stroke">{% if anew %}Told{% endif %}</p>\n'
        '<pre>behind</pre>{% include "x.html" with label="Whoever reads" %}'
    )

    words = {fault.split(":")[2].strip() for fault in faults([Passage("x", 1, visible(template))])}

    assert words == {"'stroke'", "'Told'", "'Whoever'"}


def report(passages: Iterable[Passage]) -> None:
    """Fail with a line for each fault."""
    if listed := sorted(set(faults(passages))):
        pytest.fail("\n".join(listed), pytrace=False)


def faults(passages: Iterable[Passage]) -> list[str]:
    """Return a line for each word to replace: file, line, the word, and what to write."""
    advice = list(PLAIN_WORDS.values())
    return [
        f"{passage.path}:{line}: {word!r}: {advice[match.lastindex - 1]}"
        for passage in passages
        for match in DIALECT.finditer(passage.text)
        for word in [" ".join(match[0].split())]
        if match.lastindex and word.lower() not in ALLOWED.get(passage.path, ())
        for line in [passage.line + passage.text.count("\n", 0, match.start())]
    ]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def template_passage(path: Path) -> Passage:
    return Passage(name_of(path), 1, visible(path.read_text()))


def visible(template: str) -> str:
    """Return a template with everything blanked out that no reader sees, lines unchanged."""
    text = DJANGO_COMMENT.sub(keep_nothing, template)
    text = DJANGO_TAG.sub(keep_strings, text)
    text = QUOTED.sub(keep_nothing, text)
    return HTML_TAG.sub(keep_attributes, text)


def keep_nothing(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def keep_strings(match: re.Match[str]) -> str:
    return keep_visible(STRING_IN_TAG, match[0])


def keep_attributes(match: re.Match[str]) -> str:
    return keep_visible(VISIBLE_ATTRIBUTE, match[0])


def keep_visible(part: re.Pattern[str], text: str) -> str:
    """Blank out a text except for the visible parts of it."""
    kept = re.sub(r"[^\n]", " ", text)
    for match in part.finditer(text):
        start, end = match.span("visible")
        kept = kept[:start] + text[start:end] + kept[end:]
    return kept


def code_passages(path: Path) -> Iterator[Passage]:
    """Yield the module's docstring, and the strings with a space that it may show to people."""
    tree = ast.parse(path.read_text())
    if docstring := ast.get_docstring(tree, clean=False):
        yield Passage(name_of(path), 1, docstring)
    hidden = set(map(id, hidden_strings(tree)))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in hidden
        ):
            is_pattern = "\\" in node.value
            if " " in node.value and not is_pattern:
                yield Passage(name_of(path), node.lineno, node.value)


def hidden_strings(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield docstrings, patterns and lists of words."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "compile":
                yield from ast.walk(node)
            elif node.func.attr == "split":
                yield node.func.value
