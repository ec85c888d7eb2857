"""Who stands in a cable's header and under it: the classifier and the signer."""

from django.utils.text import slugify

from cables.models import Cable, Mention, Person, Post
from cables.names import display_name, sort_name
from cables.text import ParsedCable


def store_people(cable: Cable, parsed: ParsedCable) -> None:
    """Write the classifier and the signer, as one person where the names agree."""
    shift = parsed.body_start
    mentions = []
    classifier = parsed.classified_by
    full_name = display_name(classifier.name) if classifier else ""
    if classifier and full_name:
        mentions.append(
            Mention(
                person=find_person(full_name),
                role=Mention.Role.CLASSIFIED_BY,
                printed=classifier.name,
                title=classifier.title,
                rule="classified-by line",
                start=max(classifier.name_start - shift, 0),
                end=max(classifier.name_end - shift, 0),
            )
        )
    if signature := parsed.signature:
        surname = display_name(signature.name)
        same = full_name and sort_name(full_name).split(",")[0].casefold() == surname.casefold()
        mentions.append(
            Mention(
                person=find_person(full_name) if same else find_signer(surname, cable.origin),
                role=Mention.Role.SIGNER,
                printed=signature.name,
                rule="signature line",
                start=signature.start - shift,
                end=signature.end - shift,
            )
        )
    for mention in mentions:
        mention.cable = cable
    Mention.objects.bulk_create(mentions)


def find_person(name: str) -> Person:
    """Return the person of a full name, made when first met."""
    return Person.objects.get_or_create(
        slug=slugify(name), defaults={"name": name, "sort_name": sort_name(name)}
    )[0]


def find_signer(surname: str, origin: Post | None) -> Person:
    """Return the person known by a surname alone: one a post, as no first name may be guessed."""
    place = origin.name if origin else "unknown post"
    return Person.objects.get_or_create(
        slug=slugify(f"{surname} {place}"),
        defaults={"name": surname, "sort_name": surname},
    )[0]


def forget_unnamed_people() -> None:
    """Delete the persons whom no cable names any more."""
    Person.objects.filter(mentions=None).delete()
