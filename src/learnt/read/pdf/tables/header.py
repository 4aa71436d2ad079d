"""Which rows of a table are its header: by the words, the type, the tags."""

import re
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from learnt.read.pdf.tables.shape import FoundCell, FoundRow
from learnt.rulebook import load
from learnt.words import fold

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_LONGEST = 12
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
    if not plain or len(plain.split()) > _LONGEST:
        return False
    rules = header_rules()
    return plain in rules.phrases or plain.startswith(rules.opens)


def is_strong_phrase(text: str) -> bool:
    """Tell whether a text is a heading that stands over few things but a table's column."""
    return fold(_BRACKETS.sub(" ", text)).strip(" :") in header_rules().strong


def is_header_text(texts: Sequence[str]) -> bool:
    """Tell whether a row's texts are headings of columns, by their words alone."""
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(len(text.split()) > 2 * _LONGEST for text in filled):
        return False
    hits = sum(is_heading_phrase(text) for text in filled)
    return hits >= max(2, (len(filled) + 1) // 2)


def mark_headers(rows: Sequence[FoundRow]) -> tuple[FoundRow, ...]:
    """Give the rows with the header flag set on the first ones that head the columns."""
    count = _header_rows(rows)
    marked = [replace(row, header=index < count) for index, row in enumerate(rows)]
    if not 0 < count < len(rows):
        return tuple(marked)
    head = marked[count - 1]
    return (*marked[:count], *(_let_go(row, head) for row in marked[count:]))


def _let_go(row: FoundRow, head: FoundRow) -> FoundRow:
    """Free cells that are joined to the header only because no line was drawn below it."""
    cells = tuple(
        FoundCell("", cell.box) if cell.merged and cell.box == own.box else cell
        for cell, own in zip(row.cells, head.cells, strict=True)
    )
    return replace(row, cells=cells)


def _header_rows(rows: Sequence[FoundRow]) -> int:
    if not rows or (len(rows) < 2 and not is_header_text(rows[0].texts)):
        return 0
    for index, row in enumerate(rows[:3]):
        if is_header_text(_own_texts(row)):
            return index + 1
        if not row.spans_all:
            break
    return int(_is_set_apart(rows))


def _own_texts(row: FoundRow) -> list[str]:
    return [cell.text for cell in row.cells if not cell.merged]


def _is_set_apart(rows: Sequence[FoundRow]) -> bool:
    """Tell whether the first row is bold, short and full, and the rows below are not."""
    first = rows[0]
    filled = [cell for cell in first.cells if cell.text]
    if len(filled) < 2 or len(filled) < len(first.cells) - 1 or first.spans_all:
        return False
    if not all(cell.bold and len(cell.text.split()) <= _LONGEST for cell in filled):
        return False
    return any(not cell.bold and cell.text for row in rows[1:] for cell in row.cells[1:])
