"""Where a scanned page of two columns is parted."""

import numpy as np
import pytest

from learnt.read.ocr.gutters import find_parts
from learnt.read.ocr.picture import Mask
from learnt.read.ocr.ruling import Stroke

SCALE = 2.0
WIDTH, HEIGHT = 1190, 1684


def page(*blocks: tuple[int, int, int, int]) -> Mask:
    """Give a page with lines of print, as dark bars, in the boxes given in points."""
    dark = np.zeros((HEIGHT, WIDTH), dtype=bool)
    for x0, top, x1, bottom in blocks:
        for y in range(top, bottom, 14):
            dark[
                round(y * SCALE) : round((y + 8) * SCALE), round(x0 * SCALE) : round(x1 * SCALE)
            ] = 1
    return dark


def parts(dark: Mask, *strokes: Stroke) -> list[tuple[int, ...]]:
    """Give the parts in points."""
    return [
        tuple(round(side / SCALE) for side in part) for part in find_parts(dark, strokes, SCALE)
    ]


LEFT, RIGHT = (60, 100, 285, 750), (310, 107, 535, 757)
"""Two columns whose lines stand at different heights."""


def test_two_columns_are_parted() -> None:
    (left, right) = parts(page(LEFT, RIGHT))
    assert left[0] == 0
    assert left[2] == right[0]
    assert 285 <= left[2] <= 310


def test_lines_over_both_columns_are_parts_of_their_own() -> None:
    dark = page((60, 40, 535, 70), LEFT, RIGHT, (60, 780, 535, 800))
    top, left, right, below = parts(dark)
    assert top[3] == left[1] == right[1]
    assert 64 <= top[3] <= 100
    assert 750 <= below[1] <= 780


def test_specks_between_columns_do_not_join_them() -> None:
    dark = page(LEFT, RIGHT)
    dark[800:803, 590:594] = True
    assert len(parts(dark)) == 2


@pytest.mark.parametrize(
    ("why", "dark"),
    [
        ("one column", page((60, 100, 535, 750))),
        ("paragraph numbers at the side", page((60, 100, 85, 750), (110, 100, 535, 750))),
        ("titles and their page numbers", page((60, 100, 300, 750), (520, 100, 535, 750))),
        ("a short list beside a text", page((60, 100, 535, 600), (60, 620, 285, 700), (310, 620, 535, 700))),
        ("nothing on the right", page(LEFT)),
    ],
)  # fmt: skip
def test_other_pages_are_one_part(why: str, dark: Mask) -> None:
    assert len(parts(dark)) == 1, why


def test_table_is_one_part() -> None:
    border = Stroke(True, 594, 200, 597, 1500)
    assert len(parts(page(LEFT, RIGHT), border)) == 1
    levels = [Stroke(False, 120, y, 1070, y + 3) for y in range(200, 1500, 150)]
    assert len(parts(page(LEFT, RIGHT), *levels)) == 1


def test_rule_below_a_header_is_no_table() -> None:
    dark = page((60, 40, 535, 50), LEFT, RIGHT)
    assert len(parts(dark, Stroke(False, 120, 130, 1070, 134))) == 3
