"""What the room holds: cables, their paragraphs, and who and what stands in them."""

from django.db import models
from django.urls import reverse

from cables.querysets import CableQuerySet, ParagraphQuerySet, PersonQuerySet


class Classification(models.TextChoices):
    """The levels, in the words that the cables' own pages used, least restricted first."""

    UNCLASSIFIED = "UNCLASSIFIED"
    OFFICIAL_USE = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    LIMITED_OFFICIAL_USE = "LIMITED OFFICIAL USE"
    CONFIDENTIAL = "CONFIDENTIAL"
    CONFIDENTIAL_NOFORN = "CONFIDENTIAL//NOFORN"
    SECRET = "SECRET"  # noqa: S105 - a level, not a password
    SECRET_NOFORN = "SECRET//NOFORN"  # noqa: S105
    UNKNOWN = "", "not stated"


class Post(models.Model):
    """Where cables come from: an embassy, a consulate, a mission or the Department itself."""

    name = models.CharField(max_length=120, unique=True, help_text="Such as Embassy Moscow.")
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, blank=True, help_text="embassy, consulate, mission ...")
    city = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=80, blank=True)
    country_code = models.CharField(max_length=2, blank=True, help_text="The State TAGS code.")

    class Meta:
        """Posts stand in the order of their names."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Tag(models.Model):
    """A code of the TAGS line: Traffic Analysis by Geography and Subject."""

    code = models.CharField(max_length=80, unique=True, help_text="Such as PREL.")
    kind = models.CharField(
        max_length=20, blank=True, help_text="subject, geopolitical, program, organization, person."
    )
    meaning = models.CharField(
        max_length=200, blank=True, help_text="Empty where no table gives one."
    )

    class Meta:
        """Tags stand in the order of their codes."""

        ordering = ("code",)

    def __str__(self) -> str:
        return self.code


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
    created = models.DateTimeField(null=True, db_index=True, help_text="UTC.")
    created_from = models.CharField(
        max_length=20,
        blank=True,
        choices={"group": "the date-time group", "source": "the source's table"},
    )
    created_exact = models.BooleanField(
        default=True, help_text="False where only the day is known, the minutes being wrong."
    )
    created_stated = models.DateTimeField(
        null=True, help_text="As the source's table gives it; its minutes may be wrong."
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
    decoded = models.JSONField(
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
    text_sha256 = models.CharField(max_length=64, help_text="Of header and body joined.")
    text_length = models.PositiveIntegerField(help_text="Of the same, in characters.")
    parser_version = models.PositiveSmallIntegerField(
        help_text="Of the reading rules that made these rows; newer rules read a file anew."
    )
    loaded = models.DateTimeField(db_index=True, help_text="When this room loaded it.")

    objects = CableQuerySet.as_manager()

    class Meta:
        """Newest first, as readers expect of a list."""

        ordering = ("-created", "reference_id")

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
            models.UniqueConstraint(fields=("cable", "position"), name="one_tag_a_place"),
        )

    def __str__(self) -> str:
        return self.printed


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

    objects = ParagraphQuerySet.as_manager()

    class Meta:
        """In the order of the text; each key once a cable."""

        ordering = ("cable", "position")
        constraints = (
            models.UniqueConstraint(fields=("cable", "position"), name="one_paragraph_a_position"),
            models.UniqueConstraint(fields=("cable", "key"), name="one_paragraph_a_key"),
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


class Person(models.Model):
    """Somebody whom cables name."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, unique=True)
    sort_name = models.CharField(max_length=200, db_index=True, help_text="Wells, Alice G.")
    aliases = models.JSONField(default=list, help_text="Other spellings, as printed.")

    objects = PersonQuerySet.as_manager()

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
