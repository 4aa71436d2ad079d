"""The rules file `metadata.toml`, typed, and its labels as patterns."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from learnt.rulebook import load


class Others(msgspec.Struct, frozen=True):
    """Labels of fields that are not kept, which end the value before them."""

    labels: tuple[str, ...]


class Partnership(msgspec.Struct, frozen=True):
    """How names of partnerships are told."""

    heads: tuple[str, ...]
    openings: tuple[str, ...]
    never: tuple[str, ...]
    goes_on: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


class Death(msgspec.Struct, frozen=True):
    """How prose tells the death under review."""

    prose: tuple[str, ...]
    others: tuple[str, ...]
    sections: tuple[str, ...]


class Prose(msgspec.Struct, frozen=True):
    """How prose tells dates and people; `{d}` stands for a date, `{p}` for a person."""

    published: str
    completed: str
    chair: tuple[str, ...]
    author: tuple[str, ...]
    both: tuple[str, ...]


class Count(msgspec.Struct, frozen=True):
    """How prose tells the number of recommendations."""

    totals: tuple[str, ...]
    others: tuple[str, ...]
    units: tuple[str, ...]
    """One to nineteen, in order."""
    tens: tuple[str, ...]
    """Twenty to ninety, in order."""


class Panel(msgspec.Struct, frozen=True):
    """Headings over the panel and heads of the column of agencies."""

    headings: tuple[str, ...]
    columns: tuple[str, ...]


class Page(msgspec.Struct, frozen=True):
    """How a page about a review is told from the review."""

    summaries: tuple[str, ...]
    links: tuple[str, ...]
    marks: tuple[str, ...]


class Title(msgspec.Struct, frozen=True):
    """Lines that go on with a title, and lines that are none."""

    joins: tuple[str, ...]
    not_titles: tuple[str, ...]


class MetadataRules(msgspec.Struct, frozen=True):
    """All of `metadata.toml`."""

    source: str
    labels: dict[str, tuple[str, ...]]
    others: Others
    kinds: dict[str, tuple[str, ...]]
    partnership: Partnership
    death: Death
    prose: Prose
    count: Count
    panel: Panel
    page: Page
    title: Title


def rules() -> MetadataRules:
    """Give the rules of metadata."""
    return load("metadata.toml", MetadataRules)


@cache
def either(patterns: Iterable[str]) -> re.Pattern[str]:
    """Put patterns into one, without regard to case."""
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


@cache
def _fields() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((field, either(patterns)) for field, patterns in rules().labels.items())


@cache
def field_of(label: str) -> str:
    """Name the field of a label ("Date of death" gives `death_date`), else empty."""
    words = re.sub(r"\s+", " ", label).strip(" :*.–-")
    if not words or len(words) > 80:
        return ""
    return next((field for field, pattern in _fields() if pattern.fullmatch(words)), "")


@cache
def inner_label() -> re.Pattern[str]:
    """Match a label with its colon inside a line, as where several fields share one line."""
    known = [p for patterns in rules().labels.values() for p in patterns if p != "by"]
    words = "|".join(f"(?:{p})" for p in [*known, *rules().others.labels])
    return re.compile(rf"(?:(?<=^)|(?<=[\s|,;]))(?P<label>(?=[A-Z#])(?i:{words}))\s*:\s*")


@cache
def bare_label() -> re.Pattern[str]:
    """Match a label without a mark after it inside a line, where a name or date follows."""
    known = [p for patterns in rules().labels.values() for p in patterns if p != "by"]
    words = "|".join(f"(?:{p})" for p in [*known, *rules().others.labels])
    return re.compile(rf"(?:(?<=^)|(?<=\s))(?P<label>(?=[A-Z])(?i:{words}))(?=\s+[A-Z\d])")


def is_label(text: str) -> bool:
    """Whether a cell or line is nothing but a field's label, kept or not."""
    return bool(field_of(text)) or text.casefold().strip(" :") in rules().others.labels
