"""Find the people whom a cable names, by fixed rules in plain Python."""

from cables.names.recognition.find import find_people
from cables.names.recognition.values import FoundMention, FoundPerson, MentionRole

__all__ = ["FoundMention", "FoundPerson", "MentionRole", "find_people"]
