"""Finds the tables on one page: grids of lines first, what is less sure after it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from learnt.read.pdf.ink import Page
from learnt.read.pdf.tables.bands import cut_bands
from learnt.read.pdf.tables.bars import find_stacks
from learnt.read.pdf.tables.build import Filled, build_table, drop_spare_columns, fill, split_spans
from learnt.read.pdf.tables.celltext import TextLine, lines_of
from learnt.read.pdf.tables.grid import Grid, grid_of
from learnt.read.pdf.tables.headed import grid_going_on, grids_under_headings, header_above
from learnt.read.pdf.tables.header import mark_headers
from learnt.read.pdf.tables.mending import Mender, Unhyphen, mender
from learnt.read.pdf.tables.ruling import Line, Mesh, group_lines, join_edges, slack_of
from learnt.read.pdf.tables.shape import FoundTable
from learnt.read.pdf.tables.stacked import grids_in_stack
from learnt.read.pdf.tables.tagged import (
    TagTable,
    fill_tagged,
    part_by_tags,
    row_keys,
    tag_tables,
    with_first_row,
)

_STILL = 3.0
"""Borders this near on two pages are the same, in points."""


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
    mend = mender(page.words, unhyphen)
    skipped = set(ignore)
    finder = _Finder(page, mend, [i for i in range(len(page.words)) if i not in skipped], before)
    slack = slack_of(page)
    level = join_edges(page.edges, False, slack)
    upright = join_edges(page.edges, True, slack)
    meshes = group_lines(level, upright, slack)
    alone = [line for line in upright if all(line not in mesh.upright for mesh in meshes)]
    meshes += stems_going_on(alone, page, before)
    grids = [grid_of(mesh, slack) for mesh in meshes]
    for grid in sorted(grids, key=lambda grid: -_area(grid)):
        finder.try_grid(grid)
    last = _open_before(page, before)
    finder.try_tags()
    for stack in find_stacks(page, level, finder.taken, slack):
        for grid in grids_in_stack(stack, finder.lines(), last):
            finder.try_grid(grid)
    if last is not None and not finder.found:
        rest = grid_going_on(finder.lines(), last)
        if rest is not None:
            finder.try_grid(rest)
    for grid in grids_under_headings(finder.lines()):
        finder.try_grid(grid)
    return sorted(finder.found, key=lambda table: (table.box[1], table.box[0]))


@dataclass(slots=True)
class _Finder:
    """What was found so far on a page, and the words that are still free."""

    page: Page
    mender: Mender
    free: list[int]
    before: Sequence[FoundTable]
    found: list[FoundTable] = field(default_factory=list)
    taken: list[Grid] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    tagged: list[TagTable] = field(init=False)
    row_keys: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.tagged = tag_tables(self.page)
        self.row_keys = row_keys(self.tagged)

    def try_grid(self, grid: Grid) -> None:
        """Keep the grid's table where it is one, and take its words."""
        free = self.free
        if grid.rule == "ruled":  # a running header does not stand in a grid, a table's may
            free = [i for i in range(len(self.page.words)) if i not in self.used]
        filled = drop_spare_columns(fill(grid, self.page, free))
        for part in part_by_tags(split_spans(filled, self.page), self.tagged):
            drawn = part.grid.rule == "ruled"
            self._keep(cut_bands(part, self.page, self.row_keys) if drawn else part)

    def try_tags(self) -> None:
        """Keep the tables that the tags tell of words that are still free."""
        last = self.before[-1] if self.before else None
        for tagged in self.tagged:
            filled = fill_tagged(tagged, self.page, frozenset(self.free), last)
            if filled is not None:
                self._keep(self._with_header(filled))

    def _with_header(self, filled: Filled) -> Filled:
        """Put a header that is drawn again above a tagged table, and is not tagged, into it."""
        xs, top = filled.grid.xs, filled.grid.ys[0]
        tagged = filled.used
        rest = [i for i in self.free if i not in tagged and self.page.words[i].bottom < top + 4]
        head = header_above(lines_of(self.page.words[i] for i in rest), xs, top)
        if not head:
            return filled
        shown = {word for line in head for word in line.words}
        own = [i for i in rest if self.page.words[i] in shown]
        return with_first_row(filled, own, self.page)

    def _keep(self, filled: Filled) -> None:
        table = build_table(filled, self.page, self.mender, self.row_keys)
        if _is_table(table) or _goes_on(table, self.before):
            rows = mark_headers(table.rows)
            self.found.append(replace(table, rows=rows, key=self._table_key(filled)))
            self.taken.append(filled.grid)
            used = filled.used
            self.used |= used
            self.free = [index for index in self.free if index not in used]

    def _table_key(self, filled: Filled) -> int:
        for tagged in self.tagged:
            if len(filled.used & tagged.words) > 0.5 * len(filled.used):
                return tagged.key
        return -1

    def lines(self) -> list[TextLine]:
        """Give the free words as lines."""
        words = [self.page.words[index] for index in self.free]
        return lines_of(word for word in words if word.angle == 0)


def _open_before(page: Page, before: Sequence[FoundTable]) -> FoundTable | None:
    """Give the table without a grid that reached the end of the page before."""
    last = before[-1] if before else None
    if last is None or last.page != page.number - 1 or last.rule == "ruled":
        return None
    return last if last.box[3] > 0.55 * page.height else None


def stems_going_on(upright: Sequence[Line], page: Page, before: Sequence[FoundTable]) -> list[Mesh]:
    """Give upright lines alone that go on with the columns of the last page's table."""
    last = before[-1] if before else None
    if last is None or last.page != page.number - 1 or last.rule != "ruled":
        return []
    stems = [line for line in upright if any(abs(line.at - x) <= _STILL for x in last.columns)]
    found = {min(last.columns, key=lambda x: abs(x - line.at)) for line in stems}
    shared = stems and max(s.lo for s in stems) - min(s.lo for s in stems) <= _STILL
    return [Mesh([], stems)] if shared and len(found) == len(last.columns) else []


def _area(grid: Grid) -> float:
    left, top, right, bottom = grid.box
    return (right - left) * (bottom - top)


def _is_table(table: FoundTable) -> bool:
    """Tell whether a grid holds a table: two columns with words, and two rows or a cut-off one."""
    if table.width < 2 or not table.rows:
        return False
    if all(row.spans_all for row in table.rows):
        return False
    rows = [{cell.box for cell in row.cells if cell.text} for row in table.rows]
    if all(len(boxes) < 2 for boxes in rows):  # labels in a drawing
        return False
    columns = sum(any(row.cells[c].text for row in table.rows) for c in range(table.width))
    return columns >= 2


def _goes_on(table: FoundTable, before: Sequence[FoundTable]) -> bool:
    """Tell whether a grid with words in one column alone is the end of the last page's table."""
    last = before[-1] if before else None
    if last is None or last.page != table.page - 1 or last.width != table.width:
        return False
    pairs = zip(last.columns[:-1], table.columns[:-1], strict=True)
    return table.width > 1 and all(abs(a - b) <= 3.0 for a, b in pairs) and bool(table.used)
