"""The dots of a contents page are found; stops at the ends of sentences are none."""

import numpy as np
import pytest

from learnt.read.ocr.leaders import erase_leaders, find_leaders

SCALE = 200 / 72


def row_of_dots(count: int, spacing: int) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    dark = np.zeros((200, 1000), dtype=np.bool_)
    for dot in range(count):
        x = 200 + dot * spacing
        dark[100:103, x : x + 3] = True
    return dark


@pytest.mark.parametrize(
    ("count", "spacing", "found"),
    [
        (30, 8, 1),
        (30, 21, 1),
        # an ellipsis
        (3, 8, 0),
        # stops of sentences
        (6, 120, 0),
    ],
)
def test_rows_of_dots_are_found(count: int, spacing: int, found: int) -> None:
    assert len(find_leaders(row_of_dots(count, spacing), SCALE)) == found


def test_feet_of_letters_are_no_dots() -> None:
    dark = row_of_dots(30, 8)
    dark[80:103, 200:440:8] = True
    assert find_leaders(dark, SCALE) == []


def test_leaders_are_erased_and_the_title_stays() -> None:
    dark = row_of_dots(30, 8)
    dark[80:103, 100:104] = True
    grey = np.where(dark, 20, 250).astype(np.uint8)
    clean = erase_leaders(grey, find_leaders(dark, SCALE))
    assert (clean[:, 200:] == 250).all()
    assert (clean[80:103, 100:104] == 20).all()
