"""Reads tables that were copied as text with each cell on a line of its own.

Nothing parts the rows any more. What is left is a header of a few short lines and, after it, records
of as many lines, each of which opens with the next number.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from learnt.read.labels import split_label, split_weak
from learnt.records import Cell, Row
from learnt.words import tidy

_COLUMNS = range(8, 2, -1)
_LEAST_RECORDS = 2
_HEADER_WORDS = 10
_NAMED = re.compile(
    r"(?:recommendation|action|finding|lesson|argymhelliad)\s+(\d{1,3})\b", re.IGNORECASE
)


def find_stacked(lines: Sequence[str], at: int) -> tuple[int, int]:
    """Give the columns of the table whose header begins at `at` and the line after it, or (0, `at`).

    The table fills the lines up to the next blank one.
    """
    end = at
    while end < len(lines) and lines[end].strip():
        end += 1
    for columns in _COLUMNS:
        count, rest = divmod(end - at, columns)
        if (
            rest
            or count < 1 + _LEAST_RECORDS
            or not all(_is_title(line) for line in lines[at : at + columns])
        ):
            continue
        if _counts_on([lines[first] for first in range(at + columns, end, columns)]):
            return columns, end
    return 0, at


def read_stacked(lines: Sequence[str], columns: int) -> tuple[Row, ...]:
    """Give the rows of such a table: the header, then one row for each record."""
    starts = range(0, len(lines), columns)
    return tuple(
        Row(tuple(Cell(tidy(line)) for line in lines[at : at + columns]), header=at == 0)
        for at in starts
    )


def _is_title(line: str) -> bool:
    words = line.split()
    return 1 <= len(words) <= _HEADER_WORDS and not line.rstrip().endswith((".", ";", ","))


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
