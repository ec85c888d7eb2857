"""Statistics about the collection, for operators to publish and developers to compare."""

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
    """A row of the audit."""

    group: str
    name: str
    count: int
    total: int = 0
    """The whole that the count is a part of; 0 if there is none."""

    @property
    def share(self) -> str:
        """The count as a percentage of the total, `98.4 %`; empty if there is no total."""
        return f"{100 * self.count / self.total:.1f} %" if self.total else ""


def audit_counts() -> Iterator[AuditCount]:
    """Yield all counts, group by group."""
    cables = Cable.objects.count()
    yield AuditCount(group="cables", name="in the collection", count=cables)
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
    """Count the cables that have each field."""
    conditions = {
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
        **{f"n{i}": Count("pk", filter=rule) for i, rule in enumerate(conditions.values())}
    )
    for i, name in enumerate(conditions):
        yield AuditCount(group="fields", name=name, count=counts[f"n{i}"], total=cables)
    for name, model in (("TAGS", CableTag), ("references", Reference)):
        count = Cable.objects.filter(Exists(model.objects.filter(cable=OuterRef("pk")))).count()
        yield AuditCount(group="fields", name=name, count=count, total=cables)


def _paragraph_counts(cables: int) -> Iterator[AuditCount]:
    """Count paragraphs, and cables without paragraph numbers or without paragraphs."""
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
    yield AuditCount(
        group="paragraphs", name="cables without paragraphs", count=without_any, total=cables
    )


def _tag_counts() -> Iterator[AuditCount]:
    """Count uses of TAGS, and those with a known meaning or a repair."""
    uses = CableTag.objects.count()
    decoded = CableTag.objects.exclude(tag__meaning="").count()
    repaired = CableTag.objects.exclude(printed=F("tag__code")).count()
    yield AuditCount(group="TAGS", name="distinct codes", count=Tag.objects.count())
    yield AuditCount(group="TAGS", name="uses decoded", count=decoded, total=uses)
    yield AuditCount(group="TAGS", name="uses printed differently", count=repaired, total=uses)


def _reference_counts() -> Iterator[AuditCount]:
    """Count REF entries, those that cite a cable, and those whose cable is in the collection."""
    entries = Reference.objects.count()
    citing = Reference.objects.exclude(cited_id="")
    cited = Cable.objects.filter(reference_id=OuterRef("cited_id"))
    present = citing.filter(Exists(cited)).count()
    cites = citing.count()
    yield AuditCount(group="references", name="cite a cable", count=cites, total=entries)
    yield AuditCount(
        group="references", name="cite a cable in the collection", count=present, total=cites
    )


def _person_counts() -> Iterator[AuditCount]:
    """Count people, undecided cases, withheld names, and mentions by role."""
    people = Person.objects.count()
    undecided = {
        "surname only": Person.objects.filter(given="").count(),
        "possible duplicates": PossibleDuplicate.objects.values("person").distinct().count(),
    }
    yield AuditCount(group="people", name="all", count=people)
    for name, count in undecided.items():
        yield AuditCount(group="people", name=name, count=count, total=people)
    yield AuditCount(group="people", name="names withheld", count=WithheldName.objects.count())
    rows = Mention.objects.order_by().values_list("role").annotate(Count("pk"))
    for role, count in sorted(rows, key=lambda row: -row[1]):
        yield AuditCount(group="people", name=role, count=count)


def _problem_counts(cables: int) -> Iterator[AuditCount]:
    """Count the cables with each kind of problem, most frequent first."""
    rows = (
        Problem.objects.order_by()
        .values_list("code")
        .annotate(cables=Count("cable", distinct=True))
        .order_by("-cables", "code")
    )
    for code, count in rows[:MAX_PROBLEM_CODES]:
        yield AuditCount(group="problems", name=code, count=count, total=cables)
