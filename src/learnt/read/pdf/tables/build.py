"""Puts a page's words into a grid and gives the table."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from learnt.read.pdf.ink import Page, Word
from learnt.read.pdf.tables.celltext import TextLine, Unhyphen, cell_text, lines_of
from learnt.read.pdf.tables.grid import Grid, Span
from learnt.read.pdf.tables.shape import FoundCell, FoundRow, FoundTable


@dataclass(slots=True)
class Filled:
    """A grid with the words of each of its fields."""

    grid: Grid
    words: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    """Indexes into the page's words, by row and column of the field they stand in."""

    @property
    def used(self) -> frozenset[int]:
        """The indexes of all words in the grid."""
        return frozenset(index for indexes in self.words.values() for index in indexes)

    def in_span(self, span: Span) -> list[int]:
        """Give the indexes of the words in a cell."""
        return [
            index
            for row in range(span.row, span.row_end)
            for column in range(span.column, span.column_end)
            for index in self.words.get((row, column), ())
        ]


def fill(grid: Grid, page: Page, free: Sequence[int]) -> Filled:
    """Put each of the `free` words whose middle lies in the grid into its field."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    left, top, right, bottom = grid.box
    for index in free:
        word = page.words[index]
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        if left <= x <= right and top <= y <= bottom:
            found[_slot(grid.ys, y), _slot(grid.xs, x)].append(index)
    return Filled(grid, dict(found))


def _slot(places: Sequence[float], value: float) -> int:
    for index in range(1, len(places) - 1):
        if value < places[index]:
            return index - 1
    return max(len(places) - 2, 0)


def build_table(filled: Filled, page: Page, unhyphen: Unhyphen) -> FoundTable:
    """Give the table of a filled grid, rows without any words at its open ends left out."""
    grid = filled.grid
    maker = _Maker(filled, page, unhyphen, _rights(filled, page))
    rows = [maker.row(index) for index in range(grid.rows)]
    rows = _without_blank_ends(rows)
    box = (grid.xs[0], rows[0].top, grid.xs[-1], rows[-1].bottom) if rows else grid.box
    return FoundTable(page.number, box, grid.xs, tuple(rows), filled.used, grid.rule)


def _rights(filled: Filled, page: Page) -> dict[int, float]:
    """Give for each column the x that its lines reach, over all its cells of one column."""
    reach: dict[int, float] = {}
    for span in filled.grid.spans:
        if span.column_end - span.column == 1:
            ends = [page.words[index].x1 for index in filled.in_span(span)]
            reach[span.column] = max([reach.get(span.column, 0.0), *ends])
    return reach


@dataclass(slots=True)
class _Maker:
    filled: Filled
    page: Page
    unhyphen: Unhyphen
    rights: dict[int, float]
    cells: dict[tuple[int, int], tuple[FoundCell, Span]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for span in self.filled.grid.spans:
            cell = self._cell(span)
            for row in range(span.row, span.row_end):
                for column in range(span.column, span.column_end):
                    self.cells[row, column] = (cell, span)

    def _cell(self, span: Span) -> FoundCell:
        grid = self.filled.grid
        words = [self.page.words[index] for index in self.filled.in_span(span)]
        right = self.rights.get(span.column_end - 1, 0.0)
        if span.column_end - span.column > 1 or not right:
            right = max([right, *(word.x1 for word in words)])
        box = (
            grid.xs[span.column],
            grid.ys[span.row],
            grid.xs[span.column_end],
            grid.ys[span.row_end],
        )
        return FoundCell(cell_text(words, right, self.unhyphen), box, False, _is_bold(words))

    def row(self, index: int) -> FoundRow:
        grid = self.filled.grid
        cells = []
        for column in range(grid.columns):
            cell, span = self.cells[index, column]
            is_first = (span.row, span.column) == (index, column)
            cells.append(cell if is_first else FoundCell(cell.text, cell.box, True, cell.bold))
        is_first, is_last = index == 0, index == grid.rows - 1
        return FoundRow(
            tuple(cells),
            grid.ys[index],
            grid.ys[index + 1],
            open_top=is_first and grid.open_top,
            open_bottom=is_last and grid.open_bottom,
        )


def _is_bold(words: Sequence[Word]) -> bool:
    letters = sum(len(word.text) for word in words)
    return bool(words) and sum(len(word.text) for word in words if word.bold) > 0.6 * letters


def _without_blank_ends(rows: list[FoundRow]) -> list[FoundRow]:
    while rows and rows[0].open_top and not any(rows[0].texts):
        rows = rows[1:]
    while rows and rows[-1].open_bottom and not any(rows[-1].texts):
        rows = rows[:-1]
    return rows


def column_lines(filled: Filled, page: Page) -> list[list[TextLine]]:
    """Give the text lines of each column, from top to bottom."""
    by_column: dict[int, list[Word]] = defaultdict(list)
    for (_, column), indexes in filled.words.items():
        by_column[column].extend(page.words[index] for index in indexes)
    return [lines_of(by_column[column]) for column in range(filled.grid.columns)]
