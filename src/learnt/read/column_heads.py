"""Which words head the columns of a table (`rules/table_headers.toml`), and what the columns hold."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from learnt.rulebook import load
from learnt.words import fold, fold_quotes

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_REMEMBERED = 4096
LONGEST_HEAD = 12
"""A header's cell with more words than this is text."""


class HeaderRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/table_headers.toml`: the phrases that head a column."""

    source: str
    phrases: frozenset[str]
    opens: tuple[str, ...]
    strong: frozenset[str]


def header_rules() -> HeaderRules:
    """Give the loaded rules; raises `BadRule` where the file does not fit."""
    return load("table_headers.toml", HeaderRules)


def is_heading_phrase(text: str) -> bool:
    """Tell whether a cell's text is one that heads columns (`Lead agency`, `No.`)."""
    plain = fold(_BRACKETS.sub(" ", text)).strip(" :.*?") or fold(text).strip(" ()")
    if not plain or len(plain.split()) > LONGEST_HEAD:
        return False
    rules = header_rules()
    return plain in rules.phrases or plain.startswith(rules.opens)


def is_strong_phrase(text: str) -> bool:
    """Tell whether a text is a heading that stands over few things but a table's column."""
    return fold(_BRACKETS.sub(" ", text)).strip(" :") in header_rules().strong


def is_header_text(texts: Sequence[str]) -> bool:
    """Tell whether a row's texts are headings of columns, by their words alone."""
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(len(text.split()) > 2 * LONGEST_HEAD for text in filled):
        return False
    hits = sum(is_heading_phrase(text) for text in filled)
    return hits >= max(2, (len(filled) + 1) // 2)


class _ColumnRules(msgspec.Struct, frozen=True):
    source: str
    roles: dict[str, tuple[str, ...]]
    cells: dict[str, tuple[str, ...]]


@lru_cache(_REMEMBERED)
def role_of(head: str) -> str:
    """Name what a column holds by its head (`target`, `lead`, as in `columns.toml`), else empty."""
    words = fold_quotes(head).strip(" :.*")
    for role, patterns in load("columns.toml", _ColumnRules).roles.items():
        if any(re.fullmatch(pattern, words, re.IGNORECASE) for pattern in patterns):
            return role
    return ""


@lru_cache(_REMEMBERED)
def is_usual_cell(role: str, text: str) -> bool:
    """Whether `text` is one of the few that stand in a column of that role ("Local")."""
    patterns = load("columns.toml", _ColumnRules).cells.get(role, ())
    return any(re.fullmatch(pattern, text.strip(" ."), re.IGNORECASE) for pattern in patterns)
