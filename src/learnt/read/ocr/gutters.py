"""Parts a scanned page of two columns, so that each is recognised for itself.

Lines of two columns seldom stand at one height. Read as one column, what is cut in the middle of a
letter comes out as junk (`eee ae ae`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from learnt.read.ocr.picture import Mask
from learnt.read.ocr.ruling import Box, Stroke

NARROWEST = 9.0
"""Points of paper between two columns at the least; more than any blank between words."""
FROM, TO = 0.3, 0.7
"""Where across the page a gutter may lie."""
LEAST = 0.25
"""How much of the page's height it must run along."""
SPECK = 2.0
"""Points of height of a mark in the gutter that is no letter."""
FULLEST = 0.3
"""How much of the height must hold ink on both sides, as lines of running text do."""
LIGHTEST = 0.35
"""How much ink the emptier column must hold beside the other; page numbers hold less."""
_MARGIN = 30.0
"""Points over which the end of a full line above or below is looked for."""


@dataclass(frozen=True, slots=True)
class _Gutter:
    x: int
    top: int
    bottom: int


def find_parts(dark: Mask, strokes: Sequence[Stroke], scale: float) -> list[Box]:
    """Give the parts (left, top, right, bottom, in pixels) in which a straight page is recognised.

    They cover the page: above the columns, the left one, the right one, below them; or one part.
    `scale` is in pixels a point.
    """
    height, width = dark.shape
    gutter = _find_gutter(dark, strokes, scale)
    if gutter is None or any(stroke.upright and _is_along(stroke, gutter) for stroke in strokes):
        return [(0, 0, width, height)]
    x, top, bottom = gutter.x, gutter.top, gutter.bottom
    parts = [
        (0, 0, width, top),
        (0, top, x, bottom),
        (x, top, width, bottom),
        (0, bottom, width, height),
    ]
    return [part for part in parts if part[1] < part[3] and dark[part[1] : part[3]].any()]


def _find_gutter(dark: Mask, strokes: Sequence[Stroke], scale: float) -> _Gutter | None:
    """Give the longest upright band of paper that has lines of text on both sides."""
    height, width = dark.shape
    wide, speck = round(NARROWEST * scale), round(SPECK * scale)
    sums = np.zeros((height, width + 1), dtype=np.int32)
    np.cumsum(dark, axis=1, out=sums[:, 1:])
    found: list[tuple[int, int, int]] = []
    for left in range(round(FROM * width), round(TO * width) - wide, max(1, wide // 3)):
        blocked = sums[:, left + wide] > sums[:, left]
        for stroke in strokes:
            if stroke.x0 < left + wide and stroke.x1 > left:
                blocked[max(stroke.top - speck, 0) : stroke.bottom + speck] = True
        top, bottom = _longest_free(blocked, speck)
        found.append((bottom - top, top, left))
    longest = max(found, default=(0, 0, 0))
    if longest[0] < LEAST * height:
        return None
    alike = sorted(left for length, _, left in found if length >= 0.98 * longest[0])
    x = alike[len(alike) // 2] + wide // 2
    top, bottom = longest[1], longest[1] + longest[0]
    inked = sums[:, -1] > 0
    top, bottom = _past_lines(inked, top, bottom, round(_MARGIN * scale))
    here, beyond = sums[top:bottom, x], sums[top:bottom, -1] - sums[top:bottom, x]
    full = min((here > 0).mean(), (beyond > 0).mean()) >= FULLEST
    even = min(here.sum(), beyond.sum()) >= LIGHTEST * max(here.sum(), beyond.sum())
    return _Gutter(x, top, bottom) if full and even else None


def _longest_free(blocked: npt.NDArray[np.bool_], speck: int) -> tuple[int, int]:
    """Give the longest run of rows that are free but for marks of at most `speck` rows."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], blocked, [False])).astype(np.int8)))
    runs = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > speck]
    starts = [0, *[int(b) for _, b in runs]]
    ends = [*[int(a) for a, _ in runs], len(blocked)]
    return max(zip(starts, ends, strict=True), key=lambda span: span[1] - span[0])


def _past_lines(
    inked: npt.NDArray[np.bool_], top: int, bottom: int, margin: int
) -> tuple[int, int]:
    """Move both ends to rows of bare paper, so that no line is cut along its middle."""
    bare = np.flatnonzero(~inked[top : top + margin])
    if top and len(bare):
        top += int(bare[0])
    bare = np.flatnonzero(~inked[max(bottom - margin, 0) : bottom])
    if bottom < len(inked) and len(bare):
        bottom = max(bottom - margin, 0) + int(bare[-1]) + 1
    return top, bottom


def _is_along(stroke: Stroke, gutter: _Gutter) -> bool:
    """Whether an upright line is drawn beside the columns, as a table's borders are."""
    return gutter.top < (stroke.top + stroke.bottom) / 2 < gutter.bottom
