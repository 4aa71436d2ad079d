"""Bullets that are drawn, not written: browsers draw a list's marks as small discs and squares."""

from bisect import bisect_left
from collections.abc import Sequence

from learnt.read.pdf.ink import Word
from learnt.records import Box

_NEAREST, _FARTHEST = 1.0, 3.0
"""Space between a bullet and its text: points at the least, ems at the most."""


def add_bullets(words: Sequence[Word], dots: Sequence[Box]) -> list[Word]:
    """Give `words` with a bullet before each that has one of the drawn `dots` on its left."""
    if not dots or len(dots) > 400:
        return list(words)
    result = list(words)
    by_top = sorted(words, key=lambda word: word.top)
    tops = [word.top for word in by_top]
    for dot in dots:
        middle = (dot[1] + dot[3]) / 2
        near = by_top[bisect_left(tops, middle - 40) : bisect_left(tops, middle)]
        level = [w for w in near if w.top < middle < w.bottom and not w.angle]
        first = _first_right_of(dot, level)
        if first is not None:
            result.insert(_index_of(result, first), _bullet(dot, first))
    return result


def _first_right_of(dot: Box, level: Sequence[Word]) -> Word | None:
    """The word that the dot opens: close on its right, with nothing close on the dot's left."""
    right = [word for word in level if word.x0 >= dot[2] - 0.5]
    if not right:
        return None
    first = min(right, key=lambda word: word.x0)
    size = first.size or first.bottom - first.top
    gap = first.x0 - dot[2]
    crowded = any(dot[0] - 3 * size < word.x1 <= dot[2] + 0.5 for word in level)
    fits = max(dot[2] - dot[0], dot[3] - dot[1]) < 0.75 * size
    return first if fits and not crowded and _NEAREST < gap < _FARTHEST * size else None


def _index_of(words: Sequence[Word], word: Word) -> int:
    return next(at for at, other in enumerate(words) if other is word)


def _bullet(dot: Box, word: Word) -> Word:
    return Word(
        "•",
        dot[0],
        word.top,
        dot[2],
        word.bottom,
        word.size,
        False,
        False,
        word.colour,
        word.font,
        word.mcid,
        word.baseline,
    )
