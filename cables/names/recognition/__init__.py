"""Who is named in a cable: found by rules that are told, in plain Python, the same every time.

Header roles come first, then names in the text that something beside them shows to be a person's,
then bare surnames of the persons found. What is only capitals is left alone.
"""

from cables.names.recognition.find import find_people
from cables.names.recognition.values import FoundMention, FoundPerson, MentionRole

__all__ = ["FoundMention", "FoundPerson", "MentionRole", "find_people"]
