"""Who is named in a cable: found by rules that are told, in plain Python, the same every time.

Header roles come first, then names in the text that something beside them shows to be a person's,
then bare surnames of the persons found. What is only capitals is left alone.
"""

from cables.text.people.roles import role_mentions
from cables.text.people.spelling import written
from cables.text.people.values import FoundMention, FoundPerson, Role
from cables.text.values import ParsedCable

__all__ = ["FoundMention", "FoundPerson", "Role", "find_people"]


def find_people(parsed: ParsedCable) -> tuple[FoundPerson, ...]:
    """Return the persons of a cable in the order of their first mention."""
    return tuple(
        FoundPerson(
            name=written(mention.printed),
            surname_only=" " not in mention.printed,
            forms=(mention.printed,),
            mentions=(mention,),
            titles=(mention.title,) if mention.title else (),
        )
        for mention in sorted(role_mentions(parsed), key=lambda one: one.start)
    )
