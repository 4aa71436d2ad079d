"""A figure is parted from the word before it where the picture shows a space, and only there."""

import numpy as np
import pytest

from learnt.read.ocr.engine import Reading
from learnt.read.ocr.spaces import part_fused, widen_boxes


@pytest.mark.parametrize(
    ("text", "blank", "at", "wanted"),
    [
        ("On14", 9, 50, ["On", "14"]),
        ("On14.", 9, 45, ["On", "14."]),
        # a school's code is set close
        ("HS1", 0, 66, ["HS1"]),
        # the blank is wide, but within the figure
        ("On1411", 9, 75, ["On1411"]),
        ("Fictional", 9, 50, ["Fictional"]),
    ],
)
def test_blank_before_a_figure_parts(text: str, blank: int, at: int, wanted: list[str]) -> None:
    dark = np.zeros((30, 100), dtype=np.bool_)
    dark[5:25, ::3] = True
    dark[:, at - blank // 2 - 1 : at + blank // 2 + 1] = False
    word = Reading(text, 0, 0, 100, 30, 0.8, 28.0, 25)
    parts = list(part_fused(dark, [word]))
    assert [part.text for part in parts] == wanted
    assert parts[0].x0 == 0
    assert parts[-1].x1 == 100
    assert all(part.x0 < part.x1 for part in parts)


def test_letter_outside_its_box_is_taken_in() -> None:
    dark = np.zeros((30, 300), dtype=np.bool_)
    dark[5:25, 10:40:3] = True  # "On"
    dark[5:25, 50:60:3] = True  # "3", which the box left out
    dark[5:25, 200:240:3] = True
    words = [
        Reading(text, x0, 5, x1, 25, 0.8, 28.0, 25)
        for text, x0, x1 in (("On3", 10, 40), ("September", 200, 240))
    ]
    widened = widen_boxes(dark, words)
    assert [(word.x0, word.x1) for word in widened] == [(10, 60), (200, 240)]
    assert [word.text for word in part_fused(dark, widened)] == ["On", "3", "September"]
