"""Flowables one below the other in a width: measured, cut at a height, drawn."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

_ENDLESS = 1e6


def measure(flowables: Sequence[Flowable], width: float) -> float:
    """Give the height of the stack in points, the spaces between its members included."""
    total, gap = 0.0, 0.0
    for index, flowable in enumerate(flowables):
        height = flowable.wrap(width, _ENDLESS)[1]
        total += height + (max(gap, flowable.getSpaceBefore()) if index else 0.0)
        gap = flowable.getSpaceAfter()
    return total


def fill(
    flowables: Sequence[Flowable], width: float, height: float
) -> tuple[list[Flowable], list[Flowable]]:
    """Give what fits into `height` points and what is left, cutting the one on the edge."""
    placed: list[Flowable] = []
    room, gap = height, 0.0
    for index, flowable in enumerate(flowables):
        space = max(gap, flowable.getSpaceBefore()) if placed else 0.0
        tall = flowable.wrap(width, _ENDLESS)[1]
        if tall + space > room + 0.01:
            parts = list(flowable.split(width, room - space)) if room > space else []
            if len(parts) > 1:
                return [*placed, parts[0]], [*parts[1:], *flowables[index + 1 :]]
            return _without_last_heading(placed, flowables, index)
        placed.append(flowable)
        room -= tall + space
        gap = flowable.getSpaceAfter()
    return placed, []


def _without_last_heading(
    placed: list[Flowable], flowables: Sequence[Flowable], index: int
) -> tuple[list[Flowable], list[Flowable]]:
    """Move headings that would end a column over to the next."""
    while len(placed) > 1 and getattr(placed[-1], "opens", False):
        placed.pop()
        index -= 1
    return placed, list(flowables[index:])


def draw(flowables: Sequence[Flowable], canvas: Any, x: float, top: float, width: float) -> None:
    """Draw the stack downwards from `top`."""
    y, gap = top, 0.0
    for index, flowable in enumerate(flowables):
        height = flowable.wrap(width, _ENDLESS)[1]
        y -= height + (max(gap, flowable.getSpaceBefore()) if index else 0.0)
        flowable.drawOn(canvas, x, y)
        gap = flowable.getSpaceAfter()
