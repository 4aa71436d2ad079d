"""What is usual in a document: its running text's size, its line spacing, its right margin."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from learnt.read.pdf.columns import Column
from learnt.read.pdf.lines import Line

_ENOUGH = 6
_TALL = 6


@dataclass(slots=True)
class Spacing:
    """Usual sizes and distances; pitches are from baseline to baseline, in points."""

    body: float = 11.0
    bold_body: bool = False
    colour: str = "#000000"
    pitches: dict[tuple[int, float], float] = field(default_factory=dict)
    columns: list[tuple[float, float, bool]] = field(default_factory=list)
    """Left and right sides of columns with enough lines, and whether their page is landscape."""
    justified: bool = False
    """Full lines end exactly at the right margin."""
    tags_tell: bool = False
    """Structure elements hold whole paragraphs, not single lines, so that they are worth asking."""

    def pitch(self, line: Line) -> float:
        """Give the usual distance between lines like `line`."""
        size = round(line.size * 2) / 2
        for key in ((line.page, size), (0, size)):
            if key in self.pitches:
                return self.pitches[key]
        return 1.2 * line.size

    def right_of(self, column: Column, wide: bool) -> float:
        """Give where full lines of `column` end: of a short column, where its likes do."""
        if len(column.lines) >= 2 * _TALL:
            return column.x1
        ends = [
            right
            for left, right, shape in self.columns
            if shape == wide and left <= column.x0 + 2 and right >= column.x1 - 1
        ]
        return max(column.x1, min(ends, default=column.x1))


def body_size(lines: Iterable[Line]) -> float:
    """Give the size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 11.0


def measure(columns: Sequence[Column], wide: dict[int, bool]) -> Spacing:
    """Give what is usual over all `columns`; `wide` tells which pages are landscape."""
    lines = [line for column in columns for line in column.lines]
    result = Spacing(body=body_size(lines))
    letters = max(sum(len(line.text) for line in lines), 1)
    result.bold_body = 2 * sum(len(line.text) for line in lines if line.bold) > letters
    colours: Counter[str] = Counter()
    for line in lines:
        colours[line.colour] += len(line.text)
    if colours:
        result.colour = colours.most_common(1)[0][0]
    _add_pitches(result, columns)
    result.columns = [
        (column.x0, column.x1, wide.get(column.lines[0].page, False))
        for column in columns
        if len(column.lines) >= _TALL
    ]
    result.justified = _is_justified(columns)
    result.tags_tell = _tags_tell(columns)
    return result


def _add_pitches(result: Spacing, columns: Sequence[Column]) -> None:
    """Learn the pitches from lines whose sentence runs on; where there are few, from all lines."""
    running: dict[tuple[int, float], Counter[float]] = defaultdict(Counter)
    any_two: dict[tuple[int, float], Counter[float]] = defaultdict(Counter)
    for column in columns:
        for a, b in pairwise(column.lines):
            step = b.baseline - a.baseline
            if abs(a.size - b.size) < 0.3 and 0.8 * a.size < step < 2.6 * a.size:
                size, rounded = round(a.size * 2) / 2, round(step * 2) / 2
                runs_on = b.text[0].islower() and a.text[-1] not in ".:;?!"
                for key in ((a.page, size), (0, size)):
                    any_two[key][rounded] += 1
                    running[key][rounded] += runs_on
    for key, counts in any_two.items():
        if sum(running[key].values()) >= _ENOUGH:
            result.pitches[key] = _most_common(running[key])
        elif key[0] == 0:
            result.pitches[key] = _smallest_common(counts)


def _near(counts: Counter[float]) -> dict[float, int]:
    """Counts of steps together with their neighbours half a point away."""
    return {s: n + counts[s - 0.5] + counts[s + 0.5] for s, n in counts.items() if n}


def _most_common(counts: Counter[float]) -> float:
    near = _near(counts)
    return max(near, key=lambda step: (near[step], counts[step]))


def _smallest_common(counts: Counter[float]) -> float:
    """Where paragraphs are short, the step between them is more common than that of lines."""
    near = _near(counts)
    fewest = max(0.25 * max(near.values()), 2) if sum(counts.values()) >= 20 else 1
    return min((step for step, count in near.items() if count >= fewest), default=min(counts))


def _is_justified(columns: Sequence[Column]) -> bool:
    ends = [(line.x1, column.x1) for column in columns for line in column.lines[:-1]]
    full = [abs(end - right) < 1.0 for end, right in ends if right - end < 40]
    return len(full) > 5 and sum(full) > 0.6 * len(full)


def _tags_tell(columns: Sequence[Column]) -> bool:
    """Whether lines that run on usually share an element."""
    same = different = 0
    for column in columns:
        for a, b in zip(column.lines, column.lines[1:], strict=False):
            if a.tag < 0 or b.tag < 0 or a.size != b.size:
                continue
            if (
                b.text[:1].islower()
                and a.text[-1:].isalpha()
                and a.width > 0.8 * (column.x1 - column.x0)
            ):
                same += a.tag == b.tag
                different += a.tag != b.tag
    return same > 4 * different and same >= 3
