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
    PossibleDuplicate,
    Problem,
    Reference,
    Tag,
    Version,
    WithheldName,
)

MAX_PROBLEM_CODES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditCount:
    """One line of the audit."""

    group: str
    name: str
    count: int
    total: int = 0
    """What the count is a part of; 0 where it stands alone."""

    @property
    def share(self) -> str:
        """The part in per cent, `98.4 %`; empty where the count stands alone."""
        return f"{100 * self.count / self.total:.1f} %" if self.total else ""


def audit_counts() -> Iterator[AuditCount]:
    """Yield all figures, group by group."""
    cables = Cable.objects.count()
    yield AuditCount(group="cables", name="held", count=cables)
    yield AuditCount(group="cables", name="other versions", count=Version.objects.count())
    yield from _form_counts(cables)
    yield from _field_counts(cables)
    yield from _paragraph_counts(cables)
    yield from _tag_counts()
    yield from _reference_counts()
    yield from _person_counts()
    yield from _problem_counts(cables)


def _form_counts(cables: int) -> Iterator[AuditCount]:
    """Count cables by the form of their source."""
    rows = Cable.objects.order_by().values_list("source_form").annotate(Count("pk"))
    for form, count in sorted(rows, key=lambda row: -row[1]):
        yield AuditCount(group="form", name=form, count=count, total=cables)
    partial = Cable.objects.filter(partial=True).count()
    yield AuditCount(group="form", name="partial extracts", count=partial, total=cables)


def _field_counts(cables: int) -> Iterator[AuditCount]:
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
        yield AuditCount(group="found", name=name, count=counts[f"n{at}"], total=cables)
    for name, model in (("TAGS", CableTag), ("references", Reference)):
        count = Cable.objects.filter(Exists(model.objects.filter(cable=OuterRef("pk")))).count()
        yield AuditCount(group="found", name=name, count=count, total=cables)


def _paragraph_counts(cables: int) -> Iterator[AuditCount]:
    """Count paragraphs, and the cables without numbers or without any."""
    total = Paragraph.objects.count()
    numbered = Paragraph.objects.filter(number__isnull=False)
    marked = Paragraph.objects.exclude(marking="").count()
    yield AuditCount(group="paragraphs", name="all", count=total)
    yield AuditCount(group="paragraphs", name="numbered", count=numbered.count(), total=total)
    yield AuditCount(group="paragraphs", name="with a marking", count=marked, total=total)
    own = Paragraph.objects.filter(cable=OuterRef("pk"))
    without_numbers = Cable.objects.filter(~Exists(own.filter(number__isnull=False))).count()
    without_any = Cable.objects.filter(~Exists(own)).count()
    yield AuditCount(
        group="paragraphs", name="cables without numbers", count=without_numbers, total=cables
    )
    yield AuditCount(group="paragraphs", name="cables without any", count=without_any, total=cables)


def _tag_counts() -> Iterator[AuditCount]:
    """Count uses of TAGS, and how many of them have a meaning."""
    uses = CableTag.objects.count()
    decoded = CableTag.objects.exclude(tag__meaning="").count()
    repaired = CableTag.objects.exclude(printed=F("tag__code")).count()
    yield AuditCount(group="TAGS", name="distinct codes", count=Tag.objects.count())
    yield AuditCount(group="TAGS", name="uses decoded", count=decoded, total=uses)
    yield AuditCount(group="TAGS", name="uses printed otherwise", count=repaired, total=uses)


def _reference_counts() -> Iterator[AuditCount]:
    """Count REF entries, those that name cables, and those that name cables held here."""
    entries = Reference.objects.count()
    cables = Reference.objects.exclude(cited_id="")
    held = cables.filter(Exists(Cable.objects.filter(reference_id=OuterRef("cited_id")))).count()
    yield AuditCount(group="references", name="name a cable", count=cables.count(), total=entries)
    yield AuditCount(
        group="references", name="name a cable held here", count=held, total=cables.count()
    )


def _person_counts() -> Iterator[AuditCount]:
    """Count persons, what is not decided about them, and mentions by role."""
    persons = Person.objects.count()
    found = {
        "a surname alone": Person.objects.filter(given="").count(),
        "may be the same as another": PossibleDuplicate.objects.values("person").distinct().count(),
    }
    yield AuditCount(group="people", name="persons", count=persons)
    for name, count in found.items():
        yield AuditCount(group="people", name=name, count=count, total=persons)
    yield AuditCount(group="people", name="names withheld", count=WithheldName.objects.count())
    rows = Mention.objects.order_by().values_list("role").annotate(Count("pk"))
    for role, count in sorted(rows, key=lambda row: -row[1]):
        yield AuditCount(group="people", name=role, count=count)


def _problem_counts(cables: int) -> Iterator[AuditCount]:
    """Count the cables with each kind of problem, the most frequent first."""
    rows = (
        Problem.objects.order_by()
        .values_list("code")
        .annotate(cables=Count("cable", distinct=True))
        .order_by("-cables", "code")
    )
    for code, count in rows[:MAX_PROBLEM_CODES]:
        yield AuditCount(group="problems", name=code, count=count, total=cables)
