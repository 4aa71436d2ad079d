"""A scanned page of a PDF to ink: straightened, its drawn lines found, its words recognised."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from learnt.read.language import language_of
from learnt.read.ocr import (
    engine,
    gutters,
    leaders,
    leads,
    look,
    models,
    ruling,
    shading,
    spaces,
    specks,
    straighten,
)
from learnt.read.ocr.engine import Reading
from learnt.read.ocr.labels import is_dust, mend_word
from learnt.read.ocr.picture import Grey, Mask, Picture, picture_page
from learnt.read.ocr.sizes import find_sizes
from learnt.read.pdf.ink import Edge, Page, Panel, Word

POOR = 0.6
"""Mean confidence below which a page may lie on its side or head."""
MARK_LEAST = 0.7
DOTS = "....."
DASHES = frozenset("-–—_=~")


@dataclass(frozen=True)
class Sheet:
    """A page made straight: its picture without lines and specks, its ink, its drawn lines."""

    grey: Grey
    dark: Mask
    strokes: list[ruling.Stroke]
    shades: list[shading.Shade]
    leaders: list[ruling.Box]
    scale: float


def read_page(data: bytes, number: int) -> Page:
    """Give the ink of page `number` (from 1) of the PDF `data`, recognised in its picture.

    The page is turned straight first, so boxes are those of the straightened page.
    """
    picture = picture_page(data, number)
    sheet, readings = _read_upright(picture)
    height, width = (side / sheet.scale for side in sheet.grey.shape)
    edges = tuple(_edge(stroke, sheet.scale) for stroke in sheet.strokes)
    return Page(
        number,
        width,
        height,
        tuple(_words(sheet, readings, _sizes_so_far(data))),
        edges,
        tuple(_panel(shade, sheet.scale) for shade in sheet.shades),
        source="ocr",
    )


def straighten_page(grey: Grey, scale: float) -> Sheet:
    """Give the page turned straight, with its drawn lines and its specks taken out."""
    grey = straighten.turn_straight(grey, straighten.find_skew(straighten.find_dark(grey)))
    shades = shading.find_shades(grey, scale)
    grey = shading.even_out(grey, shades)
    strokes, covered = ruling.find_strokes(straighten.find_dark(grey), scale)
    grey = ruling.erase(grey, covered)
    rows = leaders.find_leaders(straighten.find_faint(grey), scale)
    grey = leaders.erase_leaders(grey, rows)
    grey = specks.wipe_specks(grey, straighten.find_faint(grey), scale)
    strokes = shading.complete_borders(strokes, shades, scale)
    return Sheet(grey, straighten.find_dark(grey), strokes, shades, rows, scale)


def _read_upright(picture: Picture) -> tuple[Sheet, list[Reading]]:
    """Read a page; where that goes badly, look whether it was laid on its side or head."""
    sheet = straighten_page(picture.grey, picture.scale)
    sideways = straighten.lies_sideways(sheet.dark)
    readings = [] if sideways else _recognise(sheet)
    if sideways or (readings and mean_confidence(readings) < POOR):
        quarter = engine.find_orientation(picture.grey) // 90
        if quarter:
            turned = np.ascontiguousarray(np.rot90(picture.grey, quarter))
            sheet = straighten_page(turned, picture.scale)
        if quarter or sideways:
            readings = _recognise(sheet)
    if _seems_welsh(readings):
        readings = _recognise(sheet, "cym+eng")
    readings = spaces.widen_boxes(sheet.dark, readings)
    readings = list(spaces.part_fused(sheet.dark, readings))
    readings = leads.reread(sheet.grey, sheet.dark, readings, sheet.strokes, sheet.scale * 72)
    return sheet, readings + [_dots(row, readings) for row in sheet.leaders]


def _recognise(sheet: Sheet, languages: str = "eng") -> list[Reading]:
    """Give the words of the page's parts, each recognised for itself."""
    found: list[Reading] = []
    for x0, top, x1, bottom in gutters.find_parts(sheet.dark, sheet.strokes, sheet.scale):
        part = np.ascontiguousarray(sheet.grey[top:bottom, x0:x1])
        for word in engine.recognise(part, sheet.scale * 72, languages=languages):
            found.append(word.moved(x0, top))
    return found


def _dots(row: ruling.Box, readings: Sequence[Reading]) -> Reading:
    """Give a row of dots as a word, on the line of its nearest title."""
    x0, top, x1, bottom = row
    near = min(
        (word for word in readings if abs(word.baseline - bottom) < word.row_height),
        key=lambda word: abs(word.x1 - x0),
        default=None,
    )
    height, baseline = (near.row_height, near.baseline) if near else (bottom - top, bottom)
    return Reading(DOTS, x0, top, x1, bottom, 1.0, height, baseline)


def mean_confidence(readings: Sequence[Reading]) -> float:
    """Give the mean confidence of the words, each weighed by its letters."""
    letters = sum(len(word.text) for word in readings)
    return sum(word.confidence * len(word.text) for word in readings) / letters if letters else 0.0


def _seems_welsh(readings: Sequence[Reading]) -> bool:
    """Whether the words tell of Welsh, even misread as English, and its model is there."""
    told = language_of(" ".join(word.text for word in readings))
    return told == "cy" and models.has_model("cym")


def _is_dirt(reading: Reading) -> bool:
    """Whether a reading is a mark, not letters, that is doubtful or no larger than a speck."""
    if any(letter.isalnum() for letter in reading.text) or reading.text in (leads.BULLET, DOTS):
        return False
    if DASHES.issuperset(reading.text) and reading.x1 - reading.x0 >= 0.25 * reading.row_height:
        return False
    side = max(reading.x1 - reading.x0, reading.bottom - reading.top)
    return reading.confidence < MARK_LEAST or side < 0.15 * reading.row_height


@lru_cache(maxsize=1)
def _sizes_so_far(data: bytes) -> list[float]:
    """Give the list of a document's font sizes, to which each page adds what it has beyond them.

    One size measured on two pages differs by a tenth; headings must not.
    """
    return []


def _words(sheet: Sheet, readings: Sequence[Reading], sizes_so_far: list[float]) -> list[Word]:
    """Give the readings as words of the page, in points."""
    kept = sorted(
        (reading for reading in readings if not _is_dirt(reading)),
        key=lambda word: (round(word.baseline / max(1.0, 0.5 * word.row_height)), word.x0),
    )
    kept = _without_dust(kept)
    scale, bold = sheet.scale, look.find_bold(sheet.dark, kept)
    sizes = find_sizes(sheet.dark, kept, bold, scale, sizes_so_far)
    return [
        Word(
            mend_word(reading.text),
            reading.x0 / scale,
            reading.top / scale,
            reading.x1 / scale,
            reading.bottom / scale,
            size=sizes[at],
            bold=bold[at],
            baseline=reading.baseline / scale,
            confidence=max(0.0, min(1.0, reading.confidence)),
        )
        for at, reading in enumerate(kept)
    ]


def _without_dust(readings: Sequence[Reading]) -> list[Reading]:
    """Leave out specks between a number and the words of its line."""
    dust = {
        id(word)
        for before, word, after in zip(readings, readings[1:], readings[2:], strict=False)
        if abs(before.baseline - after.baseline) < 0.5 * after.row_height
        and is_dust(before.text, word.text, after.text, word.confidence)
    }
    return [word for word in readings if id(word) not in dust]


def _edge(stroke: ruling.Stroke, scale: float) -> Edge:
    return Edge(
        stroke.upright,
        stroke.x0 / scale,
        stroke.top / scale,
        stroke.x1 / scale,
        stroke.bottom / scale,
    )


def _panel(shade: shading.Shade, scale: float) -> Panel:
    x0, top, x1, bottom = (side / scale for side in shade.box)
    return Panel(x0, top, x1, bottom, fill="#" + f"{shade.level:02x}" * 3)
