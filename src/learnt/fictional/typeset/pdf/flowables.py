"""Flowables that ReportLab lacks: listed headings, footnoted text, panels, newspaper columns."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, IndexingFlowable, Paragraph
from reportlab.platypus.frames import Frame

from learnt.fictional.typeset.pdf import stack

_RULE = 14.0
_PAD = 8.0


class ListedHeading(Paragraph):
    """A heading that enters itself in the contents page (and the outline) when it is drawn."""

    opens = True

    def announce(self, level: int, text: str, key: str, outline: bool) -> "ListedHeading":
        """Say how the heading is to be listed; `level` counts from 0."""
        self._entry = (level, text, key, outline)
        return self

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Refuse: a heading stays in one piece."""
        return []

    def draw(self) -> None:
        """Draw and enter; called by ReportLab, whose outline knows no step of two levels down."""
        super().draw()
        level, text, key, outline = self._entry
        canvas: Any = self.canv
        canvas.bookmarkPage(key)
        if outline:
            deepest = getattr(canvas, "_deepest_entry", -1) + 1
            entered = min(level, deepest)
            canvas._deepest_entry = entered
            canvas.addOutlineEntry(text, key, entered, closed=entered > 0)
        page = canvas.getPageNumber()
        canvas._doctemplate.notify("TOCEntry", (level, text, page, key))


class NotedFrame(Frame):
    """A frame whose foot rises as footnotes are added to it.

    ReportLab's names for a frame's geometry (`_y1p`: its foot) are in no stub, hence `Any`.
    """

    notes: list[Flowable]

    def _reset(self) -> None:
        own: Any = super()
        own._reset()
        own = self
        own._geom()
        self.notes = []

    def add_notes(self, notes: Sequence[Flowable], height: float) -> None:
        """Take `notes` in, `height` points tall with the rule above them."""
        own: Any = self
        self.notes = [*self.notes, *notes]
        own._y1p += height

    def draw_notes(self, canvas: Any) -> None:
        """Draw rule and notes at the foot of the frame."""
        if not self.notes:
            return
        own: Any = self
        left, foot, width = own._x1, own._y1, own._aW
        top = foot + stack.measure(self.notes, width)
        canvas.setLineWidth(0.5)
        canvas.setStrokeColorRGB(0, 0, 0)
        canvas.line(left, top + _RULE / 3, left + width / 3, top + _RULE / 3)
        stack.draw(self.notes, canvas, left, top, width)


class Noted(Flowable):
    """A flowable with footnotes, which stay on the page on which it ends."""

    def __init__(self, body: Flowable, notes: Sequence[Flowable]) -> None:
        super().__init__()
        self.body, self.notes = body, list(notes)

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Give the body's own."""
        return float(self.body.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Give the body's own."""
        return float(self.body.getSpaceAfter())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the body's size, or more than `height` where the notes do not fit below it."""
        tall = self.body.wrap(width, height)[1]
        self._need = self._notes_height(width)
        fits = tall + self._need <= height
        return width, tall if fits else max(height + 1.0, tall)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Cut the body; the notes go with its end."""
        self.body.wrap(width, height)
        tall = float(getattr(self.body, "height", height))
        room = min(height, tall - 1.0)
        parts = list(self.body.split(width, room)) if room > 0 else []
        return [parts[0], Noted(parts[1], self.notes)] if len(parts) == 2 else []

    def draw(self) -> None:
        """Draw the body and hand the notes to the frame."""
        frame = getattr(self, "_frame", None)
        if isinstance(frame, NotedFrame):
            frame.add_notes(self.notes, self._need)
        self.body.drawOn(self.canv, 0, 0)

    def _notes_height(self, width: float) -> float:
        frame = getattr(self, "_frame", None)
        first = not getattr(frame, "notes", None)
        return stack.measure(self.notes, width) + (_RULE if first else 0.0)


class Panel(Flowable):
    """A drawn box or shaded panel around other flowables, cut over pages where it must."""

    def __init__(
        self, content: Sequence[Flowable], *, fill: Color | None = None, edge: Color | None = None
    ) -> None:
        super().__init__()
        self.content, self.fill, self.edge = list(content), fill, edge
        self.spaceBefore = self.spaceAfter = 8.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the size with padding on all sides."""
        self._size = (width, stack.measure(self.content, width - 2 * _PAD) + 2 * _PAD)
        return self._size

    def split(self, width: float, height: float) -> list[Flowable]:
        """Cut the content; each part gets its own box."""
        here, there = stack.fill(self.content, width - 2 * _PAD, height - 2 * _PAD)
        if not here or not there:
            return []
        return [Panel(part, fill=self.fill, edge=self.edge) for part in (here, there)]

    def draw(self) -> None:
        """Draw ground, edge and content."""
        width, height = self._size
        self.canv.saveState()
        if self.fill is not None:
            self.canv.setFillColor(self.fill)
        if self.edge is not None:
            self.canv.setStrokeColor(self.edge)
        filled, edged = int(self.fill is not None), int(self.edge is not None)
        self.canv.rect(0, 0, width, height, fill=filled, stroke=edged)
        self.canv.restoreState()
        stack.draw(self.content, self.canv, _PAD, height - _PAD, width - 2 * _PAD)


class NewspaperColumns(Flowable):
    """Flowables in balanced columns; the page below and above may be full-width."""

    def __init__(self, content: Sequence[Flowable], count: int, gap: float = 20.0) -> None:
        super().__init__()
        self.content, self.count, self.gap = list(content), count, gap
        self.spaceAfter = 8.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the width and the least height at which the columns hold everything."""
        column = self._column(width)
        total = stack.measure(self.content, column)
        low, high = total / self.count, total
        while high - low > 4.0:
            middle = (low + high) / 2
            if self._cut(column, middle)[1]:
                low = middle
            else:
                high = middle
        self._size = (width, high)
        return self._size

    def split(self, width: float, height: float) -> list[Flowable]:
        """Fill this page's columns to `height` and leave the rest for the next."""
        columns, rest = self._cut(self._column(width), height)
        if not rest or not any(columns):
            return []
        here = [flowable for column in columns for flowable in column]
        return [
            _FilledColumns(columns, self.gap, height, here),
            NewspaperColumns(rest, self.count, self.gap),
        ]

    def draw(self) -> None:
        """Draw the columns side by side from the top."""
        width, height = self._size
        _draw_columns(self._cut(self._column(width), height)[0], self.canv, width, height, self.gap)

    def _column(self, width: float) -> float:
        return (width - self.gap * (self.count - 1)) / self.count

    def _cut(self, width: float, height: float) -> tuple[list[list[Flowable]], list[Flowable]]:
        columns, rest = [], self.content
        for _ in range(self.count):
            here, rest = stack.fill(rest, width, height)
            columns.append(here)
        return columns, rest


class _FilledColumns(Flowable):
    """Columns already cut to a page's height."""

    def __init__(
        self, columns: list[list[Flowable]], gap: float, height: float, content: list[Flowable]
    ) -> None:
        super().__init__()
        self.columns, self.gap, self.tall, self.content = columns, gap, height, content

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the height they were cut to."""
        self._wide = width
        return width, self.tall

    def draw(self) -> None:
        """Draw the columns side by side from the top."""
        _draw_columns(self.columns, self.canv, self._wide, self.tall, self.gap)


def _draw_columns(
    columns: list[list[Flowable]], canvas: Any, width: float, height: float, gap: float
) -> None:
    column = (width - gap * (len(columns) - 1)) / len(columns)
    for index, content in enumerate(columns):
        stack.draw(content, canvas, index * (column + gap), height, column)


class PageTotal(IndexingFlowable):
    """Counts the pages of a pass, so that the next can print `of m`."""

    def __init__(self) -> None:
        super().__init__()
        self.pages, self._before = 0, -1

    def isSatisfied(self) -> bool:  # noqa: N802
        """Tell whether the last two passes agree."""
        return self.pages == self._before

    def beforeBuild(self) -> None:  # noqa: N802
        """Keep the last pass's count."""
        self._before = self.pages

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take no room."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Note the page on which the document ends."""
        self.pages = self.canv.getPageNumber()
