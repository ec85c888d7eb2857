"""What stands above the results: the cable that the words name, the filter that a word may be."""

from dataclasses import dataclass

from cables.facts import tags as tag_facts
from cables.links.resolve import opened, reference_id_in
from cables.models import Cable, Tag
from cables.search import Words

LONGEST_CODE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What a reader may have meant by a question besides words to look for."""

    cable: Cable | None = None
    """The cable whose reference ID the question is."""
    not_held: str = ""
    """Its reference ID, where the room does not hold it."""
    candidates: tuple[Cable, ...] = ()
    """The cables that a reference ID without its year may mean."""
    tag: Tag | None = None
    """The code of the TAGS line that the question is."""
    address: str = ""
    """Of this room's page for an old address that was pasted."""

    @property
    def found(self) -> bool:
        """Whether a reader is led to what the question names, though no text holds its words."""
        return bool(self.cable or self.candidates or self.address)


def offers(words: Words) -> Offers:
    """Look whether a question is a reference ID, an old address or a code of the TAGS line."""
    text = words.text
    if not text:
        return Offers()
    if reference_id := reference_id_in(text):
        cable = Cable.objects.for_lists().filter(reference_id=reference_id).first()
        return Offers(cable=cable, not_held="" if cable else reference_id)
    found = opened(text) if looks_like_an_address(text) or text[-1].isdigit() else None
    if found and found.candidates and " " in text:
        return Offers(candidates=found.candidates)
    if found and found.address and looks_like_an_address(text):
        return Offers(address=found.address)
    return Offers(tag=named_tag(text))


def looks_like_an_address(text: str) -> bool:
    """Tell whether a question was pasted from an address line."""
    return "/" in text and " " not in text


def named_tag(text: str) -> Tag | None:
    """Return the code that a question is, written in capitals as codes are."""
    if not (text.isupper() and len(text) <= LONGEST_CODE and tag_facts.tag(text)):
        return None
    return Tag.objects.filter(code=text, cable_tags__isnull=False).first()
