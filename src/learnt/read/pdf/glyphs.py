"""A page's characters, as PDFium gives them, gathered into words with their look.

PDFium is asked only for the first and last character of a line or word wherever both belong to one
text object, which has one font, size and colour; that makes this loop several times as fast as
asking for each character.
"""

import ctypes
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from learnt.read.pdf.calls import (
    address,
    char_origin,
    count_chars,
    font_size,
    get_text,
    get_unicode,
    loose_box,
    text_object,
)
from learnt.read.pdf.ink import Word
from learnt.read.pdf.looks import LookReader
from learnt.read.pdf.pieces import mark_raised, merge_pieces, touches
from learnt.read.pdf.space import Matrix, apply_box
from learnt.records import Box

LINE_HYPHEN = "\ufffe"
"""What PDFium puts for a hyphen that ends a line where the next line goes on with a letter."""
_LINE = re.compile(r"[^\r\n]+")
_PIECE = re.compile(r"[^\s\ufffe\x00]+\ufffe?|\ufffe")
_SIGN = re.compile(r"[\d*†‡§]")
_SHORTEST = 4
"""Letters of the shortest word that is searched for a blank."""
_BLANK = 0.1
"""Least width of a blank, as a share of the letters' height."""


def read_words(text_page: Any, matrix: Matrix, whole: set[str] | None = None) -> list[Word]:
    """Give the words of an open PDFium text page in PDFium's order, in displayed points.

    `whole` remembers, over the pages of a document, which words were seen to hold no blank.
    """
    reader = _Reader(text_page, matrix, set() if whole is None else whole)
    return mark_raised(list(reader.words()))


class _Reader:
    def __init__(self, text_page: Any, matrix: Matrix, whole: set[str]) -> None:
        self.whole = whole
        self.page = address(text_page)
        self.matrix = matrix
        self.looks = LookReader(self.page, matrix)
        self.baselines: dict[int, float] = {}
        """Of objects that lie on one baseline by their line's ends."""
        self.boxes = (ctypes.c_float * 8)()
        """Room for two of PDFium's rectangles."""
        self.box_at = ctypes.addressof(self.boxes)
        self.point = (ctypes.c_double * 2)()
        self.point_at = ctypes.addressof(self.point)
        self.origin = -1, 0.0
        """The character last asked for, and its baseline."""

    def words(self) -> Iterator[Word]:
        text = self._text()
        pending: list[Word] = []
        end = 0
        for line in _LINE.finditer(text):
            spans = [match.span() for match in _PIECE.finditer(text, *line.span())]
            keys = self._line_keys(spans)
            for (start, stop), key in zip(spans, keys, strict=True):
                pieces = self._words_at(text[start:stop], start, key)
                # PDFium begins a new line before raised letters ("5" and "th"): no blank, no new
                # word.
                joins = pending and not text[end:start].strip("\r\n")
                if joins and touches(pending[-1], pieces[0]):
                    pending = merge_pieces([*pending, *pieces])
                else:
                    yield from pending
                    pending = pieces
                end = stop
        yield from pending

    def _line_keys(self, spans: Sequence[tuple[int, int]]) -> list[int]:
        """Give for each word of a line the object that holds it all, -1 where that is not known.

        An object's characters follow each other: it holds all between the first and the last.
        """
        keys = [-1] * len(spans)
        stack = [(0, len(spans))]
        ends: dict[int, int] = {}
        while stack:
            first, last = stack.pop()
            if last - first < 2:
                continue
            left, right = spans[first][0], spans[last - 1][1] - 1
            for index in (left, right):
                if index not in ends:
                    ends[index] = text_object(self.page, index) or 0
            if ends[left] == ends[right] != 0:
                keys[first:last] = [ends[left]] * (last - first)
                self._learn_baseline(ends[left], left, right)
            else:
                middle = (first + last) // 2
                stack += [(first, middle), (middle, last)]
        return keys

    def _learn_baseline(self, key: int, first: int, last: int) -> None:
        baseline = self._baseline(first)
        if baseline == self._baseline(last):
            self.baselines[key] = baseline

    def _text(self) -> str:
        count = count_chars(self.page)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = get_text(self.page, 0, count, ctypes.addressof(buffer))
        # One character a code unit, so that places in the text are PDFium's indexes.
        units = bytes(buffer)[: 2 * max(written - 1, 0)]
        text = units.decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
        text = "".join(map(chr, buffer[: max(written - 1, 0)]))
        if len(text) == count:
            return text
        codes = (get_unicode(self.page, i) for i in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)

    def _words_at(self, text: str, start: int, key: int) -> list[Word]:
        if len(text) < _SHORTEST or text in self.whole:
            return self._word(text, start, key)
        cuts = self._blanks(start, len(text))
        if not cuts:
            self.whole.add(text)
            return self._word(text, start, key)
        ends = [*cuts, len(text)]
        starts = [0, *cuts]
        return [
            word
            for a, b in zip(starts, ends, strict=True)
            for word in self._word(text[a:b], start + a, key)
        ]

    def _blanks(self, start: int, length: int) -> list[int]:
        """Where within PDFium's word a blank shows on paper that PDFium took for none."""
        boxes = [self._char_box(index) for index in range(start, start + length)]
        height = max([box[3] - box[1] for box in boxes])
        gaps = [b[0] - a[2] for a, b in itertools.pairwise(boxes)]
        least = max(_BLANK * height, 3 * sorted(gaps)[len(gaps) // 2] + _BLANK * height / 2)
        return [at for at, gap in enumerate(gaps, 1) if least < gap < 3 * height]

    def _word(self, text: str, start: int, key: int) -> list[Word]:
        last = start + len(text) - 1
        if key < 0:
            key = text_object(self.page, start) or 0
            plain = text == LINE_HYPHEN or self._is_plain(text, start, last, key)
        else:
            plain = True
        if plain:
            return [self._piece(text, start, last, key)]
        runs: list[tuple[int, int, tuple[float, float]]] = []
        for index in range(start, last + 1):
            shape = runs[-1][2] if text[index - start] == LINE_HYPHEN else self._shape(index)
            if runs and shape == runs[-1][2]:
                runs[-1] = (runs[-1][0], index, shape)
            else:
                runs.append((index, index, shape))
        pieces = [
            self._piece(text[a - start : b - start + 1], a, b, text_object(self.page, a) or 0)
            for a, b, _ in runs
        ]
        return merge_pieces(pieces)

    def _is_plain(self, text: str, start: int, last: int, key: int) -> bool:
        """Whether the whole word has one size and baseline.

        Chromium gives nearly every glyph an object of its own, so objects alone do not tell; a
        raised mark within a word ("word1.") is a figure or a sign.
        """
        if start == last or key == (text_object(self.page, last) or 0):
            return True
        if _SIGN.search(text, 1):
            return False
        last -= text[-1] == LINE_HYPHEN
        if font_size(self.page, start) != font_size(self.page, last):
            return False
        end = self._baseline(last)
        begin = self._baseline(start)
        return begin == end or round(begin, 1) == round(end, 1)

    def _shape(self, index: int) -> tuple[float, float]:
        return font_size(self.page, index), round(self._baseline(index), 1)

    def _baseline(self, index: int) -> float:
        if index != self.origin[0]:
            at = self.point_at
            char_origin(self.page, index, at, at + 8)
            x, y = self.point
            _, b, _, d, _, f = self.matrix
            self.origin = index, b * x + d * y + f
        return self.origin[1]

    def _piece(self, text: str, first: int, last: int, key: int) -> Word:
        look = self.looks.look(key, first)
        baseline = self.baselines.get(key)
        if baseline is None:
            baseline = self._baseline(first)
        hyphen = text[-1] == LINE_HYPHEN
        if hyphen:
            text = text[:-1] + "-"
        return Word(
            text if text.isascii() else _whole(text),
            *self._box(first, last),
            look.size,
            look.bold,
            look.italic,
            look.colour,
            look.font,
            look.mcid,
            baseline,
            hyphen,
            False,
            1.0,
            look.angle,
            look.artifact,
        )

    def _box(self, first: int, last: int) -> Box:
        """Give the box around two characters of a line, from their font's depth to its height."""
        if first == last:
            return self._char_box(first)
        at = self.box_at
        loose_box(self.page, first, at)
        loose_box(self.page, last, at + 16)
        al, atop, ar, abottom, bl, btop, br, bbottom = self.boxes
        left, right = al if al < bl else bl, ar if ar > br else br
        low, high = abottom if abottom < bbottom else bbottom, atop if atop > btop else btop
        return apply_box(self.matrix, left, low, right, high)

    def _char_box(self, index: int) -> Box:
        loose_box(self.page, index, self.box_at)
        x0, top, x1, bottom, _, _, _, _ = self.boxes  # in the order of PDFium's rectangle
        return apply_box(self.matrix, x0, bottom, x1, top)


def _whole(text: str) -> str:
    """Put the halves of letters beyond U+FFFF together."""
    if text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
