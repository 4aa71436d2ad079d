"""Whether recognised words are bold, which Tesseract does not tell: by how thick their strokes are."""

from collections.abc import Sequence

import numpy as np

from learnt.read.ocr.engine import Reading
from learnt.read.ocr.picture import Mask

BOLDER = 1.2
OWN_LEAST = 1.08
"""How much thicker than the page's usual strokes a bold phrase's are, and each of its words'. On
spoilt scans bold phrases in four typefaces stood at 1.25 to 1.5, ninety in a hundred other words
below 1.1."""


def measure_strokes(dark: Mask, readings: Sequence[Reading]) -> list[float]:
    """Give the mean thickness of each word's upright strokes, in heights of its line; 0 for none."""
    found = []
    for word in readings:
        ink = dark[word.top : word.bottom, word.x0 : word.x1]
        runs = int((ink[:, 1:] & ~ink[:, :-1]).sum()) + int(ink[:, :1].sum())
        found.append(float(ink.sum()) / runs / word.row_height if runs and word.row_height else 0.0)
    return found


def find_bold(dark: Mask, readings: Sequence[Reading]) -> list[bool]:
    """Tell for each word, in reading order, whether its strokes are bold."""
    strokes = measure_strokes(dark, readings)
    letters = [len(word.text) for word in readings]
    if not any(strokes):
        return [False] * len(readings)
    usual = float(np.median(np.repeat(strokes, letters)))
    height = float(np.median(np.repeat([word.row_height for word in readings], letters)))
    return [
        _is_bold(at, readings, strokes, usual, height) if strokes[at] else False
        for at in range(len(readings))
    ]


def _is_bold(
    at: int, readings: Sequence[Reading], strokes: Sequence[float], usual: float, height: float
) -> bool:
    """Judge a word together with its neighbours on the line: a word's own strokes are too few."""
    word = readings[at]
    near = [
        other
        for other in range(max(0, at - 1), min(len(readings), at + 2))
        if abs(readings[other].baseline - word.baseline) < 0.3 * word.row_height and strokes[other]
    ]
    weights = [len(readings[other].text) for other in near]
    together = float(np.average([strokes[other] for other in near], weights=weights))
    # The blur of the scan adds less to the thick strokes of a large heading.
    allowance = min(1.0, (height / word.row_height) ** 0.25)
    enough = strokes[at] > OWN_LEAST * allowance * usual
    return bool(enough and together > BOLDER * allowance * usual)
