"""Looks again at what stands alone: paragraph numbers before a wide gap, digits in narrow cells.

Tesseract reads a line as a whole and leans on the letters around; "5.2" by itself, far from its
paragraph, is read "$2" or "a2", or left out. Set close before the words that follow, it is read
right: on four pages of spoilt scans 38 of 38 numbers were, against 27 at the first look.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from learnt.read.ocr import engine
from learnt.read.ocr.engine import Reading
from learnt.read.ocr.labels import choose_label, mend_label
from learnt.read.ocr.picture import Grey, Mask
from learnt.read.ocr.ruling import Stroke, find_boxes
from learnt.read.ocr.spaces import lines_of

WIDE = 0.7
"""Heights of a line: a gap that parts a label from its text,"""
LABEL = 4.0
"""the widest label that is shown with the text behind it,"""
REACH = 9.0
"""the widest gap between the two,"""
CONTEXT = 5.0
"""how much of the text is shown,"""
CLOSE = 0.35
"""and the gap that is left between them."""
WITHIN = 0.3
"""The widest gap between the letters of one label."""
LONGEST = 9
"""Letters of the longest label: `12.10.4a`, `R12.`"""
MOST_LOOKS = 80
SURE = 0.5
LARGER = 1.5
BULLET = "•"

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Lead:
    """Ink before a gap or alone: its box, the words now read there, and those that follow it."""

    box: Box
    words: tuple[Reading, ...]
    after: tuple[Reading, ...]


def reread(
    grey: Grey, dark: Mask, readings: Sequence[Reading], strokes: Sequence[Stroke], dpi: float
) -> list[Reading]:
    """Give the readings with labels, and ink that was passed over, read a second time.

    `dark` marks the ink of `grey` without the drawn lines.
    """
    height = _line_height(readings, dpi)
    lines = list(lines_of(readings))
    leads = list(_labels(lines, strokes))
    leads += _passed_over(dark, readings, lines, strokes, height)
    kept = dict.fromkeys(readings)
    added: list[Reading] = []
    taken: list[Box] = []
    for lead in leads[:MOST_LOOKS]:
        if lead.words:
            lead = replace(lead, box=_grow(dark, lead.box, height))
        elif any(_overlap(lead.box, box) for box in taken):
            continue
        taken.append(lead.box)
        seen = _look(grey, dark, lead, dpi, height)
        if seen:
            for word in lead.words:
                kept.pop(word, None)
            added += seen
    return [*kept, *added]


def _line_height(readings: Sequence[Reading], dpi: float) -> float:
    heights = [reading.row_height for reading in readings if reading.row_height]
    return float(np.median(heights)) if heights else dpi * 11 / 72


def _chunks(line: Sequence[Reading], strokes: Sequence[Stroke]) -> list[list[Reading]]:
    """Part a line where a gap is wide or a drawn line passes."""
    chunks: list[list[Reading]] = []
    for word in line:
        last = chunks[-1][-1] if chunks else None
        near = last and word.x0 - last.x1 <= WIDE * word.row_height
        if last and near and not _is_cut(last, word, strokes):
            chunks[-1].append(word)
        else:
            chunks.append([word])
    return chunks


def _is_cut(left: Reading, right: Reading, strokes: Sequence[Stroke]) -> bool:
    middle = (right.top + right.bottom) / 2
    return any(
        stroke.upright
        and left.x1 - 3 <= stroke.x0 <= right.x0 + 3
        and stroke.top <= middle <= stroke.bottom
        for stroke in strokes
    )


def _labels(lines: Sequence[Sequence[Reading]], strokes: Sequence[Stroke]) -> Iterator[Lead]:
    """Give the short chunks that open a line, column or cell, before a gap; and what follows."""
    for line in lines:
        chunks = _chunks(line, strokes)
        opens = True
        for chunk, after in itertools.pairwise(chunks):
            letters = sum(len(word.text) for word in chunk)
            far = after[0].x0 - chunk[-1].x1 > REACH * after[0].row_height
            parted = far or _is_cut(chunk[-1], after[0], strokes)
            if opens and letters <= LONGEST and not parted:
                yield Lead(_around(chunk), tuple(chunk), tuple(after))
            opens = parted or (opens and letters > LONGEST)


def _passed_over(
    dark: Mask,
    readings: Sequence[Reading],
    lines: Sequence[Sequence[Reading]],
    strokes: Sequence[Stroke],
    height: float,
) -> Iterator[Lead]:
    """Give the ink of a line's height that no reading covers."""
    left = dark.copy()
    for word in readings:
        rim = round(0.25 * height)
        left[max(0, word.top - rim) : word.bottom + rim, max(0, word.x0 - rim) : word.x1 + rim] = (
            False
        )
    wide = left.copy()
    blank = round(0.45 * height)
    for _ in range(blank):
        wide[:, 1:] |= wide[:, :-1].copy()
    for x0, top, right, bottom in find_boxes(wide):
        x1 = right - blank
        if 0.25 * height <= bottom - top <= 1.4 * height and x1 - x0 >= 0.1 * height:
            box = Reading("", x0, top, x1, bottom, 0.0, height, bottom)
            if _is_amid_words(box, lines):
                continue
            is_short = x1 - x0 <= LABEL * height
            after = _following(box, lines, strokes) if is_short else ()
            yield Lead((x0, top, x1, bottom), (), after)


def _is_amid_words(box: Reading, lines: Sequence[Sequence[Reading]]) -> bool:
    """Whether words of the same line stand close by: then it is a part of one, or dirt."""
    middle, near = (box.top + box.bottom) / 2, WIDE * box.row_height
    return any(
        word.top < middle < word.bottom and word.x0 - near < box.x1 and box.x0 < word.x1 + near
        for line in lines
        for word in line
    )


def _following(
    box: Reading, lines: Sequence[Sequence[Reading]], strokes: Sequence[Stroke]
) -> tuple[Reading, ...]:
    """Give the words to the right of `box` on its line and in its cell."""
    for line in lines:
        after = [word for word in line if word.x0 >= box.x1]
        if not after or after[0].x0 - box.x1 > REACH * box.row_height:
            continue
        if after[0].top < (box.top + box.bottom) / 2 < after[0].bottom:
            return () if _is_cut(box, after[0], strokes) else tuple(after)
    return ()


def _grow(dark: Mask, box: Box, height: float) -> Box:
    """Widen a box over the ink that hangs on to it; Tesseract's are too narrow where it misreads."""
    x0, top, x1, bottom = box
    gap, reach = round(WITHIN * height), round(LABEL * height)
    left = max(0, x0 - reach)
    inked = np.flatnonzero(dark[top:bottom, left : x1 + reach].any(axis=0)) + left
    for x in inked[inked >= x1]:
        x1 = int(x) + 1 if x - x1 <= gap else x1
    for x in inked[inked < x0][::-1]:
        x0 = int(x) if x0 - x <= gap else x0
    return x0, top, x1, bottom


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _around(words: Sequence[Reading]) -> Box:
    return (
        min(word.x0 for word in words),
        min(word.top for word in words),
        max(word.x1 for word in words),
        max(word.bottom for word in words),
    )


def _look(grey: Grey, dark: Mask, lead: Lead, dpi: float, height: float) -> list[Reading]:
    """Read a lead with its text set close behind it; give nothing where that tells nothing."""
    shown = [word for word in lead.after if word.x0 < lead.after[0].x0 + CONTEXT * height]
    rim = round(0.2 * height)
    _, top, _, bottom = _around([*lead.words, *shown]) if shown else lead.box
    top, bottom = max(0, min(top, lead.box[1]) - rim), max(bottom, lead.box[3]) + rim
    left, right = max(0, lead.box[0] - rim), lead.box[2] + rim
    if shown and _is_bullet(dark[top:bottom, left:right], height):
        return [_reading(BULLET, 0.9, lead, height)]
    label = grey[top:bottom, left:right]
    gap = np.full((label.shape[0], round(CLOSE * height)), _paper(grey), dtype=np.uint8)
    parts = [label, gap]
    if shown:
        parts.append(grey[top:bottom, shown[0].x0 - 2 : max(word.x1 for word in shown) + rim])
    strip = _framed(np.hstack(parts), grey, rim)
    text, confidence = _settle(strip, rim + label.shape[1], lead, dpi)
    too_long = len(text) > LONGEST + 2 and bool(lead.after)
    if too_long or not any(letter.isalnum() for letter in text):
        return []
    if not lead.words and confidence < SURE:
        return []
    return [_reading(text, confidence, lead, height)]


def _settle(strip: Grey, end: int, lead: Lead, dpi: float) -> tuple[str, float]:
    """Read what stands left of `end`; where that differs from before, ask the larger picture."""
    second = _read_label(strip, end, dpi)
    first = " ".join(word.text for word in lead.words)
    if first == second[0]:
        return mend_label(second[0]), second[1]
    image = Image.fromarray(strip).resize(
        (round(strip.shape[1] * LARGER), round(strip.shape[0] * LARGER)), Image.Resampling.BICUBIC
    )
    third = _read_label(np.asarray(image), round(end * LARGER), dpi * LARGER)
    chosen = choose_label([text for text in (second[0], third[0], first) if text] or [""])
    return chosen, max(second[1], third[1])


def _read_label(strip: Grey, end: int, dpi: float) -> tuple[str, float]:
    seen = engine.recognise(strip, dpi, engine.LINE)
    words = [word for word in seen if (word.x0 + word.x1) / 2 < end]
    spoken = [word for word in words if any(letter.isalnum() for letter in word.text)]
    kept = spoken or words
    return " ".join(word.text for word in kept), min((w.confidence for w in kept), default=0.0)


def _reading(text: str, confidence: float, lead: Lead, height: float) -> Reading:
    line = (lead.words or lead.after or (None,))[0]
    x0, top, x1, bottom = lead.box
    if line is None:
        return Reading(text, x0, top, x1, bottom, confidence, height, bottom)
    return replace(line, text=text, x0=x0, top=top, x1=x1, bottom=bottom, confidence=confidence)


def _is_bullet(dark: Mask, height: float) -> bool:
    """Whether the ink is one solid spot, as wide as high, well above the foot of the line."""
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    if not len(rows):
        return False
    tall, wide = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    spot = dark[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return bool(
        0.15 * height <= tall <= 0.5 * height
        and 0.7 <= wide / tall <= 1.45
        and spot.mean() >= 0.65
        and rows[-1] < 0.72 * dark.shape[0]
        and rows[0] > 0.2 * dark.shape[0]
    )


def _paper(grey: Grey) -> int:
    return int(np.percentile(grey[::8, ::8], 80))


def _framed(strip: Grey, grey: Grey, rim: int) -> Grey:
    frame = np.full((strip.shape[0] + 2 * rim, strip.shape[1] + 2 * rim), _paper(grey), np.uint8)
    frame[rim:-rim, rim:-rim] = strip
    return frame
