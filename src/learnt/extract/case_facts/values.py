"""The rules of values that the words choose, loaded and compiled."""

import re
from functools import cache

import msgspec

from learnt.extract.case_facts.forms import fill
from learnt.extract.case_facts.needles import Family, Form
from learnt.extract.case_facts.rules import either, people
from learnt.rulebook import load


class Ages(msgspec.Struct, frozen=True):
    """How ages are told."""

    number: str
    at_death: tuple[str, ...]
    plain: tuple[str, ...]
    verb: str
    past: str
    lowest: int
    highest: int


class Sexes(msgspec.Struct, frozen=True):
    """Words that tell a person's sex."""

    female: tuple[str, ...]
    male: tuple[str, ...]
    is_a: tuple[str, ...]
    victim_acts: tuple[str, ...]
    perpetrator_acts: tuple[str, ...]


class Choice(msgspec.Struct, frozen=True):
    """A value and the patterns (or words) that choose it."""

    value: str
    patterns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Terms(msgspec.Struct, frozen=True):
    """How a minimum term is told."""

    patterns: tuple[str, ...]
    number: str


class Methods(msgspec.Struct, frozen=True):
    """Which sentences tell of the fatal act."""

    fatal: str
    acts: str
    not_fatal: str


class Places(msgspec.Struct, frozen=True):
    """Which sentences tell where it happened."""

    event: str
    home: tuple[str, ...]


class Ethnic(msgspec.Struct, frozen=True):
    """Where an ethnic group is told of a person."""

    patterns: tuple[str, ...]
    also: tuple[str, ...]


class Nations(msgspec.Struct, frozen=True):
    """Where a nationality is told of a person."""

    patterns: tuple[str, ...]
    words: tuple[str, ...]


class Death(msgspec.Struct, frozen=True):
    """How it is told whether the death was homicide or suicide, and when."""

    killing: tuple[str, ...]
    homicide: tuple[str, ...]
    suicide: tuple[str, ...]
    date_words: str


class ValueRules(msgspec.Struct, frozen=True):
    """The rules file `case_facts_values.toml` as it stands."""

    source: str
    ages: Ages
    sexes: Sexes
    verdict: tuple[Choice, ...]
    terms: Terms
    methods: Methods
    method: tuple[Choice, ...]
    places: Places
    place: tuple[Choice, ...]
    ethnicity: tuple[Choice, ...]
    ethnic: Ethnic
    nations: Nations
    numbers: dict[str, int]
    death: Death


def values() -> ValueRules:
    """Give the rules of values."""
    return load("case_facts_values.toml", ValueRules)


@cache
def form(pattern: str) -> Form:
    """Compile a pattern of this file with all its places filled."""
    rules, killing = values(), people().forms
    places = {
        "{a}": rules.ages.number,
        "{y}": rules.terms.number,
        "{killed}": either(killing.was_killed),
        "{kill}": either(killing.killed),
        "{home}": either(rules.places.home),
        "{at}": r"\b(?:at|in|inside|outside|to)\b",
        "{nation}": f"(?P<nation>{either(rules.nations.words)})",
        "{e}": rf"(?P<e>{either(w for c in rules.ethnicity for w in c.words)})(?![\w-])",
        "{sex}": rf"\b(?P<sex>{either((*rules.sexes.female, *rules.sexes.male))})",
    }
    for place, filled in places.items():
        pattern = pattern.replace(place, filled)
    return Form(fill(pattern), re.IGNORECASE)


@cache
def forms(patterns: tuple[str, ...]) -> Family[str]:
    """Compile several patterns of this file, to be tried together."""
    return Family((form(pattern), pattern) for pattern in patterns)


def number_of(printed: str) -> int | None:
    """Read a whole number in figures or words up to 99."""
    if printed.isdigit():
        return int(printed)
    numbers = values().numbers
    parts = printed.casefold().split("-")
    if not all(part in numbers for part in parts) or len(parts) > 2:
        return None
    return sum(numbers[part] for part in parts)
