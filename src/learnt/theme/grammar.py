"""The words by which an ask is built (`rules/cues_asking.toml`), ready for looking up."""

from functools import cache

import msgspec

from learnt.rulebook import load
from learnt.theme.tokens import Finder, Phrase, Token, parse_phrase


class _Asks(msgspec.Struct, frozen=True):
    """What is needed of `asks.toml`: the verbs that tell somebody to act."""

    verbs: tuple[str, ...]


class _Asking(msgspec.Struct, frozen=True):
    """The rules file `cues_asking.toml` as it stands."""

    source: str
    gap_ends: str
    mediates: str
    nominal: str
    hollow: str
    actors: str
    inner: str
    helping: str
    duties: str
    puts_into: str
    light_to: str
    when: str
    given: str
    nouns_too: str
    relatives: str
    performs: tuple[str, ...]
    modals: tuple[str, ...]
    asked: tuple[str, ...]
    passes: tuple[str, ...]
    purposes: tuple[str, ...]
    prepositions: str
    light: tuple[str, ...]
    topical: tuple[str, ...]
    be: str
    determiners: str
    participles: str
    follows: tuple[str, ...]
    continues: tuple[str, ...]
    tells: tuple[str, ...]
    adverbs: str
    contrast: str
    conditions: str
    abbreviated: str
    more_verbs: tuple[str, ...]


@cache
def _asking() -> _Asking:
    return load("cues_asking.toml", _Asking)


@cache
def words(name: str) -> frozenset[str]:
    """Give a list of single words of the rules, such as `prepositions`."""
    listed: str | tuple[str, ...] = getattr(_asking(), name)
    return frozenset(listed.split() if isinstance(listed, str) else listed)


@cache
def _finder(name: str) -> Finder:
    phrases: tuple[str, ...] = getattr(_asking(), name)
    made = [Phrase(parse_phrase(phrase), n) for n, phrase in enumerate(phrases)]
    return Finder(made, words("gap_ends"))


def spans(name: str, tokens: list[Token]) -> list[tuple[int, int]]:
    """Give where phrases of the list `name` stand, the longest at each place, in order."""
    longest: dict[int, int] = {}
    for _, start, end in _finder(name).find(tokens):
        longest[start] = max(end, longest.get(start, 0))
    return sorted(longest.items())


@cache
def _verbs() -> frozenset[str]:
    listed = (*load("asks.toml", _Asks).verbs, *_asking().more_verbs)
    return frozenset(verb.replace("-", " ").split()[0] for verb in listed) | {"re", "co", "dip"}


def is_verb(word: str) -> bool:
    """Whether `word` is the bare form of a verb that asks are made with."""
    return word in _verbs()


@cache
def is_finite(word: str) -> bool:
    """Whether `word` is such a verb with the ending of the third person: `reinforces`."""
    if word.endswith("ies"):
        return is_verb(word[:-3] + "y")
    if word.endswith(("sses", "xes", "ches", "shes", "oes")):
        return is_verb(word[:-2])
    return word.endswith("s") and is_verb(word[:-1])


def is_participle(word: str) -> bool:
    """Whether `word` ends a passive: `reviewed`, `undertaken`."""
    return (word.endswith("ed") and len(word) > 3) or word in words("participles")


@cache
def is_actor(word: str) -> bool:
    """Whether `word` names somebody who acts: `officers`, `council`."""
    return any(
        word.startswith(one[:-1]) if one.endswith("*") else word == one
        for one in _asking().actors.split()
    )


@cache
def is_topical(word: str) -> bool:
    """Whether the subject of the verb `word` is what is asked about."""
    return any(
        word.startswith(one[:-1]) if one.endswith("*") else word == one for one in _asking().topical
    )
