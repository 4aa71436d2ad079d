"""Where a table's columns part, seen from the words alone: strips that no line's letters cross."""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnt.read.pdf.tables.celltext import TextLine

GAP = 0.45
"""Two words this many letter heights apart may stand in different columns; blanks are 0.2 to 0.35."""
NARROWEST = 2.5
"""A strip between columns is at least this wide, in points."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The free space between two columns."""

    lo: float
    hi: float

    @property
    def border(self) -> float:
        """The x that parts the columns; near the right one, which mostly is set flush left."""
        return max((self.lo + self.hi) / 2, self.hi - 4.0)

    def parts(self, line: TextLine) -> "list[Strip]":
        """Give what of the strip a line's words leave free."""
        found = []
        lo = self.lo
        for word in line.words:
            if word.x1 <= lo or word.x0 >= self.hi:
                continue
            found.append(Strip(lo, min(word.x0, self.hi)))
            lo = max(lo, word.x1)
        found.append(Strip(lo, self.hi))
        return [strip for strip in found if strip.hi - strip.lo >= NARROWEST]


def chunks(line: TextLine) -> list[TextLine]:
    """Give the runs of a line's words between gaps wider than a blank."""
    runs = [[line.words[0]]]
    for word in line.words[1:]:
        before = runs[-1][-1]
        if word.x0 - before.x1 > GAP * max(word.size or word.bottom - word.top, 6.0):
            runs.append([word])
        else:
            runs[-1].append(word)
    return [TextLine(tuple(run)) for run in runs]


def strips_of(line: TextLine) -> list[Strip]:
    """Give the strips between the chunks of a line."""
    parts = chunks(line)
    return [Strip(a.x1, b.x0) for a, b in itertools.pairwise(parts)]


def crosses(line: TextLine, border: float, left: float | None = None) -> bool:
    """Tell whether a run of words stands on both sides of a border.

    `left` is where the lines of the column on the right begin: a word there begins a run however
    little room is before it, as where a word fills a narrow column or sticks out of it.
    """
    edge = border if left is None else left
    before = after = None
    for word in line.words:
        if word.x1 <= edge + 1.5:
            before = word
        elif word.x0 < edge - 1.5:
            return True
        else:
            after = word
            break
    if before is None or after is None or (left is not None and abs(after.x0 - left) <= 1.0):
        return False
    return after.x0 - before.x1 <= GAP * max(after.size or after.bottom - after.top, 6.0)


def common_strips(lines: Sequence[TextLine], allowed: float = 0.15) -> list[Strip]:
    """Give the strips that all lines leave free but those, a share `allowed`, that span columns."""
    if len(lines) < 2:
        return []
    rough = _free_strips(lines, int(allowed * len(lines)))
    left = min(line.x0 for line in lines)
    rest = [line for line in lines if not _is_spanning(line, left, rough)]
    strips = _free_strips(rest, 0) if len(rest) > 1 else []
    size = sorted(line.size for line in lines)[len(lines) // 2]
    least = max(NARROWEST, GAP * size)
    return [
        s for s in strips if _is_flush(s, rest) or (s.hi - s.lo >= least and _is_aligned(s, rest))
    ]


def _is_spanning(line: TextLine, left: float, strips: Sequence[Strip]) -> bool:
    """Tell whether a line is one run of words from the left over a strip, as a group's title is."""
    if len(chunks(line)) > 1 or line.x0 > left + 24.0:
        return False
    return any(line.x0 < strip.lo - 1.0 and line.x1 > strip.hi + 1.0 for strip in strips)


def _free_strips(lines: Sequence[TextLine], most: int) -> list[Strip]:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    strips = []
    start = None
    for index, count in enumerate(_cover(lines, left, right)):
        if count <= most and start is None:
            start = index
        elif count > most and start is not None:
            strips.append(Strip(left + start, left + index))
            start = None
    return [_exact(strip, lines) for strip in strips if strip.lo > left]


def _cover(lines: Sequence[TextLine], left: float, right: float) -> list[int]:
    steps = [0] * (int(right - left) + 3)
    for line in lines:
        seen = -1
        for word in line.words:
            first, last = max(int(word.x0 - left), seen + 1), int(word.x1 - left)
            if last >= first:
                steps[first] += 1
                steps[last + 1] -= 1
                seen = last
    total, cover = 0, []
    for step in steps:
        total += step
        cover.append(total)
    return cover[: int(right - left) + 1]


def _exact(strip: Strip, lines: Sequence[TextLine]) -> Strip:
    """Give the strip with the words' own ends in place of whole points."""
    middle = (strip.lo + strip.hi) / 2
    lefts = [w.x1 for line in lines for w in line.words if w.x1 <= middle]
    rights = [w.x0 for line in lines for w in line.words if w.x0 >= middle]
    crossing = Strip(strip.lo - 1.0, strip.hi + 1.0)
    lo = max((x for x in lefts if x <= strip.lo + 1.5), default=crossing.lo)
    hi = min((x for x in rights if x >= strip.hi - 1.5), default=crossing.hi)
    return Strip(lo, hi)


def _is_flush(strip: Strip, lines: Sequence[TextLine]) -> bool:
    """Tell whether so many lines begin right of the strip on one x that it may be narrow."""
    starts = [p.x0 for line in lines for p in [_right_of(strip, line)] if p]
    lefts = sum(_left_of(strip, line) for line in lines)
    near = sum(abs(x - strip.hi) <= 1.0 for x in starts)
    return strip.hi - strip.lo >= NARROWEST and lefts > 2 and near > 3 and near >= 0.8 * len(starts)


def _is_aligned(strip: Strip, lines: Sequence[TextLine]) -> bool:
    """Tell whether the words right of the strip begin, end or centre on one x."""
    pieces = [p for line in lines for p in [_right_of(strip, line)] if p]
    lefts = sum(bool(_left_of(strip, line)) for line in lines)
    if len(pieces) < 2 or not lefts:
        return False
    for ends in (
        [p.x0 for p in pieces],
        [(p.x0 + p.x1) / 2 for p in pieces],
        [p.x1 for p in pieces],
    ):
        common = max(Counter(round(x / 2.5) for x in ends).values())
        if common >= 0.5 * len(pieces):
            return True
    return strip.hi - strip.lo > 12.0


def _right_of(strip: Strip, line: TextLine) -> TextLine | None:
    words = tuple(word for word in line.words if word.x0 >= strip.hi - 1.5)
    return chunks(replace(line, words=words))[0] if words else None


def _left_of(strip: Strip, line: TextLine) -> bool:
    return line.words[0].x1 <= strip.lo + 1.5
