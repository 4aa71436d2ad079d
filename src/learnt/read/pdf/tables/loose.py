"""Tables whose columns no line parts: between level rules, on shaded bands, or under headings alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from learnt.read.pdf.tables.bars import Stack
from learnt.read.pdf.tables.celltext import TextLine, is_bullet
from learnt.read.pdf.tables.columns import chunks, common_strips, crosses, strips_of
from learnt.read.pdf.tables.continued import LABEL
from learnt.read.pdf.tables.grid import Grid, Span, merged_beside
from learnt.read.pdf.tables.header import is_heading_phrase, is_strong_phrase
from learnt.read.pdf.tables.rows import cut_line, row_starts, usual_step
from learnt.read.pdf.tables.ruling import Line
from learnt.read.pdf.tables.shape import FoundTable, Rule

_MARGIN = 4.0
_RAGGED = 36.0
"""A last column without a border may be this much wider on the next page, in points."""
_FAR = 2.6
"""A gap of so many usual steps ends a table that nothing else ends."""


@dataclass(frozen=True, slots=True)
class Field:
    """A part of the page that may be a table: its sides, lines, and the heights of its bars."""

    left: float
    right: float
    lines: tuple[TextLine, ...]
    ys: tuple[float, ...] = ()
    rule: Rule = "words"
    partial: tuple[Line, ...] = ()


def inside(lines: Sequence[TextLine], left: float, right: float) -> list[TextLine]:
    """Give the lines' words between two x, lines without any left out."""
    found = []
    for line in lines:
        words = tuple(w for w in line.words if left - _MARGIN <= w.x0 and w.x1 <= right + _MARGIN)
        if words:
            found.append(line if len(words) == len(line.words) else TextLine(words))
    return found


def grids_in_stack(
    stack: Stack, lines: Sequence[TextLine], before: FoundTable | None
) -> list[Grid]:
    """Give the tables that a stack of bars holds, with the rows that go on above and below it."""
    own = inside(lines, stack.left, stack.right)
    grids = []
    for ys in _without_prose(stack, own):
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


def _is_prose(band: Sequence[TextLine], stack: Stack) -> bool:
    if len(band) < 2:
        return False
    width = stack.right - stack.left
    full = sum(len(chunks(line)) == 1 and line.x1 - line.x0 > 0.7 * width for line in band)
    return full >= 2 and full >= 0.4 * len(band)


def _columns(field: Field, stack: Stack, before: FoundTable | None) -> list[float] | None:
    if before is not None and fits(field.lines, before.columns):
        return _stretched(before.columns, field.lines)
    if stack.hints and fits(field.lines, (stack.left, *stack.hints, stack.right)):
        return [stack.left, *stack.hints, stack.right]
    strips = common_strips(field.lines, 0.15)
    borders = [strip.border for strip in strips]
    xs = _without_bullets([field.left, *borders, field.right], field.lines)
    return xs if len(xs) > 2 else None


def _stretched(xs: Sequence[float], lines: Sequence[TextLine]) -> list[float]:
    """Give the borders with the outer ones moved so that no word stands outside."""
    left, right = min(line.x0 for line in lines) - 2, max(line.x1 for line in lines) + 2
    return [min(xs[0], left), *xs[1:-1], max(xs[-1], right)]


def _without_bullets(xs: list[float], lines: Sequence[TextLine]) -> list[float]:
    """Drop a border that only parts a list's signs from its items."""
    cut = [cut_line(line, xs) for line in lines]
    kept = [xs[0]]
    for column in range(len(xs) - 1):
        parts = [part for line in cut if (part := line.parts[column])]
        signs = sum(len(p.words) == 1 and _is_sign(p) for p in parts)
        if column + 1 < len(xs) - 1 and parts and signs == len(parts):
            continue
        kept.append(xs[column + 1])
    return kept


def _is_sign(part: TextLine) -> bool:
    return is_bullet(part) or part.words[0].text in ("-", "–", "o", "§")


def fits(lines: Sequence[TextLine], xs: Sequence[float]) -> bool:
    """Tell whether lines keep to the columns: few cross a border, most parts begin at one."""
    if not lines or len(xs) < 3:
        return False
    if min(line.x0 for line in lines) < xs[0] - 6 or max(line.x1 for line in lines) > xs[-1] + 6:
        return False
    crossing = sum(any(crosses(line, x) for x in xs[1:-1]) for line in lines)
    filled = max(cut_line(line, xs).filled for line in lines)
    return filled >= 2 and crossing <= 0.15 * len(lines)


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


def is_header_line(line: TextLine) -> bool:
    """Tell whether a line's chunks are headings of columns."""
    texts = [" ".join(word.text for word in part.words) for part in chunks(line)]
    hits = sum(is_heading_phrase(text) for text in texts)
    strong = sum(is_strong_phrase(text) for text in texts)
    return len(texts) >= 2 and hits >= 2 and strong >= 1 and hits >= 0.5 * len(texts)


def _grown(field: Field, xs: list[float], own: Sequence[TextLine], goes_on: bool) -> Grid:
    step = usual_step([cut_line(line, xs) for line in field.lines]) or 14.0
    below = [line for line in own if line.middle > field.ys[-1] + 1]
    tail = conforming(below, xs, step, field.ys[-1])
    if not (goes_on and tail and _is_rest(tail, xs)):
        tail = _if_shared(tail, xs)
    above = [line for line in own if line.middle < field.ys[0] - 1]
    is_headed = bool(field.lines) and is_header_line(field.lines[0])
    head = [] if is_headed else conforming(above[::-1], xs, step, field.ys[0])[::-1]
    if not goes_on:
        head = _if_shared(head, xs)
        head = head if field.rule == "shaded" or _is_heading_part(head) else []
    lines = (*head, *field.lines, *tail)
    ys = field.ys if not tail else (*field.ys, max(line.bottom for line in tail) + 2)
    ys = ys if not head else (min(line.top for line in head) - 2, *ys)
    grid = cut_grid(replace(field, lines=lines, ys=ys), xs, strict=len(field.ys) > 3)
    return replace(grid, open_top=bool(head), open_bottom=bool(tail))


def _filled(lines: Sequence[TextLine], xs: Sequence[float]) -> list[int]:
    return [cut_line(line, xs).filled for line in lines]


def header_above(lines: Sequence[TextLine], xs: Sequence[float], top: float) -> list[TextLine]:
    """Give the lines right above `top` that keep to the columns and head them."""
    above = [line for line in lines if line.bottom <= top + 4]
    if not above:
        return []
    kept = conforming(above[::-1], xs, above[-1].size * 1.2, top)[::-1]
    return kept if _is_heading_part(_if_shared(kept, xs)) else []


def _is_heading_part(lines: Sequence[TextLine]) -> bool:
    """Tell whether lines above a table's first rule are its header."""
    if any(is_header_line(line) for line in lines):
        return True
    return 0 < len(lines) <= 3 and all(word.bold for line in lines for word in line.words)


def _if_shared(lines: list[TextLine], xs: Sequence[float]) -> list[TextLine]:
    """Give the lines if one of them stands in two columns, else none."""
    return lines if lines and max(_filled(lines, xs)) >= 2 else []


def conforming(
    lines: Sequence[TextLine], xs: Sequence[float], step: float, start: float
) -> list[TextLine]:
    """Give the first of the lines that keep to the columns, up to the one that does not.

    A line far from the one before ends the table, sooner where it fills one column alone, as a
    heading after the table does.
    """
    kept: list[TextLine] = []
    edge = start
    for line in lines:
        gap = abs(line.middle - edge) - (0.0 if kept else 0.5 * step)
        alone = cut_line(line, xs).filled == 1
        if gap > (1.6 if alone else _FAR) * max(step, line.size * 1.1) + (0 if kept else 6):
            break
        if line.x0 < xs[0] - 6 or line.x1 > xs[-1] + 6 or any(crosses(line, x) for x in xs[1:-1]):
            break
        kept.append(line)
        edge = line.middle
    return kept


def cut_grid(field: Field, xs: Sequence[float], *, strict: bool) -> Grid:
    """Give the grid of a field: rows between its bars, cut further where its words show rows."""
    partial = [
        line for line in field.partial if _ends_at_borders(line, xs) and _is_clear(line, field)
    ]
    marks = sorted({*field.ys, *(line.at for line in partial)})
    ys: list[float] = [marks[0]]
    head = _words(field.lines[0]) if is_header_line(field.lines[0]) else None
    for top, bottom in pairwise(marks):
        band = [line for line in field.lines if top < line.middle <= bottom]
        cut = [cut_line(line, xs) for line in band]
        again = [i for i, line in enumerate(band) if i and _words(line) == head]
        starts = {*row_starts(cut, strict=strict)[1:], *again} if cut else set()
        for start in sorted(starts):
            above = max(line.bottom for line in cut[:start])
            ys.append(min((above + cut[start].top) / 2, cut[start].top))
        ys.append(bottom)
    spans = [span for row in range(len(ys) - 1) for span in _row_spans(row, ys, xs, field.lines)]
    grid = Grid(tuple(xs), tuple(ys), tuple(spans), field.rule)
    for line in partial:
        grid = merged_beside(grid, line)
    return grid


def _ends_at_borders(line: Line, xs: Sequence[float]) -> bool:
    return all(min(abs(end - x) for x in xs) <= 6.0 for end in (line.lo, line.hi))


def _is_clear(line: Line, field: Field) -> bool:
    """Tell whether a level line lies between lines of text, not under some words of one."""
    words = [w for text in field.lines for w in text.words if line.lo <= w.x0 and w.x1 <= line.hi]
    above = any(w.bottom <= line.at + 2 for w in words)
    below = any(w.top >= line.at - 2 for w in words)
    return above and below


def _words(line: TextLine) -> list[str]:
    return [word.text for word in line.words]


def _row_spans(
    row: int, ys: Sequence[float], xs: Sequence[float], lines: Sequence[TextLine]
) -> list[Span]:
    own = [line for line in lines if ys[row] < line.middle <= ys[row + 1]]
    starts = [0]
    for column, border in enumerate(xs[1:-1], 1):
        if not any(crosses(line, border) for line in own):
            starts.append(column)
    if _is_title(own, xs):
        starts = [0]
    ends = [*starts[1:], len(xs) - 1]
    return [Span(row, start, row + 1, end) for start, end in zip(starts, ends, strict=True)]


def _is_title(own: Sequence[TextLine], xs: Sequence[float]) -> bool:
    """Tell whether a row is a group's title: words over a border alone, or bold in one column."""
    if len(own) != 1 or len(chunks(own[0])) > 1 or own[0].x0 > xs[1]:
        return False
    if own[0].x1 > xs[1] + 3:
        return True
    text = " ".join(word.text for word in own[0].words)
    return all(word.bold for word in own[0].words) and LABEL.fullmatch(text) is None


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
    strips = strips_of(lines[main])
    kept = list(lines[: main + 1])
    for line in lines[main + 1 :]:
        narrowed = [strip.narrowed(line) for strip in strips]
        far = line.middle - kept[-1].middle > _FAR * 1.2 * line.size
        found = [strip for strip in narrowed if strip]
        if far or len(found) < len(strips):
            break
        strips = found
        kept.append(line)
    left, right = min(line.x0 for line in kept) - 2, max(line.x1 for line in kept) + 2
    xs = _without_bullets([left, *(strip.border for strip in strips), right], kept)
    kept = _trimmed(kept, xs)
    if len(xs) < 3 or sum(n >= 2 for n in _filled(kept[main + 1 :], xs)) < 1:
        return None, 0
    ys = (kept[0].top - 2, max(line.bottom for line in kept) + 2)
    grid = cut_grid(Field(left, right, tuple(kept), ys), xs, strict=False)
    return replace(grid, open_bottom=True), len(kept)


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
        if kept and _begin_at_borders(kept, xs) and _is_rest(kept, xs):
            ys = (kept[0].top - 2, max(line.bottom for line in kept) + 2)
            field = Field(xs[0], xs[-1], tuple(kept), ys, before.rule)
            grid = cut_grid(field, _stretched(before.columns, kept), strict=False)
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
    return near >= 0.7 * len(parts)


def _is_rest(lines: Sequence[TextLine], xs: Sequence[float]) -> bool:
    """Tell whether lines stand in two columns, or read on in the middle of a cell of one."""
    cut = [cut_line(line, xs) for line in lines]
    if max(line.filled for line in cut) >= 2:
        return True
    first = cut[0].parts[0]
    return first is None or first.words[0].text[0].islower()
