"""The words that tell a page's furniture and labels, as patterns made from `page_words.toml`."""

import re
from functools import cache

import msgspec

from learnt import rulebook


class PageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `rules/page_words.toml`."""

    source: str
    contents_titles: list[str]
    page_words: list[str]
    counted_things: list[str]
    run_in_labels: list[str]
    run_in_before: list[str]


def _any_of(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


def _spaced(words: list[str]) -> str:
    """Words whose letters may be set apart (`P a g e`)."""
    return "|".join(r"\s*".join(map(re.escape, word)) for word in words)


@cache
def _words() -> PageWords:
    return rulebook.load("page_words.toml", PageWords)


@cache
def contents_title() -> re.Pattern[str]:
    """A contents list's title, whole line, with or without a number."""
    return re.compile(rf"(?:\d+\.?\s*)?(?:{_any_of(_words().contents_titles)}):?", re.IGNORECASE)


@cache
def folio() -> re.Pattern[str]:
    """A page number, whole line: groups are the number and, where printed, how many there are."""
    page = _spaced(_words().page_words)
    return re.compile(
        rf"[\W_]*(?:(?:{page})\W*)?(\d{{1,4}}|[ivxl]{{1,7}})"
        rf"(?:\s*(?:of|o|/|out of|\|)\s*(\d{{1,4}}))?(?:\W*(?:{page}))?[\W_]*",
        re.IGNORECASE,
    )


@cache
def page_word() -> re.Pattern[str]:
    """A word such as `page`, anywhere."""
    return re.compile(_spaced(_words().page_words), re.IGNORECASE)


@cache
def counted_thing() -> re.Pattern[str]:
    """Something that reports count, anywhere."""
    return re.compile(rf"\b(?:{_any_of(_words().counted_things)})\b", re.IGNORECASE)


@cache
def run_in_label() -> re.Pattern[str]:
    """A label that opens a paragraph (`Recommendation 4`, `IMR Recommendation 2`)."""
    before, label = _any_of(_words().run_in_before), _any_of(_words().run_in_labels)
    return re.compile(
        rf"^(?:(?:{before}|[A-Z][\w-]{{1,12}})\s)?(?:{label})\b[ \w.()/-]{{0,12}}", re.IGNORECASE
    )
