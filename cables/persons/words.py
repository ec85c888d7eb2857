"""What is said of a person in few words: roles, and the description that previews show."""

from collections.abc import Mapping, Sequence
from typing import Final

from cables.models import Mention, Person
from cables.persons.facts import Spread

TIMES: Final = {
    Mention.Role.CLASSIFIED_BY.value: ("classified {} cable", "classified {} cables"),
    Mention.Role.SIGNER.value: ("signed {} cable", "signed {} cables"),
    Mention.Role.TAGGED.value: ("named in TAGS once", "named in TAGS {} times"),
    Mention.Role.MENTIONED.value: ("mentioned once", "mentioned {} times"),
}
"""A role with how often somebody has it: once, and more often."""
HERE: Final = {
    Mention.Role.CLASSIFIED_BY.value: "classified this cable",
    Mention.Role.SIGNER.value: "signed it",
    Mention.Role.TAGGED.value: "named in its TAGS",
}
"""A role in one cable; who is mentioned stands in an excerpt."""


def roles_in_words(roles: Mapping[str, int]) -> str:
    """Return all roles of a person: `Signed 12 cables, mentioned 40 times`."""
    said = (TIMES[role][times > 1].format(f"{times:,}") for role, times in roles.items())
    return upper_first(", ".join(said))


def role_here(roles: Sequence[str]) -> str:
    """Return the roles of a person in one cable: `classified this cable, signed it`."""
    return ", ".join(HERE[role] for role in roles if role in HERE)


def description(person: Person, where: Spread) -> str:
    """Return one sentence for previews: who, and in how many cables of which years and posts."""
    who = f"{person.name}, {person.titles[0][0]}" if person.titles else person.name
    cables = f"{where.cables:,} cable{'s' if where.cables != 1 else ''}"
    years = sorted(where.years)
    when = f" of {years[0]}" if years else ""
    if len(years) > 1:
        when += f" to {years[-1]}"
    whence = f", most from {where.posts[0][0].name}" if where.posts else ""
    return f"{who}: named in {cables}{when}{whence}; every paragraph, newest first."


def upper_first(words: str) -> str:
    """Return words with a capital at the beginning, the rest as it is."""
    return words[:1].upper() + words[1:]
