"""Sizes agree where print agrees, within a page and over pages."""

import numpy as np
import pytest

from learnt.read.ocr.engine import Reading
from learnt.read.ocr.sizes import even_heights, find_sizes, measure_heights

SCALE = 200 / 72


@pytest.mark.parametrize(
    ("heights", "bold", "wanted"),
    [
        # a pixel more or less on a line of text
        ([30, 31, 29], [False, False, False], [30, 30, 30]),
        # a bold heading that is a little larger keeps its size
        ([30, 33], [False, True], [30, 33]),
        # a plain line as much larger is chance
        ([30, 32.9], [False, False], [30, 30]),
        ([30, 40], [False, False], [30, 40]),
    ],
)
def test_chance_is_evened_out(heights: list[float], bold: list[bool], wanted: list[float]) -> None:
    assert even_heights(heights, bold, [9, 8, 7][: len(heights)]) == wanted


def test_height_is_measured_on_tall_letters() -> None:
    dark = np.zeros((300, 400), dtype=np.bool_)
    dark[80:100, 10:60] = True
    dark[72:76, 30:32] = True  # dust above one of three words, which its box took in
    words = [Reading("Hand", 10, 70, 60, 100, 0.9, 36.0, 100)]
    words += [Reading("bond", x, 80, x + 50, 100, 0.9, 30.0, 100) for x in (100, 200)]
    dark[80:100, 100:150] = dark[80:100, 200:250] = True
    assert measure_heights(dark, words) == pytest.approx([30.0] * 3)


def test_sizes_agree_over_pages() -> None:
    dark = np.zeros((200, 200), dtype=np.bool_)
    dark[80:100, 10:60] = True
    known: list[float] = []
    first = [Reading("Hand", 10, 80, 60, 100, 0.9, 28.0, 100)]
    second = [Reading("Hand", 10, 80, 60, 100, 0.9, 29.0, 100)]
    third = [Reading("Hand", 10, 80, 60, 100, 0.9, 40.0, 100)]
    sizes = [find_sizes(dark, page, [False], SCALE, known)[0] for page in (first, second, third)]
    assert sizes[0] == sizes[1] == pytest.approx(28 * 1.08 / SCALE, abs=0.1)
    assert sizes[2] > sizes[1]
