"""Short cables to find people in, and short forms of the results."""

from cables.names.recognition import FoundMention, FoundPerson, find_people
from cables.names.recognition.candidates import cut_candidates
from cables.names.recognition.capitalized_runs import fill_page_marks, find_runs, find_zones
from cables.names.recognition.values import Candidate
from cables.parser import ParsedCable, parse

ABOVE = """\
UNCLAS SPECIMEN 000901

E.O. 12958: N/A
TAGS: PREL
SUBJECT: A SUBJECT

"""


def cable(text: str, above: str = ABOVE) -> ParsedCable:
    """Return a cable whose first paragraph is a text."""
    return parse(f"{above}1. (U) {text}\n", reference_id="09SPECIMEN901")


def attention_line(line: str) -> str:
    """Return the top of a cable with an attention line."""
    return ABOVE.replace("\n\nE.O.", f"\n\n{line}\n\nE.O.")


def people(text: str, above: str = ABOVE) -> tuple[FoundPerson, ...]:
    """Return the persons of a text."""
    return find_people(cable(text, above))


def names(text: str, above: str = ABOVE) -> list[str]:
    """Return the names of the persons of a text."""
    return [person.name for person in people(text, above)]


def only(text: str, above: str = ABOVE) -> FoundPerson:
    """Return the one person of a text."""
    (person,) = people(text, above)
    return person


def first(text: str, above: str = ABOVE) -> FoundMention:
    """Return the first mention of a text's first person."""
    return people(text, above)[0].mentions[0]


def proposed(text: str) -> list[Candidate]:
    """Return the candidates of a text's first paragraph."""
    parsed = cable(text)
    zones = [zone for zone in find_zones(parsed) if zone.paragraph]
    runs = find_runs(fill_page_marks(parsed), zones)
    return [candidate for run in runs for candidate in cut_candidates(run)]


def words(candidate: Candidate) -> str:
    """Return the words of a candidate."""
    return " ".join(token.word for token in candidate.tokens)
