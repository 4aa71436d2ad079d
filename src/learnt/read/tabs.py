"""Reads tables whose cells are parted by tabs, as text copied out of a word processor has them."""

import re
from collections.abc import Callable, Sequence

from learnt.read.column_heads import is_header_text
from learnt.read.labels import split_label
from learnt.read.numerals import whole_number
from learnt.records import Cell, Row
from learnt.words import tidy

_LEAST_ROWS = 2
_HEADER_WORDS = 8
Cut = Callable[[str], list[str]]


def find_tabbed(lines: Sequence[str], at: int) -> int:
    """Give the line after the tabbed table that begins at `at`; `at` itself where none does.

    `8.2<tab>The panel heard` is a numbered paragraph and no table.
    """
    return max(_end(lines, at, cut) for cut in (_cells, _merged_cells))


def _end(lines: Sequence[str], at: int, cut: Cut) -> int:
    """Give the line after the table by one way to cut lines; rows may lack their last cells."""
    heads = cut(lines[at])
    columns = len(heads)
    if columns < 2 or not all(heads):
        return at
    headed = is_header_text(heads)
    end = at
    while end < len(lines) and lines[end].strip():
        cells = cut(lines[end])
        if len(cells) > columns or (columns == 2 and not headed and _is_label(cells[0])):
            break
        if cut is _merged_cells and len(cells) < columns:
            break
        if len(cells) == 1 and not ((headed or columns > 2) and _is_group(lines, end, columns)):
            break
        end += 1
    return end if end - at >= _LEAST_ROWS else at


def _is_group(lines: Sequence[str], at: int, columns: int) -> bool:
    """Whether a line without tabs names the group of the rows below."""
    below = _cells(lines[at + 1]) if at + 1 < len(lines) else []
    few = len(lines[at].split()) <= _HEADER_WORDS and not lines[at].rstrip().endswith((".", ":"))
    return few and columns // 2 < len(below) <= columns


def read_tabbed(lines: Sequence[str]) -> tuple[Row, ...]:
    """Give the rows; the first is the header where its cells are short and others are longer."""
    cut = max((_cells, _merged_cells), key=lambda cut: _end(lines, 0, cut))
    columns = len(cut(lines[0]))
    rows = [_row(cut(line), columns) for line in lines]
    if _is_header(rows):
        rows[0] = Row(rows[0].cells, header=True)
    return tuple(rows)


def _row(cells: Sequence[str], columns: int) -> Row:
    """The row of a line: what stands alone goes over all columns, last cells may be missing."""
    alone = len(cells) == 1
    rest = [Cell(cells[0], merged=True) if alone else Cell()] * (columns - len(cells))
    return Row((*map(Cell, cells), *rest))


def _is_header(rows: Sequence[Row]) -> bool:
    """Whether the first row heads the columns: by its words, or short above longer rows."""
    first = rows[0].texts
    if is_header_text(first):
        return True
    short = all(len(text.split()) <= _HEADER_WORDS and not re.search(r"\d", text) for text in first)
    longest = max(sum(map(len, row.texts)) for row in rows[1:])
    return short and any(first[1:]) and sum(map(len, first)) < longest


def is_contents(rows: Sequence[Row]) -> bool:
    """Whether the rows are lines of a contents page: the last cell counts pages on."""
    numbers = [row.texts[-1] for row in rows]
    pages = [page for number in numbers if (page := whole_number(number)) is not None]
    if len(pages) < len(numbers):
        return False
    return len(pages) > 2 and pages == sorted(pages) and pages[0] < pages[-1]


def _cells(line: str) -> list[str]:
    """Cut a line at each tab: an empty cell stands between two."""
    return [tidy(cell) for cell in line.split("\t")] if line.strip() else []


def _merged_cells(line: str) -> list[str]:
    """Cut a line at each run of tabs, as typed until the next column is reached."""
    return [tidy(cell) for cell in re.split(r"\t+", line.strip())] if line.strip() else []


def _is_label(text: str) -> bool:
    return bool(split_label(f"{text} X")[0]) or bool(re.fullmatch(r"\W*\w{0,3}\d+[a-z]?\W*", text))
