"""Lines to reading order: columns beside each other, also between headings of full width.

A gutter is an upright strip that no line crosses over some height, with lines of running text on
both sides. A margin of paragraph numbers, and labels with their values, are no column: their left
side is narrow or does not fill its width.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import mean, median

from learnt.read.pdf.lines import Line, merge_lines

_MOST_DEPTH = 4
_FEWEST_LINES = 3
_NARROWEST = 70.0
_ALIGNED = 0.6
_FILL = 0.55
"""Mean share of a column's width that its lines fill, at the least."""


Cut = tuple[list[Line], list[Line], list[Line], list[Line]]
"""The lines above a gutter, on its left, on its right, and below it."""


@dataclass(frozen=True, slots=True)
class Column:
    """Lines of one column in order from the top, and the column's sides."""

    lines: tuple[Line, ...]
    x0: float
    x1: float


@dataclass(slots=True)
class ColumnReader:
    """Reads the columns of a document's pages and remembers where their gutters are.

    The last page's right column may hold two lines: too few to show a gutter that is not known.
    """

    gutters: list[float] = field(default_factory=list)

    def read(self, pieces: Sequence[Line], depth: int = 0) -> list[Column]:
        """Give the columns of a region in reading order; `pieces` are its rows cut at wide gaps."""
        if not pieces:
            return []
        found = self._best_gutter(pieces) if depth < _MOST_DEPTH and len(pieces) > 5 else None
        if found is None:
            lines = tuple(merge_lines(pieces))
            return [Column(lines, min(p.x0 for p in pieces), max(p.x1 for p in pieces))]
        above, left, right, below = found
        parts = [*self.read(above, depth + 1)]
        for upper, lower in _bands(left, right):
            parts += [*self.read(upper, depth + 1), *self.read(lower, depth + 1)]
        return [*parts, *self.read(below, depth)]

    def _best_gutter(self, pieces: Sequence[Line]) -> Cut | None:
        left_edge = min(piece.x0 for piece in pieces)
        best: tuple[float, float, Cut] | None = None
        for x in [*_starts(pieces, left_edge), *self.gutters]:
            for top, bottom in _stretches(pieces, x):
                inside = [p for p in pieces if top <= p.baseline <= bottom]
                left, right = _sides(inside, x)
                score = _score(left, right, any(abs(x - known) < 4 for known in self.gutters))
                if score and (best is None or score > best[0]):
                    above = [p for p in pieces if p.baseline < top]
                    below = [p for p in pieces if p.baseline > bottom]
                    best = score, x, (above, left, right, below)
        if best is None:
            return None
        if all(abs(best[1] - known) >= 4 for known in self.gutters):
            self.gutters.append(best[1])
        return best[2]


def _sides(inside: list[Line], x: float) -> tuple[list[Line], list[Line]]:
    """Part pieces at `x`; labels that hang on the left of the right column's text go with it."""
    left = [p for p in inside if p.x1 <= x]
    edge = max((p.x1 for p in left if len(p.words) > 2), default=x)
    hanging = {id(p) for p in left if p.x0 >= edge}
    right = [p for p in inside if p.x0 >= x or id(p) in hanging]
    return [p for p in left if id(p) not in hanging], right


def _starts(pieces: Sequence[Line], left_edge: float) -> list[float]:
    """Where at least three lines begin, away from the region's own left side."""
    counts: dict[int, list[float]] = {}
    for piece in pieces:
        if piece.x0 > left_edge + _NARROWEST:
            counts.setdefault(round(piece.x0 / 4), []).append(piece.x0)
    return sorted(min(xs) - 2.0 for xs in counts.values() if len(xs) >= _FEWEST_LINES)


def _stretches(pieces: Sequence[Line], x: float) -> list[tuple[float, float]]:
    """Heights, as (first baseline, last baseline), over which no line crosses `x`."""
    runs: list[tuple[float, float]] = []
    first: float | None = None
    last = 0.0
    for piece in sorted(pieces, key=lambda piece: piece.baseline):
        if piece.x0 < x < piece.x1:
            if first is not None and last > first:
                # The crossing line's own row ends the stretch.
                runs.append((first, min(last, piece.baseline - 1.0)))
            first = None
        elif first is None:
            first, last = piece.baseline, piece.baseline
        else:
            last = piece.baseline
    if first is not None and last > first:
        runs.append((first, last))
    return runs


def _score(left: list[Line], right: list[Line], known: bool) -> float:
    """How well a gutter parts the two sides, 0 where it parts no columns."""
    fewest = 1 if known else _FEWEST_LINES
    if len(left) < _FEWEST_LINES or len(right) < fewest:
        return 0.0
    left, right = merge_lines(left), merge_lines(right)
    aligned = _are_aligned(left, right)
    if not (_is_prose(left, aligned) and (known or _is_prose(right, aligned))):
        return 0.0
    top = max(left[0].top, right[0].top)
    bottom = min(max(p.bottom for p in left), max(p.bottom for p in right))
    size = mean(p.size for p in left)
    gutter = min(p.x0 for p in right) - max(p.x1 for p in left)
    if bottom - top < (0.5 if known else 2.2) * size or gutter < 0.6 * size:
        return 0.0
    return (bottom - top) * min(len(left), len(right))


def _are_aligned(left: list[Line], right: list[Line]) -> bool:
    """Whether most lines of a side have a neighbour on their baseline: rows, or a shared grid."""
    levels = [line.baseline for line in right]
    beside = sum(any(abs(line.baseline - level) < 1.5 for level in levels) for line in left)
    return beside > _ALIGNED * min(len(left), len(right))


def _is_prose(lines: list[Line], aligned: bool) -> bool:
    """Whether lines fill a column of their own: wide enough, several words, even line spacing.

    Where the two sides share no baselines they cannot be the rows of a list, and headings and
    white space between short paragraphs do not count against them.
    """
    if len(lines) < _FEWEST_LINES:
        return False
    width = max(p.x1 for p in lines) - min(p.x0 for p in lines)
    words = sum(len(p.words) for p in lines) / len(lines)
    fill = mean(p.width for p in lines) / max(width, 1.0)
    if (
        width < _NARROWEST
        or words < (3.0 if aligned else 2.5)
        or fill < _FILL - 0.1 * (not aligned)
    ):
        return False
    if not aligned:
        return True
    steps = [b.baseline - a.baseline for a, b in pairwise(lines)]
    size = median(p.size for p in lines)
    even = sum(1 for step in steps if 0.9 * size < step < 1.9 * size)
    return 2 * even >= len(steps)


def _bands(left: list[Line], right: list[Line]) -> list[tuple[list[Line], list[Line]]]:
    """Cut a stretch of two columns where a short heading for both stands on the left alone."""
    size = mean(p.size for p in left)
    cuts = [
        p.top - 1.0
        for p in left
        if (p.size > 1.1 * size or p.bold)
        and any(o.bottom < p.top for o in right)
        and any(o.top > p.bottom for o in right)
        and not any(o.bottom > p.top - 0.4 * size and o.top < p.bottom + 0.4 * size for o in right)
    ]
    bands: list[tuple[list[Line], list[Line]]] = []
    upper = float("-inf")
    for cut in [*cuts, float("inf")]:
        band = (
            [p for p in left if upper <= p.top < cut],
            [p for p in right if upper <= p.top < cut],
        )
        bands.append(band)
        upper = cut
    return bands
