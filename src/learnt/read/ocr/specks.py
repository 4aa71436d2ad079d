"""Takes the specks of dust off a scanned page: small dark spots with nothing but paper around them.

A full stop or the dot of an i is hardly larger, but never alone: its letter stands within the moat.
A spot smaller than any stop is dust wherever it lies.
"""

import numpy as np
import numpy.typing as npt

from learnt.read.ocr.picture import Grey, Mask

LARGEST = 2.2
MOAT = 4.5
TINY = 1.1
"""Points: the side of the largest speck, the width of bare paper that must lie around it, and the
side of a speck so small that it may lie among letters (the stop of an 8 point type
has 1.0, and a soft rim)."""


def wipe_specks(grey: Grey, faint: Mask, scale: float) -> Grey:
    """Give the picture with specks painted over with paper; `faint` marks all that is no paper."""
    specks = find_specks(faint, scale)
    if not specks.any():
        return grey
    paper = np.uint8(np.percentile(grey[::8, ::8], 80))
    return np.where(specks, np.maximum(grey, paper), grey)


def find_specks(faint: Mask, scale: float) -> Mask:
    """Mark the squares around dark spots that are small and alone, or tiny."""
    small = _halve(faint)
    inner, outer = max(1, int(LARGEST * scale / 4 - 0.5)), round(MOAT * scale / 2)
    alone = small & (
        count_around(small, inner, inner) == count_around(small, inner + outer, inner + outer)
    )
    spots = _double(count_around(alone, inner, inner) > 0, faint.shape)
    return np.asarray(spots | _find_tiny(faint, scale))


def count_around(mask: Mask, up: int, across: int) -> npt.NDArray[np.int32]:
    """Give the number of marked pixels around each pixel, up to `up` rows and `across` columns off."""
    height, width = mask.shape
    sums = _integral(mask)
    top = np.clip(np.arange(height) - up, 0, height)
    bottom = np.clip(np.arange(height) + up + 1, 0, height)
    left = np.clip(np.arange(width) - across, 0, width)
    right = np.clip(np.arange(width) + across + 1, 0, width)
    rows = sums[bottom] - sums[top]
    return rows[:, right] - rows[:, left]


def _integral(mask: Mask) -> npt.NDArray[np.int32]:
    sums = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), dtype=np.int32)
    np.cumsum(np.cumsum(mask, axis=0, dtype=np.int32), axis=1, out=sums[1:, 1:])
    return sums


def _find_tiny(dark: Mask, scale: float) -> Mask:
    """Mark the squares of side `TINY` that hold ink and have paper on all sides."""
    side = max(1, round(TINY * scale))
    sums = _integral(dark)
    within = _squares(sums, side)[1:-1, 1:-1]
    tiny = (within > 0) & (within == _squares(sums, side + 2))
    found = np.zeros_like(dark)
    for y, x in zip(*np.nonzero(tiny), strict=True):
        found[y + 1 : y + 1 + side, x + 1 : x + 1 + side] = True
    return found


def _squares(sums: npt.NDArray[np.int32], side: int) -> npt.NDArray[np.int32]:
    """Give the number of marked pixels in each square of `side`, by its upper left corner."""
    rows = sums[side:] - sums[:-side]
    return rows[:, side:] - rows[:, :-side]


def _halve(mask: Mask) -> Mask:
    """Give the mask at half its size, a pixel marked where any of its four was."""
    height, width = mask.shape
    even = np.zeros((height + height % 2, width + width % 2), dtype=np.bool_)
    even[:height, :width] = mask
    return even[::2, ::2] | even[1::2, ::2] | even[::2, 1::2] | even[1::2, 1::2]


def _double(mask: Mask, shape: tuple[int, ...]) -> Mask:
    """Give a halved mask at its first size and `shape`."""
    return mask.repeat(2, axis=0).repeat(2, axis=1)[: shape[0], : shape[1]]
