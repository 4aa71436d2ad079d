"""Level lines and shaded bands that stand one under another with the same ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from learnt.read.pdf.ink import Page, Panel
from learnt.read.pdf.tables.grid import Grid
from learnt.read.pdf.tables.ruling import Line, Slack
from learnt.read.pdf.tables.shape import Rule

_SAME_END = 8.0
"""Ends this near are the same, in points; a shaded band often reaches past its text's rules."""
_LEAST_PIECE = 14.0
"""A shorter piece of a line is a dash, not the border of a cell."""
_LEAST_WIDTH, _LEAST_HEIGHT = 60.0, 7.0


@dataclass(frozen=True, slots=True)
class Stack:
    """Bars with the same ends: the height of each, and the borders that their parts show."""

    left: float
    right: float
    ys: tuple[float, ...]
    hints: tuple[float, ...]
    rule: Rule
    partial: tuple[Line, ...] = ()
    """Level lines inside the stack that leave some columns out, as below a part of a merged cell."""


@dataclass(frozen=True, slots=True)
class _Bar:
    at: float
    lo: float
    hi: float
    inner: tuple[float, ...]
    is_panel: bool


def find_stacks(
    page: Page, level: Sequence[Line], taken: Sequence[Grid], slack: Slack
) -> list[Stack]:
    """Give the stacks of at least two bars that lie in no grid already taken."""
    ends = _inner_ends(page, slack)
    drawn = [bar for bar in _drawn(level, slack, ends) if not _is_inside(bar.at, bar, taken)]
    shaded = [bar for bar in _shaded(page) if not _is_inside(bar.at, bar, taken)]
    groups: list[list[_Bar]] = []
    for bar in sorted((*drawn, *shaded), key=lambda b: b.at):
        for group in groups:
            if _same_ends(group[0], bar):
                group.append(bar)
                break
        else:
            groups.append([bar])
    stacks = [_stack(group, slack) for group in groups if len(group) > 1]
    return [replace(stack, partial=_partial(stack, drawn, slack)) for stack in stacks]


def _partial(stack: Stack, drawn: Sequence[_Bar], slack: Slack) -> tuple[Line, ...]:
    found = []
    for bar in drawn:
        inside = stack.left - slack.snap <= bar.lo and bar.hi <= stack.right + slack.snap
        between = stack.ys[0] + slack.snap < bar.at < stack.ys[-1] - slack.snap
        if inside and between and all(abs(bar.at - y) > slack.snap for y in stack.ys):
            found.append(Line(bar.at, bar.lo, bar.hi))
    return tuple(found)


def _is_inside(at: float, bar: _Bar, taken: Sequence[Grid]) -> bool:
    for grid in taken:
        left, top, right, bottom = grid.box
        shared = min(right, bar.hi) - max(left, bar.lo)
        if top - 3 <= at <= bottom + 3 and shared > 0.5 * (bar.hi - bar.lo):
            return True
    return False


def _same_ends(first: _Bar, second: _Bar) -> bool:
    return abs(first.lo - second.lo) <= _SAME_END and abs(first.hi - second.hi) <= _SAME_END


def _inner_ends(page: Page, slack: Slack) -> list[tuple[float, float]]:
    """Give height and x where one cell's piece of a level line ends and the next one's begins."""
    pieces = sorted(
        (round((e.top + e.bottom) / 2, 1), e.x0, e.x1) for e in page.edges if not e.upright
    )
    ends = []
    for (y, x0, x1), (below, start, stop) in pairwise(pieces):
        is_next = below - y <= slack.snap and abs(start - x1) <= slack.gap
        if is_next and min(x1 - x0, stop - start) >= _LEAST_PIECE:
            ends.append((y, (start + x1) / 2))
    return ends


def _drawn(level: Sequence[Line], slack: Slack, ends: Sequence[tuple[float, float]]) -> list[_Bar]:
    """Give the drawn lines, those at one height with small gaps between them as one bar."""
    bars: list[_Bar] = []
    for line in sorted(level, key=lambda x: (round(x.at / slack.snap), x.lo)):
        last = bars[-1] if bars else None
        if last and abs(last.at - line.at) <= slack.snap and 0 <= line.lo - last.hi <= 24.0:
            inner = (*last.inner, (last.hi + line.lo) / 2)
            bars[-1] = _Bar(last.at, last.lo, line.hi, inner, False)
        else:
            near = [x for y, x in ends if abs(y - line.at) <= slack.snap]
            inner = tuple(x for x in near if line.lo + 9 < x < line.hi - 9)
            bars.append(_Bar(line.at, line.lo, line.hi, inner, False))
    return [bar for bar in bars if bar.hi - bar.lo >= _LEAST_WIDTH]


def _shaded(page: Page) -> list[_Bar]:
    """Give the upper and lower ends of shaded bands, those of cells side by side as one."""
    shown = {  # an engine may paint the same cell twice
        (round(p.top), round(p.x0), round(p.bottom), round(p.x1)): p
        for p in page.panels
        if p.fill and _is_band(p, page)
    }
    panels = [shown[key] for key in sorted(shown)]
    rows: list[list[Panel]] = []
    for panel in panels:
        last = rows[-1][-1] if rows else None
        if last and _beside(last, panel):
            rows[-1].append(panel)
        else:
            rows.append([panel])
    bars = []
    for row in rows:
        inner = tuple(panel.x0 for panel in row[1:])
        lo, hi = row[0].x0, max(panel.x1 for panel in row)
        if hi - lo >= _LEAST_WIDTH:
            bars += [_Bar(y, lo, hi, inner, True) for y in (row[0].top, row[0].bottom)]
    return bars


def _is_band(panel: Panel, page: Page) -> bool:
    height = panel.bottom - panel.top
    return height >= _LEAST_HEIGHT and not (
        height > 0.8 * page.height or (panel.x1 - panel.x0) > 0.98 * page.width
    )


def _beside(left: Panel, right: Panel) -> bool:
    same = abs(left.top - right.top) <= 1.5 and abs(left.bottom - right.bottom) <= 1.5
    return same and -1.5 <= right.x0 - left.x1 <= 4.0


def _stack(group: Sequence[_Bar], slack: Slack) -> Stack:
    ys: list[float] = []
    for bar in group:
        if not ys or bar.at - ys[-1] > slack.snap:
            ys.append(bar.at)
    hints = max((bar.inner for bar in group), key=len)
    rule: Rule = "shaded" if any(bar.is_panel for bar in group) else "level"
    return Stack(min(bar.lo for bar in group), max(bar.hi for bar in group), tuple(ys), hints, rule)
