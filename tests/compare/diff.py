"""Compare two files that crawl.py wrote.

    python diff.py OLD.jsonl NEW.jsonl [--report FILE]

The words of the site may change and are listed as wording. Everything else is expected to be equal,
above all the text of the cables. The exit code is 1 if anything differs.
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser
from io import StringIO
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

Json = dict[str, Any]
Pair = tuple[str, str]
Cable = tuple[str, Json]  # a cable's plain text and its JSON
LONGEST: Final = 240  # characters of a value that the report shows
MOST_CHANGES: Final = 400  # of one category that the report shows
MOST_FORMS: Final = 5  # whole values of one change that the report shows
RUN: Final = 6  # words and signs in a row that tell a cable's text from the words of the site
MASK: Final = re.compile(r"\b[0-9]{2,4}[A-Z]{2,}[0-9]+\b|[0-9]+(?:[.,\u202f][0-9]+)*")
"""Reference IDs and numbers, which differ between pages of the same template."""
PROSE: Final = re.compile(r"(?:message|description|notices\.[0-9]+|^\.note|\.reason)$")
"""Members of JSON bodies whose text is the site's own."""
PROSE_META: Final = {"description", "og:description", "og:title", "og:image:alt"}
LABELS: Final = {"alt", "aria-description", "aria-label", "label", "placeholder", "title"}
FIELDS: Final = {"button", "form", "input", "option", "output", "select", "textarea"}
FIELD_ATTRIBUTES: Final = ("name", "value", "type", "checked", "selected", "maxlength", "method")


class Report:
    """All differences, by category and by what changed."""

    def __init__(self) -> None:
        self.figures: Counter[str] = Counter()
        self.found: defaultdict[str, dict[Pair, Counter[Pair]]] = defaultdict(dict)
        self._examples: dict[tuple[str, Pair], str] = {}

    def add(self, category: str, address: str, old: str, new: str) -> None:
        """Count a difference, with numbers masked."""
        masked = MASK.sub("N", old), MASK.sub("N", new)
        form = masked if masked[0] != masked[1] else (old, new)
        before, after = unequal(form[0].split(" "), form[1].split(" "))
        change = " ".join(before), " ".join(after)
        self.found[category].setdefault(change, Counter())[form] += 1
        self._examples.setdefault((category, form), address)

    def lines(self) -> Iterator[str]:
        """Yield figures, a summary, and each change with its count and an example."""
        yield from (f"{name}: {count}" for name, count in self.figures.items())
        names = sorted(self.found, key=lambda name: (name.startswith("wording"), name))
        for name in names:
            counts = [forms.total() for forms in self.found[name].values()]
            yield f"{name}: {len(counts)} distinct changes, {sum(counts)} in all"
        for name in names:
            ranked = sorted(self.found[name].items(), key=lambda one: -one[1].total())
            yield f"\n== {name}{', the most frequent' if len(ranked) > MOST_CHANGES else ''}"
            for change, forms in ranked[:MOST_CHANGES]:
                if forms.keys() != {change}:
                    yield f"{forms.total():6} {arrow(change)}, as in:"
                for form, count in forms.most_common(MOST_FORMS):
                    yield f"{count:12} {arrow(form)}  [{self._examples[name, form]}]"
                if len(forms) > MOST_FORMS:
                    yield f"             and {len(forms) - MOST_FORMS} more"
        yield from [] if names else ["no difference"]


def arrow(pair: Pair) -> str:
    """Return old and new value on one line."""
    return " -> ".join(repr(value[:LONGEST]) for value in pair)


def unequal(old: Sequence[str], new: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return two sequences without what is equal at the start and at the end."""
    for _ in range(2):  # the second time from the other end
        pairs = enumerate(zip(old, new, strict=False))
        start = next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)))
        old, new = old[start:][::-1], new[start:][::-1]
    return old, new


def runs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield the runs in which two sequences differ."""
    old, new = unequal(old, new)
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield old[a:b], new[c:d]


def changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Yield old and new value of each difference, in order."""
    for before, after in runs(old, new):
        if len(before) == len(after):
            yield from zip(before, after, strict=True)
        else:
            yield " | ".join(before), " | ".join(after)


class Page(HTMLParser):
    """What a page says, as lists of strings by category."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.parts: defaultdict[str, list[str]] = defaultdict(list)
        self.raw, self._text, self._pre_start = "", "", 0
        self.feed(body)
        self.close()
        self._end_text()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Sort the attributes into categories."""
        self._end_text()
        self._pre_start = len(self.raw) if tag == "pre" else self._pre_start
        values = {name: value or "" for name, value in attrs if name not in {"class", "style"}}
        if tag == "meta":
            name = values.pop("name", "") or values.pop("property", "")
            category = "wording: meta" if name in PROSE_META else "meta"
            self.parts[category].append(f"{name}: {' '.join(values.values())}")
            return
        for name in {"href", "src", "action"} & values.keys():
            self.parts["links"].append(f"{tag} {values.pop(name)} rel={values.pop('rel', '')}")
        if tag in FIELDS:
            shown = [f"{name}={values.pop(name)}" for name in FIELD_ATTRIBUTES if name in values]
            self.parts["form fields"].append(" ".join([tag, *shown]))
        for name, value in values.items():
            kind = "data attributes" if name.startswith("data-") else "other attributes"
            kind = "wording: labels" if name in LABELS else "ids" if name == "id" else kind
            self.parts[kind].append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        """End a text node, and keep preformatted text as it stands."""
        self._end_text()
        if tag == "pre":
            self.parts["preformatted text"].append(self.raw[self._pre_start :])

    def handle_data(self, data: str) -> None:
        """Keep the text up to the next tag."""
        self._text += data

    def _end_text(self) -> None:
        self.raw += self._text
        if self._text.strip():
            self.parts["wording: text"].append(" ".join(self._text.split()))
        self._text = ""


def compare_pages(address: str, old: Page, new: Page, report: Report) -> None:
    """Compare two HTML pages."""
    for name in sorted({*old.parts, *new.parts}):
        before, after = old.parts[name], new.parts[name]
        moved = Counter(before) == Counter(after) and not name.startswith("wording")
        for pair in changes(before, after):
            report.add(f"{name}, order only" if moved else name, address, *pair)


def compare_cable(asked: Json, old: Page, new: Page, report: Report, cable: Cable) -> None:
    """Compare what two pages show of a cable: the words that stand in its plain text, in order."""
    kind, address, (text, known) = asked["kind"], asked["address"], cable
    pages = [words(" ".join(page.parts["wording: text"])) for page in (old, new)]
    held = set(word_runs(words(text)))
    before, after = ([run for run in word_runs(page) if run in held] for page in pages)
    for some in runs(before, after):
        gone, added = (" ".join([*one[:1], *(run.split()[-1] for run in one[1:])]) for one in some)
        report.add("CABLE TEXT", address, gone, added)
    for name, found in (("in the text", held), ("on the old page", before), ("on the new", after)):
        report.figures[f"{kind}: runs of {RUN} words {name}"] += len(set(found))
    parts = [one[name] for one in known["paragraphs"] for name in ("heading", "text")]
    phrases = (f" {' '.join(words(part))} " for part in sorted({known["signed_by"], *parts}))
    joined = [f" {' '.join(page)} " for page in pages]
    for phrase in (one for one in phrases if 1 < one.count(" ") <= RUN):
        was, now = (page.count(phrase) for page in joined)
        if was != now:
            report.add("CABLE TEXT, short", address, f"{phrase}{was} times", f"{phrase}{now} times")
    was, now = (text.replace("¶", "") in page.raw.replace("¶", "") for page in (old, new))
    report.figures[f"{kind}: pages with the whole telegram to the letter"] += was
    if was != now:
        report.add("CABLE TEXT", address, f"whole telegram: {was}", f"whole telegram: {now}")


def words(text: str) -> list[str]:
    """Return the words and signs of a text, paragraph signs left out."""
    return re.findall(r"\w+|[^\w\s¶]", text)


def word_runs(some: list[str]) -> list[str]:
    """Return each run of a few words."""
    return [" ".join(some[at : at + RUN]) for at in range(len(some) - RUN + 1)]


def leaves(value: Any, path: str = "") -> Iterator[Pair]:
    """Yield the path and the value of every text, number, and empty list of a JSON value."""
    if value and isinstance(value, dict | list):
        for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, f"{path}.{name}")
    else:
        yield path, json.dumps(value, ensure_ascii=False)


def compare_values(address: str, kind: str, old: Json, new: Json, report: Report) -> None:
    """Compare two JSON objects value by value."""
    before, after = dict(leaves(old)), dict(leaves(new))
    for path in before | after:
        was, now = before.get(path, "(absent)"), after.get(path, "(absent)")
        if was != now:
            name = kind + re.sub(r"\.[0-9]+(?=\.|$)", "[]", path)
            report.add(f"wording: {name}" if PROSE.search(path) else name, address, was, now)


def compare_csv(address: str, old: str, new: str, report: Report) -> None:
    """Compare two CSV bodies cell by cell."""
    before, after = ([*map("\t".join, csv.reader(StringIO(one, "")))] for one in (old, new))
    for pair in changes(before, after):
        cells = zip_longest(before[0].split("\t"), *(row.split("\t") for row in pair), fillvalue="")
        for name, was, now in cells:
            if was != now:
                kind = "wording: CSV" if was.startswith("# ") else f"CSV {name}"
                report.add(kind, address, was, now)


def compare(old: Json, new: Json, report: Report, cable: Cable | None) -> None:
    """Compare what two checkouts answered at an address."""
    was, now = old.pop("body"), new.pop("body")
    address, content_type = old["address"], old["content_type"]
    compare_values(address, "answer", old, new, report)
    report.figures[f"bodies {'equal' if was == now else 'that differ'}"] += 1
    try:
        if was == now:
            return
        if "json" in content_type:
            compare_values(address, "JSON", json.loads(was), json.loads(now), report)
        elif "csv" in content_type:
            compare_csv(address, was, now, report)
        elif "html" in content_type:
            before, after = Page(was), Page(now)
            compare_pages(address, before, after, report)
            if cable:
                compare_cable(old, before, after, report, cable)
        else:
            items = [re.sub(r">\s*<", ">\n<", body).splitlines() for body in (was, now)]
            for pair in changes(*items):
                report.add(f"body as {content_type}", address, *pair)
    except (ValueError, csv.Error) as error:
        report.add("unreadable body", address, content_type, str(error))


class Answers:
    """The answers of a file, each read when it is asked for."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self.places: dict[Pair, int] = {}
        place = 0
        for line in self._file:
            answer = json.loads(line)
            self.places[answer["kind"], answer["address"]] = place
            place += len(line)

    def read(self, kind: str, address: str) -> Json:
        """Return an answer."""
        self._file.seek(self.places[kind, address])
        return dict(json.loads(self._file.readline()))

    def cable(self, address: str) -> Cable | None:
        """Return the cable whose page is at an address, if its other forms were asked for."""
        found = re.match(r"/cable/[0-9A-Z_-]+(?=/)", address)
        if not found or ("form", f"{found[0]}.json") not in self.places:
            return None
        text, known = (self.read("form", f"{found[0]}.{form}")["body"] for form in ("txt", "json"))
        return text, json.loads(known)


def main() -> int:
    """Compare two files, and print or write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--report", type=argparse.FileType("w", encoding="utf-8"), default="-")
    options = parser.parse_args()
    report, old, new = Report(), Answers(options.old), Answers(options.new)
    for key in sorted(old.places.keys() ^ new.places.keys()):
        sides = (" ".join(key) if key in one.places else "" for one in (old, new))
        report.add("address list", key[1], *sides)
    for key in [one for one in old.places if one in new.places]:
        compare(old.read(*key), new.read(*key), report, old.cable(key[1]))
    options.report.writelines(f"{line}\n" for line in report.lines())
    return int(bool(report.found))


if __name__ == "__main__":
    sys.exit(main())
