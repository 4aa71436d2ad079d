"""Reads tables whose cells are parted by tabs, as text copied out of a word processor has them."""

import re
from collections.abc import Sequence

from learnt.read.labels import split_label
from learnt.read.numerals import whole_number
from learnt.records import Cell, Row
from learnt.words import tidy

_LEAST_ROWS = 2
_HEADER_WORDS = 8


def find_tabbed(lines: Sequence[str], at: int) -> int:
    """Give the line after the tabbed table that begins at `at`; `at` itself where none does.

    `8.2<tab>The panel heard` is a numbered paragraph and no table.
    """
    columns = len(_cells(lines[at]))
    end = at
    while end < len(lines) and columns > 1 and len(_cells(lines[end])) == columns:
        if columns == 2 and _is_label(_cells(lines[end])[0]):
            break
        end += 1
    return end if end - at >= _LEAST_ROWS else at


def read_tabbed(lines: Sequence[str]) -> tuple[Row, ...]:
    """Give the rows; the first is the header where its cells are short and others are longer."""
    rows = [tuple(_cells(line)) for line in lines]
    short = all(
        0 < len(text.split()) <= _HEADER_WORDS and not re.search(r"\d", text) for text in rows[0]
    )
    longer = sum(map(len, rows[0])) < max(sum(map(len, row)) for row in rows[1:])
    return tuple(
        Row(tuple(Cell(text) for text in row), header=at == 0 and short and longer)
        for at, row in enumerate(rows)
    )


def is_contents(rows: Sequence[Row]) -> bool:
    """Whether the rows are lines of a contents page: the last cell counts pages on."""
    numbers = [row.texts[-1] for row in rows]
    pages = [page for number in numbers if (page := whole_number(number)) is not None]
    if len(pages) < len(numbers):
        return False
    return len(pages) > 2 and pages == sorted(pages) and pages[0] < pages[-1]


def _cells(line: str) -> list[str]:
    return [tidy(cell) for cell in re.split(r"\t+", line.strip())] if line.strip() else []


def _is_label(text: str) -> bool:
    return bool(split_label(f"{text} X")[0]) or bool(re.fullmatch(r"\W*\w{0,3}\d+[a-z]?\W*", text))
