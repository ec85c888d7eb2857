"""Who stands in cables, and where."""

from typing import ClassVar, Final

from django.db import models
from django.urls import reverse

from cables.models.cable import Cable
from cables.models.parts import Paragraph

LIST_ORDER: Final = ("surname", "given", "slug")
"""The order of lists: `surname` leaves accents and the Arabic article out."""


class Person(models.Model):
    """Somebody whom cables name; who is the same as whom is settled at the end of a load."""

    name = models.CharField(max_length=200, help_text="Alice G. Wells; Lavrov, if that is all.")
    slug = models.SlugField(max_length=200, unique=True)
    sort_name = models.CharField(max_length=200, db_index=True, help_text="Wells, Alice G.")
    aliases = models.JSONField(default=list, help_text="Other spellings, as printed.")
    surname = models.CharField(max_length=120, help_text="Folded: wells.")
    given = models.CharField(
        max_length=120, blank=True, help_text="Folded: alice g; empty if unknown."
    )
    initial = models.CharField(max_length=1, db_index=True, help_text="A to Z, or # for the rest.")
    search_key = models.TextField(help_text="Folded words of the name and its other spellings.")
    sound = models.CharField(
        max_length=60,
        blank=True,
        help_text="Of the surname: alike for spellings of one foreign name, by people/sounds.py.",
    )
    titles = models.JSONField(
        default=list,
        help_text="[title as printed, first day, last day, mentions], the most frequent first.",
    )
    country_code = models.CharField(
        max_length=2, blank=True, help_text="Of the posts that name them most; the State TAGS code."
    )
    country = models.CharField(max_length=80, blank=True)
    first_created = models.DateField(null=True, help_text="Of the oldest cable that names them.")
    last_created = models.DateField(null=True, help_text="Of the newest.")
    cable_count = models.PositiveIntegerField(default=0, db_index=True)
    mention_count = models.PositiveIntegerField(default=0)
    is_classifier = models.BooleanField(default=False, help_text="Classified a cable.")
    is_signer = models.BooleanField(default=False, help_text="Signed a cable.")
    is_tagged = models.BooleanField(default=False, help_text="Stands in TAGS.")
    is_mentioned = models.BooleanField(default=False, help_text="Stands in a text.")

    class Meta:
        """Persons stand in the order of their surnames."""

        ordering = ("sort_name", "slug")
        indexes = (
            # A list's order, in which pages are counted off: at 500,000 persons a page of one list
            # took a quarter of a second without, and takes a hundredth with.
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
            # The most named first among those who share a name: what a search takes up to a bound.
            models.Index(fields=("surname", "-cable_count"), name="most_named_by_surname"),
            models.Index(fields=("given", "-cable_count"), name="most_named_by_given"),
            models.Index(fields=("sound", "-cable_count"), name="most_named_by_sound"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the person's page."""
        return reverse("person", kwargs={"slug": self.slug})


class PossibleDuplicate(models.Model):
    """Two persons who may be the same; each pair is held twice, once from either side."""

    person = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="possible_duplicates",
        db_index=False,  # the constraint's will do
    )
    other = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=80, help_text="What speaks for it: the same name, ...")

    class Meta:
        """In the order of their names."""

        ordering = ("person", "other__sort_name", "other__slug")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "other"), name="one_possible_duplicate_per_pair"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} may be {self.other_id}"


class FormerSlug(models.Model):
    """An address that a person had before two were found to be one.

    It leads to the person who has the mentions now. Should the two be told apart again, the one who
    was known by it gets it back; it is given to nobody else.
    """

    slug = models.SlugField(max_length=200, unique=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="former_slugs")
    surname = models.CharField(max_length=120, db_index=True, help_text="Of who was known by it.")
    given = models.CharField(max_length=120, blank=True)
    country_code = models.CharField(max_length=2, blank=True)

    def __str__(self) -> str:
        return self.slug


class ShownMentions(models.Manager["Mention"]):
    """Mentions of persons who have been settled and are not withheld: all that readers may see."""

    def get_queryset(self) -> models.QuerySet["Mention"]:
        """Leave out what belongs to nobody."""
        return super().get_queryset().filter(person__isnull=False)


class Mention(models.Model):
    """A place where a cable names a person."""

    class Role(models.TextChoices):
        """In which part the person stands."""

        CLASSIFIED_BY = "classified by"
        SIGNER = "signer"
        TAGGED = "named in TAGS"
        MENTIONED = "mentioned"

    person = models.ForeignKey(
        Person,
        models.SET_NULL,
        related_name="mentions",
        null=True,
        db_index=False,  # the index of person and cable will do
        help_text="Null until it is settled who it is, and for good where the name is withheld.",
    )
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
    name = models.CharField(max_length=200, help_text="The fullest form that this cable gives.")
    surname = models.CharField(max_length=120, help_text="Of that form, folded.")
    given = models.CharField(max_length=120, blank=True, help_text="Likewise; empty if unknown.")

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
    """A full name that one cable asks to protect."""

    cable = models.ForeignKey(Cable, models.CASCADE, related_name="protected_names")
    name = models.CharField(max_length=200)
    surname = models.CharField(max_length=120, db_index=True, help_text="Folded.")
    given = models.CharField(max_length=120, blank=True, help_text="Folded.")

    class Meta:
        """Each name once a cable."""

        constraints = (
            models.UniqueConstraint(
                fields=("cable", "surname", "given"), name="one_protected_name_per_cable"
            ),
        )

    def __str__(self) -> str:
        return self.name


class WithheldName(models.Model):
    """A name that is withheld wherever it stands, by a cable's mark or by the host's list."""

    name = models.CharField(max_length=200)
    surname = models.CharField(max_length=120, help_text="Folded.")
    given = models.CharField(max_length=120, blank=True, help_text="Folded.")

    class Meta:
        """Each name once."""

        constraints = (
            models.UniqueConstraint(fields=("surname", "given"), name="one_withheld_name"),
        )

    def __str__(self) -> str:
        return self.name


class ResolutionRun(models.Model):
    """A time at which it was settled anew who is who; the highest key tells the state of it."""

    finished = models.DateTimeField(help_text="UTC.")
    state = models.CharField(
        max_length=64, help_text="Hash of the rules and corrections that were applied."
    )
    last_mention = models.BigIntegerField(help_text="Highest key of a mention that it reached.")
    last_protected = models.BigIntegerField(help_text="Likewise of a protected name.")

    def __str__(self) -> str:
        return f"{self.finished:%Y-%m-%d %H:%M}"
