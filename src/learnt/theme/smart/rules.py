"""The words of `rules/smart.toml`, typed and compiled."""

import re
from functools import cache

import msgspec

from learnt.rulebook import load

LOWERED = ("measure", "time")
"""Sections whose patterns are in small letters and see lowered text: twice as fast."""


class _Sentences(msgspec.Struct, frozen=True):
    tells: tuple[str, ...]
    past: tuple[str, ...]
    asks: tuple[str, ...]


class _Owner(msgspec.Struct, frozen=True):
    nobody: tuple[str, ...]
    unnamed: tuple[str, ...]
    prepositions: tuple[str, ...]
    posts: str
    named_posts: tuple[str, ...]
    any_post: tuple[str, ...]


class _Action(msgspec.Struct, frozen=True):
    vague: tuple[str, ...]
    vague_subjects: tuple[str, ...]
    wishes: tuple[str, ...]
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
    sure: tuple[str, ...]
    patterns: tuple[str, ...]
    but_not: tuple[str, ...]
    source: str
    figure: str
    tells: str
    tells_past: str
    sign: str
    result: str
    checks: str
    checks_past: str
    some: str
    records: str
    reports: str
    reports_past: str
    gap: str


class _Time(msgspec.Struct, frozen=True):
    sure: tuple[str, ...]
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
    """Give the list `name` of a section as one expression; those of `LOWERED` heed case."""
    parts: tuple[str, ...] = getattr(getattr(rules(), section), name)
    fill = {"time": _fill, "measure": _fill_measure}.get(section, str)
    flags = re.NOFLAG if section in LOWERED else re.IGNORECASE
    return re.compile(_joined([fill(part) for part in parts]), flags)


def _joined(parts: list[str]) -> str:
    """Join patterns; those that open at a word's edge look for the edge once, not each anew."""
    edged = [f"(?:{part[2:]})" for part in parts if _opens_word(part)]
    others = [f"(?:{part})" for part in parts if not _opens_word(part)]
    return "|".join(([rf"\b(?=\w)(?:{'|'.join(edged)})"] if edged else []) + others)


def _opens_word(part: str) -> bool:
    r"""Whether a pattern opens with the edge "\b" and a word; none has a bare "|" beside it."""
    return part.startswith((r"\b(?:", r"\b[")) or bool(re.match(r"\\b\w", part))


def _fill_measure(part: str) -> str:
    """Put the dictionaries of the measure's grammar where a pattern names them."""
    measure = rules().measure
    names = (name for name in _Measure.__struct_fields__ if "{" + name + "}" in part)
    for name in names:
        part = part.replace("{" + name + "}", getattr(measure, name))
    return part


def _fill(part: str) -> str:
    """Put the forms of dates, numbers and units where a pattern names them."""
    time = rules().time
    filled = part.replace("{point}", f"(?:{time.points})").replace("{part}", time.part)
    filled = filled.replace("{by}", time.by)
    filled = filled.replace("{date}", f"(?:{time.dates})").replace("{count}", f"(?:{time.counts})")
    filled = filled.replace("{month}", time.months)
    return filled.replace("{unit}", time.units).replace("{{", "{").replace("}}", "}")
