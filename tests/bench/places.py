"""How telegrams print the names of posts."""

from functools import cache

from cables.facts.posts import PostRecord
from cables.parser.reference_ids import post_code


@cache
def printed_post(post: PostRecord) -> str:
    """Return the name as classification lines and REF lines print it: `RIO DE JANEIRO`.

    Where the city's name stands for another post or none, it is the code of the IDs.
    """
    name = post.city.upper()
    plain = name.isascii() and all(letter.isalpha() or letter in " '" for letter in name)
    return name if name and plain and post_code(name) == post.code else post.code


@cache
def routing_indicator(post: PostRecord) -> str:
    """Return the network address of a post, the Department's where none is known."""
    return post.routing_indicator or "RUEHC"


def sender_line(post: PostRecord) -> str:
    """Return what stands behind FM: `AMEMBASSY BERN`."""
    kinds = {"embassy": "AMEMBASSY ", "consulate": "AMCONSUL ", "mission": "USMISSION "}
    name = "SECSTATE WASHDC" if post.code == "STATE" else printed_post(post)
    return kinds.get(post.kind, "") + name
