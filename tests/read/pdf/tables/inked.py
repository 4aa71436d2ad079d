"""Pages of ink made by hand: lines of words at given places, rules and shaded bands."""

import itertools
from collections.abc import Iterable, Sequence

from learnt.read.pdf.ink import Edge, Page, Panel, Word

LETTER = 0.5
"""A letter's width as a share of the letters' size; enough for tests, where all letters are alike."""


def words(text: str, x: float, y: float, size: float = 10.0, bold: bool = False) -> list[Word]:
    """Give a line of text with its left end at `x` and its top at `y`."""
    found = []
    for part in text.split(" "):
        width = len(part) * LETTER * size
        if part:
            found.append(Word(part, x, y, x + width, y + size, size, bold))
        x += width + LETTER * 0.5 * size
    return found


def column(
    lines: Sequence[str], x: float, y: float, leading: float = 12.0, bold: bool = False
) -> list[Word]:
    """Give lines of text one under another; an empty one leaves its place free."""
    rows = [words(line, x, y + i * leading, bold=bold) for i, line in enumerate(lines) if line]
    return [word for row in rows for word in row]


def level(y: float, x0: float, x1: float) -> Edge:
    """Give a level line."""
    return Edge(False, x0, y, x1, y)


def upright(x: float, top: float, bottom: float) -> Edge:
    """Give an upright line."""
    return Edge(True, x, top, x, bottom)


def lattice(xs: Sequence[float], ys: Sequence[float]) -> list[Edge]:
    """Give the lines of a full grid, each border in the pieces of its cells."""
    across = [level(y, a, b) for y in ys for a, b in itertools.pairwise(xs)]
    down = [upright(x, a, b) for x in xs for a, b in itertools.pairwise(ys)]
    return across + down


def page(
    ink: Iterable[Word],
    edges: Iterable[Edge] = (),
    panels: Iterable[Panel] = (),
    number: int = 1,
) -> Page:
    """Give a page of A4 with the ink on it."""
    return Page(number, 595.0, 842.0, tuple(ink), tuple(edges), tuple(panels))
