"""Words to lines: rows across the page first, later lines within one column."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter

from learnt.read.pdf.ink import Word
from learnt.records import Box

_SAME_BASELINE = 0.3
_LEFT, _FIRST = attrgetter("x0"), itemgetter(0)
_CLOSING = ".,;:!?)]’”'\""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, from left to right, and how most of their letters look."""

    page: int
    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    colour: str
    font: str
    text: str
    tag: int = -1
    """Key of the structure element that is this line's paragraph; -1 without."""
    role: str = ""
    frame: int = 0

    @property
    def box(self) -> Box:
        """The box around the line."""
        return self.x0, self.top, self.x1, self.bottom

    @property
    def width(self) -> float:
        """From the first letter to the last, in points."""
        return self.x1 - self.x0


def baseline_of(word: Word) -> float:
    """Give the word's baseline; recognised words may have none, theirs is taken from the box."""
    return word.baseline or word.bottom - 0.2 * (word.bottom - word.top)


def size_of(word: Word) -> float:
    """Give the word's size; recognised words may have none, theirs is the box's height."""
    return word.size or max(word.bottom - word.top, 1.0)


def make_line(page: int, words: Iterable[Word]) -> Line:
    """Give the line of `words`, sorted from left to right."""
    ordered = tuple(sorted(words, key=_LEFT))
    full = [word for word in ordered if not word.superscript]
    plain = len(full) == len(ordered)
    full = full or list(ordered)
    lengths = [len(word.text) for word in full]
    main = full[lengths.index(max(lengths))]
    sizes: dict[float, int] = {}
    total = bold = italic = 0
    for word, length in zip(full, lengths, strict=True):
        letters = length or 1
        size = word.size or size_of(word)
        sizes[size] = sizes.get(size, 0) + letters
        total += letters
        if word.bold:
            bold += letters
        if word.italic:
            italic += letters
    text = " ".join([word.text for word in ordered])
    return Line(
        page,
        ordered,
        ordered[0].x0,
        min([word.top for word in full]),
        ordered[-1].x1 if len(ordered) == 1 else max([word.x1 for word in ordered]),
        max([word.bottom for word in full]),
        baseline_of(main),
        max(sizes, key=sizes.__getitem__),
        2 * bold > total,
        2 * italic > total,
        main.colour,
        main.font,
        text if plain and ordered[0].text else join_words(ordered) or text,
    )


def join_words(words: Iterable[Word]) -> str:
    """Give the text of words on one line, without raised note marks."""
    text = ""
    cut = False
    for word in words:
        if word.superscript:
            cut = True
            continue
        closing = cut and word.text[0] in _CLOSING
        text += word.text if closing or not text else f" {word.text}"
        cut = False
    return text


def find_rows(page: int, words: Iterable[Word]) -> list[Line]:
    """Give the page's rows from top to bottom: all upright words with one baseline, whole width."""
    groups: list[list[Word]] = []
    heights: list[tuple[float, float]] = []
    small: list[Word] = []
    upright = [(word.baseline or baseline_of(word), word) for word in words if word.angle == 0]
    upright.sort(key=_FIRST)
    for baseline, word in upright:
        size = word.size or size_of(word)
        if word.superscript:
            small.append(word)
            continue
        if groups and baseline - heights[-1][0] <= _SAME_BASELINE * min(size, heights[-1][1]):
            groups[-1].append(word)
            if size > heights[-1][1]:
                heights[-1] = (heights[-1][0], size)
        else:
            groups.append([word])
            heights.append((baseline, size))
    _attach(small, groups)
    return [make_line(page, group) for group in groups]


def _attach(small: list[Word], groups: list[list[Word]]) -> None:
    """Put raised marks into the row of the word they follow (or, opening a note, go before)."""
    for word in small:
        middle = (word.top + word.bottom) / 2
        near = [
            (min(abs(word.x0 - other.x1), abs(other.x0 - word.x1)), index)
            for index, group in enumerate(groups)
            if abs(baseline_of(group[0]) - word.bottom) < 20
            for other in group
            if other.top - 3 <= middle <= other.bottom
        ]
        if near:
            groups[min(near)[1]].append(word)
        else:
            groups.append([word])
    if small:
        groups.sort(key=lambda group: baseline_of(group[0]))


def split_wide(row: Line, gap: float = 0.9) -> list[Line]:
    """Cut a row into pieces wherever white space is wider than `gap` times the letters' size."""
    pieces: list[list[Word]] = [[row.words[0]]]
    reach, wide = row.words[0].x1, gap * max(row.size, 6.0)
    for word in row.words[1:]:
        if word.x0 - reach > wide:
            pieces.append([])
        pieces[-1].append(word)
        if word.x1 > reach:
            reach = word.x1
    if len(pieces) == 1:
        return [row]
    return [make_line(row.page, piece) for piece in pieces]


def merge_lines(lines: Iterable[Line]) -> list[Line]:
    """Put pieces that stand on one baseline together again, from top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.x0)):
        if rows and abs(line.baseline - rows[-1][0].baseline) <= _SAME_BASELINE * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [
        row[0]
        if len(row) == 1
        else replace(
            make_line(row[0].page, (word for line in row for word in line.words)),
            frame=row[0].frame,
        )
        for row in rows
    ]
