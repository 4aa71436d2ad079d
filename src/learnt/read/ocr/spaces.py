"""Mends where Tesseract says that words begin and end.

It leaves letters outside their box, and fuses words over a blank ("On14 March", "Asupervisor").
"""

import itertools
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
NEAR = 0.4
LONGEST = 6
ASTRAY = 0.16
"""How far, in widths of the word, the blank may lie from where the letters should end."""


def widen_boxes(dark: Mask, readings: Sequence[Reading]) -> list[Reading]:
    """Give the readings with boxes that hold all their letters.

    Tesseract guesses where letters lie; the last of a word can be left outside its box. Ink that
    no box holds, near one on the same line, is counted to it.
    """
    boxes = {id(word): (word.x0, word.x1) for word in readings}
    for line in lines_of(readings):
        for left, right in itertools.pairwise(line):
            reach = round(NEAR * left.row_height)
            start, end = boxes[id(left)][1], right.x0
            top, bottom = min(left.top, right.top), max(left.bottom, right.bottom)
            if end - start <= reach:
                continue
            inked = np.flatnonzero(dark[top:bottom, start:end].any(axis=0)) + start
            x1, x0 = start, end
            for x in inked:
                x1 = int(x) + 1 if x - x1 <= reach and x1 - start < LONGEST * reach else x1
            for x in inked[inked >= x1][::-1]:
                x0 = int(x) if x0 - x <= reach and end - x0 < LONGEST * reach else x0
            boxes[id(left)] = (boxes[id(left)][0], x1)
            boxes[id(right)] = (x0, right.x1)
    return [replace(word, x0=boxes[id(word)][0], x1=boxes[id(word)][1]) for word in readings]


def lines_of(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    """Give the words that share a baseline, from left to right."""
    line: list[Reading] = []
    for reading in sorted(readings, key=lambda word: word.baseline):
        if line and reading.baseline - line[0].baseline > 0.35 * line[0].row_height:
            yield sorted(line, key=lambda word: word.x0)
            line = []
        line.append(reading)
    if line:
        yield sorted(line, key=lambda word: word.x0)


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
