"""Finds the drawn lines of a scanned page (table borders, rules) and takes them out of the picture.

A line is a long dark run that is thin across. Left in, borders are read as letters (`|`, `l`, `_`).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from learnt.read.ocr.picture import Grey, Mask

LEVEL_LEAST = 22.0
UPRIGHT_LEAST = 13.0
ALONE_LEAST = 40.0
"""Points: the shortest level and upright lines, and the shortest upright one that touches no other."""
THICKEST = 3.5
SOLID = 0.94
"""How much of a run must be dark: scanning breaks thin lines."""
REACH = 2.5
SHORTER = 4
BUSIEST = 0.3
"""How much of a line may have ink right beside it: descenders on an underline, crossing borders."""

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line in pixels: the box around it."""

    upright: bool
    x0: int
    top: int
    x1: int
    bottom: int


def find_strokes(dark: Mask, scale: float) -> tuple[list[Stroke], Mask]:
    """Give the drawn lines of a straight page, and the pixels that they cover."""
    level = _long_runs(dark, round(LEVEL_LEAST * scale), round(THICKEST * scale))
    turned = np.ascontiguousarray(dark.T)
    upright = _long_runs(turned, round(UPRIGHT_LEAST * scale), round(THICKEST * scale)).T
    across = [Stroke(False, *box) for box in _keep_lines(level, dark)]
    down = [Stroke(True, y0, x0, y1, x1) for x0, y0, x1, y1 in _keep_lines(upright.T, turned)]
    kept = [stroke for stroke in down if _is_border(stroke, across, scale)]
    for stroke in set(down) - set(kept):
        upright[stroke.top : stroke.bottom, stroke.x0 : stroke.x1] = False
    return across + kept, level | upright


def _keep_lines(mask: Mask, dark: Mask) -> list[Box]:
    """Give the boxes of level runs beside which there is paper, and unmark the others.

    Along the feet or the shoulders of close bold letters a run is as long and thin, but stems
    stand on it.
    """
    kept = []
    for box in find_boxes(mask):
        x0, top, x1, bottom = box
        above, below = dark[max(0, top - 2), x0:x1], dark[min(len(dark) - 1, bottom + 1), x0:x1]
        if max(above.mean(), below.mean()) <= BUSIEST:
            kept.append(box)
        else:
            mask[top:bottom, x0:x1] = False
    return kept


def erase(grey: Grey, covered: Mask) -> Grey:
    """Give the picture with the covered pixels, and the soft rim around them, as paper."""
    if not covered.any():
        return grey
    paper = np.uint8(np.percentile(grey[::8, ::8], 80))
    return np.where(_swell(covered, 1), np.maximum(grey, paper), grey)


def _long_runs(dark: Mask, least: int, thickest: int) -> Mask:
    """Mark the pixels on level runs of at least `least` pixels that are thin across."""
    # A line a hair askew steps from row to row: look at each row together with the next.
    pair = dark.copy()
    pair[:-1] |= dark[1:]
    inside = _expand(_solid_runs(_shorten(pair), least // SHORTER), dark.shape[1])
    inside[1:] |= inside[:-1]
    for _ in range(SHORTER):
        inside[:, 1:] |= inside[:, :-1].copy()
        inside[:, :-1] |= inside[:, 1:].copy()
    inside &= pair | np.roll(pair, 1, axis=0)
    return inside & ~_thick(inside, thickest)


def _solid_runs(mask: Mask, least: int) -> Mask:
    """Mark what stands in a level window of `least` pixels of which nearly all are marked."""
    if mask.shape[1] <= least:
        return np.zeros_like(mask)
    sums = np.cumsum(mask, axis=1, dtype=np.int16)
    full = np.zeros_like(mask)
    full[:, least:] = sums[:, least:] - sums[:, :-least] >= SOLID * least
    found = full.copy()
    for back in range(1, least):
        found[:, :-back] |= full[:, back:]
    return found


def _shorten(mask: Mask) -> Mask:
    """Give the mask a quarter as wide; a gap between two letters stays a gap."""
    width = mask.shape[1] // SHORTER * SHORTER
    parts = [mask[:, at:width:SHORTER].astype(np.uint8) for at in range(SHORTER)]
    return np.asarray(sum(parts[1:], parts[0]) >= SHORTER - 1)


def _expand(mask: Mask, width: int) -> Mask:
    wide = np.zeros((mask.shape[0], width), dtype=np.bool_)
    wide[:, : mask.shape[1] * SHORTER] = mask.repeat(SHORTER, axis=1)
    return wide


def _thick(mask: Mask, thickest: int) -> Mask:
    """Mark the pixels that stand in upright runs longer than `thickest`: filled areas, pictures."""
    height = thickest + 2
    if mask.shape[0] <= height:
        return mask
    sums = np.cumsum(mask, axis=0, dtype=np.int32)
    full = np.zeros_like(mask)
    full[height:] = sums[height:] - sums[:-height] == height
    for _ in range(height - 1):
        full[:-1] |= full[1:]
    return full


def _swell(mask: Mask, by: int) -> Mask:
    grown = mask.copy()
    for _ in range(by):
        grown[1:] |= grown[:-1].copy()
        grown[:-1] |= grown[1:].copy()
        grown[:, 1:] |= grown[:, :-1].copy()
        grown[:, :-1] |= grown[:, 1:].copy()
    return grown


def find_boxes(mask: Mask) -> list[Box]:
    """Give the boxes (x0, top, x1, bottom) around marked pixels that hang together."""
    done: list[list[int]] = []
    open_: list[list[int]] = []
    for y in np.flatnonzero(mask.any(axis=1)):
        still = [box for box in open_ if box[3] >= y]
        done += [box for box in open_ if box[3] < y]
        open_ = still
        for x0, x1 in _runs(mask[y]):
            touched = [box for box in open_ if box[0] <= x1 + 2 and box[2] >= x0 - 2]
            box = [x0, int(y), x1, int(y) + 1]
            for other in touched:
                box = [min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), box[3]]
            open_ = [other for other in open_ if other not in touched] + [box]
    return [(x0, top, x1, bottom) for x0, top, x1, bottom in done + open_]


def _runs(row: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    padded = np.concatenate(([False], row, [False]))
    turns = np.flatnonzero(padded[1:] != padded[:-1])
    return [(int(a), int(b)) for a, b in zip(turns[::2], turns[1::2], strict=True)]


def _is_border(stroke: Stroke, across: list[Stroke], scale: float) -> bool:
    """Whether an upright line is long, or short and joined to a level one at both its ends."""
    if stroke.bottom - stroke.top >= ALONE_LEAST * scale:
        return True
    reach = REACH * scale
    return all(
        any(
            line.x0 - reach <= stroke.x0 <= line.x1 + reach
            and line.top - reach <= end <= line.bottom + reach
            for line in across
        )
        for end in (stroke.top, stroke.bottom)
    )
