"""Dust goes; stops, dots and bullets stay."""

import numpy as np
import pytest

from learnt.read.ocr.specks import find_specks, wipe_specks

SCALE = 200 / 72


@pytest.mark.parametrize(
    ("side", "beside", "is_dust"),
    [
        (2, None, True),
        (4, None, True),
        # a bullet is larger
        (10, None, False),
        # a full stop stands by its word
        (4, 5, False),
    ],
)
def test_small_and_alone_is_dust(side: int, beside: int | None, is_dust: bool) -> None:
    dark = np.zeros((200, 200), dtype=np.bool_)
    dark[100 : 100 + side, 100 : 100 + side] = True
    if beside:
        dark[80:104, 90 - beside : 100 - beside] = True
    assert find_specks(dark, SCALE)[102 if side > 4 else 101, 101] == is_dust


def test_wiped_page_is_paper_where_dust_was() -> None:
    grey = np.full((200, 200), 240, dtype=np.uint8)
    grey[50:53, 50:53] = 30
    grey[100:120, 100:120] = 30
    clean = wipe_specks(grey, grey < 128, SCALE)
    assert clean[51, 51] == 240
    assert clean[110, 110] == 30
