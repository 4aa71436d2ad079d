"""The lists that stories are drawn from and told with."""

from functools import cache

import msgspec

from learnt.fictional.lists import load

WAYS = (
    "case_people.toml",
    "case_health.toml",
    "case_abuse.toml",
    "case_death.toml",
    "case_courts.toml",
)
Fact = str | int | bool


class Relation(msgspec.Struct, frozen=True):
    """What the one who abused or killed was to the one who died, and the words for both."""

    word: str
    victim: str
    p: str
    v: str
    ages: str
    kind: str
    weight: int
    prints: list[str]
    victim_prints: list[str]
    places: list[str]


class People(msgspec.Struct, frozen=True):
    """An ethnicity, its words, and a nationality that may go with it."""

    ethnicity: str
    nationality: str
    weight: int
    prints: list[str]


class CaseLists(msgspec.Struct, frozen=True):
    """`case.toml`."""

    source: str
    relation: list[Relation]
    people: list[People]
    causes: dict[str, list[str]]
    cause_weights: dict[str, int]
    places: dict[str, list[str]]


class Way(msgspec.Struct, frozen=True):
    """Wordings of one topic in one section.

    They fit where the story holds what `when` (told by them) and `given` (not told) say, and has
    the variables of `tells`, whose values their slots print. A way that tells nothing is a near miss.
    """

    section: str
    topic: str
    texts: list[str]
    when: dict[str, Fact] = {}
    given: dict[str, Fact] = {}
    tells: list[str] = []
    share: float = 0.75


class Ways(msgspec.Struct, frozen=True):
    """`case_people.toml` and its like."""

    source: str
    way: list[Way]


def case_lists() -> CaseLists:
    """Give `case.toml`."""
    return load("case.toml", CaseLists)


@cache
def ways_of(section: str) -> dict[str, list[Way]]:
    """Give the ways of a section by topic, in the order of the lists."""
    found: dict[str, list[Way]] = {}
    for name in WAYS:
        for way in load(name, Ways).way:
            if way.section == section:
                found.setdefault(way.topic, []).append(way)
    return found
