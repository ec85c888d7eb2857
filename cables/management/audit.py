"""What the room holds, in figures: what a host publishes and a developer compares."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q

from cables.models import (
    Cable,
    CableTag,
    Mention,
    Paragraph,
    Person,
    Problem,
    Reference,
    Resemblance,
    Tag,
    Version,
    WithheldName,
)

MOST_PROBLEMS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the audit."""

    group: str
    name: str
    count: int
    of: int = 0
    """What the count is a part of; 0 where it stands alone."""

    @property
    def share(self) -> str:
        """The part in per cent, `98.4 %`; empty where the count stands alone."""
        return f"{100 * self.count / self.of:.1f} %" if self.of else ""


def audit() -> Iterator[Figure]:
    """Yield all figures, group by group."""
    cables = Cable.objects.count()
    yield Figure(group="cables", name="held", count=cables)
    yield Figure(group="cables", name="other versions", count=Version.objects.count())
    yield from forms(cables)
    yield from fields(cables)
    yield from paragraphs(cables)
    yield from tags()
    yield from references()
    yield from people()
    yield from problems(cables)


def forms(cables: int) -> Iterator[Figure]:
    """Count cables by the form of their source."""
    rows = Cable.objects.order_by().values_list("source_form").annotate(Count("pk"))
    for form, count in sorted(rows, key=lambda row: -row[1]):
        yield Figure(group="form", name=form, count=count, of=cables)
    partial = Cable.objects.filter(partial=True).count()
    yield Figure(group="form", name="partial extracts", count=partial, of=cables)


def fields(cables: int) -> Iterator[Figure]:
    """Count the cables in which each fact was found."""
    found = {
        "created": Q(created__isnull=False),
        "created to the minute": Q(created__isnull=False, created_exact=True),
        "origin": Q(origin__isnull=False),
        "classification": ~Q(classification=""),
        "subject": ~Q(subject=""),
        "executive order": ~Q(executive_order=""),
        "classified by": ~Q(classified_by_name="") | ~Q(classified_by_title=""),
        "signer": ~Q(signed_by=""),
        "summary": ~Q(summary=""),
    }
    counts = Cable.objects.aggregate(
        **{f"n{at}": Count("pk", filter=rule) for at, rule in enumerate(found.values())}
    )
    for at, name in enumerate(found):
        yield Figure(group="found", name=name, count=counts[f"n{at}"], of=cables)
    for name, model in (("TAGS", CableTag), ("references", Reference)):
        count = Cable.objects.filter(Exists(model.objects.filter(cable=OuterRef("pk")))).count()
        yield Figure(group="found", name=name, count=count, of=cables)


def paragraphs(cables: int) -> Iterator[Figure]:
    """Count paragraphs, and the cables without numbers or without any."""
    total = Paragraph.objects.count()
    numbered = Paragraph.objects.filter(number__isnull=False)
    marked = Paragraph.objects.exclude(marking="").count()
    yield Figure(group="paragraphs", name="all", count=total)
    yield Figure(group="paragraphs", name="numbered", count=numbered.count(), of=total)
    yield Figure(group="paragraphs", name="with a marking", count=marked, of=total)
    own = Paragraph.objects.filter(cable=OuterRef("pk"))
    without_numbers = Cable.objects.filter(~Exists(own.filter(number__isnull=False))).count()
    without_any = Cable.objects.filter(~Exists(own)).count()
    yield Figure(
        group="paragraphs", name="cables without numbers", count=without_numbers, of=cables
    )
    yield Figure(group="paragraphs", name="cables without any", count=without_any, of=cables)


def tags() -> Iterator[Figure]:
    """Count uses of TAGS, and how many of them have a meaning."""
    uses = CableTag.objects.count()
    decoded = CableTag.objects.exclude(tag__meaning="").count()
    repaired = CableTag.objects.exclude(printed=F("tag__code")).count()
    yield Figure(group="TAGS", name="distinct codes", count=Tag.objects.count())
    yield Figure(group="TAGS", name="uses decoded", count=decoded, of=uses)
    yield Figure(group="TAGS", name="uses printed otherwise", count=repaired, of=uses)


def references() -> Iterator[Figure]:
    """Count REF entries, those that name cables, and those that name cables held here."""
    entries = Reference.objects.count()
    cables = Reference.objects.exclude(cited_id="")
    held = cables.filter(Exists(Cable.objects.filter(reference_id=OuterRef("cited_id")))).count()
    yield Figure(group="references", name="name a cable", count=cables.count(), of=entries)
    yield Figure(group="references", name="name a cable held here", count=held, of=cables.count())


def people() -> Iterator[Figure]:
    """Count persons, what is not decided about them, and mentions by role."""
    persons = Person.objects.count()
    found = {
        "a surname alone": Person.objects.filter(given="").count(),
        "may be the same as another": Resemblance.objects.values("person").distinct().count(),
    }
    yield Figure(group="people", name="persons", count=persons)
    for name, count in found.items():
        yield Figure(group="people", name=name, count=count, of=persons)
    yield Figure(group="people", name="names withheld", count=WithheldName.objects.count())
    rows = Mention.objects.order_by().values_list("role").annotate(Count("pk"))
    for role, count in sorted(rows, key=lambda row: -row[1]):
        yield Figure(group="people", name=role, count=count)


def problems(cables: int) -> Iterator[Figure]:
    """Count the cables with each kind of problem, the most frequent first."""
    rows = (
        Problem.objects.order_by()
        .values_list("code")
        .annotate(cables=Count("cable", distinct=True))
        .order_by("-cables", "code")
    )
    for code, count in rows[:MOST_PROBLEMS]:
        yield Figure(group="problems", name=code, count=count, of=cables)
