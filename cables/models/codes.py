"""Classifications, posts and tags."""

from django.db import models


class Classification(models.TextChoices):
    """Classification levels as written on the original pages, least restricted first."""

    UNCLASSIFIED = "UNCLASSIFIED"
    OFFICIAL_USE = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    LIMITED_OFFICIAL_USE = "LIMITED OFFICIAL USE"
    CONFIDENTIAL = "CONFIDENTIAL"
    CONFIDENTIAL_NOFORN = "CONFIDENTIAL//NOFORN"
    SECRET = "SECRET"  # noqa: S105 - a level, not a password
    SECRET_NOFORN = "SECRET//NOFORN"  # noqa: S105
    UNKNOWN = "", "not stated"


class Post(models.Model):
    """A sender of cables: an embassy, a consulate, a mission or the Department itself."""

    name = models.CharField(max_length=120, unique=True, help_text="For example Embassy Moscow.")
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, blank=True, help_text="embassy, consulate, mission ...")
    city = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=80, blank=True)
    country_code = models.CharField(
        max_length=2, blank=True, help_text="The code in TAGS (FIPS 10-4)."
    )

    class Meta:
        """Ordered by name."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Tag(models.Model):
    """A TAGS code (Traffic Analysis by Geography and Subject)."""

    code = models.CharField(max_length=80, unique=True, help_text="For example PREL.")
    kind = models.CharField(
        max_length=20, blank=True, help_text="subject, geopolitical, program, organization, person."
    )
    meaning = models.CharField(max_length=200, blank=True, help_text="Empty if unknown.")

    class Meta:
        """Ordered by code."""

        ordering = ("code",)

    def __str__(self) -> str:
        return self.code
