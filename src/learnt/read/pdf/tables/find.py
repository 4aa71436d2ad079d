"""Finds the tables on one page: grids of lines first, what is less sure after it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from learnt.read.pdf.ink import Page
from learnt.read.pdf.tables.build import build_table, fill
from learnt.read.pdf.tables.celltext import Unhyphen, vocabulary_unhyphen
from learnt.read.pdf.tables.grid import Grid, grid_of
from learnt.read.pdf.tables.header import mark_headers
from learnt.read.pdf.tables.ruling import group_lines, join_edges, slack_of
from learnt.read.pdf.tables.shape import FoundTable


def find_tables(
    page: Page,
    *,
    before: Sequence[FoundTable] = (),
    ignore: Collection[int] = (),
    unhyphen: Unhyphen | None = None,
) -> list[FoundTable]:
    """Give the tables on `page` from top to bottom; a box with one cell or column is none.

    `before` are the tables found on earlier pages; `ignore` are indexes of words known to be no
    content, such as running headers; `unhyphen` undoes a hyphen at a line's end (default: by the
    page's own vocabulary).
    """
    undo = unhyphen or vocabulary_unhyphen({word.text for word in page.words})
    skipped = set(ignore)
    free = [index for index in range(len(page.words)) if index not in skipped]
    found: list[FoundTable] = []
    for grid in _ruled_grids(page):
        filled = fill(grid, page, free)
        table = build_table(filled, page, undo)
        if _is_table(table):
            found.append(replace(table, rows=mark_headers(table.rows)))
            free = [index for index in free if index not in filled.used]
    return sorted(found, key=lambda table: (table.box[1], table.box[0]))


def _ruled_grids(page: Page) -> list[Grid]:
    """Give the grids that the page's lines draw, the outer before those inside them."""
    if len(page.edges) < 4:
        return []
    slack = slack_of(page)
    level = join_edges(page.edges, False, slack)
    upright = join_edges(page.edges, True, slack)
    grids = [grid_of(mesh, slack) for mesh in group_lines(level, upright, slack)]
    return sorted(grids, key=lambda grid: -_area(grid))


def _area(grid: Grid) -> float:
    left, top, right, bottom = grid.box
    return (right - left) * (bottom - top)


def _is_table(table: FoundTable) -> bool:
    """Tell whether a grid holds a table: two columns with words, and two rows or a cut-off one."""
    if table.width < 2 or not table.rows:
        return False
    if all(row.spans_all for row in table.rows):
        return False
    columns = sum(any(row.cells[c].text for row in table.rows) for c in range(table.width))
    return columns >= 2
