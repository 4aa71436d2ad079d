"""The printed label that opens a line of a page, told by its form and by the space after it."""

import re
from dataclasses import dataclass

from learnt.read.labels import BULLETS, is_bullet, split_label
from learnt.read.pdf.lines import Line, join_words, size_of

_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_BULLET = re.compile(rf"[{re.escape(BULLETS)}\ue000-\uf8ff]+|[-–—*§o¾Ø\u25aa\u2751-\u2757]")
_WEAK = re.compile(
    r"\d{1,3}[a-z]?|\d{1,3}(?:\.\d{1,3}){1,4}[a-z]?|[ivx]{1,5}|[A-Z]{1,3}\d{1,3}[a-z]?"
)
_STRONG = re.compile(
    r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\)|\d{1,3}[a-z]?[.:]|\d{1,3}(?:\.\d{1,3}){1,5}[a-z]?[.:)]?"
    r"|[a-z]\.|[ivx]{1,5}\.|[A-Z]\.|\[\d{1,3}\]|\d{1,3}\.?\([a-z]{1,3}\)"
)
_YEAR = re.compile(r"(?:19|20)\d\d:?")
_TAB = 0.55
"""Space after a label, in ems, from which it is a tab's and not a blank's."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A label: its text, how many of the line's words it takes, and where the text begins.

    `certain` tells that it cannot be a word of a sentence (a bullet, a number set apart by a tab).
    """

    label: str
    words: int
    text_x: float
    certain: bool


def find_mark(line: Line) -> Mark | None:
    """Give the label that opens `line`, or None."""
    words = line.words
    first = words[0]
    if first.superscript:
        return None
    if (
        _BULLET.fullmatch(first.text)
        and len(words) > 1
        and (first.text not in "o-–—*§" or _gap(line) > 0.2)
    ):
        return Mark(_shown(first.text), 1, words[1].x0, True)
    tab = len(words) > 1 and _is_tab(line)
    if _STRONG.fullmatch(first.text):
        return _numbered(line, tab)
    if tab and _WEAK.fullmatch(first.text):
        return Mark(first.text, 1, words[1].x0, True)
    return _glued(line)


def _numbered(line: Line, tab: bool) -> Mark | None:
    """A form such as `8.2` or `(a)`: certain where a tab or nothing follows."""
    words = line.words
    if len(words) == 1:
        return Mark(words[0].text, 1, words[0].x0, False)
    if tab:
        return Mark(words[0].text, 1, words[1].x0, True)
    if _is_deep(words[0].text) or (
        line.bold and len(words) == 2 and _YEAR.fullmatch(words[1].text)
    ):
        return Mark(words[0].text, 1, words[1].x0, False)
    label, _ = split_label(line.text)
    if label.replace(" ", "") != words[0].text:
        return None
    return Mark(label, 1, words[1].x0, False)


def _is_deep(label: str) -> bool:
    """Whether `label` is a paragraph's number of three parts or more (`7.2.10.`), not a date."""
    parts = label.rstrip(".:)").split(".")
    plain = all(
        part.isdigit() and not part.startswith("0") and len(part) < 4 for part in parts[:-1]
    )
    return len(parts) >= 3 and plain and len(parts[-1].rstrip("abcdefgh")) < 3


def _glued(line: Line) -> Mark | None:
    """A label without a blank after it (`•Text`, `1.Introduction`)."""
    label, rest = split_label(line.words[0].text)
    if not label or not rest or not rest[0].isalpha():
        return None
    if is_bullet(label) and label in "-–—*§o":
        return None
    if label.endswith(".") and label[:-1].isalpha():
        return None
    share = len(label) / len(line.words[0].text)
    x = line.words[0].x0 + share * (line.words[0].x1 - line.words[0].x0)
    return Mark(_shown(label), 0, x, is_bullet(label))


def _gap(line: Line) -> float:
    """Space between the first two words, in ems."""
    return (line.words[1].x0 - line.words[0].x1) / max(size_of(line.words[1]), 1.0)


def _is_tab(line: Line) -> bool:
    """Whether the first space is a tab's: wide, and wider than the line's other spaces."""
    gap = _gap(line)
    if gap < _TAB:
        return False
    others = sorted(b.x0 - a.x1 for a, b in zip(line.words[1:], line.words[2:], strict=False))
    if not others:
        return gap > 0.8
    return gap * line.size > 1.6 * others[len(others) // 2]


def _shown(label: str) -> str:
    return "•" if _PRIVATE.search(label) or label in "¾Ø" else label


def text_after(line: Line, mark: Mark) -> str:
    """Give the words of `line` behind its label."""
    if mark.words:
        return join_words(line.words[mark.words :])
    rest = split_label(line.words[0].text)[1]
    others = join_words(line.words[1:])
    return f"{rest} {others}".strip()
