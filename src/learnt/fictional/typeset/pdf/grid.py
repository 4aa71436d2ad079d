"""Tables as word processors break them: rows cut in the middle of a cell at the foot of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.platypus import Flowable

from learnt.fictional.typeset.pdf import stack

PAD = 4.0
Rules = Literal["all", "horizontal", "shading", "none"]


@dataclass(frozen=True)
class GridRow:
    """A row: the stacks of its cells (None: merged with the one above), and what kind it is."""

    cells: tuple[list[Flowable] | None, ...]
    kind: Literal["header", "body", "group"] = "body"
    band: int = 0
    goes_on: bool = False


@dataclass(frozen=True)
class GridStyle:
    """Rules, colours and habits of a table."""

    rules: Rules
    ink: Color = field(default_factory=lambda: HexColor("#000000"))
    tint: Color = field(default_factory=lambda: HexColor("#e7e6e6"))
    header_fill: Color | None = None
    repeat_header: bool = True
    closed_breaks: bool = True


class Grid(Flowable):
    """A table of paragraphs; `shares` are the columns' parts of the width."""

    def __init__(self, rows: Sequence[GridRow], shares: Sequence[float], style: GridStyle) -> None:
        super().__init__()
        self.rows, self.shares, self.look = list(rows), list(shares), style
        self.spaceBefore, self.spaceAfter = 4.0, 10.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the table's size at full `width`."""
        self._wide = width
        self._heights = [self._row_height(row) for row in self.rows]
        return width, sum(self._heights)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Cut after the last row that fits, or inside the next, as Word does."""
        self.wrap(width, height)
        used, index = 0.0, 0
        while index < len(self.rows) and used + self._heights[index] <= height:
            used += self._heights[index]
            index += 1
        here, there = self.rows[:index], self.rows[index:]
        if there:
            top, bottom = self._cut_row(there[0], height - used)
            here, there = here + ([top] if top else []), [bottom, *there[1:]]
        header = [row for row in self.rows[:1] if row.kind == "header"]
        if not there or len(here) <= len(header):
            return []
        again = header if self.look.repeat_header else []
        return [
            Grid(here, self.shares, self.look),
            Grid([*again, *there], self.shares, self.look),
        ]

    def draw(self) -> None:
        """Draw the rows from the top, then the rules."""
        y = sum(self._heights)
        for index, (row, height) in enumerate(zip(self.rows, self._heights, strict=True)):
            self._draw_ground(row, y - height, height)
            for (x, width), cell in zip(self._spans(row), row.cells, strict=False):
                if cell:
                    stack.draw(cell, self.canv, x + PAD, y - PAD, width - 2 * PAD)
            self._draw_rules(row, y, height, first=index == 0, last=index == len(self.rows) - 1)
            y -= height

    def _spans(self, row: GridRow) -> list[tuple[float, float]]:
        if len(row.cells) == 1:
            return [(0.0, self._wide)]
        total, x, spans = sum(self.shares), 0.0, []
        for share in self.shares:
            width = self._wide * share / total
            spans.append((x, width))
            x += width
        return spans

    def _row_height(self, row: GridRow) -> float:
        tall = [
            stack.measure(cell, width - 2 * PAD)
            for (_, width), cell in zip(self._spans(row), row.cells, strict=False)
            if cell
        ]
        return max(tall, default=0.0) + 2 * PAD

    def _cut_row(self, row: GridRow, height: float) -> tuple[GridRow | None, GridRow]:
        if row.kind != "body" or height < 2 * PAD + 10:
            return None, row
        tops: list[list[Flowable] | None] = []
        rests: list[list[Flowable] | None] = []
        for (_, width), cell in zip(self._spans(row), row.cells, strict=False):
            if cell is None:
                tops.append(None)
                rests.append(None)
                continue
            top, rest = stack.fill(cell, width - 2 * PAD, height - 2 * PAD)
            tops.append(top)
            rests.append(rest)
        cut_short = any(cell and not top for cell, top in zip(row.cells, tops, strict=True))
        if cut_short or not any(rests):
            return None, row
        return (
            replace(row, cells=tuple(tops)),
            replace(row, cells=tuple(rests), goes_on=True),
        )

    def _draw_ground(self, row: GridRow, y: float, height: float) -> None:
        fill = None
        if row.kind == "header":
            fill = self.look.header_fill
        elif row.kind == "group":
            fill = None if self.look.rules == "none" else self.look.tint
        elif self.look.rules == "shading" and row.band % 2 == 0:
            fill = self.look.tint
        if fill is not None:
            self.canv.saveState()
            self.canv.setFillColor(fill)
            self.canv.rect(0, y, self._wide, height, fill=1, stroke=0)
            self.canv.restoreState()

    def _draw_rules(
        self, row: GridRow, top: float, height: float, *, first: bool, last: bool
    ) -> None:
        if self.look.rules not in ("all", "horizontal"):
            return
        canvas: Any = self.canv
        canvas.saveState()
        canvas.setStrokeColor(self.look.ink)
        canvas.setLineWidth(0.5)
        open_top = row.goes_on and not self.look.closed_breaks
        for (x, width), cell in zip(self._spans(row), row.cells, strict=False):
            if (cell is not None or first) and not open_top:
                canvas.line(x, top, x + width, top)
            if self.look.rules == "all":
                canvas.line(x, top, x, top - height)
                canvas.line(x + width, top, x + width, top - height)
        if last:
            canvas.line(0, top - height, self._wide, top - height)
        canvas.restoreState()
