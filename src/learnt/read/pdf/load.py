"""A PDF's bytes to pages of ink, through PDFium alone; who opens the file also learns its outline."""

import contextlib
import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from learnt.errors import Unreadable
from learnt.read.pdf.bullets import add_bullets
from learnt.read.pdf.glyphs import read_words
from learnt.read.pdf.ink import Page, Word
from learnt.read.pdf.paths import read_drawing
from learnt.read.pdf.space import Frame
from learnt.read.pdf.structure import TagReader

PROPERTIES = (
    "Title",
    "Author",
    "Subject",
    "Keywords",
    "Creator",
    "Producer",
    "CreationDate",
    "ModDate",
)
_MOST_BOOKMARKS = 5_000


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the document's outline; `level` 1 is the outermost, `page` 0 if unknown."""

    title: str
    level: int
    page: int


class Pdf:
    """An open PDF: its properties, outline and, one at a time, its pages."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._data = data  # PDFium reads from this memory as long as the document is open
        self._handle = _open(data, name)
        self.page_count: int = pdfium.FPDF_GetPageCount(self._handle)
        if self.page_count <= 0:
            self.close()
            raise Unreadable(name, "no-pages", "the PDF has no pages; ask for another copy")
        self._tags = TagReader()
        self._whole: set[str] = set()

    def close(self) -> None:
        """Give PDFium's memory back."""
        if self._handle:
            pdfium.FPDF_CloseDocument(self._handle)
            self._handle = None

    @property
    def properties(self) -> dict[str, str]:
        """The document's properties that are not empty, by PDF's own names."""
        found = {key: self._meta(key) for key in PROPERTIES}
        return {key: text for key, text in found.items() if text}

    @property
    def language(self) -> str:
        """The document's language as its catalogue gives it, without its country (`en`)."""
        length = pdfium.FPDFCatalog_GetLanguage(self._handle, None, 0)
        buffer = (ctypes.c_ushort * max(length // 2, 1))()
        pdfium.FPDFCatalog_GetLanguage(self._handle, buffer, length)
        text = bytes(buffer)[:length].decode("utf-16-le", "replace").strip("\0 ")
        return text.split("-")[0].casefold()

    @property
    def outline(self) -> tuple[Bookmark, ...]:
        """The bookmarks in their order."""
        marks: list[Bookmark] = []
        first = pdfium.FPDFBookmark_GetFirstChild(self._handle, None)
        stack: list[tuple[Any, int]] = [(first, 1)]
        while stack and len(marks) < _MOST_BOOKMARKS:
            handle, level = stack.pop()
            if not handle:
                continue
            marks.append(Bookmark(_title(handle), level, self._target(handle)))
            stack.append((pdfium.FPDFBookmark_GetNextSibling(self._handle, handle), level))
            stack.append((pdfium.FPDFBookmark_GetFirstChild(self._handle, handle), level + 1))
        return tuple(marks)

    def pages(self) -> Iterator[Page]:
        """Give the pages' ink in order; a page that cannot be opened is given empty."""
        for number in range(1, self.page_count + 1):
            yield self.page(number)

    def page(self, number: int) -> Page:
        """Give the ink of page `number`, counted from 1."""
        handle = pdfium.FPDF_LoadPage(self._handle, number - 1)
        if not handle:
            return Page(number, 0.0, 0.0)
        try:
            return self._ink(handle, number)
        finally:
            pdfium.FPDF_ClosePage(handle)

    def _ink(self, handle: Any, number: int) -> Page:
        frame = _frame(handle)
        text_page = pdfium.FPDFText_LoadPage(handle)
        try:
            words = read_words(text_page, frame.matrix, self._whole) if text_page else []
            turns = _turns(Counter(word.angle for word in words))
            if turns:
                frame = frame.turned(turns)
                words = read_words(text_page, frame.matrix, self._whole)
        finally:
            if text_page:
                pdfium.FPDFText_ClosePage(text_page)
        width, height = frame.size
        drawing = read_drawing(handle, frame.matrix)
        shown = [word for word in words if _is_shown(word, width, height)]
        return Page(
            number,
            width,
            height,
            tuple(add_bullets(shown, drawing.dots)),
            tuple(drawing.edges),
            tuple(drawing.panels),
            self._tags.read(handle),
            tuple(drawing.images),
        )

    def _meta(self, key: str) -> str:
        buffer = ctypes.create_string_buffer(2048)
        length = pdfium.FPDF_GetMetaText(self._handle, key.encode(), buffer, 2048)
        return buffer.raw[: min(length, 2048)].decode("utf-16-le", "replace").strip("\0 \r\n\t")

    def _target(self, bookmark: Any) -> int:
        target = pdfium.FPDFBookmark_GetDest(self._handle, bookmark)
        return pdfium.FPDFDest_GetDestPageIndex(self._handle, target) + 1 if target else 0


def load_pages(data: bytes, name: str) -> Iterator[Page]:
    """Give the ink of each page of a PDF; `name` is for messages.

    Raises `Unreadable` with cause `encrypted`, `damaged`, `empty` or `no-pages`.
    """
    with contextlib.closing(Pdf(data, name)) as pdf:
        yield from pdf.pages()


def _open(data: bytes, name: str) -> Any:
    if not data:
        raise Unreadable(name, "empty", "the file is empty; ask for another copy")
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if handle:
        return handle
    error = pdfium.FPDF_GetLastError()
    if error in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        raise Unreadable(name, "encrypted", "the PDF is locked with a password; remove it first")
    raise Unreadable(name, "damaged", "the PDF is damaged and cannot be opened; get another copy")


def _is_shown(word: Word, width: float, height: float) -> bool:
    return word.x1 > 0 and word.x0 < width and word.bottom > 0 and word.top < height


def _frame(handle: Any) -> Frame:
    rect = pdfium.FS_RECTF()
    turns = max(pdfium.FPDFPage_GetRotation(handle), 0)
    if pdfium.FPDF_GetPageBoundingBox(handle, rect):
        return Frame(rect.left, rect.bottom, rect.right, rect.top, turns)
    return Frame(0.0, 0.0, 612.0, 792.0, turns)


def _turns(angles: Counter[int]) -> int:
    """Give the clockwise quarter turns that set most of the page's words upright."""
    total = sum(angles.values())
    for angle in (90, 180, 270):
        if angles[angle] > 0.6 * total and total >= 10:
            return (360 - angle) // 90
    return 0


def _title(bookmark: Any) -> str:
    length = pdfium.FPDFBookmark_GetTitle(bookmark, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    pdfium.FPDFBookmark_GetTitle(bookmark, buffer, length)
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0").strip()
