"""Header bars and tinted boxes: found to the pixel, their print made dark on light."""

import numpy as np
import pytest

from learnt.read.ocr.ruling import Stroke
from learnt.read.ocr.shading import complete_borders, even_out, find_shades

SCALE = 200 / 72


def page() -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    random = np.random.default_rng(1)
    return (246 + random.normal(0, 4, (1000, 800))).clip(0, 255).astype(np.uint8)


@pytest.mark.parametrize(("ground", "ink"), [(60, 240), (205, 20), (228, 20)])
def test_shaded_bar_is_found_and_evened(ground: int, ink: int) -> None:
    grey = page()
    grey[203:250, 101:703] = ground
    grey[220:235, 120:400:7] = ink
    (shade,) = find_shades(grey, SCALE)
    assert np.allclose(shade.box, (101, 203, 703, 250), atol=1)
    assert shade.is_dark == (ground < 130)
    clean = even_out(grey, [shade])
    assert (clean[206:216, 110:690] > 225).all()
    assert (clean[222:233, 120:400:7] < 80).all()


def test_dark_bar_with_bold_letters_is_found() -> None:
    """Letters so thick and close that they hide the ground in a third of the bar."""
    grey = page()
    grey[200:264, 100:700] = 10
    for left in range(110, 680, 14):
        grey[216:240, left : left + 6] = 245
    (shade,) = find_shades(grey, SCALE)
    assert np.allclose(shade.box, (100, 200, 700, 264), atol=1)


def test_heavy_type_is_no_bar() -> None:
    grey = page()
    for left in range(100, 700, 30):
        grey[200:264, left : left + 17] = 10
    assert not [shade for shade in find_shades(grey, SCALE) if shade.is_dark]


def test_print_and_rims_are_not_shaded() -> None:
    grey = page()
    for top in range(100, 900, 30):
        grey[top : top + 15, 100:700:5] = 20
    grey[:, :30] = 90  # the shadow of the binding
    assert find_shades(grey, SCALE) == []


def test_even_page_is_left_as_it_is() -> None:
    grey = page()
    assert even_out(grey, find_shades(grey, SCALE)) is grey


def test_columns_go_on_through_a_dark_header() -> None:
    grey = page()
    grey[200:250, 100:700] = 50
    shades = find_shades(grey, SCALE)
    below = [Stroke(True, x, 252, x + 2, 600) for x in (100, 400, 698)]
    whole = complete_borders(below, shades, SCALE)
    assert sorted(line.x0 for line in whole if line.upright and line.top < 210) == [100, 400, 698]
    assert sorted(line.top for line in whole if not line.upright) == [199, 249]
    assert complete_borders([], shades, SCALE) == []
