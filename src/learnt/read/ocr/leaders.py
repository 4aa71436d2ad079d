"""Finds the rows of dots that lead from a title to its page in a table of contents.

Tesseract reads them as words ("Oecd Aen"); they are taken out of the picture and given as dots.
"""

import numpy as np

from learnt.read.ocr.picture import Grey, Mask
from learnt.read.ocr.ruling import Box, find_boxes
from learnt.read.ocr.specks import count_around

DOT = 2.2
MOAT = 2.5
SPACING = 9.0
SHORTEST = 22.0
"""Points: the largest dot, the bare paper above and below it, the widest gap between two dots, and
the shortest row."""
FEWEST = 5


def find_leaders(dark: Mask, scale: float) -> list[Box]:
    """Give the boxes (x0, top, x1, bottom) around rows of dots."""
    dots = _find_dots(dark, scale)
    joined = dots.copy()
    reach, step = round(SPACING * scale), 1
    while step <= reach:  # each round doubles how far a dot reaches to the right
        joined[:, step:] |= joined[:, :-step].copy()
        step *= 2
    rows = []
    for x0, top, right, bottom in find_boxes(joined):
        x1 = right - (step - 1)
        inked = np.asarray(dots[top:bottom, x0:x1].any(axis=0))
        starts = int((inked[1:] & ~inked[:-1]).sum()) + bool(len(inked) and inked[0])
        if starts >= FEWEST and x1 - x0 >= SHORTEST * scale and bottom - top <= 2 * DOT * scale:
            rows.append((x0, top, x1, bottom))
    return rows


def erase_leaders(grey: Grey, rows: list[Box]) -> Grey:
    """Give the picture with the rows of dots as paper."""
    if not rows:
        return grey
    paper = np.uint8(np.percentile(grey[::8, ::8], 80))
    clean = grey.copy()
    for x0, top, x1, bottom in rows:
        clean[max(0, top - 2) : bottom + 2, max(0, x0 - 2) : x1 + 2] = paper
    return clean


def _find_dots(dark: Mask, scale: float) -> Mask:
    """Mark ink that is as small as a dot and has paper above, below and close beside it."""
    half = max(1, round(DOT * scale / 2))
    moat = half + round(MOAT * scale)
    near = count_around(dark, half, half)
    return np.asarray(dark & (near == count_around(dark, moat, half + 1)))
