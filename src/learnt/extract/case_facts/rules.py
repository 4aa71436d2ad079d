"""The rules of case facts as data: typed, loaded once, compiled where they are patterns."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from learnt.extract.case_facts.needles import Form
from learnt.rulebook import load


class Sections(msgspec.Struct, frozen=True):
    """Where nothing of the case is told, by section and by words of headings."""

    skipped: tuple[str, ...]
    headings: tuple[str, ...]
    past: tuple[str, ...]


class Cues(msgspec.Struct, frozen=True):
    """Words that make a sentence general, doubtful or a denial, and where a clause ends."""

    general: tuple[str, ...]
    doubt: tuple[str, ...]
    denial: tuple[str, ...]
    after: tuple[str, ...]
    breaks: tuple[str, ...]


class Reading(msgspec.Struct, frozen=True):
    """The rules file `case_facts.toml` as it stands."""

    source: str
    sections: Sections
    cues: Cues


class Side(msgspec.Struct, frozen=True):
    """How a report tells who the victim (or the perpetrator) is."""

    roles: tuple[str, ...]
    told: tuple[str, ...]
    acts: tuple[str, ...]
    events: tuple[str, ...]
    several: tuple[str, ...]


class Forms(msgspec.Struct, frozen=True):
    """What a name or code looks like, and what is none."""

    codes: tuple[str, ...]
    titles: tuple[str, ...]
    signs: tuple[str, ...]
    abused: tuple[str, ...]
    partners: tuple[str, ...]
    killed: tuple[str, ...]
    was_killed: tuple[str, ...]
    not_names: tuple[str, ...]


class PeopleTables(msgspec.Struct, frozen=True):
    """Heads and cells of a table of people."""

    name: tuple[str, ...]
    role: tuple[str, ...]
    age: tuple[str, ...]
    sex: tuple[str, ...]
    ethnicity: tuple[str, ...]
    nationality: tuple[str, ...]
    victim_cell: str
    perpetrator_cell: str
    others_cell: str


class Nouns(msgspec.Struct, frozen=True):
    """Nouns for people who are neither victim nor perpetrator unless their owner makes them so."""

    female: tuple[str, ...]
    male: tuple[str, ...]
    either: tuple[str, ...]
    staff: tuple[str, ...]
    groups: tuple[str, ...]
    another: tuple[str, ...]
    adjectives: tuple[str, ...]


class Pronouns(msgspec.Struct, frozen=True):
    """What helps to read pronouns."""

    after_object: tuple[str, ...]
    couple: tuple[str, ...]


class People(msgspec.Struct, frozen=True):
    """The rules file `case_facts_people.toml` as it stands."""

    source: str
    victim: Side
    perpetrator: Side
    forms: Forms
    tables: PeopleTables
    nouns: Nouns
    pronouns: Pronouns


def reading() -> Reading:
    """Give the rules of sections and cues."""
    return load("case_facts.toml", Reading)


def people() -> People:
    """Give the rules of who is who."""
    return load("case_facts_people.toml", People)


def either(forms: Iterable[str]) -> str:
    """Give one pattern for any of `forms`, longest first where they are plain words."""
    return "(?:" + "|".join(sorted(forms, key=len, reverse=True)) + ")"


@cache
def any_of(forms: tuple[str, ...], whole: bool = False) -> Form:
    """Compile a pattern that finds any of `forms`, as whole words where asked, in any case."""
    body = either(forms)
    return Form(rf"\b{body}\b" if whole else body, re.IGNORECASE)
