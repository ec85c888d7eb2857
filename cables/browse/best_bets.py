"""What stands above the results: the cable that the words name, the filter that a word may be."""

from dataclasses import dataclass

from cables.facts import tags as tag_facts
from cables.links.resolve import exact_reference_id, resolve_text
from cables.models import Cable, Tag
from cables.search import ParsedQuery

MAX_TAG_CODE_LENGTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class BestBets:
    """What a reader may have meant by a question besides words to look for."""

    cable: Cable | None = None
    """The cable whose reference ID the question is."""
    missing_reference_id: str = ""
    """Its reference ID, where the room does not hold it."""
    candidates: tuple[Cable, ...] = ()
    """The cables that a reference ID without its year may mean."""
    tag: Tag | None = None
    """The code of the TAGS line that the question is."""
    current_url: str = ""
    """Of this room's page for an old address that was pasted."""

    @property
    def has_match(self) -> bool:
        """Whether a reader is led to what the question names, though no text holds its words."""
        return bool(self.cable or self.candidates or self.current_url)


def find_best_bets(parsed_query: ParsedQuery) -> BestBets:
    """Look whether a question is a reference ID, an old address or a code of the TAGS line."""
    text = parsed_query.text
    if not text:
        return BestBets()
    if reference_id := exact_reference_id(text):
        cable = Cable.objects.for_lists().filter(reference_id=reference_id).first()
        return BestBets(cable=cable, missing_reference_id="" if cable else reference_id)
    found = resolve_text(text) if _looks_like_url(text) or text[-1].isdigit() else None
    if found and found.candidates and " " in text:
        return BestBets(candidates=found.candidates)
    if found and found.url and _looks_like_url(text):
        return BestBets(current_url=found.url)
    return BestBets(tag=_tag_with_code(text))


def _looks_like_url(text: str) -> bool:
    """Tell whether a question was pasted from an address line."""
    return "/" in text and " " not in text


def _tag_with_code(text: str) -> Tag | None:
    """Return the code that a question is, written in capitals as codes are."""
    if not (text.isupper() and len(text) <= MAX_TAG_CODE_LENGTH and tag_facts.find_tag(text)):
        return None
    return Tag.objects.filter(code=text, cable_tags__isnull=False).first()
