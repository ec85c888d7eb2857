"""Parts of a cable: paragraphs, references, and notes on problems with the text."""

from django.db import models
from django.urls import reverse

from cables.models.cable import Cable


class Paragraph(models.Model):
    """A paragraph: a span of the cable's body with its own URL."""

    cable = models.ForeignKey(
        Cable,
        models.CASCADE,
        related_name="paragraphs",
        db_index=False,  # the constraint has an index
    )
    position = models.PositiveSmallIntegerField(help_text="From 1, in the order of the text.")
    number = models.PositiveSmallIntegerField(
        null=True, help_text="As printed; null if unnumbered."
    )
    key = models.CharField(
        max_length=12,
        help_text="3; 3.2 for the second one numbered 3; u1 for the first unnumbered one.",
    )
    kind = models.CharField(max_length=12, help_text="numbered, unnumbered.")
    marking = models.CharField(max_length=40, blank=True, help_text="C, SBU, S//NF ...")
    heading = models.CharField(max_length=300, blank=True, help_text="The heading above it.")
    start = models.PositiveIntegerField(help_text="Offset into the body, in characters.")
    end = models.PositiveIntegerField(help_text="One past the last character.")
    text_start = models.PositiveIntegerField(help_text="Offset after number and marking.")

    class Meta:
        """In the order of the text."""

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
        return reverse(
            "paragraph",
            kwargs={"reference_id": self.cable.reference_id, "paragraph": self.key},
        )

    @property
    def anchor(self) -> str:
        """The fragment on the cable's page: par3."""
        return f"par{self.key}"


class Reference(models.Model):
    """An entry in a cable's REF lines."""

    cable = models.ForeignKey(Cable, models.CASCADE, related_name="references")
    position = models.PositiveSmallIntegerField(help_text="From 1, in the order printed.")
    letter = models.CharField(max_length=4, blank=True)
    printed = models.TextField(help_text="As printed, without the letter.")
    kind = models.CharField(max_length=10, help_text="cable, message, mail, other.")
    cited_id = models.CharField(
        max_length=40,
        blank=True,
        db_index=True,
        help_text="Canonical reference ID of the cited cable, whether or not it has been loaded.",
    )
    note = models.CharField(max_length=200, blank=True, help_text="NOTAL and similar remarks.")
    year_assumed = models.BooleanField(default=False)
    start = models.PositiveIntegerField(help_text="Offset into the body, in characters.")
    end = models.PositiveIntegerField(help_text="One past the last character.")

    class Meta:
        """In the order printed."""

        ordering = ("cable", "position")

    def __str__(self) -> str:
        return self.printed


class Problem(models.Model):
    """A problem in a cable's text: repaired, truncated, duplicated or not understood."""

    cable = models.ForeignKey(Cable, models.CASCADE, related_name="problems")
    code = models.CharField(max_length=40, db_index=True, help_text="For example lost-pilcrow.")
    line = models.PositiveIntegerField(
        help_text="Line of the telegram, from 1; 0 for the whole text."
    )
    message = models.TextField()
    printed = models.TextField(blank=True)
    meant = models.TextField(blank=True)

    class Meta:
        """In the order of the text."""

        ordering = ("cable", "line", "pk")

    def __str__(self) -> str:
        return self.message
