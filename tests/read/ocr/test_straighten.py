"""How far a page lies askew, found in pages turned by a known angle."""

import numpy as np
import pytest

from learnt.read.ocr.straighten import find_dark, find_skew, lies_sideways, turn_straight
from tests.read.ocr.scans import picture, spoil, typeset

TEXT = "The panel heard that the practice had not asked about the home she had left"
WORDS = TEXT.split()
LINES = [
    (72, 60 + 20 * n, " ".join(WORDS[n % 7 :] + WORDS[: n % 5]), "Times-Roman", 11)
    for n in range(18)
]
PAGE = picture(typeset(LINES), dpi=120)


@pytest.mark.parametrize("turn", [-2.0, -0.7, -0.3, 0.4, 0.7, 1.0, 3.0])
def test_skew_is_found_to_a_twentieth(turn: float) -> None:
    grey = np.asarray(spoil(PAGE, turn=turn, speckles=60))
    assert find_skew(find_dark(grey)) == pytest.approx(-turn, abs=0.06)


def test_straight_page_is_left_alone() -> None:
    grey = np.asarray(PAGE)
    skew = find_skew(find_dark(grey))
    assert skew == 0.0
    assert turn_straight(grey, skew) is grey


def test_blank_page_has_no_skew() -> None:
    assert find_skew(np.zeros((800, 600), dtype=np.bool_)) == 0.0


def test_page_on_its_side_is_noticed() -> None:
    dark = find_dark(np.asarray(PAGE))
    assert not lies_sideways(dark)
    assert lies_sideways(np.rot90(dark))


def test_ink_is_told_from_grey_paper() -> None:
    grey = np.full((100, 100), 190, dtype=np.uint8)
    grey[40:50, 20:80] = 60
    assert find_dark(grey).sum() == 600
