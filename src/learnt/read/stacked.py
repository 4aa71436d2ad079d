"""Reads tables that were copied as text with each cell on a line of its own.

Nothing parts the rows any more. What is left is a header of a few short lines and, after it, either
records of as many lines, each of which opens with the next number, or lines that fit the columns
which the header names.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from learnt.read.aligning import align, opens_with_number
from learnt.read.column_heads import is_heading_phrase, is_strong_phrase, role_of
from learnt.read.labels import split_label, split_weak
from learnt.records import Cell, Row
from learnt.words import tidy

_MOST_COLUMNS = 8
_LEAST_RECORDS = 2
_HEADER_WORDS = 10
_LABEL_WORDS = 3
_NAMED = re.compile(
    r"(?:recommendation|action|finding|lesson|argymhelliad)\s+(\d{1,3})\b", re.IGNORECASE
)


def read_stacked(lines: Sequence[str], at: int) -> tuple[tuple[Row, ...], int]:
    """Give the rows of the table whose header begins at `at` and the line after it, or ((), `at`).

    The table fills the lines up to the next blank one.
    """
    end = at
    while end < len(lines) and lines[end].strip():
        end += 1
    cells = [tidy(line) for line in lines[at:end]]
    if _is_head(" ".join(cells)):
        return _spaced(lines, at)
    rows = _counted(cells) or _headed(cells)
    return (rows, end) if rows else ((), at)


def _spaced(lines: Sequence[str], at: int) -> tuple[tuple[Row, ...], int]:
    """The rows where each cell is a paragraph of its own, and the line after the last.

    Nothing shows the table's end but that no further record opens with a number.
    """
    paragraphs = _paragraphs(lines[at:])
    heads = [text for text, _ in itertools.takewhile(lambda found: _is_head(found[0]), paragraphs)]
    columns = len(heads)
    if not 3 <= columns <= _MOST_COLUMNS or not any(map(_is_strong, heads)):
        return (), at
    cells, end = heads, at
    seen: set[float] = set()
    paragraphs = itertools.islice(_paragraphs(lines[at:]), columns, None)
    while len(found := [*itertools.islice(paragraphs, columns)]) == columns:
        number = _number(found[0][0])
        if number is None or number in seen or len(found[0][0].split()) > _LABEL_WORDS:
            break
        seen.add(number)
        end = at + found[-1][1]
        cells = cells + [text for text, _ in found]
    if len(cells) < columns * (1 + _LEAST_RECORDS):
        return (), at
    return _rows(cells, columns, [at % columns for at in range(columns, len(cells))]), end


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Give the paragraphs between blank lines, and the line after each."""
    first = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or not lines[at].strip():
            if first < at:
                yield tidy(" ".join(lines[first:at])), at
            first = at + 1


def _counted(cells: Sequence[str]) -> tuple[Row, ...]:
    """The rows where all have as many lines as the header and their first ones count on."""
    for columns in range(_MOST_COLUMNS, 2, -1):
        count, rest = divmod(len(cells), columns)
        if rest or count < 1 + _LEAST_RECORDS or not all(map(_is_title, cells[:columns])):
            continue
        if _counts_on(cells[columns::columns]):
            return _rows(cells, columns, [at % columns for at in range(columns, len(cells))])
    return ()


def _headed(cells: Sequence[str]) -> tuple[Row, ...]:
    """The rows under a header of known words, whose cells need not all be there."""
    columns = 0
    while columns < len(cells) and _is_head(cells[columns]):
        columns += 1
    body = cells[columns:]
    if not 2 <= columns <= _MOST_COLUMNS or len(body) < _LEAST_RECORDS * 2:
        return ()
    if not any(map(_is_strong, cells[:columns])):
        return ()
    way = align(body, cells[:columns], any(map(opens_with_number, body[:2])))
    rows = _rows(cells, columns, way) if way else ()
    return rows if len(rows) > _LEAST_RECORDS else ()


def _rows(cells: Sequence[str], columns: int, way: Sequence[int]) -> tuple[Row, ...]:
    """The header, and the rows by each line's column; a row's first cells may be those above."""
    rows: list[list[Cell]] = [[Cell(text) for text in cells[:columns]]]
    last = columns
    for text, column in zip(cells[columns:], way, strict=True):
        if column == columns:
            rows.append([Cell(text), *[Cell(text, merged=True)] * (columns - 1)])
            last = columns
            continue
        if column <= last:
            above = [Cell(cell.text, merged=True) for cell in rows[-1][:column]]
            rows.append([*above, *[Cell()] * (columns - column)])
        rows[-1][column] = Cell(text)
        last = column
    return tuple(Row(tuple(row), header=at == 0) for at, row in enumerate(rows))


def _is_head(text: str) -> bool:
    """Whether a line is known to head a column ("No.", "Lead agency")."""
    if len(text.split()) > _HEADER_WORDS or any(map(str.isdigit, text)):
        return False
    return is_heading_phrase(text) or bool(role_of(text))


def _is_strong(text: str) -> bool:
    """Whether a head stands over few things but a table's column."""
    return is_strong_phrase(text) or role_of(text) == "recommendation"


def _is_title(line: str) -> bool:
    words = line.split()
    short = 1 <= len(words) <= _HEADER_WORDS and not line.rstrip().endswith((".", ";", ","))
    return short or _is_head(line)


def _counts_on(firsts: Sequence[str]) -> bool:
    """Whether the first cells carry numbers that only grow, none of them left out."""
    numbers = [_number(first) for first in firsts]
    found = [number for number in numbers if number is not None]
    return len(found) == len(firsts) and all(low < high for low, high in pairwise(found))


def _number(text: str) -> float | None:
    named = _NAMED.match(text.strip())
    label = named[1] if named else split_label(f"{text} X")[0] or split_weak(f"{text} X")[0]
    figures = re.findall(r"\d+", label)
    if not figures:
        return None
    parts = (int(figure) / 1000**place for place, figure in enumerate(figures[1:], start=1))
    return float(int(figures[0]) + sum(parts))
