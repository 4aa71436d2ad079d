"""Tables as a PDF's structure tags tell them: which words make a cell, which cells a row.

The tags are a witness: a table that they tell is taken where no grid of lines shows it, and only
if its cells stand side by side and its rows one under another, as a table's do.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from learnt.read.pdf.ink import Page, Tag, Word
from learnt.read.pdf.tables.build import Filled, drop_spare_columns
from learnt.read.pdf.tables.grid import Grid, Span
from learnt.read.pdf.tables.shape import FoundTable, box_of
from learnt.records import Box

_CELLS = ("TD", "TH")


@dataclass(slots=True)
class TagRow:
    """A row's cells: the indexes of their words by the cell's key; whether all are TH."""

    key: int
    cells: dict[int, list[int]] = field(default_factory=dict)
    is_header: bool = True


@dataclass(slots=True)
class TagTable:
    """A table's rows in the order of the tags."""

    key: int
    depth: int
    rows: dict[int, TagRow] = field(default_factory=dict)

    @property
    def words(self) -> frozenset[int]:
        """The indexes of all its words."""
        return frozenset(i for row in self.rows.values() for c in row.cells.values() for i in c)


def tag_tables(page: Page) -> list[TagTable]:
    """Give the tables that the tags tell, outer ones before those inside them."""
    by_mcid: dict[int, list[int]] = {}
    for index, word in enumerate(page.words):
        if word.mcid >= 0:
            by_mcid.setdefault(word.mcid, []).append(index)
    tables: dict[int, TagTable] = {}
    for tag in page.tags:
        words = [index for mcid in tag.mcids for index in by_mcid.get(mcid, ())]
        if words and "Table" in tag.path:
            for table, row, cell, depth, is_head in _places(tag):
                found = tables.setdefault(table, TagTable(table, depth))
                own = found.rows.setdefault(row, TagRow(row))
                own.cells.setdefault(cell, []).extend(words)
                own.is_header &= is_head
    return sorted(tables.values(), key=lambda table: table.depth)


def _places(tag: Tag) -> Iterator[tuple[int, int, int, int, bool]]:
    """Give table, row and cell that a tag's words stand in, for each table around them."""
    keys = (*tag.parents, tag.key)
    for depth, role in enumerate(tag.path):
        if role != "Table":
            continue
        rest = list(enumerate(tag.path[depth + 1 :], depth + 1))
        row = next((i for i, name in rest if name == "TR"), None)
        cell = next((i for i, name in rest if name in _CELLS and row is not None and i > row), None)
        if row is not None and cell is not None:
            yield keys[depth], keys[row], keys[cell], depth, tag.path[cell] == "TH"


def part_by_tags(filled: Filled, tables: Sequence[TagTable]) -> list[Filled]:
    """Cut a grid between rows that the tags give to different tables, as tables that touch are."""
    outer = [table for table in tables if table.depth == min(t.depth for t in tables)]
    owner = {index: table.key for table in outer for index in table.words}
    keys: list[int] = []
    for row in range(filled.grid.rows):
        own = [
            owner.get(i, -1) for (r, _), found in filled.words.items() if r == row for i in found
        ]
        known = [key for key in own if key >= 0]
        keys.append(max(set(known), key=known.count) if known else keys[-1] if keys else -1)
    cuts = [row for row in range(1, len(keys)) if -1 != keys[row] != keys[row - 1] != -1]
    cuts = [c for c in cuts if all(not s.row < c < s.row_end for s in filled.grid.spans)]
    ends = [0, *cuts, filled.grid.rows]
    return [_part(filled, a, b) for a, b in pairwise(ends)] if cuts else [filled]


def _part(filled: Filled, first: int, after: int) -> Filled:
    grid = filled.grid
    spans = tuple(
        replace(s, row=s.row - first, row_end=s.row_end - first)
        for s in grid.spans
        if first <= s.row < after
    )
    words = {(r - first, c): w for (r, c), w in filled.words.items() if first <= r < after}
    part = replace(
        grid,
        ys=grid.ys[first : after + 1],
        spans=spans,
        open_top=grid.open_top and first == 0,
        open_bottom=grid.open_bottom and after == grid.rows,
    )
    return drop_spare_columns(Filled(part, words))


def row_keys(tables: Sequence[TagTable]) -> dict[int, int]:
    """Give each tagged word's row, that of the outermost table around it."""
    keys: dict[int, int] = {}
    for table in tables:
        for row in table.rows.values():
            for words in row.cells.values():
                for index in words:
                    keys.setdefault(index, row.key)
    return keys


def fill_tagged(
    table: TagTable, page: Page, free: frozenset[int], before: FoundTable | None
) -> Filled | None:
    """Give the tagged table's cells as a filled grid, or None where they do not stand as a table."""
    rows = _ordered(table, page, free)
    boxes = [[_cell_box(words, page) for words in row] for row in rows]
    if not rows or not _is_laid_out(boxes):
        return None
    if before is not None and before.key == table.key and _agree(boxes, before.columns):
        xs = list(before.columns)
    else:
        xs = _columns_by_order(boxes) or _columns(boxes)
    if len(xs) < 3:
        return None
    ys = _heights(boxes)
    words: dict[tuple[int, int], list[int]] = {}
    spans: list[Span] = []
    for index, (row, places) in enumerate(zip(rows, boxes, strict=True)):
        spans += _row_spans(index, row, places, xs, words)
    return Filled(Grid(tuple(xs), tuple(ys), tuple(spans), "tagged"), words)


def _ordered(table: TagTable, page: Page, free: frozenset[int]) -> list[list[list[int]]]:
    rows = []
    for row in table.rows.values():
        cells = [[i for i in words if i in free] for words in row.cells.values()]
        cells = [words for words in cells if words]
        if cells:
            rows.append(cells)
    return sorted(rows, key=lambda cells: min(page.words[i].top for c in cells for i in c))


def _cell_box(words: Sequence[int], page: Page) -> Box:
    return box_of(_word(page, index) for index in words)


def _word(page: Page, index: int) -> Word:
    return page.words[index]


def _is_laid_out(rows: Sequence[Sequence[Box]]) -> bool:
    """Tell whether cells of a row do not overlap and each row begins below the one before."""
    for cells in rows:
        for left, right in pairwise(sorted(cells)):
            if right[0] < left[2] - 3.0:
                return False
    tops = [min(box[1] for box in cells) for cells in rows]
    return all(b - a > 3.0 for a, b in pairwise(tops))


def _columns_by_order(rows: Sequence[Sequence[Box]]) -> list[float]:
    """Give the borders where most rows have all cells: then a cell's place tells its column."""
    width = max(map(len, rows))
    full = [sorted(cells) for cells in rows if len(cells) == width]
    if len(full) < max(2, 0.5 * len(rows)):
        return []
    los = [min(cells[c][0] for cells in full) for c in range(width)]
    his = [max(cells[c][2] for cells in full) for c in range(width)]
    if any(hi > lo - 1.0 for hi, lo in zip(his, los[1:], strict=False)):
        return []
    left = min(box[0] for cells in rows for box in cells)
    right = max(box[2] for cells in rows for box in cells)
    borders = [max((a + b) / 2, b - 4.0) for a, b in zip(his, los[1:], strict=False)]
    return [left - 2, *borders, right + 2]


def _columns(rows: Sequence[Sequence[Box]]) -> list[float]:
    """Give the borders between the columns that the cells, the narrow ones first, make."""
    columns: list[tuple[float, float]] = []
    alone = [cells[0] for cells in rows if len(cells) == 1]
    boxes = sorted((box for cells in rows if len(cells) > 1 for box in cells), key=_breadth)
    for box in (*boxes, *sorted(alone, key=_breadth)):
        hits = [c for c in columns if box[0] < c[1] - 1.0 and box[2] > c[0] + 1.0]
        if not hits and box not in alone:
            columns.append((box[0], box[2]))
        elif len(hits) == 1 and box not in alone:
            columns.remove(hits[0])
            columns.append((min(box[0], hits[0][0]), max(box[2], hits[0][1])))
    columns.sort()
    if not columns:
        return []
    borders = [max((a[1] + b[0]) / 2, b[0] - 4.0) for a, b in pairwise(columns)]
    left = min(box[0] for cells in rows for box in cells)
    right = max(box[2] for cells in rows for box in cells)
    return [min(left, columns[0][0]) - 2, *borders, max(right, columns[-1][1]) + 2]


def _breadth(box: Box) -> float:
    return box[2] - box[0]


def _agree(rows: Sequence[Sequence[Box]], xs: Sequence[float]) -> bool:
    """Tell whether the cells of each row fall into different columns of those given."""
    for cells in rows:
        slots = [_slot(box, xs) for box in cells]
        if len(set(slots)) < len(slots):
            return False
    return True


def _slot(box: Box, xs: Sequence[float]) -> int:
    return sum(box[0] + min(6.0, _breadth(box) / 2) >= x for x in xs[1:-1])


def _heights(rows: Sequence[Sequence[Box]]) -> list[float]:
    tops = [min(box[1] for box in cells) for cells in rows]
    bottoms = [max(box[3] for box in cells) for cells in rows]
    inner = [b - max(0.5, min(2.0, (b - a) / 2)) for a, b in zip(bottoms, tops[1:], strict=False)]
    return [tops[0] - 2, *inner, max(bottoms) + 2]


def _row_spans(
    row: int,
    cells: Sequence[Sequence[int]],
    boxes: Sequence[Box],
    xs: Sequence[float],
    words: dict[tuple[int, int], list[int]],
) -> list[Span]:
    ends: dict[int, int] = {}
    for own, box in zip(cells, boxes, strict=True):
        first = _slot(box, xs)
        last = max(first, sum(box[2] - 2.0 > x for x in xs[1:-1]))
        words.setdefault((row, first), []).extend(own)
        ends[first] = max(ends.get(first, 0), last + 1)
    return _filled_up(row, ends, len(xs) - 1)


def _filled_up(row: int, ends: Mapping[int, int], width: int) -> list[Span]:
    """Give the row's spans: those with words, and a field for each column between them."""
    spans = []
    column = 0
    while column < width:
        after = min((c for c in ends if c > column), default=width)
        end = min(ends.get(column, column + 1), after)
        spans.append(Span(row, column, row + 1, end))
        column = end
    return spans


def with_first_row(filled: Filled, own: Sequence[int], page: Page) -> Filled:
    """Give the filled grid with a further row above it that holds the words `own`."""
    grid = filled.grid
    words = {(row + 1, column): indexes for (row, column), indexes in filled.words.items()}
    for index in own:
        word = page.words[index]
        middle = (word.x0 + word.x1) / 2
        words.setdefault((0, sum(middle >= x for x in grid.xs[1:-1])), []).append(index)
    top = min(page.words[index].top for index in own) - 2
    moved = [Span(s.row + 1, s.column, s.row_end + 1, s.column_end) for s in grid.spans]
    first = [Span(0, column, 1, column + 1) for column in range(grid.columns)]
    return Filled(replace(grid, ys=(top, *grid.ys), spans=(*first, *moved)), words)
