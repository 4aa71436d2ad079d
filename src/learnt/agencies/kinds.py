"""The kinds of body in `rules/agency_kinds.toml`, typed, and an index of their words."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from learnt import rulebook

Area = Literal[
    "",
    "police",
    "council",
    "district",
    "unitary",
    "icb",
    "partnership",
    "board",
    "place",
    "force",
    "ambulance",
    "health_board",
]
Manner = Literal["names", "opens", "whole", "many"]


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of body; the fields are told at the head of the rules file."""

    id: str
    type: str
    says: str
    names: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    otherwise: str = ""
    initials: tuple[str, ...] = ()
    initials_before: tuple[str, ...] = ()
    slug: str = ""
    area: Area = ""
    one: bool = False
    unit: bool = False
    meeting: bool = False
    since: int | None = None
    until: int | None = None
    becomes: str = ""
    known: bool = False
    english: bool = False
    now: str = ""
    same_as: str = ""


class Hint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell the type of a body whose kind is not known."""

    type: str
    words: tuple[str, ...]


class Fold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names are made comparable."""

    words: tuple[tuple[str, str], ...]
    ends: frozenset[str]
    articles: frozenset[str]
    tiers: frozenset[str]
    heads: tuple[str, ...]
    firms: frozenset[str]
    before: frozenset[str]
    behalf: tuple[str, ...]
    beside: tuple[str, ...]
    describing: frozenset[str]


class Roles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles of people that stand before or after the body for which they act."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class Covers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that narrow a group of bodies to some types."""

    words: tuple[str, ...]
    types: frozenset[str]


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Groups of bodies of no one kind."""

    whole: frozenset[str]
    tails: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    alone: frozenset[str] = frozenset()
    covers: tuple[Covers, ...] = ()


class Calling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which a sentence asks a body to act: after its name, or before "the ..."."""

    asks: frozenset[str]
    before: tuple[str, ...]


class Kinds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `agency_kinds.toml`."""

    source: str
    types: frozenset[str]
    kind: tuple[Kind, ...]
    hint: tuple[Hint, ...]
    fold: Fold
    roles: Roles
    collective: Groups
    calling: Calling


@cache
def kinds() -> Kinds:
    """Give the kinds of body."""
    return rulebook.load("agency_kinds.toml", Kinds)


@dataclass(frozen=True, slots=True)
class Phrases:
    """For each manner the folded words and the kind that they tell; `hints` in order."""

    by: dict[Manner, dict[str, Kind]]
    by_id: dict[str, Kind]
    hints: tuple[tuple[str, str], ...]
    wholes: frozenset[str]


@cache
def phrases() -> Phrases:
    """Give the index of the kinds' words, folded as names are; the first kind of two wins."""
    from learnt.agencies.names import key

    by: dict[Manner, dict[str, Kind]] = {"names": {}, "opens": {}, "whole": {}, "many": {}}
    for kind in kinds().kind:
        told: tuple[tuple[Manner, tuple[str, ...]], ...] = (
            ("names", kind.names),
            ("opens", kind.opens),
            ("whole", (*kind.whole, *kind.names)),
            ("many", kind.many),
        )
        for manner, words in told:
            for phrase in words:
                by[manner].setdefault(key(phrase), kind)
    hints = tuple((f" {key(word)} ", hint.type) for hint in kinds().hint for word in hint.words)
    wholes = frozenset(key(phrase) for phrase in kinds().collective.whole)
    return Phrases(by, {kind.id: kind for kind in kinds().kind}, hints, wholes)
