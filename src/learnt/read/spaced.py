"""Reads tables whose columns are set with blanks, as `pdftotext -layout` and typists write them."""

import re
from collections.abc import Iterator, Sequence

from learnt.read.aligning import opens_with_number
from learnt.read.column_heads import is_header_text, is_heading_phrase
from learnt.records import Cell, Row
from learnt.words import tidy

_PART = re.compile(r"\S+(?: \S+)*")
_LEAST_ROWS = 2
_LEAST_COLUMNS = 3
_WIDE = 5
"""Columns from which a single row shows a table, as at the end of a page."""
_OFF = 2
"""Letters by which a cell may begin before its column's head."""
_MOST_BLANK = 2
"""Blank lines in a row that a table may hold."""
Parts = dict[int, str]


def read_spaced(lines: Sequence[str], at: int) -> tuple[tuple[Row, ...], int]:
    """Give the rows of the table whose header stands at `at` and the line after it, or ((), `at`).

    The header's words must be known ones, each two blanks or more from the next.
    """
    starts = _starts(lines[at])
    if not starts:
        return (), at
    head, first = _header(lines, at, starts)
    body: list[list[Parts]] = []
    end, blank = first, 1
    for line in range(first, len(lines)):
        if not lines[line].strip():
            blank += 1
            if blank > _MOST_BLANK:
                break
            continue
        parts = _cut(lines[line], starts)
        if parts is None:
            break
        if not body or _opens_row(parts, body[-1], bool(blank)):
            body.append([])
        body[-1].append(parts)
        end, blank = line + 1, 0
    if len(body) < _LEAST_ROWS and len(body) * len(starts) < _WIDE:
        return (), at
    rows = [head, *(_joined(row, len(starts)) for row in body)]
    return tuple(Row(tuple(map(Cell, row)), header=n == 0) for n, row in enumerate(rows)), end


def _starts(line: str) -> list[int]:
    """Where the columns begin by the line's known heads, nothing where it is no header."""
    parts = list(_PART.finditer(line.expandtabs(4)))
    heads = [part[0] for part in parts]
    known = sum(map(is_heading_phrase, heads))
    if len(heads) < _LEAST_COLUMNS or known < len(heads) - 1 or not is_header_text(heads):
        return []
    return [part.start() for part in parts]


def _header(lines: Sequence[str], at: int, starts: Sequence[int]) -> tuple[list[str], int]:
    """The header's texts, with words that wrap into the next lines, and the line after it."""
    found = [_cut(lines[at], starts) or {}]
    end = at + 1
    while end < len(lines) and lines[end].strip():
        parts = _cut(lines[end], starts)
        if parts is None or 0 in parts or len(parts) == len(starts):
            break
        if not all(len(text.split()) <= _LEAST_COLUMNS for text in parts.values()):
            break
        found.append(parts)
        end += 1
    return _joined(found, len(starts)), end


def _cut(line: str, starts: Sequence[int]) -> Parts | None:
    """The line's words by column; None where words stand across two columns.

    Where a full cell leaves one blank before the next column, the column's place parts them.
    """
    text = line.expandtabs(4)
    for start in starts[1:]:
        if text[start - 1 : start] == " " and text[start : start + 1].strip():
            text = f"{text[: start - 1]}\0{text[start:]}"
    parts: Parts = {}
    for part in _PART.finditer(text):
        place = part.start()
        for piece in part[0].split("\0"):
            column = sum(place + _OFF >= start for start in starts) - 1
            beyond = starts[column + 1] if 0 <= column < len(starts) - 1 else None
            if column < 0 or (beyond is not None and place + len(piece) > beyond):
                return None
            parts[column] = f"{parts.get(column, '')} {piece}".strip()
            place += len(piece) + 1
    return parts


def _opens_row(parts: Parts, row: Sequence[Parts], blank: bool) -> bool:
    """Whether a line begins a row: its first cell tells, or a blank line before cells that end."""
    if 0 not in parts:
        return blank and len(parts) > 1
    if opens_with_number(row[0].get(0, "")):
        return opens_with_number(parts[0])
    return blank or len(parts) >= max(len(row[0]), 2)


def _joined(lines: Sequence[Parts], columns: int) -> list[str]:
    return [tidy(" ".join(_column(lines, column))) for column in range(columns)]


def _column(lines: Sequence[Parts], column: int) -> Iterator[str]:
    return (parts[column] for parts in lines if column in parts)
