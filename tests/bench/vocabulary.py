"""The words of synthetic cables: plain English by frequency, and invented names for the long tail.

Words that label the lines of a telegram (secret, subject, protect, handle) are not among them.
"""

from functools import cache
from typing import Final

from tests.bench.chance import Shares, chance, zipf

PLAIN: Final = tuple(
    """
    the of to and in that a for on is with would by as was be at said has from he it his not
    government have had are its were their but this also which will they an been who or more new
    minister noted support could party during about political told some over between against
    officials there than after other one two meeting made through because while including however
    local country people national embassy president security military police international before
    under economic she her most should many into such last only given need issue process group
    members public foreign state issues percent million year years plans position added continued
    asked expressed interest concern concerns view views agreed raised visit trade law reform
    election elections parliament opposition leader leaders court case report reports media press
    human rights region regional border energy oil gas water food health aid program project
    projects development growth budget tax bank banks market prices sector private companies company
    investment export exports import imports agreement negotiations talks draft text committee
    council resolution vote campaign candidate majority minority coalition cabinet office deputy
    adviser general army forces troops training equipment weapons control drug drugs crime
    trafficking corruption investigation charges trial judge prison refugees camp province district
    city capital village road port airport ship ships aircraft train workers labor union unions
    strike farmers land crops harvest wheat rice fish forest mine mines steel cement power plant
    grid supply demand cost costs funds funding donors loan debt currency rate inflation jobs income
    poverty schools students university teachers women children youth family families church mosque
    community communities tribe tribal elders culture language newspaper television radio journalist
    journalists editor website article survey poll polls results turnout date week month months day
    days morning evening today early late soon now still already yet again once often rarely likely
    unlikely clearly openly privately publicly quickly slowly strongly recently previously currently
    directly jointly first second third next final main major key senior former current acting joint
    common broad strong weak high low large small good bad
    """.split()  # noqa: SIM905 - a list of words is read more easily than a tuple of strings
)
"""Roughly by frequency, the most frequent first."""

BEGINNINGS: Final = """
    Al An Ar Ba Be Bo Bra Ca Che Da De Do Dra El Fa Fe Ga Go Gra Ha He Ja Ji Ka Ke Ko Kra La Le Lo
    Ma Me Mi Mo Na Ne Ni Or Pa Pe Pra Ra Re Ro Sa Se Sha Si So Ste Ta Te Ti To Tra Va Ve Vo Ya Za Ze
"""
MIDDLES: Final = """
    ba be da di do ga gi ka ke ki la le li lo lu ma me mi na ne ni no ra re ri ro sa se si ta te ti
    to va ve vi za ze
"""
ENDINGS: Final = """
    bad bek dan der din gan gor han kan kov lan len man mar mir nak nov rad ran ren rin ros sen ski
    son tan tar tev ton tov var ven via zan zev bé ño
"""
"""Syllables of invented names."""

INVENTED: Final = 20_000
"""Number of names, so that a search index has a long tail of words, as with real cables."""
INVENTED_SHARE: Final = 0.10
"""Share of names in running text (guessed)."""


@cache
def names() -> tuple[str, ...]:
    """Return distinct invented names."""
    rng = chance(0, "names")
    beginnings, middles, endings = BEGINNINGS.split(), MIDDLES.split(), ENDINGS.split()
    invented: dict[str, None] = {}
    while len(invented) < INVENTED:
        between = rng.choices(middles, k=rng.choice((0, 1, 1, 2)))
        invented["".join((rng.choice(beginnings), *between, rng.choice(endings)))] = None
    return tuple(invented)


@cache
def surnames() -> tuple[str, ...]:
    """Return the names without accents, which telegraphs can print in capitals."""
    return tuple(name for name in names() if name.isascii())


@cache
def running_words() -> Shares[str]:
    """Return words with their shares in running text."""
    plain, invented = zipf(len(PLAIN), 0.85), zipf(INVENTED, 0.9)
    scale = INVENTED_SHARE / (1 - INVENTED_SHARE) * sum(plain) / sum(invented)
    tail = (share * scale for share in invented)
    return Shares(dict(zip((*PLAIN, *names()), (*plain, *tail), strict=True)))


@cache
def word_length() -> float:
    """Return the mean length of a running word and the space after it."""
    words = running_words().draw_many(chance(0, "length"), 20_000)
    return sum(map(len, words)) / len(words) + 1
