"""Where a table's rows part when no line shows it: by their numbers, gaps, and cells that begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from learnt.read.pdf.tables.celltext import TextLine
from learnt.read.pdf.tables.continued import LABEL, LabelMatch, follows

_LOOSE = 1.18
"""A step between lines this many times the usual one may part rows: Word's cells have no padding
above and below, so that 3 points between paragraphs can be all there is."""
_FULL = 0.6
"""A row begins in this share of the columns at least; a paragraph within a row in fewer."""


_NAMES = ("Recommendation", "Rec", "Rec.", "Action", "Lesson", "Finding", "Learning")


@dataclass(frozen=True, slots=True)
class CutLine:
    """A line cut at the columns' borders: its part in each column, None where it is empty."""

    parts: tuple[TextLine | None, ...]

    @property
    def filled(self) -> int:
        """In how many columns the line has words."""
        return sum(part is not None for part in self.parts)

    @property
    def top(self) -> float:
        """The line's top."""
        return min(part.top for part in self.parts if part)

    @property
    def bottom(self) -> float:
        """The line's bottom."""
        return max(part.bottom for part in self.parts if part)

    @property
    def middle(self) -> float:
        """The height of the line's middle."""
        return next(part.middle for part in self.parts if part)


def cut_line(line: TextLine, xs: Sequence[float]) -> CutLine:
    """Cut a line at the borders `xs`, a word going to the column that its middle is in."""
    columns: list[list[int]] = [[] for _ in range(len(xs) - 1)]
    for index, word in enumerate(line.words):
        middle = (word.x0 + word.x1) / 2
        slot = sum(middle >= x for x in xs[1:-1])
        columns[slot].append(index)
    return CutLine(tuple(TextLine(tuple(line.words[i] for i in c)) if c else None for c in columns))


def row_starts(lines: Sequence[CutLine], *, strict: bool = False) -> list[int]:
    """Give the indexes of the lines with which a row begins; the first is always 0.

    `strict` asks for numbers: gaps alone do not part rows that lines part elsewhere.
    """
    if len(lines) < 2:
        return [0]
    labels = _labelled(lines)
    gaps = [0] if strict else _by_gap(lines)
    if len(labels) >= 2:
        return _settle(labels, gaps, lines)
    if strict:
        return [0]
    return gaps if len(gaps) > 1 else _by_beginnings(lines)


def _labelled(lines: Sequence[CutLine]) -> list[int]:
    """Give the lines whose first column begins with a number, where it does so row by row."""
    numbers = [i for i, line in enumerate(lines) if _label(line.parts[0])]
    others = sum(bool(line.parts[0]) for line in lines) - len(numbers)
    if not numbers:
        return []
    left = min(part.x0 for line in lines if (part := line.parts[0]))
    flush = [i for i in numbers if (part := lines[i].parts[0]) and part.x0 - left < 3.0]
    if others > 0 and not all(_has_stop(lines[i].parts[0]) or _is_alone(lines[i]) for i in flush):
        return []
    return _in_sequence(flush, lines)


def _in_sequence(numbers: Sequence[int], lines: Sequence[CutLine]) -> list[int]:
    """Leave out numbers that only happen to stand first on a line, as the `9` of `section 9`.

    One counts where it follows the last, or where a gap shows that a row begins.
    """
    step = usual_step(lines)
    alone = all(_is_alone(line) for line in lines if line.parts[0])
    kept: list[int] = []
    last: LabelMatch | None = None
    for index in numbers:
        label = _label(lines[index].parts[0])
        gap = index == 0 or lines[index].middle - lines[index - 1].middle > _LOOSE * step
        if gap or alone or (label and follows(last, label)):
            kept.append(index - _is_name(lines[index - 1].parts[0]) if index else 0)
            last = label
    return kept


def _is_name(part: TextLine | None) -> bool:
    """Tell whether a line is the word of a label whose number stands on the next line."""
    return part is not None and len(part.words) == 1 and part.words[0].text in _NAMES


def _label(part: TextLine | None) -> LabelMatch | None:
    return LABEL.match(" ".join(word.text for word in part.words[:3])) if part else None


def _has_stop(part: TextLine | None) -> bool:
    match = _label(part)
    return match is not None and (bool(match["stop"]) or not match[0][0].isdigit())


def _is_alone(line: CutLine) -> bool:
    part = line.parts[0]
    return part is not None and LABEL.fullmatch(" ".join(w.text for w in part.words)) is not None


def _settle(labels: list[int], gaps: list[int], lines: Sequence[CutLine]) -> list[int]:
    """Take the gaps where each row between them has one number (which may stand in its middle)."""
    ends = [*gaps[1:], len(lines)]
    counts = [sum(a <= i < b for i in labels) for a, b in zip(gaps, ends, strict=True)]
    if len(gaps) >= len(labels) and all(count == 1 for count in counts[1:]) and counts[0] <= 1:
        return gaps
    return labels if labels[0] == 0 else [0, *labels]


def usual_step(lines: Sequence[CutLine]) -> float:
    """Give the usual distance between two lines of one cell, in points."""
    steps: list[float] = []
    for column in range(len(lines[0].parts)):
        own = [part for line in lines if (part := line.parts[column])]
        steps += [b.middle - a.middle for a, b in pairwise(own) if _is_step(a, b)]
    return median([s for s in steps if s < 1.5 * min(steps)]) if steps else 0.0


def _is_step(above: TextLine, line: TextLine) -> bool:
    return line.middle - above.middle > 0.8 * min(above.size, line.size)


def _by_gap(lines: Sequence[CutLine]) -> list[int]:
    step = usual_step(lines)
    most = max(line.filled for line in lines)
    starts = [0]
    for index in range(1, len(lines)):
        wide = lines[index].middle - lines[index - 1].middle > _LOOSE * step
        if wide and lines[index].filled >= max(min(2, most), _FULL * most):
            starts.append(index)
    return starts


def _by_beginnings(lines: Sequence[CutLine]) -> list[int]:
    """Take the lines on which most columns begin a run of lines, the first column among them."""
    step = usual_step(lines) or 1e9
    width = len(lines[0].parts)
    starts = [0]
    last: list[float | None] = [part.middle if part else None for part in lines[0].parts]
    for index, line in enumerate(lines[1:], 1):
        begun = 0
        for column, part in enumerate(line.parts):
            if part is None:
                continue
            above = last[column]
            begun += above is None or part.middle - above > _LOOSE * step
            last[column] = part.middle
        full = line.filled >= max(2, (width + 1) // 2) and line.parts[0] is not None
        if full and (begun * 2 >= line.filled or _all_short(lines)):
            starts.append(index)
    return starts


def _all_short(lines: Sequence[CutLine]) -> bool:
    """Tell whether nearly every line fills the first two columns, as lists of names do."""
    return sum(line.filled == len(line.parts) for line in lines) >= 0.7 * len(lines)
