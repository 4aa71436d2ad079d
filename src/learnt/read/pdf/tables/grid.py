"""A table's skeleton: the borders of its columns and rows, and which fields are one cell.

Each way of finding a table gives a `Grid`; `build` alone puts the words into it.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnt.read.pdf.tables.ruling import Line, Mesh, Slack, cluster
from learnt.read.pdf.tables.shape import Rule
from learnt.records import Box

SMALLEST = 6.0
"""Two borders nearer than this hold no text between them, in points."""
COVERED = 0.6
"""The share of a field's side that a line must cover to be its border."""


@dataclass(frozen=True, slots=True)
class Span:
    """A cell: its first row and column, and the first row and column after it."""

    row: int
    column: int
    row_end: int
    column_end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Borders and cells; `open_top` and `open_bottom`: no line closes the table there."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    spans: tuple[Span, ...]
    rule: Rule = "ruled"
    open_top: bool = False
    open_bottom: bool = False

    @property
    def box(self) -> Box:
        """The grid's outer box."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.ys) - 1


def plain_grid(xs: Sequence[float], ys: Sequence[float], rule: Rule) -> Grid:
    """Give a grid in which each field is a cell."""
    spans = [
        Span(row, column, row + 1, column + 1)
        for row in range(len(ys) - 1)
        for column in range(len(xs) - 1)
    ]
    return Grid(tuple(xs), tuple(ys), tuple(spans), rule)


def merged_beside(grid: Grid, line: Line) -> Grid:
    """Merge the cells above and below a level line in the columns that it leaves out."""
    row = min(range(len(grid.ys)), key=lambda i: abs(grid.ys[i] - line.at))
    spans = list(grid.spans)
    for column in range(grid.columns):
        middle = (grid.xs[column] + grid.xs[column + 1]) / 2
        if line.lo <= middle <= line.hi:
            continue
        upper = [s for s in spans if s.row_end == row and s.column == column]
        lower = [s for s in spans if s.row == row and s.column == column]
        if upper and lower and upper[0].column_end == lower[0].column_end:
            spans = [s for s in spans if s not in (upper[0], lower[0])]
            spans.append(replace(upper[0], row_end=lower[0].row_end))
    return replace(grid, spans=tuple(spans))


def grid_of(mesh: Mesh, slack: Slack) -> Grid:
    """Give the grid that touching lines draw, with the outer borders that are not drawn added."""
    xs = cluster((line.at for line in mesh.upright), slack.snap)
    tops, bottoms = [line.lo for line in mesh.upright], [line.hi for line in mesh.upright]
    if not mesh.level:
        return replace(
            plain_grid(xs, (min(tops), max(bottoms)), "ruled"), open_top=True, open_bottom=True
        )
    ys = cluster((line.at for line in mesh.level), slack.snap)
    xs = _with_ends(xs, [line.lo for line in mesh.level], [line.hi for line in mesh.level])
    full = _with_ends(ys, tops, bottoms)
    grid = Grid(tuple(xs), tuple(full), (), "ruled", full[0] < ys[0], full[-1] > ys[-1])
    return replace(grid, spans=tuple(_spans(grid, mesh, slack)))


def _with_ends(places: list[float], los: Sequence[float], his: Sequence[float]) -> list[float]:
    lo, hi = min(los), max(his)
    first = [lo] if lo < places[0] - SMALLEST else []
    last = [hi] if hi > places[-1] + SMALLEST else []
    return first + places + last


def _spans(grid: Grid, mesh: Mesh, slack: Slack) -> list[Span]:
    walls = _walls(grid.xs, grid.ys, mesh.upright, slack)
    floors = _walls(grid.ys, grid.xs, mesh.level, slack)
    rows, columns = grid.rows, grid.columns
    owner = list(range(rows * columns))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and not walls[column + 1][row]:
                owner[root(here + 1)] = root(here)
            if row + 1 < rows and not floors[row + 1][column]:
                owner[root(here + columns)] = root(here)
    regions: dict[int, list[tuple[int, int]]] = {}
    for index in range(rows * columns):
        regions.setdefault(root(index), []).append(divmod(index, columns))
    return [span for region in regions.values() for span in _rectangles(region)]


def _walls(
    places: Sequence[float], along: Sequence[float], lines: Sequence[Line], slack: Slack
) -> list[list[bool]]:
    """For each place and each field along it: whether a line covers the field's side there."""
    found = []
    for place in places:
        near = [line for line in lines if abs(line.at - place) <= slack.snap]
        found.append([_is_covered(lo, hi, near) for lo, hi in itertools.pairwise(along)])
    return found


def _is_covered(lo: float, hi: float, lines: Sequence[Line]) -> bool:
    covered = sum(max(0.0, min(line.hi, hi) - max(line.lo, lo)) for line in lines)
    return covered >= COVERED * (hi - lo)


def _rectangles(region: Sequence[tuple[int, int]]) -> list[Span]:
    """Give the region as one cell, or cut into its rows where it is no rectangle."""
    rows = [row for row, _ in region]
    columns = [column for _, column in region]
    whole = Span(min(rows), min(columns), max(rows) + 1, max(columns) + 1)
    size = (whole.row_end - whole.row) * (whole.column_end - whole.column)
    if size == len(region):
        return [whole]
    return [span for row in sorted(set(rows)) for span in _runs(row, region)]


def _runs(row: int, region: Sequence[tuple[int, int]]) -> list[Span]:
    columns = sorted(column for other, column in region if other == row)
    starts = [c for c in columns if c - 1 not in columns]
    ends = [c + 1 for c in columns if c + 1 not in columns]
    return [Span(row, start, row + 1, end) for start, end in zip(starts, ends, strict=True)]
