"""The words of `rules/bodies.toml`, typed and put into sets."""

import re
from functools import cache

import msgspec

from learnt import rulebook


class Units(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parts of an organisation (`parts`) and the head nouns of what they are part of."""

    parents: tuple[str, ...]
    parts: tuple[str, ...]


class Joins(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What keeps a name together: phrases never cut, and ends that do not stand alone."""

    together: tuple[str, ...]
    not_alone: tuple[str, ...]


class Collective(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`all` + `agencies`: words of quantity, and what they count."""

    quantities: tuple[str, ...]
    many: tuple[str, ...]


class Running(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What may follow a lower-case name, and capitalised words that belong to no name."""

    followers: frozenset[str]
    openers: frozenset[str]


class Topics(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How headings begin and end that name a matter instead of a body."""

    labels: frozenset[str]
    endings: tuple[str, ...]
    practices: frozenset[str]
    openings: frozenset[str]
    prose: frozenset[str]


class Bodies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `bodies.toml`, folded as it is compared."""

    source: str
    heads: frozenset[str]
    opening_heads: tuple[str, ...]
    names: frozenset[str]
    abbreviations: frozenset[str]
    units: tuple[Units, ...]
    joins: Joins
    collective: Collective
    running: Running
    topics: Topics


@cache
def words() -> Bodies:
    """Give the vocabulary of bodies."""
    return rulebook.load("bodies.toml", Bodies)


def _either(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))


@cache
def together_pattern() -> re.Pattern[str]:
    """Match, in folded text, a phrase within which no list is cut."""
    return re.compile(rf"\b(?:{_either(words().joins.together)})(?!\w)")


@cache
def collective_pattern() -> re.Pattern[str]:
    """Match, in folded text, a group of bodies such as "all partner agencies"."""
    group = words().collective
    quantity = rf"(?:{_either(group.quantities)})(?:\s+(?:of\s+)?the)?"
    joined = rf"{quantity}(?:(?:,|\s+and|\s+or)?[\s-]+{quantity})*"
    return re.compile(rf"\b{joined}[\s-]+(?:agency\s+)?(?:{_either(group.many)})(?!\w)")


@cache
def names_pattern() -> re.Pattern[str]:
    """Match, in folded text, a name that stands without a head noun or a word before it."""
    return re.compile(rf"(?<![\w'-])(?:{_either(tuple(words().names))})(?![\w-]|'\w)")


@cache
def parts_of(parent: str) -> frozenset[str]:
    """Give the parts that may follow the name `parent` (folded) after a comma."""
    found: set[str] = set()
    for units in words().units:
        if any(re.search(rf"\b{re.escape(head)}$", parent) for head in units.parents):
            found.update(units.parts)
    return frozenset(found)
