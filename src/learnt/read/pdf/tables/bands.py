"""Rows inside a drawn grid that has lines between its columns and none between its rows."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from learnt.read.pdf.ink import Page
from learnt.read.pdf.tables.build import Filled, fill
from learnt.read.pdf.tables.celltext import lines_of
from learnt.read.pdf.tables.grid import Span
from learnt.read.pdf.tables.rows import CutLine, cut_line, row_starts

_FEW = 3
"""A grid with fewer rows than this may have lines around its header and its whole body alone."""


def cut_bands(filled: Filled, page: Page, row_keys: Mapping[int, int]) -> Filled:
    """Cut rows of the grid that hold several rows of text, as tags, numbers or gaps show."""
    grid = filled.grid
    ys = [grid.ys[0]]
    for row in range(grid.rows):
        own = [s for s in grid.spans if s.row <= row < s.row_end]
        is_plain = all(s.row_end - s.row == 1 and s.column_end - s.column == 1 for s in own)
        if is_plain and grid.columns > 1:
            ys += _cuts(row, filled, page, row_keys)
        ys.append(grid.ys[row + 1])
    if len(ys) == len(grid.ys):
        return filled
    free = sorted(filled.used)
    return fill(replace(grid, ys=tuple(ys), spans=_spans(filled, ys)), page, free)


def _cuts(row: int, filled: Filled, page: Page, row_keys: Mapping[int, int]) -> list[float]:
    grid = filled.grid
    indexes = [i for c in range(grid.columns) for i in filled.words.get((row, c), ())]
    lines = lines_of(page.words[i] for i in indexes if page.words[i].angle == 0)
    cut = [cut_line(line, grid.xs) for line in lines]
    tagged = {i: row_keys[i] for i in indexes if i in row_keys}
    if len(tagged) > 0.8 * len(indexes):
        return _by_tags(tagged, page)
    if len(cut) < 2 or grid.rows > _FEW:
        return []
    starts = row_starts(cut, strict=grid.columns < 3)
    return [_between(cut, start) for start in starts[1:]]


def _by_tags(tagged: Mapping[int, int], page: Page) -> list[float]:
    tops: dict[int, float] = {}
    bottoms: dict[int, float] = {}
    for index, key in tagged.items():
        word = page.words[index]
        tops[key] = min(tops.get(key, word.top), word.top)
        bottoms[key] = max(bottoms.get(key, word.bottom), word.bottom)
    order = sorted(tops, key=lambda key: tops[key])
    cuts = []
    for above, below in itertools.pairwise(order):
        if tops[below] < bottoms[above] - 2.0:
            return []
        cuts.append((bottoms[above] + tops[below]) / 2)
    return cuts


def _between(lines: Sequence[CutLine], start: int) -> float:
    above = max(line.bottom for line in lines[:start])
    return min((above + lines[start].top) / 2, lines[start].top)


def _spans(filled: Filled, ys: Sequence[float]) -> tuple[Span, ...]:
    """Give the old cells in the new rows; only cells of one row and column have been cut."""
    grid = filled.grid
    place = {y: index for index, y in enumerate(ys)}
    spans = []
    for span in grid.spans:
        first, after = place[grid.ys[span.row]], place[grid.ys[span.row_end]]
        is_plain = span.row_end - span.row == 1 and span.column_end - span.column == 1
        if is_plain:
            spans += [Span(r, span.column, r + 1, span.column_end) for r in range(first, after)]
        else:
            spans.append(Span(first, span.column, after, span.column_end))
    return tuple(spans)
