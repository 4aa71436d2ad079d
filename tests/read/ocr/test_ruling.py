"""Drawn lines are found and taken out; letters, bars and filled areas are no lines."""

import numpy as np

from learnt.read.ocr.ruling import erase, find_strokes

SCALE = 200 / 72


def paper() -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    return np.zeros((600, 900), dtype=np.bool_)


def test_borders_of_a_table_are_found() -> None:
    dark = paper()
    for y in (100, 200, 300):
        dark[y : y + 2, 100:800] = True
    for x in (100, 400, 798):
        dark[100:302, x : x + 2] = True
    strokes, covered = find_strokes(dark, SCALE)
    level = sorted(stroke.top for stroke in strokes if not stroke.upright)
    upright = sorted(stroke.x0 for stroke in strokes if stroke.upright)
    assert [round(y, -1) for y in level] == [100, 200, 300]
    assert [round(x, -1) for x in upright] == [100, 400, 800]
    assert not (dark & ~covered).sum() > 0.02 * dark.sum()


def test_line_a_hair_askew_is_one_line() -> None:
    dark = paper()
    for x in range(50, 850):
        y = 300 + x // 300
        dark[y : y + 2, x] = True
    strokes, _ = find_strokes(dark, SCALE)
    assert len(strokes) == 1
    assert strokes[0].x1 - strokes[0].x0 >= 780


def test_broken_line_is_found() -> None:
    dark = paper()
    dark[300:302, 50:850] = True
    dark[300:302, 200::97] = False
    strokes, _ = find_strokes(dark, SCALE)
    assert len(strokes) == 1


def test_letters_and_blocks_are_no_lines() -> None:
    dark = paper()
    dark[100:125, 50:850:9] = True  # the stems of a line of text
    dark[100:103, 50:90] = True  # the bar of a large letter
    dark[200:240, 300:304] = True  # a tall letter's stem, alone
    dark[300:400, 100:500] = True  # a filled panel
    assert find_strokes(dark, SCALE)[0] == []


def test_short_upright_counts_between_two_borders() -> None:
    dark = paper()
    dark[100:102, 100:800] = True
    dark[140:142, 100:800] = True
    dark[100:142, 300:302] = True
    strokes, _ = find_strokes(dark, SCALE)
    assert [stroke.upright for stroke in strokes].count(True) == 1


def test_erasing_leaves_letters() -> None:
    grey = np.full((600, 900), 250, dtype=np.uint8)
    dark = paper()
    dark[300:302, 50:850] = True
    grey[dark] = 20
    grey[200:220, 100:104] = 20
    _, covered = find_strokes(grey < 128, SCALE)
    clean = erase(grey, covered)
    assert (clean[295:306] > 200).all()
    assert (clean[200:220, 100:104] == 20).all()
