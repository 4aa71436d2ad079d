"""The words of the rule files for names, typed, and put into sets and patterns."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import msgspec

from learnt import rulebook


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A long list: its words between blanks, lower case, without accents."""

    source: str
    words: str


class CodeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What opens a code ("Adult A", "Officer 2"), and units that make a figure a count."""

    modifiers: tuple[str, ...]
    people: tuple[str, ...]
    staff: tuple[str, ...]
    units: tuple[str, ...]
    labels: tuple[str, ...]
    relatives: frozenset[str]


class Events(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of the one who died, before and after the name, and of the one convicted."""

    victim_before: tuple[str, ...]
    victim_after: tuple[str, ...]
    perpetrator_after: tuple[str, ...]


class More(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Given names beside the long list."""

    given: str
    words: str
    names_first: str


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What each sign says for or against a person, and how much is enough."""

    enough: float
    again: float
    word: dict[str, float]
    opening: dict[str, float]
    initials: dict[str, float]
    sign: dict[str, float]


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `names.toml`."""

    source: str
    titles: tuple[str, ...]
    honorifics: tuple[str, ...]
    offices: tuple[str, ...]
    honours: tuple[str, ...]
    kin: tuple[str, ...]
    roles: tuple[str, ...]
    verbs: tuple[str, ...]
    acts: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    belongings: tuple[str, ...]
    towards: tuple[str, ...]
    naming: tuple[str, ...]
    labelled: tuple[str, ...]
    near: tuple[str, ...]
    clause: tuple[str, ...]
    duties: tuple[str, ...]
    whence: tuple[str, ...]
    within: tuple[str, ...]
    particles: frozenset[str]
    calendar_names: frozenset[str]
    abstract: frozenset[str]
    events: Events
    codes: CodeWords
    more: More
    weights: Weights


class Lines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a line or row that tells of a professional."""

    signed: tuple[str, ...]
    professional: tuple[str, ...]


class NotNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `not_names.toml`."""

    source: str
    laws: tuple[str, ...]
    before: tuple[str, ...]
    institutions: tuple[str, ...]
    kinds: tuple[str, ...]
    weak: frozenset[str]
    surnames_too: frozenset[str]
    things: tuple[str, ...]
    no_surnames: frozenset[str]
    thing_names: tuple[str, ...]
    things_listed: tuple[str, ...]
    possessions: tuple[str, ...]
    writings: tuple[str, ...]
    citing: tuple[str, ...]
    works: tuple[str, ...]
    argues: tuple[str, ...]
    systems_before: tuple[str, ...]
    systems: frozenset[str]
    phrases: tuple[str, ...]
    capitalised: frozenset[str]
    acronyms: frozenset[str]
    places: str
    lines: Lines


@cache
def names() -> Names:
    """Give the words by which people are found."""
    return rulebook.load("names.toml", Names)


@cache
def not_names() -> NotNames:
    """Give the name-like words that stay."""
    return rulebook.load("not_names.toml", NotNames)


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `name_forms.toml`."""

    source: str
    units: tuple[str, ...]
    streets: tuple[str, ...]
    clear_streets: tuple[str, ...]
    dwelling: tuple[str, ...]
    houses: tuple[str, ...]
    not_homes: tuple[str, ...]
    months: tuple[str, ...]
    before_months: tuple[str, ...]
    public_days: tuple[str, ...]
    public_after: tuple[str, ...]
    public_actors: tuple[str, ...]


class Sign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands before or after a person, as a pattern with places for lists of words."""

    sign: str
    pattern: str


class Instead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the sign `of` stands, those in `out` tell nothing more."""

    of: str
    out: frozenset[str]


class Signs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `name_signs.toml`."""

    source: str
    before: tuple[Sign, ...]
    after: tuple[Sign, ...]
    instead: tuple[Instead, ...]


@cache
def signs() -> Signs:
    """Give the signs around a name."""
    return rulebook.load("name_signs.toml", Signs)


@cache
def forms() -> Forms:
    """Give the words of addresses and numbers."""
    return rulebook.load("name_forms.toml", Forms)


@cache
def listed(name: str) -> frozenset[str]:
    """Give the words of a long list, such as `given_names`."""
    return frozenset(rulebook.load(f"{name}.toml", WordList).words.split())


@cache
def given_names() -> frozenset[str]:
    """Give all given names, those that are words or places too included."""
    more = names().more
    return listed("given_names") | frozenset(f"{more.given} {more.words}".split())


@cache
def english_words() -> frozenset[str]:
    """Give words printed in lower case in prose, but those that are names before all."""
    return listed("english_words") - frozenset(names().more.names_first.split())


@cache
def places() -> frozenset[str]:
    """Give places that could be taken for people."""
    return frozenset(not_names().places.split())


def plain(word: str) -> str:
    """Give a word as the lists hold it: lower case, straight apostrophe, no accents."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.replace("’", "'").replace("ı", "i"))
    return "".join(c for c in bare if not unicodedata.combining(c)).lower()


def either(phrases: Iterable[str]) -> str:
    """Give a pattern for any of `phrases`, longest first, with blanks and apostrophes of any kind."""
    longest = sorted(set(phrases), key=lambda p: (-len(p), p))
    return "|".join(
        re.escape(p).replace(r"\ ", r"\s+").replace("'", "['’]").replace(r"\-", "[-‐‑]?")
        for p in longest
    )
