"""Takes the specks of dust off a scanned page: small dark spots with nothing but paper around them.

A full stop or the dot of an i is as small, but never alone: its letter stands within the moat.
"""

import numpy as np
import numpy.typing as npt

from learnt.read.ocr.picture import Grey, Mask

LARGEST = 2.2
MOAT = 4.5
"""Points: the side of the largest speck, and the width of bare paper that must lie around it."""


def wipe_specks(grey: Grey, dark: Mask, scale: float) -> Grey:
    """Give the picture with lone specks painted over with paper."""
    specks = find_specks(dark, scale)
    if not specks.any():
        return grey
    paper = np.uint8(np.percentile(grey[::8, ::8], 80))
    return np.where(specks, np.maximum(grey, paper), grey)


def find_specks(dark: Mask, scale: float) -> Mask:
    """Mark the squares around dark spots that are small and alone."""
    shape = dark.shape
    dark = _halve(dark)
    inner, outer = max(1, int(LARGEST * scale / 4 - 0.5)), round(MOAT * scale / 2)
    counts = _integral(dark)
    near = _window(counts, dark.shape, inner)
    far = _window(counts, dark.shape, inner + outer)
    alone = dark & (near == far)
    spots = _window(_integral(alone), dark.shape, inner) > 0
    return _double(spots, shape)


def _halve(mask: Mask) -> Mask:
    """Give the mask at half its size, a pixel marked where any of its four was."""
    height, width = mask.shape
    even = np.zeros((height + height % 2, width + width % 2), dtype=np.bool_)
    even[:height, :width] = mask
    return even[::2, ::2] | even[1::2, ::2] | even[::2, 1::2] | even[1::2, 1::2]


def _double(mask: Mask, shape: tuple[int, ...]) -> Mask:
    """Give a halved mask at its first size and `shape`."""
    return mask.repeat(2, axis=0).repeat(2, axis=1)[: shape[0], : shape[1]]


def _integral(mask: Mask) -> npt.NDArray[np.int32]:
    sums = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), dtype=np.int32)
    np.cumsum(np.cumsum(mask, axis=0, dtype=np.int32), axis=1, out=sums[1:, 1:])
    return sums


def _window(
    sums: npt.NDArray[np.int32], shape: tuple[int, ...], reach: int
) -> npt.NDArray[np.int32]:
    """Give the number of marked pixels in the square of `reach` pixels around each pixel."""
    height, width = shape
    top = np.clip(np.arange(height) - reach, 0, height)
    bottom = np.clip(np.arange(height) + reach + 1, 0, height)
    left = np.clip(np.arange(width) - reach, 0, width)
    right = np.clip(np.arange(width) + reach + 1, 0, width)
    rows = sums[bottom] - sums[top]
    return rows[:, right] - rows[:, left]
