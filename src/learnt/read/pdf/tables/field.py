"""A part of the page that may be a table without a grid: how its lines keep to columns and rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from learnt.read.column_heads import is_heading_phrase, is_strong_phrase
from learnt.read.pdf.tables.celltext import TextLine, is_bullet
from learnt.read.pdf.tables.columns import chunks, crosses
from learnt.read.pdf.tables.continued import LABEL
from learnt.read.pdf.tables.grid import Grid, Span, merged_beside
from learnt.read.pdf.tables.rows import cut_line, row_starts
from learnt.read.pdf.tables.ruling import Line
from learnt.read.pdf.tables.shape import Rule

_MARGIN = 4.0
FAR = 2.6
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


def lefts_of(lines: Sequence[TextLine], xs: Sequence[float]) -> list[float | None]:
    """Give for each inner border where most lines right of it begin; None where they do not agree."""
    starts: list[list[float]] = [[] for _ in xs[1:-1]]
    for line in lines:
        for column, part in enumerate(cut_line(line, xs).parts[1:]):
            if part is not None:
                starts[column].append(part.x0)
    return [_common(found) for found in starts]


def _common(values: Sequence[float]) -> float | None:
    if len(values) < 3:
        return None
    ((place, count),) = Counter(round(value) for value in values).most_common(1)
    near = [value for value in values if abs(value - place) <= 1.0]
    return sum(near) / len(near) if count > 1 and len(near) >= 0.5 * len(values) else None


def is_crossed(line: TextLine, xs: Sequence[float], lefts: Sequence[float | None]) -> bool:
    """Tell whether a line stands on both sides of a border between columns."""
    return any(crosses(line, x, left) for x, left in zip(xs[1:-1], lefts, strict=True))


def columns_filled(lines: Sequence[TextLine], xs: Sequence[float]) -> list[int]:
    """Give for each line in how many of the columns it has words."""
    return [cut_line(line, xs).filled for line in lines]


def stretched(xs: Sequence[float], lines: Sequence[TextLine]) -> list[float]:
    """Give the borders with the outer ones moved so that no word stands outside."""
    left, right = min(line.x0 for line in lines) - 2, max(line.x1 for line in lines) + 2
    return [min(xs[0], left), *xs[1:-1], max(xs[-1], right)]


def without_bullets(xs: list[float], lines: Sequence[TextLine]) -> list[float]:
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
    lefts = lefts_of(lines, xs)
    crossing = sum(is_crossed(line, xs, lefts) for line in lines)
    filled = max(cut_line(line, xs).filled for line in lines)
    return filled >= 2 and crossing <= 0.15 * len(lines)


def _is_capital(text: str) -> bool:
    return text[0].isupper() or text[0] == "#"


def is_header_line(line: TextLine) -> bool:
    """Tell whether a line's chunks are headings of columns."""
    texts = [" ".join(word.text for word in part.words) for part in chunks(line)]
    hits = sum(is_heading_phrase(text) and _is_capital(text) for text in texts)
    strong = sum(is_strong_phrase(text) for text in texts)
    return len(texts) >= 2 and hits >= 2 and strong >= 1 and hits >= 0.5 * len(texts)


def is_heading_part(lines: Sequence[TextLine]) -> bool:
    """Tell whether lines above a table's first rule are its header."""
    if any(is_header_line(line) for line in lines):
        return True
    return 0 < len(lines) <= 3 and all(word.bold for line in lines for word in line.words)


def if_shared(lines: list[TextLine], xs: Sequence[float]) -> list[TextLine]:
    """Give the lines if one of them stands in two columns, else none."""
    return lines if lines and max(columns_filled(lines, xs)) >= 2 else []


def is_rest(lines: Sequence[TextLine], xs: Sequence[float]) -> bool:
    """Tell whether lines stand in two columns, or read on in the middle of a cell of one."""
    cut = [cut_line(line, xs) for line in lines]
    if max(line.filled for line in cut) >= 2:
        return True
    first = cut[0].parts[0]
    return first is None or first.words[0].text[0].islower()


def conforming(
    lines: Sequence[TextLine],
    xs: Sequence[float],
    step: float,
    start: float,
    known: Sequence[TextLine] = (),
) -> list[TextLine]:
    """Give the first of the lines that keep to the columns, up to the one that does not.

    `known` are lines of the same table, which show where the columns' lines begin.
    A line far from the one before ends the table, sooner where it fills one column alone, as a
    heading after the table does.
    """
    kept: list[TextLine] = []
    edge = start
    lefts = lefts_of(known or lines, xs)
    for line in lines:
        gap = abs(line.middle - edge) - (0.0 if kept else 0.5 * step)
        alone = cut_line(line, xs).filled == 1
        if gap > (1.6 if alone else FAR) * max(step, line.size * 1.1) + (0 if kept else 6):
            break
        if line.x0 < xs[0] - 6 or line.x1 > xs[-1] + 6 or is_crossed(line, xs, lefts):
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
    lefts = lefts_of(field.lines, xs)
    spans = []
    for row, (top, bottom) in enumerate(pairwise(ys)):
        own = [line for line in field.lines if top < line.middle <= bottom]
        spans += _row_spans(row, own, xs, lefts)
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
    row: int, own: Sequence[TextLine], xs: Sequence[float], lefts: Sequence[float | None]
) -> list[Span]:
    starts = [0]
    for column, (border, left) in enumerate(zip(xs[1:-1], lefts, strict=True), 1):
        if not any(crosses(line, border, left) for line in own):
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
