"""Tables without any lines: under headings of columns, or going on from the page before."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.read.pdf.tables.celltext import TextLine
from learnt.read.pdf.tables.columns import Strip, chunks, strips_of
from learnt.read.pdf.tables.field import (
    FAR,
    Field,
    columns_filled,
    conforming,
    cut_grid,
    if_shared,
    is_header_line,
    is_heading_part,
    is_rest,
    stretched,
    without_bullets,
)
from learnt.read.pdf.tables.grid import Grid
from learnt.read.pdf.tables.rows import cut_line, usual_step
from learnt.read.pdf.tables.shape import FoundTable

_RAGGED = 36.0
"""A last column without a border may be this much wider on the next page, in points."""
_FAR = 2.6
"""A gap of so many usual steps ends a table that nothing else ends."""


def header_above(lines: Sequence[TextLine], xs: Sequence[float], top: float) -> list[TextLine]:
    """Give the lines right above `top` that keep to the columns and head them."""
    above = [line for line in lines if line.bottom <= top + 4]
    if not above:
        return []
    kept = conforming(above[::-1], xs, above[-1].size * 1.2, top)[::-1]
    return kept if is_heading_part(if_shared(kept, xs)) else []


def grids_under_headings(lines: Sequence[TextLine]) -> list[Grid]:
    """Give the tables that begin with a line of column headings and have no lines at all."""
    grids: list[Grid] = []
    done = 0
    for index, line in enumerate(lines):
        if index < done or not is_header_line(line):
            continue
        head = _head_lines(lines, index)
        grid, count = _under(lines[head:], index - head)
        if grid is not None:
            grids.append(grid)
            done = head + count
    return grids


def _head_lines(lines: Sequence[TextLine], index: int) -> int:
    """Give the first line of a header whose line of most headings is `index`."""
    bold = all(word.bold for word in lines[index].words)
    first = index
    while first and bold and all(word.bold for word in lines[first - 1].words):
        above, line = lines[first - 1], lines[first]
        if line.middle - above.middle > 1.5 * line.size or above.x0 < lines[index].x0 - 6:
            break
        if any(a.x0 < s.lo and a.x1 > s.hi for a in chunks(above) for s in strips_of(lines[index])):
            break
        first -= 1
    return first


def _under(lines: Sequence[TextLine], main: int) -> tuple[Grid | None, int]:
    """Give the table that begins with `lines` and how many of them it takes."""
    free = [[strip] for strip in strips_of(lines[main])]
    kept = list(lines[: main + 1])
    for line in lines[main + 1 :]:
        narrowed = [[part for strip in strips for part in strip.parts(line)] for strips in free]
        far = line.middle - kept[-1].middle > FAR * 1.2 * line.size
        if far or not all(narrowed):
            break
        free = narrowed
        kept.append(line)
    strips = [_nearest(f, part.x0) for f, part in zip(free, chunks(lines[main])[1:], strict=True)]
    left, right = min(line.x0 for line in kept) - 2, max(line.x1 for line in kept) + 2
    xs = without_bullets([left, *(strip.border for strip in strips), right], kept)
    kept = _trimmed(kept, xs)
    if len(xs) < 3 or sum(n >= 2 for n in columns_filled(kept[main + 1 :], xs)) < 1:
        return None, 0
    ys = (kept[0].top - 2, max(line.bottom for line in kept) + 2)
    grid = cut_grid(Field(left, right, tuple(kept), ys), xs, strict=False)
    return replace(grid, open_bottom=True), len(kept)


def _nearest(strips: Sequence[Strip], x: float) -> Strip:
    """Give the strip that ends nearest to where the heading right of it begins."""
    return min(strips, key=lambda strip: abs(strip.hi - x))


def _trimmed(kept: list[TextLine], xs: Sequence[float]) -> list[TextLine]:
    """Cut off what follows the table after a wide gap and fills one column alone."""
    cut = [cut_line(line, xs) for line in kept]
    step = usual_step(cut)
    for index in range(len(kept) - 1, 1, -1):
        gap = cut[index].middle - cut[index - 1].middle
        if gap > 1.3 * step and all(line.filled == 1 for line in cut[index:]):
            return kept[:index]
    return kept


def grid_going_on(lines: Sequence[TextLine], before: FoundTable) -> Grid | None:
    """Give the rest of the table without rules that ended the page before, at this page's top."""
    for skip in range(min(3, len(lines))):
        rest = lines[skip:]
        xs = before.columns
        if before.rule == "words":
            xs = (*xs[:-1], xs[-1] + _RAGGED)
        kept = conforming(rest, xs, rest[0].size * 1.2, rest[0].top - 4)
        if kept and _begin_at_borders(kept, xs) and is_rest(kept, xs):
            ys = (kept[0].top - 2, max(line.bottom for line in kept) + 2)
            field = Field(xs[0], xs[-1], tuple(kept), ys, before.rule)
            grid = cut_grid(field, stretched(before.columns, kept), strict=False)
            return replace(grid, open_top=True, open_bottom=True)
    return None


def _begin_at_borders(lines: Sequence[TextLine], xs: Sequence[float]) -> bool:
    parts = [
        (part.x0, xs[column])
        for line in lines
        for column, part in enumerate(cut_line(line, xs).parts)
        if part
    ]
    near = sum(-1.0 <= x0 - border <= 12.0 for x0, border in parts)
    most = max(columns_filled(lines, xs))
    return near >= (0.4 if most >= 3 else 0.7) * len(parts)
