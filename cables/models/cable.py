"""A cable, the other versions of its text, and the tags on it."""

from django.db import models
from django.urls import reverse

from cables.models.codes import Classification, Post, Tag
from cables.models.querysets import CableQuerySet


class Cable(models.Model):
    """One cable. `header` and `body` joined are the telegram as its source gives it."""

    reference_id = models.CharField(
        max_length=40, unique=True, help_text="Canonical: 07MOSCOW849, no zeros before the serial."
    )
    printed_id = models.CharField(max_length=80, help_text="As the source spells it.")
    origin = models.ForeignKey(Post, models.PROTECT, related_name="cables", null=True)
    subject = models.TextField(blank=True, help_text="Empty where the text has lost it.")
    title = models.TextField(
        help_text="For lists and previews: subject or first words, protected names left out."
    )
    withheld = models.JSONField(
        default=list, help_text="Names that previews and lists leave out, longest first."
    )
    created = models.DateTimeField(null=True, db_index=True, help_text="UTC.")
    created_from = models.CharField(
        max_length=20,
        blank=True,
        choices={"group": "the date-time group", "source": "the source's table"},
    )
    created_exact = models.BooleanField(
        default=True, help_text="False where only the day is known, the minutes being wrong."
    )
    released = models.DateTimeField(null=True, help_text="UTC, as the source gives it.")
    released_exact = models.BooleanField(default=True)
    classification = models.CharField(
        max_length=40, blank=True, choices=Classification.choices, db_index=True
    )
    captions = models.JSONField(default=list, help_text="Codes in the order printed.")
    tags: "models.ManyToManyField[Tag, CableTag]" = models.ManyToManyField(
        Tag, through="CableTag", related_name="cables"
    )

    header = models.TextField(blank=True, help_text="Verbatim, up to the classification line.")
    body = models.TextField(help_text="Verbatim, from the classification line on.")
    header_fields = models.JSONField(
        default=dict,
        help_text="The header in words: transmission_id, routing, originator, filed, security, "
        "precedence, date_time_group, sender, to, info, attention, sections.",
    )
    executive_order = models.CharField(max_length=10, blank=True, help_text="12958.")
    declassify_on = models.DateField(null=True)
    declassify_note = models.CharField(max_length=200, blank=True, help_text="As printed.")
    classified_by_name = models.CharField(max_length=200, blank=True)
    classified_by_title = models.CharField(max_length=400, blank=True)
    reason_section = models.CharField(max_length=10, blank=True, help_text="1.4 or 1.5.")
    reasons = models.JSONField(default=list, help_text="Letters, in the order printed.")
    signed_by = models.CharField(max_length=120, blank=True, help_text="As printed.")
    summary = models.TextField(blank=True, help_text="Reading text, lines joined.")
    layout = models.JSONField(
        default=list,
        help_text="What stands between paragraphs: [kind, start, end] in the body, in order.",
    )
    old_anchors = models.JSONField(
        default=list, help_text="[anchor, offset in the body] of the original page's odd anchors."
    )

    partial = models.BooleanField(default=False, help_text="The source says it is an extract.")
    source_form = models.CharField(max_length=20, help_text="pasted, plain, page ...")
    source_name = models.CharField(max_length=400, help_text="The file, or archive!member.")
    source_sha256 = models.CharField(max_length=64)
    source_key = models.CharField(
        max_length=64, blank=True, help_text="Hash of the file's path; empty where none is alike."
    )
    source_facts = models.JSONField(
        default=dict, help_text="reference_id, created ... as the source's own table gives them."
    )
    text_sha256 = models.CharField(max_length=64, help_text="Of header and body joined.")
    text_length = models.PositiveIntegerField(help_text="Of the same, in characters.")
    parser_version = models.PositiveSmallIntegerField(
        help_text="Of the reading rules that made these rows; newer rules read a file anew."
    )
    loaded = models.DateTimeField(db_index=True, help_text="When this room loaded it.")

    objects = CableQuerySet.as_manager()

    class Meta:
        """Newest first, as readers expect of a list.

        The indexes let lists and counts by post, level and release be answered without a look at
        the rows, which hold the texts: a scan of those reads the whole file.
        """

        ordering = ("-created", "reference_id")
        indexes = (
            models.Index(fields=("origin", "created"), name="cables_by_origin"),
            models.Index(fields=("classification", "created"), name="cables_by_classification"),
            models.Index(fields=("released", "created"), name="cables_by_release"),
        )

    def __str__(self) -> str:
        return self.reference_id

    def get_absolute_url(self) -> str:
        """Return the reading page."""
        return reverse("cable", kwargs={"reference_id": self.reference_id})

    @property
    def telegram(self) -> str:
        """The verbatim text, header and body."""
        return self.header + self.body


class Version(models.Model):
    """Another source of a cable, which lost to the one in view by the rule in versions.py."""

    cable = models.ForeignKey(Cable, models.CASCADE, related_name="versions")
    text = models.TextField(blank=True, help_text="Verbatim; empty where it is the cable's own.")
    text_sha256 = models.CharField(max_length=64)
    text_length = models.PositiveIntegerField()
    partial = models.BooleanField(default=False)
    released = models.DateTimeField(null=True)
    source_form = models.CharField(max_length=20)
    source_name = models.CharField(max_length=400)
    source_sha256 = models.CharField(max_length=64)
    source_key = models.CharField(max_length=64, blank=True)
    source_facts = models.JSONField(default=dict, help_text="What it takes to show it instead.")
    parser_version = models.PositiveSmallIntegerField()
    loaded = models.DateTimeField()

    class Meta:
        """In the order of their names."""

        ordering = ("cable", "source_name", "pk")

    def __str__(self) -> str:
        return f"{self.cable_id} from {self.source_name}"


class CableTag(models.Model):
    """A tag on one cable, with what the line really says."""

    cable = models.ForeignKey(
        Cable,
        models.CASCADE,
        related_name="cable_tags",
        db_index=False,  # the constraint's will do
    )
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="cable_tags")
    position = models.PositiveSmallIntegerField(help_text="From 1, in the order printed.")
    printed = models.CharField(max_length=120, help_text="Before any repair.")
    person = models.CharField(max_length=120, blank=True, help_text="As in OVIP (DOE, JANE).")

    class Meta:
        """The order of the line; a tag repeated on it counts once."""

        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("cable", "position"), name="one_tag_per_place"),
        )

    def __str__(self) -> str:
        return self.printed
