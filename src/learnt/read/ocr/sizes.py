"""The font sizes of recognised words: measured on their letters, and the same where they are the same.

Tesseract's height of a line errs by a tenth, more where dust lies above it. The height of capitals
and of letters like b and d above the baseline is surer; what share of the line's height that is
depends on the typeface, and is taken from the whole page.
"""

from collections.abc import Sequence

import numpy as np

from learnt.read.ocr.engine import Reading
from learnt.read.ocr.picture import Mask
from learnt.read.ocr.spaces import lines_of

TALL = frozenset("bdfhklABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
ALIKE = {True: 0.06, False: 0.1}
"""By how much the heights of two lines of one size may differ: bold ones, others."""
ACROSS_PAGES = 0.05
FONT_TO_ROW = 1.08
"""A font's size by the height of its line, from the top of `d` to the foot of `p`."""
LEAST_INK = 2


def find_sizes(
    dark: Mask, readings: Sequence[Reading], bold: Sequence[bool], scale: float, known: list[float]
) -> list[float]:
    """Give each word's font size in points, the same for lines that differ only by chance.

    `known` holds the sizes of the document's earlier pages; those that are new are added to it.
    """
    heights = measure_heights(dark, readings)
    settled = even_heights(heights, bold, [len(word.text) for word in readings])
    return [_known_size(height * FONT_TO_ROW / scale, known) for height in settled]


def measure_heights(dark: Mask, readings: Sequence[Reading]) -> list[float]:
    """Give the height of each word's line in pixels, measured on its tall letters."""
    ascents = {id(word): _ascent(dark, word) for word in readings}
    shares = [ascents[id(word)] / word.row_height for word in readings if ascents[id(word)]]
    share = float(np.median(shares)) if shares else 1.0
    heights: dict[int, float] = {}
    for line in lines_of(readings):
        found = [ascents[id(word)] for word in line if ascents[id(word)]]
        for word in line:
            heights[id(word)] = float(np.median(found)) / share if found else word.row_height
    return [heights[id(word)] for word in readings]


def _ascent(dark: Mask, word: Reading) -> float:
    """Give how far a word's ink rises above its baseline; 0 where no letter of it is tall."""
    if TALL.isdisjoint(word.text) or not word.row_height:
        return 0.0
    inked = dark[max(0, word.top - 2) : round(word.baseline), word.x0 : word.x1].sum(axis=1)
    rows = np.flatnonzero(inked >= LEAST_INK)
    return float(len(inked) - rows[0]) if len(rows) else 0.0


def even_heights(
    heights: Sequence[float], bold: Sequence[bool], letters: Sequence[int]
) -> list[float]:
    """Give the heights, each as the commonest of those that differ from it only by chance.

    A height of its own is believed sooner where the words are bold too, as in headings.
    """
    weight: dict[tuple[float, bool], int] = {}
    looks = list(zip(heights, bold, strict=True))
    for look, count in zip(looks, letters, strict=True):
        weight[look] = weight.get(look, 0) + count
    left, settled = list(weight), dict[tuple[float, bool], float]()
    while left:
        common = max(left, key=lambda look: weight[look])[0]
        alike = [look for look in left if abs(look[0] - common) <= ALIKE[look[1]] * common]
        settled.update(dict.fromkeys(alike, common))
        left = [look for look in left if look not in settled]
    return [settled[look] for look in looks]


def _known_size(size: float, known: list[float]) -> float:
    near = min(known, key=lambda other: abs(other - size), default=0.0)
    if abs(near - size) <= ACROSS_PAGES * size:
        return near
    known.append(round(size, 1))
    return known[-1]
