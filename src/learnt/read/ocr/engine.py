"""Tesseract, in this process, through tesserocr: a picture to words with boxes and confidences."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from learnt.errors import Unreadable
from learnt.read.ocr.models import find_data, has_model, missing_part
from learnt.read.ocr.picture import Grey

SINGLE_COLUMN, BLOCK, LINE, SPARSE = 4, 6, 7, 11
"""Page segmentation modes; the default, 3, garbles the column of paragraph numbers."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A recognised word: its box in pixels, its line's height and baseline, its confidence."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    confidence: float
    row_height: float
    baseline: float

    def moved(self, right: int, down: int) -> "Reading":
        """Give the word as it stands in a picture of which its own is a part."""
        return replace(
            self,
            x0=self.x0 + right,
            x1=self.x1 + right,
            top=self.top + down,
            bottom=self.bottom + down,
            baseline=self.baseline + down,
        )


def recognise(
    grey: Grey, dpi: float, mode: int = SINGLE_COLUMN, languages: str = "eng"
) -> list[Reading]:
    """Give the words in a picture, in the order in which Tesseract found them."""
    api = _api(languages)
    api.SetPageSegMode(mode)
    height, width = grey.shape
    api.SetImageBytes(grey.tobytes(), width, height, 1, width)
    api.SetSourceResolution(max(70, round(dpi)))
    try:
        api.Recognize()
        return list(_words(api.GetIterator()))
    finally:
        api.Clear()


def find_orientation(grey: Grey) -> int:
    """Give by how many degrees, clockwise, the print is turned: 0 where that is not clear."""
    if not has_model("osd"):
        return 0
    import tesserocr

    height, width = grey.shape
    with tesserocr.PyTessBaseAPI(path=str(find_data()), lang="osd", psm=0) as api:
        api.SetImageBytes(grey.tobytes(), width, height, 1, width)
        found = api.DetectOrientationScript()
    if not found or found["orient_conf"] < 2.0:
        return 0
    return int(found["orient_deg"])


def _words(words: Any) -> Iterator[Reading]:
    import tesserocr

    level = tesserocr.RIL.WORD
    while words is not None and not words.Empty(level):
        box, text = words.BoundingBox(level), words.GetUTF8Text(level)
        row, line = words.RowAttributes(), words.Baseline(level)
        if box and text.strip():
            baseline = line[0][1] if line else box[3]
            confidence = words.Confidence(level) / 100
            x0, top, x1, bottom = box
            height = row["row_height"]
            yield Reading(text.strip(), x0, top, x1, bottom, confidence, height, baseline)
        if not words.Next(level):
            return


@cache
def _api(languages: str) -> Any:
    import tesserocr

    if missing := missing_part():
        raise Unreadable("", "needs-ocr", missing)
    return tesserocr.PyTessBaseAPI(path=str(find_data()), lang=languages, psm=SINGLE_COLUMN)
