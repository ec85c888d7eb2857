"""Cables, other versions of their texts, and their tags."""

from django.db import models
from django.urls import reverse

from cables.models.codes import Classification, Post, Tag
from cables.models.querysets import CableQuerySet


class Cable(models.Model):
    """A cable; `header` and `body` joined are the verbatim telegram."""

    reference_id = models.CharField(
        max_length=40, unique=True, help_text="Canonical: 07MOSCOW849, without leading zeros."
    )
    printed_id = models.CharField(max_length=80, help_text="As spelled in the source.")
    origin = models.ForeignKey(Post, models.PROTECT, related_name="cables", null=True)
    subject = models.TextField(blank=True, help_text="Empty if the text does not have it.")
    title = models.TextField(
        help_text="For lists and previews: subject or first words, without protected names."
    )
    withheld = models.JSONField(
        default=list, help_text="Names to withhold in lists and previews, longest first."
    )
    created = models.DateTimeField(null=True, db_index=True, help_text="UTC.")
    created_from = models.CharField(
        max_length=20,
        blank=True,
        choices={"group": "the date-time group", "source": "the source's table"},
    )
    created_exact = models.BooleanField(
        default=True, help_text="False if only the day is reliable."
    )
    released = models.DateTimeField(null=True, help_text="UTC, as given by the source.")
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
        help_text="Parsed header fields: transmission_id, routing, originator, filed, security, "
        "precedence, date_time_group, sender, to, info, attention, sections.",
    )
    executive_order = models.CharField(
        max_length=10, blank=True, help_text="Number of the order: 12958."
    )
    declassify_on = models.DateField(null=True)
    declassify_note = models.CharField(max_length=200, blank=True, help_text="As printed.")
    classified_by_name = models.CharField(max_length=200, blank=True)
    classified_by_title = models.CharField(max_length=400, blank=True)
    reason_section = models.CharField(max_length=10, blank=True, help_text="1.4 or 1.5.")
    reasons = models.JSONField(default=list, help_text="Letters, in the order printed.")
    signed_by = models.CharField(max_length=120, blank=True, help_text="As printed.")
    summary = models.TextField(blank=True, help_text="As shown, lines joined.")
    layout = models.JSONField(
        default=list,
        help_text="What is between paragraphs: [kind, start, end] in the body, in order.",
    )
    old_anchors = models.JSONField(
        default=list,
        help_text="[anchor, offset in the body] for each nonstandard anchor of the original page.",
    )

    partial = models.BooleanField(default=False, help_text="The source marks it as an extract.")
    source_form = models.CharField(max_length=20, help_text="pasted, plain, page ...")
    source_name = models.CharField(max_length=400, help_text="The file, or archive!member.")
    source_sha256 = models.CharField(max_length=64)
    source_key = models.CharField(
        max_length=64,
        blank=True,
        help_text="Hash of the file's path; empty if several files provide the text.",
    )
    source_facts = models.JSONField(
        default=dict, help_text="reference_id, created ... from the source's own table."
    )
    text_sha256 = models.CharField(max_length=64, help_text="Of the telegram.")
    text_length = models.PositiveIntegerField(help_text="Of the telegram, in characters.")
    parser_version = models.PositiveSmallIntegerField(
        help_text="Of the parser that made these rows; a newer parser reads the file again."
    )
    loaded = models.DateTimeField(db_index=True, help_text="When it was loaded.")

    objects = CableQuerySet.as_manager()

    class Meta:
        """Newest first."""

        ordering = ("-created", "reference_id")
        # Lists and counts by post, classification and release date are answered by these alone:
        # the rows contain the texts, so that a scan of them reads the whole file.
        indexes = (
            models.Index(fields=("origin", "created"), name="cables_by_origin"),
            models.Index(fields=("classification", "created"), name="cables_by_classification"),
            models.Index(fields=("released", "created"), name="cables_by_release"),
        )

    def __str__(self) -> str:
        return self.reference_id

    def get_absolute_url(self) -> str:
        return reverse("cable", kwargs={"reference_id": self.reference_id})

    @property
    def telegram(self) -> str:
        """The verbatim text, header and body."""
        return self.header + self.body


class Version(models.Model):
    """Another source of a cable, not shown because of the rules in loading/versions.py."""

    cable = models.ForeignKey(Cable, models.CASCADE, related_name="versions")
    text = models.TextField(
        blank=True, help_text="Verbatim; empty if it is the same as the cable's."
    )
    text_sha256 = models.CharField(max_length=64)
    text_length = models.PositiveIntegerField()
    partial = models.BooleanField(default=False)
    released = models.DateTimeField(null=True)
    source_form = models.CharField(max_length=20)
    source_name = models.CharField(max_length=400)
    source_sha256 = models.CharField(max_length=64)
    source_key = models.CharField(max_length=64, blank=True)
    source_facts = models.JSONField(
        default=dict, help_text="Everything needed to show this version instead."
    )
    parser_version = models.PositiveSmallIntegerField()
    loaded = models.DateTimeField()

    class Meta:
        """Ordered by source name."""

        ordering = ("cable", "source_name", "pk")

    def __str__(self) -> str:
        return f"{self.cable_id} from {self.source_name}"


class CableTag(models.Model):
    """A tag of a cable, with its printed form."""

    cable = models.ForeignKey(
        Cable,
        models.CASCADE,
        related_name="cable_tags",
        db_index=False,  # the constraint has an index
    )
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="cable_tags")
    position = models.PositiveSmallIntegerField(help_text="From 1, in the order printed.")
    printed = models.CharField(max_length=120, help_text="As printed, before any repair.")
    person = models.CharField(
        max_length=120, blank=True, help_text="Name in parentheses: OVIP (DOE, JANE)."
    )

    class Meta:
        """In the order of the TAGS line; repeated tags are stored once."""

        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("cable", "position"), name="one_tag_per_place"),
        )

    def __str__(self) -> str:
        return self.printed
