"""Puts a page's words into a grid and gives the table."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from learnt.read.pdf.ink import Page, Word
from learnt.read.pdf.tables.celltext import cell_text, lines_of
from learnt.read.pdf.tables.columns import crosses
from learnt.read.pdf.tables.grid import Grid, Span
from learnt.read.pdf.tables.mending import Mender, without_border_noise
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


def drop_spare_columns(filled: Filled) -> Filled:
    """Take out columns that hold no word and are in each row a part of a wider cell.

    They come about where the borders of two rows, or of two tables that touch, are not in line.
    """
    for column in range(filled.grid.columns - 1, -1, -1):
        spans = [s for s in filled.grid.spans if s.column <= column < s.column_end]
        is_held = any(place == column for _, place in filled.words)
        if is_held or any(s.column_end - s.column < 2 for s in spans) or filled.grid.columns < 2:
            continue
        filled = _without_column(filled, column)
    return filled


def _without_column(filled: Filled, column: int) -> Filled:
    grid = filled.grid
    inner = column if column else 1
    xs = (*grid.xs[:inner], *grid.xs[inner + 1 :])
    spans = tuple(
        replace(
            s,
            column=s.column - (s.column > column),
            column_end=s.column_end - (s.column_end > column),
        )
        for s in grid.spans
    )
    words = {(r, c - (c > column)): found for (r, c), found in filled.words.items()}
    return Filled(replace(grid, xs=xs, spans=spans), words)


def split_spans(filled: Filled, page: Page) -> Filled:
    """Cut cells over several columns where their words keep to the columns all the same.

    Some styles draw the borders between columns in every second row only.
    """
    spans = [part for span in filled.grid.spans for part in _split(span, filled, page)]
    return replace(filled, grid=replace(filled.grid, spans=tuple(spans)))


def _split(span: Span, filled: Filled, page: Page) -> list[Span]:
    if span.column_end - span.column < 2:
        return [span]
    xs = filled.grid.xs
    lines = lines_of(page.words[index] for index in filled.in_span(span))
    inner = range(span.column + 1, span.column_end)
    free = [c for c in inner if not any(crosses(line, xs[c]) for line in lines)]
    starts = [span.column, *free]
    ends = [*free, span.column_end]
    parts = [Span(span.row, a, span.row_end, b) for a, b in zip(starts, ends, strict=True)]
    held = [part for part in parts if filled.in_span(part)]
    is_title = not held or (len(held) == 1 and held[0].column == 0)
    return [span] if is_title else parts


def build_table(
    filled: Filled, page: Page, mender: Mender, row_keys: Mapping[int, int] | None = None
) -> FoundTable:
    """Give the table of a filled grid, rows without any words at its open ends left out.

    `row_keys` gives the structure element (TR) of a word, by its index.
    """
    grid = filled.grid
    maker = _Maker(filled, page, mender, _rights(filled, page), row_keys or {})
    rows = [maker.row(index) for index in range(grid.rows)]
    rows = [row for row in rows if any(row.texts) and not _is_shadow(row)]
    box = (grid.xs[0], rows[0].top, grid.xs[-1], rows[-1].bottom) if rows else grid.box
    used = filled.used
    sure = [page.words[index].confidence for index in used]
    return FoundTable(
        page.number,
        box,
        grid.xs,
        tuple(rows),
        used,
        grid.rule,
        page.source,
        round(sum(sure) / len(sure), 3) if sure else 1.0,
    )


def _is_shadow(row: FoundRow) -> bool:
    """Tell whether all of a row's cells go on from the row above, so that it has nothing new."""
    return all(cell.merged and cell.box[1] < row.top - 1 for cell in row.cells)


def _rights(filled: Filled, page: Page) -> dict[int, float]:
    """Give for each column the x that its lines reach, over all its cells of one column."""
    reach: dict[int, float] = {}
    for span in filled.grid.spans:
        if span.column_end - span.column == 1:
            ends = [word.x1 for word in _words_in(span, filled, page)]
            reach[span.column] = max([reach.get(span.column, 0.0), *ends])
    return reach


def _words_in(span: Span, filled: Filled, page: Page) -> list[Word]:
    words = [page.words[index] for index in filled.in_span(span)]
    if page.source != "ocr":
        return words
    xs = filled.grid.xs
    return without_border_noise(words, xs[span.column], xs[span.column_end])


@dataclass(slots=True)
class _Maker:
    filled: Filled
    page: Page
    mender: Mender
    rights: dict[int, float]
    row_keys: Mapping[int, int]
    cells: dict[tuple[int, int], tuple[FoundCell, Span]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for span in self.filled.grid.spans:
            cell = self._cell(span)
            for row in range(span.row, span.row_end):
                for column in range(span.column, span.column_end):
                    self.cells[row, column] = (cell, span)

    def _cell(self, span: Span) -> FoundCell:
        grid = self.filled.grid
        words = _words_in(span, self.filled, self.page)
        right = self.rights.get(span.column_end - 1, 0.0)
        if span.column_end - span.column > 1 or not right:
            right = max([right, *(word.x1 for word in words)])
        box = (
            grid.xs[span.column],
            grid.ys[span.row],
            grid.xs[span.column_end],
            grid.ys[span.row_end],
        )
        return FoundCell(cell_text(words, right, self.mender), box, False, _is_bold(words))

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
            keys=self._keys(index),
        )

    def _keys(self, row: int) -> frozenset[int]:
        own = [
            i for c in range(self.filled.grid.columns) for i in self.filled.words.get((row, c), ())
        ]
        return frozenset(self.row_keys[i] for i in own if i in self.row_keys)


def _is_bold(words: Sequence[Word]) -> bool:
    letters = sum(len(word.text) for word in words)
    return bool(words) and sum(len(word.text) for word in words if word.bold) > 0.6 * letters
