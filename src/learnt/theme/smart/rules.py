"""The words of `rules/smart.toml`, typed and compiled."""

import re
from functools import cache

import msgspec

from learnt.rulebook import load


class _Sentences(msgspec.Struct, frozen=True):
    tells: tuple[str, ...]
    past: tuple[str, ...]
    asks: tuple[str, ...]


class _Owner(msgspec.Struct, frozen=True):
    nobody: tuple[str, ...]
    unnamed: tuple[str, ...]
    prepositions: tuple[str, ...]
    posts: str


class _Action(msgspec.Struct, frozen=True):
    vague: tuple[str, ...]
    vague_subjects: tuple[str, ...]
    measured: str
    measuring: tuple[str, ...]
    light: tuple[str, ...]
    comparatives: tuple[str, ...]
    vague_objects: tuple[str, ...]
    makes: tuple[str, ...]
    passing: tuple[str, ...]
    ensuring: tuple[str, ...]
    verbs: tuple[str, ...]
    states: tuple[str, ...]
    things: tuple[str, ...]
    no_things: str
    degrees: str
    adverbs: tuple[str, ...]
    nouns: tuple[str, ...]
    irregular: dict[str, str]


class _Measure(msgspec.Struct, frozen=True):
    patterns: tuple[str, ...]
    but_not: tuple[str, ...]


class _Time(msgspec.Struct, frozen=True):
    patterns: tuple[str, ...]
    but_not: tuple[str, ...]
    months: str
    units: str
    counts: str
    dates: str
    by: str
    part: str
    points: str


class SmartRules(msgspec.Struct, frozen=True):
    """The rules file as it stands."""

    source: str
    sentences: _Sentences
    owner: _Owner
    action: _Action
    measure: _Measure
    time: _Time


@cache
def rules() -> SmartRules:
    """Give the rules, checked."""
    return load("smart.toml", SmartRules)


@cache
def pattern(section: str, name: str) -> re.Pattern[str]:
    """Give the list `name` of a section as one expression."""
    parts: tuple[str, ...] = getattr(getattr(rules(), section), name)
    filled = [_fill(part) for part in parts] if section == "time" else parts
    return re.compile("|".join(f"(?:{part})" for part in filled), re.IGNORECASE)


def _fill(part: str) -> str:
    """Put the forms of dates, numbers and units where a pattern names them."""
    time = rules().time
    filled = part.replace("{point}", f"(?:{time.points})").replace("{part}", time.part)
    filled = filled.replace("{by}", time.by)
    filled = filled.replace("{date}", f"(?:{time.dates})").replace("{count}", f"(?:{time.counts})")
    filled = filled.replace("{month}", time.months)
    return filled.replace("{unit}", time.units).replace("{{", "{").replace("}}", "}")
