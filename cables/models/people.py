"""People, and the places in cables that name them."""

from typing import ClassVar, Final

from django.db import models
from django.urls import reverse

from cables.models.cable import Cable
from cables.models.parts import Paragraph
from cables.models.querysets import KeyOrderQuerySet

LIST_ORDER: Final = ("surname", "given", "slug")
"""Order of lists of people; `surname` ignores accents and the Arabic article."""


class Person(models.Model):
    """A person named in cables; names are resolved to people at the end of a load."""

    name = models.CharField(
        max_length=200, help_text="Alice G. Wells; Lavrov if only the surname is known."
    )
    slug = models.SlugField(max_length=200, unique=True)
    sort_name = models.CharField(max_length=200, db_index=True, help_text="Wells, Alice G.")
    aliases = models.JSONField(default=list, help_text="Other spellings, as printed.")
    surname = models.CharField(max_length=120, help_text="Folded: wells.")
    given = models.CharField(
        max_length=120, blank=True, help_text="Folded: alice g; empty if unknown."
    )
    initial = models.CharField(max_length=1, db_index=True, help_text="A to Z, or # for the rest.")
    search_key = models.TextField(help_text="Folded words of all spellings of the name.")
    sound = models.CharField(
        max_length=60,
        blank=True,
        help_text="Phonetic key of the surname, from names/phonetics.py.",
    )
    titles = models.JSONField(
        default=list,
        help_text="[title as printed, first day, last day, mentions], most frequent first.",
    )
    country_code = models.CharField(
        max_length=2,
        blank=True,
        help_text="Country whose posts mention the person most, as in TAGS.",
    )
    country = models.CharField(max_length=80, blank=True)
    first_created = models.DateField(
        null=True, help_text="Date of the oldest cable that names the person."
    )
    last_created = models.DateField(null=True, help_text="Date of the newest.")
    cable_count = models.PositiveIntegerField(default=0, db_index=True)
    mention_count = models.PositiveIntegerField(default=0)
    is_classifier = models.BooleanField(default=False, help_text="Classified a cable.")
    is_signer = models.BooleanField(default=False, help_text="Signed a cable.")
    is_tagged = models.BooleanField(default=False, help_text="Named in TAGS.")
    is_mentioned = models.BooleanField(default=False, help_text="Mentioned in a text.")

    objects = KeyOrderQuerySet["Person"].as_manager()

    class Meta:
        """Ordered by surname."""

        ordering = ("sort_name", "slug")
        indexes = (
            # The order of lists: with 500,000 people, a page of a list took a quarter of a second
            # without these indexes and takes a hundredth with them.
            models.Index(fields=LIST_ORDER, name="people_in_order"),
            models.Index(fields=("country", *LIST_ORDER), name="people_of_a_country"),
            models.Index(
                fields=LIST_ORDER,
                condition=models.Q(is_classifier=True),
                name="classifiers_in_order",
            ),
            models.Index(
                fields=LIST_ORDER, condition=models.Q(is_signer=True), name="signers_in_order"
            ),
            models.Index(
                fields=LIST_ORDER, condition=models.Q(is_tagged=True), name="tagged_in_order"
            ),
            models.Index(
                fields=LIST_ORDER, condition=models.Q(is_mentioned=True), name="mentioned_in_order"
            ),
            # The most mentioned among people who share a name: a search takes only the first few.
            models.Index(fields=("surname", "-cable_count"), name="most_named_by_surname"),
            models.Index(fields=("given", "-cable_count"), name="most_named_by_given"),
            models.Index(fields=("sound", "-cable_count"), name="most_named_by_sound"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", kwargs={"slug": self.slug})


class PossibleDuplicate(models.Model):
    """Two people who may be the same person; each pair is stored in both directions."""

    person = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="possible_duplicates",
        db_index=False,  # the constraint has an index
    )
    other = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reason = models.CharField(
        max_length=80, help_text="Why they may be the same: the same name, ..."
    )

    class Meta:
        """Ordered by the other person's name."""

        ordering = ("person", "other__sort_name", "other__slug")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "other"), name="one_possible_duplicate_per_pair"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} may be {self.other_id}"


class FormerSlug(models.Model):
    """A slug whose person has been merged into another.

    It redirects to the person who has the mentions now. If the two are separated again, the slug
    returns to its former owner; nobody else can get it.
    """

    slug = models.SlugField(max_length=200, unique=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="former_slugs")
    surname = models.CharField(
        max_length=120, db_index=True, help_text="Of its former owner, folded."
    )
    given = models.CharField(max_length=120, blank=True)
    country_code = models.CharField(max_length=2, blank=True)

    def __str__(self) -> str:
        return self.slug


class ShownMentions(models.Manager["Mention"]):
    """Mentions that readers may see: resolved to a person and not withheld."""

    def get_queryset(self) -> models.QuerySet["Mention"]:
        return super().get_queryset().filter(person__isnull=False)


class Mention(models.Model):
    """A place in a cable that names a person."""

    class Role(models.TextChoices):
        """In which part of the cable the person is named."""

        CLASSIFIED_BY = "classified by"
        SIGNER = "signer"
        TAGGED = "named in TAGS"
        MENTIONED = "mentioned"

    person = models.ForeignKey(
        Person,
        models.SET_NULL,
        related_name="mentions",
        null=True,
        db_index=False,  # the index on person and cable covers it
        help_text="Null until resolved, and always null for withheld names.",
    )
    cable = models.ForeignKey(Cable, models.CASCADE, related_name="mentions")
    paragraph = models.ForeignKey(
        Paragraph,
        models.CASCADE,
        related_name="mentions",
        null=True,
        help_text="Null in the header.",
    )
    role = models.CharField(max_length=20, choices=Role.choices)
    printed = models.CharField(max_length=200, help_text="The name as printed.")
    title = models.CharField(max_length=400, blank=True, help_text="Title or role as printed.")
    rule = models.CharField(max_length=40, help_text="The rule that found it.")
    start = models.PositiveIntegerField(help_text="Offset into the body, in characters.")
    end = models.PositiveIntegerField(help_text="One past the last character.")
    name = models.CharField(max_length=200, help_text="The fullest form of the name in this cable.")
    surname = models.CharField(max_length=120, help_text="Folded surname of that form.")
    given = models.CharField(
        max_length=120, blank=True, help_text="Folded given names of that form; empty if unknown."
    )

    objects: ClassVar[ShownMentions] = ShownMentions()
    all_objects: ClassVar["models.Manager[Mention]"] = models.Manager()

    class Meta:
        """In the order of the text."""

        ordering = ("cable", "start")
        indexes = (
            models.Index(fields=("person", "cable"), name="mentions_of_a_person"),
            models.Index(fields=("surname", "given"), name="mentions_of_a_name"),
        )

    def __str__(self) -> str:
        return f"{self.printed} ({self.role})"


class ProtectedName(models.Model):
    """A full name that a cable asks to protect."""

    cable = models.ForeignKey(Cable, models.CASCADE, related_name="protected_names")
    name = models.CharField(max_length=200)
    surname = models.CharField(max_length=120, db_index=True, help_text="Folded.")
    given = models.CharField(max_length=120, blank=True, help_text="Folded.")

    class Meta:
        """Unique within a cable."""

        constraints = (
            models.UniqueConstraint(
                fields=("cable", "surname", "given"), name="one_protected_name_per_cable"
            ),
        )

    def __str__(self) -> str:
        return self.name


class WithheldName(models.Model):
    """A name withheld in all cables, because of a cable's marking or the operator's list."""

    name = models.CharField(max_length=200)
    surname = models.CharField(max_length=120, help_text="Folded.")
    given = models.CharField(max_length=120, blank=True, help_text="Folded.")

    class Meta:
        """Unique."""

        constraints = (
            models.UniqueConstraint(fields=("surname", "given"), name="one_withheld_name"),
        )

    def __str__(self) -> str:
        return self.name


class ResolutionRun(models.Model):
    """A completed run of people resolution; the highest key identifies its state."""

    finished = models.DateTimeField(help_text="UTC.")
    state = models.CharField(
        max_length=64, help_text="Hash of the rules and corrections that were applied."
    )
    last_mention = models.BigIntegerField(help_text="Highest key of a mention covered by the run.")
    last_protected = models.BigIntegerField(help_text="Highest key of a protected name covered.")

    def __str__(self) -> str:
        return f"{self.finished:%Y-%m-%d %H:%M}"
