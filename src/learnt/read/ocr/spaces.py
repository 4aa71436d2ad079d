"""Parts words that Tesseract fused: in "On14 March", "Asupervisor" it passed over a blank."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from learnt.read.ocr.engine import Reading
from learnt.read.ocr.picture import Mask

_FUSED = re.compile(r"(\W?[A-Za-z]+)(\d+\W*)|([Aa])([a-z-]{3,}\W*)")
BLANK = 0.26
"""Heights of a line: the narrowest blank that is a space. Between the letters of `HS1`, `PS2` and
`GP3` there were at most 0.16, in words like `On14` at least 0.29."""
ASTRAY = 0.16
"""How far, in widths of the word, the blank may lie from where the letters should end."""


def part_fused(dark: Mask, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Give the readings, a word fused with a figure, or an article with a word, as two."""
    for word in readings:
        fused = _FUSED.fullmatch(word.text)
        first, second = (fused[1] or fused[3], fused[2] or fused[4]) if fused else ("", "")
        cut = _blank(dark, word, len(first) / len(word.text)) if fused else None
        if cut is None:
            yield word
        else:
            yield replace(word, text=first, x1=cut[0])
            yield replace(word, text=second, x0=cut[1])


def _blank(dark: Mask, word: Reading, share: float) -> tuple[int, int] | None:
    """Give where the widest blank in a word begins and ends, if it is a space at `share` of it."""
    inked = np.flatnonzero(dark[word.top : word.bottom, word.x0 : word.x1].any(axis=0))
    if len(inked) < 2:
        return None
    gaps = np.diff(inked) - 1
    at = int(gaps.argmax())
    middle = (inked[at] + inked[at + 1]) / 2 / (word.x1 - word.x0)
    if gaps[at] < BLANK * word.row_height or abs(middle - share) > ASTRAY:
        return None
    return word.x0 + int(inked[at]) + 1, word.x0 + int(inked[at + 1])
