"""The parts of a cable: paragraphs, REF entries, and what the reader is told about the text."""

from django.db import models
from django.urls import reverse

from cables.models.cable import Cable


class Paragraph(models.Model):
    """One paragraph: a stretch of the cable's body with an address of its own."""

    cable = models.ForeignKey(
        Cable,
        models.CASCADE,
        related_name="paragraphs",
        db_index=False,  # the constraint's will do
    )
    position = models.PositiveSmallIntegerField(help_text="From 1, in the order of the text.")
    number = models.PositiveSmallIntegerField(null=True, help_text="As printed, if at all.")
    key = models.CharField(
        max_length=12, help_text="3; 3.2 for the second that is numbered 3; u1 without a number."
    )
    kind = models.CharField(max_length=12, help_text="numbered, unnumbered.")
    marking = models.CharField(max_length=40, blank=True, help_text="C, SBU, S//NF ...")
    heading = models.CharField(max_length=300, blank=True, help_text="The heading above it.")
    start = models.PositiveIntegerField(help_text="Offset into the body, in characters.")
    end = models.PositiveIntegerField(help_text="One past the last character.")
    text_start = models.PositiveIntegerField(help_text="Behind number and marking.")

    class Meta:
        """In the order of the text; each key once a cable."""

        ordering = ("cable", "position")
        constraints = (
            models.UniqueConstraint(
                fields=("cable", "position"), name="one_paragraph_per_position"
            ),
            models.UniqueConstraint(fields=("cable", "key"), name="one_paragraph_per_key"),
        )

    def __str__(self) -> str:
        return f"{self.cable_id} ¶{self.key}"

    def get_absolute_url(self) -> str:
        """Return the paragraph's own page."""
        return reverse(
            "paragraph",
            kwargs={"reference_id": self.cable.reference_id, "paragraph": self.key},
        )

    @property
    def anchor(self) -> str:
        """The fragment on the cable's page: par3."""
        return f"par{self.key}"


class Reference(models.Model):
    """An entry of a cable's REF lines."""

    cable = models.ForeignKey(Cable, models.CASCADE, related_name="references")
    position = models.PositiveSmallIntegerField(help_text="From 1, in the order printed.")
    letter = models.CharField(max_length=4, blank=True)
    printed = models.TextField(help_text="As printed, without the letter.")
    kind = models.CharField(max_length=10, help_text="cable, message, mail, other.")
    cited_id = models.CharField(
        max_length=40,
        blank=True,
        db_index=True,
        help_text="Canonical reference ID of the cable named, held or not: no load order matters.",
    )
    note = models.CharField(max_length=200, blank=True, help_text="NOTAL and the like.")
    year_assumed = models.BooleanField(default=False)
    start = models.PositiveIntegerField(help_text="Offset into the body, in characters.")
    end = models.PositiveIntegerField(help_text="One past the last character.")

    class Meta:
        """The order of the lines."""

        ordering = ("cable", "position")

    def __str__(self) -> str:
        return self.printed


class Problem(models.Model):
    """What the reader is told about a text: repaired, cut, doubled or not understood."""

    cable = models.ForeignKey(Cable, models.CASCADE, related_name="problems")
    code = models.CharField(max_length=40, db_index=True, help_text="The rule, as lost-pilcrow.")
    line = models.PositiveIntegerField(help_text="Line of the telegram from 1; 0 for all of it.")
    message = models.TextField()
    printed = models.TextField(blank=True)
    meant = models.TextField(blank=True)

    class Meta:
        """In the order of the text."""

        ordering = ("cable", "line", "pk")

    def __str__(self) -> str:
        return self.message
