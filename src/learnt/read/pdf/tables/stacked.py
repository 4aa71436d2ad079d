"""Tables between level rules or on shaded bands, whose columns no line parts."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from learnt.read.pdf.tables.bars import Stack
from learnt.read.pdf.tables.celltext import TextLine
from learnt.read.pdf.tables.columns import chunks, common_strips, strips_of
from learnt.read.pdf.tables.field import (
    Field,
    conforming,
    cut_grid,
    fits,
    if_shared,
    inside,
    is_header_line,
    is_heading_part,
    is_rest,
    stretched,
    without_bullets,
)
from learnt.read.pdf.tables.grid import Grid
from learnt.read.pdf.tables.rows import cut_line, usual_step
from learnt.read.pdf.tables.shape import FoundTable


def grids_in_stack(
    stack: Stack, lines: Sequence[TextLine], before: FoundTable | None
) -> list[Grid]:
    """Give the tables that a stack of bars holds, with the rows that go on above and below it."""
    own = inside(lines, stack.left, stack.right)
    grids = []
    for run in _without_prose(stack, own):
        ys = _without_outer_bands(run, own)
        body = [line for line in own if ys[0] - 1 <= line.middle <= ys[-1] + 1]
        field = Field(stack.left, stack.right, tuple(body), tuple(ys), stack.rule, stack.partial)
        xs = _columns(field, stack, before)
        if xs and _is_convincing(field, xs):
            grids.append(_grown(field, xs, own, before is not None))
    return grids


def _without_prose(stack: Stack, own: Sequence[TextLine]) -> list[list[float]]:
    """Cut the stack's heights where running text stands between two bars."""
    runs: list[list[float]] = [[stack.ys[0]]]
    for top, bottom in zip(stack.ys, stack.ys[1:], strict=False):
        band = [line for line in own if top < line.middle < bottom]
        if _is_prose(band, stack):
            runs.append([bottom])
        else:
            runs[-1].append(bottom)
    return [run for run in runs if len(run) > 1]


def _without_outer_bands(ys: Sequence[float], own: Sequence[TextLine]) -> list[float]:
    """Leave out what lies between a table and the rules of the page's header and footer."""
    bands = [[line for line in own if a < line.middle < b] for a, b in pairwise(ys)]
    first, after = 0, len(bands)
    while first + 1 < after and _is_plain(bands[first]) and _is_headed(bands[first + 1]):
        first += 1
    while after - 1 > first + 1 and _is_across(bands[after - 1], bands[first]):
        after -= 1
    return list(ys[first : after + 1])


def _is_plain(band: Sequence[TextLine]) -> bool:
    return all(len(chunks(line)) == 1 for line in band)


def _is_headed(band: Sequence[TextLine]) -> bool:
    return any(is_header_line(line) for line in band)


def _is_across(band: Sequence[TextLine], head: Sequence[TextLine]) -> bool:
    """Tell whether a band has no words, or a run of words over the gaps between the headings."""
    strips = [strip for line in head for strip in strips_of(line)]
    return _is_plain(band) and (
        not band or any(line.x0 < s.lo - 1 and line.x1 > s.hi + 1 for line in band for s in strips)
    )


def _is_prose(band: Sequence[TextLine], stack: Stack) -> bool:
    if len(band) < 2:
        return False
    width = stack.right - stack.left
    full = sum(len(chunks(line)) == 1 and line.x1 - line.x0 > 0.7 * width for line in band)
    return full >= 2 and full >= 0.4 * len(band)


def _columns(field: Field, stack: Stack, before: FoundTable | None) -> list[float] | None:
    if before is not None and fits(field.lines, before.columns):
        return stretched(before.columns, field.lines)
    if stack.hints and fits(field.lines, (stack.left, *stack.hints, stack.right)):
        return [stack.left, *stack.hints, stack.right]
    strips = common_strips(field.lines, 0.15)
    borders = [strip.border for strip in strips]
    xs = without_bullets([field.left, *borders, field.right], field.lines)
    return xs if len(xs) > 2 else None


def _is_convincing(field: Field, xs: Sequence[float]) -> bool:
    """Tell a table from two columns of prose, a list, or a box with text."""
    cut = [cut_line(line, xs) for line in field.lines]
    shared = sum(line.filled >= 2 for line in cut)
    if not cut or shared == 0:
        return False
    if is_header_line(field.lines[0]):
        return True
    if len(field.ys) < 3:
        return False
    return shared >= max(2, len(field.ys) - 2) or shared >= 0.3 * len(cut)


def _grown(field: Field, xs: list[float], own: Sequence[TextLine], goes_on: bool) -> Grid:
    step = usual_step([cut_line(line, xs) for line in field.lines]) or 14.0
    below = [line for line in own if line.middle > field.ys[-1] + 1]
    tail = conforming(below, xs, step, field.ys[-1], field.lines)
    if not (goes_on and tail and is_rest(tail, xs)):
        tail = if_shared(tail, xs)
    above = [line for line in own if line.middle < field.ys[0] - 1]
    is_headed = bool(field.lines) and is_header_line(field.lines[0])
    head = [] if is_headed else conforming(above[::-1], xs, step, field.ys[0], field.lines)[::-1]
    if not goes_on:
        head = if_shared(head, xs)
        head = head if field.rule == "shaded" or is_heading_part(head) else []
    head = _without_title(head, xs)
    lines = (*head, *field.lines, *tail)
    ys = field.ys if not tail else (*field.ys, max(line.bottom for line in tail) + 2)
    ys = ys if not head else (min(line.top for line in head) - 2, *ys)
    is_barred = len(field.ys) > 3 or (goes_on and len(field.ys) > 2)
    grid = cut_grid(replace(field, lines=lines, ys=ys), xs, strict=is_barred)
    return replace(grid, open_top=bool(head), open_bottom=bool(tail))


def _without_title(head: Sequence[TextLine], xs: Sequence[float]) -> list[TextLine]:
    """Cut off lines above a header that are a heading's: in one column, apart or in larger type."""
    kept = list(head)
    while len(kept) > 1 and cut_line(kept[0], xs).filled == 1:
        apart = kept[1].middle - kept[0].middle > 1.5 * kept[1].size
        if not apart and kept[0].size < 1.12 * kept[1].size:
            break
        kept = kept[1:]
    return kept
