"""A scanned page of a PDF to ink: straightened, its drawn lines found, its words recognised."""

from learnt.read.ocr import engine, ruling, straighten
from learnt.read.ocr.picture import picture_page
from learnt.read.pdf.ink import Edge, Page, Word


def read_page(data: bytes, number: int) -> Page:
    """Give the ink of page `number` (from 1) of the PDF `data`, recognised in its picture.

    The page is turned straight first, so boxes are those of the straightened page.
    """
    picture = picture_page(data, number)
    grey = straighten.turn_straight(
        picture.grey, straighten.find_skew(straighten.find_dark(picture.grey))
    )
    dark = straighten.find_dark(grey)
    strokes, covered = ruling.find_strokes(dark, picture.scale)
    clean = ruling.erase(grey, covered)
    readings = engine.recognise(clean, picture.scale * 72)
    words = tuple(_word(reading, picture.scale) for reading in readings)
    edges = tuple(_edge(stroke, picture.scale) for stroke in strokes)
    return Page(number, picture.width, picture.height, words, edges, source="ocr")


def _word(reading: engine.Reading, scale: float) -> Word:
    return Word(
        reading.text,
        reading.x0 / scale,
        reading.top / scale,
        reading.x1 / scale,
        reading.bottom / scale,
        size=round(reading.row_height / scale, 1),
        baseline=reading.baseline / scale,
        confidence=reading.confidence,
    )


def _edge(stroke: ruling.Stroke, scale: float) -> Edge:
    return Edge(
        stroke.upright,
        stroke.x0 / scale,
        stroke.top / scale,
        stroke.x1 / scale,
        stroke.bottom / scale,
    )
