"""The rules of comparing: lists of words and weights (`rules/link.toml`), and the glossary."""

from functools import cache
from typing import Literal

import msgspec

from learnt.errors import BadRule
from learnt.rulebook import load

Kind = Literal["who", "matter", "act"]


class Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a part of a recommendation counts, the ask being 1."""

    background: float
    purpose: float
    title: float
    context: float
    addressee: float


class SimilarRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights of `find_similar`; every figure is a share of a plain match of a word."""

    fields: Fields
    same_concept: float
    lay_concept: float
    near_concept: float
    lay_in_text: float
    pair_of_words: float
    who: float
    act: float
    saturation: float
    length: float
    phrasing: float
    common: float
    everyday: float
    longer_phrase: float


class RepeatFields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a part of a recommendation counts in `find_repeats`, the ask being 1."""

    background: float
    purpose: float
    title: float


class UnitWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a unit counts by its kind."""

    word: float
    who: float
    act: float
    matter: float
    phrasing: float


class Typical(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A typical library: its size, and the share of recommendations that say a thing of each kind."""

    size: float
    word: float
    everyday: float
    who: float
    act: float
    matter: float
    common: float
    phrasing: float


class Judge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weights of a logistic regression over the measures of a pair."""

    bias: float
    bodies: float
    alignment: float
    cosine: float


class RepeatRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights and thresholds of `find_repeats`."""

    fields: RepeatFields
    concept: float
    lay: float
    near: float
    typical: Typical
    weights: UnitWeights
    common: float
    everyday: float
    longer_phrase: float
    place: float
    spread: float
    phrase_word: float
    candidates: int
    judge: Judge
    threshold: float
    linkage: float


class LinkRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/link.toml`."""

    source: str
    stop: str
    phrasing: str
    everyday: str
    common: str
    families: tuple[tuple[str, ...], ...]
    asks: tuple[str, ...]
    asks_at_start: tuple[str, ...]
    tells: tuple[str, ...]
    takes_up: tuple[str, ...]
    opens_ask: tuple[str, ...]
    opens_purpose: tuple[str, ...]
    similar: SimilarRules
    repeats: RepeatRules
    sectors: dict[str, tuple[str, ...]]


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What several words mean: the field's forms, everyday words, and concepts nearby."""

    forms: tuple[str, ...]
    lay: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Concepts of one kind, and where their words come from."""

    kind: Kind
    source: str
    concepts: dict[str, Concept]


@cache
def link_rules() -> LinkRules:
    """Give the lists and weights."""
    return load("link.toml", LinkRules)


@cache
def glossary() -> dict[str, Group]:
    """Give the glossary; raises `BadRule` where an id stands twice or a neighbour is unknown."""
    groups = load("glossary.toml", dict[str, Group])
    ids = [name for group in groups.values() for name in group.concepts]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise BadRule(f"rules/glossary.toml: {', '.join(twice)} stands twice")
    for group in groups.values():
        for name, concept in group.concepts.items():
            unknown = [other for other in concept.near if other not in ids]
            if unknown:
                raise BadRule(f"rules/glossary.toml: {name}: near {', '.join(unknown)} is unknown")
    return groups
