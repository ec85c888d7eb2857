"""Who stands in cables, and where."""

from django.db import models

from cables.models.cable import Cable
from cables.models.parts import Paragraph


class Person(models.Model):
    """Somebody whom cables name."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, unique=True)
    sort_name = models.CharField(max_length=200, db_index=True, help_text="Wells, Alice G.")
    aliases = models.JSONField(default=list, help_text="Other spellings, as printed.")

    class Meta:
        """Persons stand in the order of their surnames."""

        ordering = ("sort_name",)

    def __str__(self) -> str:
        return self.name


class Mention(models.Model):
    """A place where a cable names a person."""

    class Role(models.TextChoices):
        """In which part the person stands."""

        CLASSIFIED_BY = "classified by"
        SIGNER = "signer"
        TAGGED = "named in TAGS"
        MENTIONED = "mentioned"

    person = models.ForeignKey(Person, models.CASCADE, related_name="mentions")
    cable = models.ForeignKey(Cable, models.CASCADE, related_name="mentions")
    paragraph = models.ForeignKey(
        Paragraph, models.CASCADE, related_name="mentions", null=True, help_text="Null in a header."
    )
    role = models.CharField(max_length=20, choices=Role.choices)
    printed = models.CharField(max_length=200, help_text="The name as printed there.")
    title = models.CharField(max_length=400, blank=True, help_text="Title or role as printed.")
    rule = models.CharField(max_length=40, help_text="The rule that found it.")
    start = models.PositiveIntegerField(help_text="Offset into the body, in characters.")
    end = models.PositiveIntegerField(help_text="One past the last character.")

    class Meta:
        """In the order of the text."""

        ordering = ("cable", "start")

    def __str__(self) -> str:
        return f"{self.printed} ({self.role})"
