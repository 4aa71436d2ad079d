"""Finds shaded areas of a scanned page (header rows, boxes) and makes print on them print on paper.

Tesseract takes one threshold for the whole page; white letters on a dark bar it reads badly, and
the bar's sides, which are a table's borders, would be lost.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from learnt.read.ocr.picture import Grey
from learnt.read.ocr.ruling import Box, Stroke, find_boxes

BLOCK = 8
SAMPLED = 2
LIGHT = 12
"""Of the 16 pixels sampled in a block of 8 by 8, in order of lightness, the one that tells the ground:
letters are darker and fewer."""
FAINTEST = 7
DARK = 130
"""Levels of 256: the least difference of a shade from paper, and a ground that is itself dark."""
NARROWEST, LOWEST = 40.0, 9.0
"""Points: the smallest shaded area that counts."""
FILLED = 0.85
LETTERED, INKED = 0.6, 0.75
"""How much of a bar with bold light letters shows its ground by blocks, and how much by pixels."""
TOUCH = 4.0


@dataclass(frozen=True, slots=True)
class Shade:
    """A shaded area: its box in pixels and the level of its ground."""

    box: Box
    level: int

    @property
    def is_dark(self) -> bool:
        """Whether the print on it is light."""
        return self.level < DARK


def find_shades(grey: Grey, scale: float) -> list[Shade]:
    """Give the rectangles of one shade, darker than the paper around them."""
    ground = _ground(grey)
    paper = int(np.percentile(ground, 75))
    shaded = ground < paper - FAINTEST
    shades = []
    for mask in (shaded & (ground < DARK), shaded & (ground >= DARK)):
        for x0, top, x1, bottom in find_boxes(mask):
            on_rim = x0 == 0 or top == 0 or x1 == mask.shape[1] or bottom == mask.shape[0]
            wide, high = (x1 - x0) * BLOCK, (bottom - top) * BLOCK
            if on_rim or wide < NARROWEST * scale or high < LOWEST * scale:
                continue
            level = int(np.median(ground[top:bottom, x0:x1]))
            box = (x0 * BLOCK, top * BLOCK, x1 * BLOCK, bottom * BLOCK)
            share = mask[top:bottom, x0:x1].mean()
            if share >= FILLED or (share >= LETTERED and _is_bar(grey, box, (paper + level) / 2)):
                shades.append(Shade(_exact(grey, box, (paper + level) / 2), level))
    return shades


def _is_bar(grey: Grey, box: Box, middle: float) -> bool:
    """Whether a box is dark but for its letters, which hide the ground of whole blocks if bold."""
    x0, top, x1, bottom = box
    return bool((grey[top:bottom, x0:x1] < middle).mean() >= INKED)


def even_out(grey: Grey, shades: list[Shade]) -> Grey:
    """Give the picture with the ground of each shaded area as paper and its print as ink."""
    if not shades:
        return grey
    paper, clean = float(np.percentile(grey[::8, ::8], 80)), grey.copy()
    for shade in shades:
        x0, top, x1, bottom = shade.box
        part = clean[top:bottom, x0:x1].astype(np.float64)
        if shade.is_dark:
            contrast = max(1.0, paper - shade.level)
            part = paper * (1 - np.maximum(part - shade.level, 0) / contrast)
        else:
            part = part * (paper / max(1, shade.level))
        clean[top:bottom, x0:x1] = np.clip(part, 0, 255).astype(np.uint8)
    return clean


def complete_borders(strokes: list[Stroke], shades: list[Shade], scale: float) -> list[Stroke]:
    """Give the drawn lines with those that a dark bar hides: its sides and the columns' within it.

    Only where lines end at the bar, as a table's do below its header.
    """
    reach, added = round(TOUCH * scale), []
    for shade in (shade for shade in shades if shade.is_dark):
        x0, top, x1, bottom = shade.box
        ending = [
            stroke
            for stroke in strokes
            if stroke.upright
            and x0 - reach <= stroke.x0 <= x1 + reach
            and (abs(stroke.top - bottom) <= reach or abs(stroke.bottom - top) <= reach)
        ]
        if len(ending) >= 2:
            added += [Stroke(True, line.x0, top, line.x1, bottom) for line in ending]
            added += [Stroke(False, x0, y - 1, x1, y + 1) for y in (top, bottom)]
    return strokes + added


def _ground(grey: Grey) -> npt.NDArray[np.uint8]:
    """Give the lightness of the ground in each block of the page, smoothed over neighbours."""
    rows, columns = grey.shape[0] // BLOCK, grey.shape[1] // BLOCK
    side = BLOCK // SAMPLED
    sample = grey[: rows * BLOCK : SAMPLED, : columns * BLOCK : SAMPLED]
    blocks = sample.reshape(rows, side, columns, side).swapaxes(1, 2).reshape(rows, columns, -1)
    ground = np.partition(blocks, LIGHT, axis=2)[:, :, LIGHT]
    padded = np.pad(ground, ((0, 0), (1, 1)), mode="edge")
    three = np.stack([padded[:, :-2], padded[:, 1:-1], padded[:, 2:]])
    return np.asarray(np.median(three, axis=0).astype(np.uint8))


def _exact(grey: Grey, box: Box, middle: float) -> Box:
    """Give a box to the pixel: the rows and columns that are mostly darker than `middle`."""
    x0, top, x1, bottom = box
    left, above = max(0, x0 - BLOCK), max(0, top - BLOCK)
    rows = np.flatnonzero((grey[above : bottom + BLOCK, x0:x1] < middle).mean(axis=1) > 0.5)
    columns = np.flatnonzero((grey[top:bottom, left : x1 + BLOCK] < middle).mean(axis=0) > 0.5)
    if not len(rows) or not len(columns):
        return box
    return (
        left + int(columns[0]),
        above + int(rows[0]),
        left + int(columns[-1]) + 1,
        above + int(rows[-1]) + 1,
    )
