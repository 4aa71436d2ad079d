"""A page's characters, as PDFium gives them, gathered into words with their look.

PDFium is asked only for the first and last character of a word wherever both belong to one text
object, which has one font, size and colour; that makes this loop three times as fast as asking
for each character.
"""

import ctypes
import itertools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from learnt.read.pdf.ink import Word
from learnt.read.pdf.space import Matrix, apply, apply_box, multiply

LINE_HYPHEN = "\ufffe"
"""What PDFium puts for a hyphen that ends a line where the next line goes on with a letter."""
_PIECE = re.compile(r"[^\s\ufffe\x00]+\ufffe?|\ufffe")
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_SIGN = re.compile(r"[\d*†‡§]")
_NOTE_MARK = re.compile(r"^[\d*†‡§,]{1,7}$")
_SHORTEST = 4
"""Letters of the shortest word that is searched for a blank."""
_BLANK = 0.1
"""Least width of a blank, as a share of the letters' height."""
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
_BOLD_WEIGHT = 600


@dataclass(frozen=True, slots=True)
class Look:
    """What all characters of one text object share."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: str
    mcid: int
    artifact: str
    angle: int


def read_words(text_page: Any, matrix: Matrix, whole: set[str] | None = None) -> list[Word]:
    """Give the words of an open PDFium text page in PDFium's order, in displayed points.

    `whole` remembers, over the pages of a document, which words were seen to hold no blank.
    """
    words = list(_Reader(text_page, matrix, set() if whole is None else whole).words())
    for at, word in enumerate(words):
        if _NOTE_MARK.match(word.text) and not word.superscript:
            beside = words[max(at - 1, 0) : at] + words[at + 1 : at + 2]
            if any(_is_raised(word, other) and _is_near(word, other) for other in beside):
                words[at] = _marked(word)
    return words


def _bytes_of(call: Any, *handles: Any) -> bytes:
    length = call(*handles, None, 0)
    if length <= 0:
        return b""
    buffer = ctypes.create_string_buffer(length)
    call(*handles, buffer, length)
    return buffer.raw[:length]


class _Reader:
    def __init__(self, text_page: Any, matrix: Matrix, whole: set[str]) -> None:
        self.whole = whole
        self.page = text_page
        self.matrix = matrix
        self.looks: dict[int, Look] = {}
        self.fonts: dict[int, tuple[str, bool, bool]] = {}
        self.rect = pdfium.FS_RECTF()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.raw = pdfium.FS_MATRIX()
        self.rgba = tuple(ctypes.c_uint() for _ in range(4))
        self.turn: Matrix = (*matrix[:4], 0.0, 0.0)

    def words(self) -> Iterator[Word]:
        text = self._text()
        pending: list[Word] = []
        end = 0
        for match in _PIECE.finditer(text):
            pieces = self._words_at(match.group(), match.start())
            # PDFium begins a new line before raised letters ("5" and "th"): no blank, no new word.
            between = text[end : match.start()]
            if pending and not between.strip("\r\n") and _touches(pending[-1], pieces[0]):
                pending = merge_pieces([*pending, *pieces])
            else:
                yield from pending
                pending = pieces
            end = match.end()
        yield from pending

    def _text(self) -> str:
        count = pdfium.FPDFText_CountChars(self.page)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self.page, 0, count, buffer)
        # One character a code unit, so that places in the text are PDFium's indexes.
        text = "".join(map(chr, buffer[: max(written - 1, 0)]))
        if len(text) == count:
            return text
        codes = (pdfium.FPDFText_GetUnicode(self.page, i) for i in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)

    def _words_at(self, text: str, start: int) -> list[Word]:
        if len(text) < _SHORTEST or text in self.whole:
            return self._word(text, start)
        cuts = self._blanks(start, len(text))
        if not cuts:
            self.whole.add(text)
            return self._word(text, start)
        ends = [*cuts, len(text)]
        starts = [0, *cuts]
        return [
            word
            for a, b in zip(starts, ends, strict=True)
            for word in self._word(text[a:b], start + a)
        ]

    def _blanks(self, start: int, length: int) -> list[int]:
        """Where within PDFium's word a blank shows on paper that PDFium took for none."""
        boxes = [self._box(index) for index in range(start, start + length)]
        height = max(box[3] - box[1] for box in boxes)
        gaps = [b[0] - a[2] for a, b in itertools.pairwise(boxes)]
        least = max(_BLANK * height, 3 * sorted(gaps)[len(gaps) // 2] + _BLANK * height / 2)
        return [at for at, gap in enumerate(gaps, 1) if least < gap < 3 * height]

    def _word(self, text: str, start: int) -> list[Word]:
        last = start + len(text) - 1
        if text == LINE_HYPHEN or self._is_plain(text, start, last):
            return [self._piece(text, start, last)]
        runs: list[tuple[int, int, tuple[float, float]]] = []
        for index in range(start, last + 1):
            shape = runs[-1][2] if text[index - start] == LINE_HYPHEN else self._shape(index)
            if runs and shape == runs[-1][2]:
                runs[-1] = (runs[-1][0], index, shape)
            else:
                runs.append((index, index, shape))
        pieces = [self._piece(text[a - start : b - start + 1], a, b) for a, b, _ in runs]
        return merge_pieces(pieces)

    def _is_plain(self, text: str, start: int, last: int) -> bool:
        """Whether the whole word has one size and baseline.

        Chromium gives nearly every glyph an object of its own, so objects alone do not tell; a
        raised mark within a word ("word1.") is a figure or a sign.
        """
        if self._key(start) == self._key(last):
            return True
        if _SIGN.search(text, 1):
            return False
        return self._shape(start) == self._shape(last - text.endswith(LINE_HYPHEN))

    def _key(self, index: int) -> int:
        handle = pdfium.FPDFText_GetTextObject(self.page, index)
        return ctypes.addressof(handle.contents) if handle else 0

    def _shape(self, index: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self.page, index, self.x, self.y)
        baseline = apply(self.matrix, self.x.value, self.y.value)[1]
        return pdfium.FPDFText_GetFontSize(self.page, index), round(baseline, 1)

    def _piece(self, text: str, first: int, last: int) -> Word:
        look = self._look(first)
        hyphen = text.endswith(LINE_HYPHEN)
        ax0, atop, ax1, abottom = self._box(first)
        if last > first:
            bx0, btop, bx1, bbottom = self._box(last)
            ax0, atop = min(ax0, bx0), min(atop, btop)
            ax1, abottom = max(ax1, bx1), max(abottom, bbottom)
        pdfium.FPDFText_GetCharOrigin(self.page, first, self.x, self.y)
        baseline = apply(self.matrix, self.x.value, self.y.value)[1]
        return Word(
            _whole(text[:-1] + "-" if hyphen else text),
            ax0,
            atop,
            ax1,
            abottom,
            look.size,
            look.bold,
            look.italic,
            look.colour,
            look.font,
            look.mcid,
            baseline,
            hyphen,
            angle=look.angle,
            artifact=look.artifact,
        )

    def _box(self, index: int) -> tuple[float, float, float, float]:
        rect = self.rect
        pdfium.FPDFText_GetLooseCharBox(self.page, index, rect)
        return apply_box(self.matrix, rect.left, rect.bottom, rect.right, rect.top)

    def _look(self, index: int) -> Look:
        key = self._key(index)
        found = self.looks.get(key)
        if found is None:
            handle = pdfium.FPDFText_GetTextObject(self.page, index)
            found = self.looks[key] = self._read_look(handle, index)
        return found

    def _read_look(self, handle: Any, index: int) -> Look:
        raw = self.raw
        pdfium.FPDFText_GetMatrix(self.page, index, raw)
        _, _, c, d, _, _ = shown = multiply((raw.a, raw.b, raw.c, raw.d, 0.0, 0.0), self.turn)
        size = pdfium.FPDFText_GetFontSize(self.page, index) * math.hypot(c, d)
        angle = round(math.degrees(math.atan2(shown[1], shown[0]))) % 360
        if not handle:
            return Look("", round(size, 2), False, False, "", -1, "", angle)
        font, bold, italic = self._font(handle)
        # Render mode 2 fills and strokes: how engines fake a bold that the font lacks.
        bold = bold or pdfium.FPDFTextObj_GetTextRenderMode(handle) == 2
        mcid = pdfium.FPDFPageObj_GetMarkedContentID(handle)
        artifact = "" if mcid >= 0 else _artifact(handle)
        italic = italic or (c != 0.0 and d != 0.0 and angle == 0 and abs(c / d) > 0.1)
        return Look(font, round(size, 2), bold, italic, self._fill(handle), mcid, artifact, angle)

    def _fill(self, handle: Any) -> str:
        if not pdfium.FPDFPageObj_GetFillColor(handle, *self.rgba):
            return ""
        red, green, blue, _ = self.rgba
        return f"#{red.value:02x}{green.value:02x}{blue.value:02x}"

    def _font(self, handle: Any) -> tuple[str, bool, bool]:
        font = pdfium.FPDFTextObj_GetFont(handle)
        if not font:
            return "", False, False
        key = ctypes.addressof(font.contents)
        if key not in self.fonts:
            raw = _bytes_of(pdfium.FPDFFont_GetBaseFontName, font)
            name = _SUBSET.sub("", raw.split(b"\0")[0].decode("utf-8", "replace"))
            flags = max(pdfium.FPDFFont_GetFlags(font), 0)
            heavy = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            self.fonts[key] = (
                name,
                bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD) or heavy,
                bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG),
            )
        return self.fonts[key]


def _whole(text: str) -> str:
    """Put the halves of letters beyond U+FFFF together."""
    if text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _artifact(handle: Any) -> str:
    """Give the subtype of the artifact that the object is marked as (`Header`), or `Artifact`."""
    for index in range(max(pdfium.FPDFPageObj_CountMarks(handle), 0)):
        mark = pdfium.FPDFPageObj_GetMark(handle, index)
        name = _mark_text(pdfium.FPDFPageObjMark_GetName, mark)
        if name == "Artifact":
            call = pdfium.FPDFPageObjMark_GetParamStringValue
            return _mark_text(call, mark, b"Subtype") or name
    return ""


def _mark_text(call: Any, *handles: Any) -> str:
    buffer, length = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
    if not call(*handles, buffer, ctypes.sizeof(buffer), length):
        return ""
    return bytes(buffer)[: min(length.value, 128)].decode("utf-16-le", "replace").rstrip("\0")


def merge_pieces(pieces: list[Word]) -> list[Word]:
    """Join the runs of one word that differ in look, but keep raised note marks apart."""
    merged: list[Word] = []
    for piece in pieces:
        if not merged:
            merged.append(piece)
        elif _is_raised(piece, merged[-1]):
            if _NOTE_MARK.match(piece.text):
                merged.append(_marked(piece))
            else:
                merged[-1] = _join(merged[-1], piece)
        elif merged[-1].superscript or not _on_one_line(merged[-1], piece):
            merged.append(piece)
        elif (
            len(merged) == 1 and _NOTE_MARK.match(merged[-1].text) and _is_raised(merged[-1], piece)
        ):
            merged[-1] = _marked(merged[-1])
            merged.append(piece)
        else:
            merged[-1] = _join(merged[-1], piece)
    return merged


def _touches(first: Word, second: Word) -> bool:
    """Whether no blank stands between two words that PDFium parts by a line's end."""
    size = max(first.size, second.size, 1.0)
    gap = second.x0 - first.x1
    level = second.top < first.bottom and first.top < second.bottom
    return level and -0.3 * size < gap < 0.09 * size and first.angle == second.angle


def _is_raised(piece: Word, beside: Word) -> bool:
    size = max(beside.size, 1.0)
    return piece.size < 0.85 * size and piece.baseline < beside.baseline - 0.15 * size


def _is_near(word: Word, beside: Word) -> bool:
    level = word.top < beside.bottom and beside.top < word.bottom
    gap = max(beside.x0 - word.x1, word.x0 - beside.x1)
    return level and gap < 2 * beside.size


def _on_one_line(first: Word, second: Word) -> bool:
    size = max(first.size, second.size, 1.0)
    near = -0.6 * size < second.x0 - first.x1 < 0.6 * size
    return abs(first.baseline - second.baseline) < 0.5 * size and near


def _marked(word: Word) -> Word:
    return _with(word, word.text, word, superscript=True)


def _join(first: Word, second: Word) -> Word:
    same = abs(first.size - second.size) < 0.1
    longer = first if len(first.text) >= len(second.text) else second
    look = longer if same else max(first, second, key=lambda word: word.size)
    return _with(first, first.text + second.text, second, look=look)


def _with(
    first: Word, text: str, second: Word, *, look: Word | None = None, superscript: bool = False
) -> Word:
    look = look or first
    return Word(
        text,
        min(first.x0, second.x0),
        min(first.top, second.top),
        max(first.x1, second.x1),
        max(first.bottom, second.bottom),
        look.size,
        look.bold,
        look.italic,
        look.colour,
        look.font,
        look.mcid,
        look.baseline,
        second.hyphen,
        superscript,
        angle=first.angle,
        artifact=look.artifact,
    )
