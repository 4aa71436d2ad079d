"""The words of one cell as text: wrapped lines joined, paragraphs and list items on their own lines."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from learnt.read.pdf.ink import Word
from learnt.read.pdf.tables.mending import Mender
from learnt.words import tidy

BULLETS = frozenset("•●○◦▪▫■□‣⁃∙·➢➤►▶✓✔❖\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8\uf02d")
"""Signs that open a list item; the last ones are those of Symbol and Wingdings fonts."""
_DASHES = frozenset("-–—*")
_LABEL = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivx]{1,5})[.)]\)?|\(\w{1,3}\)|\d{1,3}(?:\.\d{1,3}){1,3}"
)
_SMALL = 3
"""Letters of the longest small word that a name goes on after ("of", "and", "the")."""
_SPARE = 0.7
"""Room that a line must have besides a name's first word, in sizes of the letters."""
_END = (".", "!", "?", ":", ";", "…", ".)", ".”", ".’", '."', ".'")


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words that stand on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """The line's left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The line's right end."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """The line's top."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The line's bottom."""
        return max(word.bottom for word in self.words)

    @property
    def middle(self) -> float:
        """The height of the line's middle: by its baseline, else by its tallest word."""
        tall = max(self.words, key=lambda word: word.bottom - word.top)
        if tall.baseline:
            return tall.baseline - 0.3 * (tall.size or tall.bottom - tall.top)
        return (tall.top + tall.bottom) / 2

    @property
    def size(self) -> float:
        """The height of the line's letters in points."""
        return max(word.size or word.bottom - word.top for word in self.words)


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """Give upright words as lines from top to bottom; a small raised word stays on its line."""
    rows: list[list[Word]] = []
    lo = hi = 0.0
    for word in sorted(words, key=lambda w: ((w.top + w.bottom) / 2, w.x0)):
        height = word.bottom - word.top
        shared = min(hi, word.bottom) - max(lo, word.top)
        if rows and shared > 0.5 * min(height, hi - lo):
            rows[-1].append(word)
            if height > hi - lo:
                lo, hi = word.top, word.bottom
        else:
            rows.append([word])
            lo, hi = word.top, word.bottom
    return [TextLine(tuple(sorted(row, key=lambda w: w.x0))) for row in rows]


def set_upright(words: Iterable[Word]) -> list[Word]:
    """Give the words with turned ones laid as if the cell were turned upright."""
    return [_turned(word) for word in words]


def _turned(word: Word) -> Word:
    if word.angle == 90:
        return replace(word, x0=word.top, x1=word.bottom, top=-word.x1, bottom=-word.x0, angle=0)
    if word.angle == 270:
        return replace(word, x0=-word.bottom, x1=-word.top, top=word.x0, bottom=word.x1, angle=0)
    return word


def cell_text(words: Sequence[Word], right: float, mender: Mender) -> str:
    """Give a cell's words as text; `right` is the x that the column's lines can reach."""
    if not words:
        return ""
    turned = words[0].angle in (90, 270)
    lines = lines_of(set_upright(words) if turned else words)
    limit = max(line.x1 for line in lines) if turned else right
    leading = _leading(lines)
    anew = set() if _is_hard_wrapped(lines, limit) else _openings(lines, limit)
    paragraphs: list[list[TextLine]] = []
    for at, line in enumerate(lines):
        parted = at in anew or (paragraphs and _is_parted(paragraphs[-1], line, limit, leading))
        if paragraphs and not parted:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return "\n".join(_paragraph_text(lines, limit, mender) for lines in paragraphs)


def _leading(lines: Sequence[TextLine]) -> float:
    steps = [b.middle - a.middle for a, b in itertools.pairwise(lines)]
    return median(steps) if len(steps) > 2 else min(steps, default=0.0)


def _is_parted(paragraph: Sequence[TextLine], line: TextLine, limit: float, leading: float) -> bool:
    """Tell whether `line` begins a paragraph or list item after the lines of `paragraph`."""
    before = paragraph[-1]
    if is_bullet(line) and line.words[0].text[0] not in _DASHES:
        return True
    step = line.middle - before.middle
    if step > 1.35 * max(min(leading, 1.6 * before.size), before.size):
        return True
    if is_bullet(line) and is_bullet(paragraph[0]) and abs(line.x0 - paragraph[0].x0) < 2.0:
        return True
    forced = _could_fit(before, line, limit, paragraph)
    ended = before.words[-1].text.endswith(_END)
    if is_bullet(line) or _LABEL.fullmatch(line.words[0].text):
        return forced or ended
    return forced and (
        ended
        or before.words[0].bold != line.words[0].bold
        or (_is_roomy(before, limit) and not _goes_on(before.words[-1].text))
    )


def _is_hard_wrapped(lines: Sequence[TextLine], limit: float) -> bool:
    """Tell whether a sentence goes on, in small letters, after a line that was broken by hand."""
    return any(
        line.words[0].text[0].islower() and _could_fit(before, line, limit, lines, _SPARE)
        for before, line in itertools.pairwise(lines)
    )


def _openings(lines: Sequence[TextLine], limit: float) -> set[int]:
    """Give the lines that begin something of their own: names one a line, no mark between them.

    The line before had room for their first word, so whoever typed the cell meant the break.
    """
    return {
        at
        for at, (before, line) in enumerate(itertools.pairwise(lines), 1)
        if _opens_anew(before.words[-1].text, line.words[0].text)
        and _could_fit(before, line, limit, lines[:at], _SPARE)
    }


def _opens_anew(last: str, first: str) -> bool:
    """Tell whether `first` may begin a name after `last`: not "Department of" and "Health"."""
    if not first[0].isupper() or not (last[-1].isalnum() or last[-1] in ")]"):
        return False
    return not _goes_on(last)


def _goes_on(last: str) -> bool:
    """Tell whether a name goes on after a small word."""
    return last == "&" or (last.islower() and last.isalpha() and len(last) <= _SMALL)


def _could_fit(
    before: TextLine,
    line: TextLine,
    limit: float,
    above: Sequence[TextLine],
    spare: float = 0.0,
) -> bool:
    """Tell whether the line's first word had room on the line before, so that its break was meant.

    A first word of one or two letters may be bound to the next ("St Anne's"), which then needs room
    too. `spare` is the room that must be left besides, in sizes of the letters.
    """
    first = line.words[0]
    bound = line.words[1] if spare and len(first.text) < 3 and len(line.words) > 1 else first
    space = (0.3 + spare) * line.size
    indent = max(0.0, before.x0 - min(other.x0 for other in (*above, line)))
    is_centred = indent > 4.0 and abs((before.x0 + before.x1) - (line.x0 + line.x1)) < 3.0
    room = limit - before.x1 - (0.0 if not is_centred else -indent)
    return room > space + bound.x1 - first.x0 + 1.5


def _is_roomy(before: TextLine, limit: float) -> bool:
    """Tell whether so much of the line is empty that no long word can have been the cause."""
    return limit - before.x1 > 0.45 * (limit - before.x0)


def is_bullet(line: TextLine) -> bool:
    """Tell whether a line opens with a sign that makes it a list item."""
    first = line.words[0].text
    if first[0] in BULLETS and (len(first) == 1 or first[0] != "·"):
        return True
    if len(line.words) < 2:
        return False
    apart = line.words[1].x0 - line.words[0].x1 > 0.4 * line.size
    return first in _DASHES or (first in ("o", "§") and apart)


def _paragraph_text(lines: Sequence[TextLine], limit: float, mender: Mender) -> str:
    texts = mender.texts([line.words for line in lines], limit)
    if is_bullet(lines[0]) and texts[0][0] not in _DASHES:
        texts[0] = f"• {texts[0][1:]}".rstrip() if texts[0][0] in BULLETS else "•"
    return tidy(" ".join(texts))
