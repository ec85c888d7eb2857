"""Best bets above the results: a cable, a filter or a page that the words may mean."""

from dataclasses import dataclass

from cables.facts import tags as tag_facts
from cables.links.resolve import exact_reference_id, resolve_text
from cables.models import Cable, Tag
from cables.search import ParsedQuery

MAX_TAG_CODE_LENGTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class BestBets:
    """What a query may mean other than words to search for."""

    cable: Cable | None = None
    """The cable with the query as its reference ID."""
    missing_reference_id: str = ""
    """The query as a reference ID, if that cable is not in the collection."""
    candidates: tuple[Cable, ...] = ()
    """The cables that a reference ID without a year may mean."""
    tag: Tag | None = None
    """The TAGS code that the query equals."""
    current_url: str = ""
    """This site's page for a link from an older cable site."""

    @property
    def has_match(self) -> bool:
        """Whether the query names a page, even if no text contains its words."""
        return bool(self.cable or self.candidates or self.current_url)


def find_best_bets(parsed_query: ParsedQuery) -> BestBets:
    """Return what a query means as a reference ID, an old link or a TAGS code."""
    text = parsed_query.text
    if not text:
        return BestBets()
    if reference_id := exact_reference_id(text):
        cable = Cable.objects.for_lists().filter(reference_id=reference_id).first()
        return BestBets(cable=cable, missing_reference_id="" if cable else reference_id)
    resolved = resolve_text(text) if _looks_like_url(text) or text[-1].isdigit() else None
    if resolved and resolved.candidates and " " in text:
        return BestBets(candidates=resolved.candidates)
    if resolved and resolved.url and _looks_like_url(text):
        return BestBets(current_url=resolved.url)
    return BestBets(tag=_tag_with_code(text))


def _looks_like_url(text: str) -> bool:
    return "/" in text and " " not in text


def _tag_with_code(text: str) -> Tag | None:
    """Return the TAGS code that a text in capitals equals."""
    if not (text.isupper() and len(text) <= MAX_TAG_CODE_LENGTH and tag_facts.find_tag(text)):
        return None
    return Tag.objects.filter(code=text, cable_tags__isnull=False).first()
