"""Makes small PDFs, drawn line by line or set by a flow, and pages of ink without a PDF."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from learnt.read.pdf import read_pdf
from learnt.read.pdf.ink import Edge, Page, Panel, Word
from learnt.records import Block, Document

WIDTH, HEIGHT = 595.0, 842.0
Draw = Callable[[Canvas], object]
PROSE = (
    "Officers attended the address and spoke to both people who lived there before they left",
    "the house and wrote in the record that no further visit was thought to be needed at that",
    "time although a neighbour had called twice in the same week to say that she was worried",
    "about the noise and the children and had asked for somebody to come back and to see them",
    "on another day when it would be possible to talk without being heard by anybody else who",
    "was in the building or who might have come to the door while they were talking together.",
)
"""Lines of about equal length that run on from one to the next."""


def drawn(*pages: Draw, title: str = "", size: tuple[float, float] = (WIDTH, HEIGHT)) -> bytes:
    """Give a PDF whose pages are drawn by the functions, y from the bottom as in PDF."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    if title:
        canvas.setTitle(title)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def write(
    canvas: Canvas, x: float, top: float, text: str, size: float = 11, font: str = "Helvetica"
) -> None:
    """Write `text` with its baseline `top` points below the page's top."""
    canvas.setFont(font, size)
    canvas.drawString(x, HEIGHT - top, text)


def lines(
    canvas: Canvas, x: float, top: float, texts: Sequence[str], size: float = 11, step: float = 14
) -> float:
    """Write lines below each other and give the next line's baseline."""
    for text in texts:
        write(canvas, x, top, text, size)
        top += step
    return top


def flowed(
    flow: Sequence[Flowable],
    columns: int = 1,
    decorate: Callable[[Canvas, int], None] | None = None,
) -> bytes:
    """Give a PDF set by a flow over pages of one or two columns."""
    buffer = io.BytesIO()
    template = BaseDocTemplate(buffer, pagesize=(WIDTH, HEIGHT), invariant=1)
    spans = [(72.0, 451.0)] if columns == 1 else [(60.0, 225.0), (310.0, 225.0)]
    frames = [Frame(x, 72, width, 698, 0, 0, 0, 0) for x, width in spans]

    def on_page(canvas: Canvas, doc: BaseDocTemplate) -> None:
        if decorate:
            decorate(canvas, doc.page)

    template.addPageTemplates(PageTemplate(frames=frames, onPage=on_page))
    template.build(list(flow))
    return buffer.getvalue()


def para(text: str, label: str = "", **style: Any) -> Paragraph:
    """Give a paragraph for a flow; `label` stands before it in the margin."""
    usual: dict[str, Any] = {"fontSize": 11, "leading": 14, "spaceAfter": 6}
    look = ParagraphStyle("p", **(usual | ({"leftIndent": 30} if label else {}) | style))
    return Paragraph(text, look, bulletText=label or None)


def read(data: bytes) -> Document:
    """Read a PDF made here."""
    return read_pdf(data, "test.pdf")


def printed(document: Document) -> list[str]:
    """Number and text of each block that is no table."""
    return [block.printed for block in document.blocks if block.kind != "table"]


def texts(document: Document, kind: str) -> list[str]:
    """The texts of all furniture of one kind."""
    return [item.text for item in document.furniture if item.kind == kind]


def only(document: Document, start: str) -> Block:
    """The one block whose text starts with `start`."""
    found = [block for block in document.blocks if block.text.startswith(start)]
    assert len(found) == 1, printed(document)
    return found[0]


def ink_words(x: float, baseline: float, text: str, size: float = 11, **look: Any) -> list[Word]:
    """Give the words of a line of ink, set in Helvetica."""
    words: list[Word] = []
    for part in text.split(" "):
        width = stringWidth(part, "Helvetica", size)
        top, bottom = baseline - 0.8 * size, baseline + 0.2 * size
        word = Word(part, x, top, x + width, bottom, size, baseline=baseline, **look)
        words.append(word)
        x += width + stringWidth(" ", "Helvetica", size)
    return words


def ink_page(
    words: Sequence[Word],
    number: int = 1,
    edges: Sequence[Edge] = (),
    panels: Sequence[Panel] = (),
) -> Page:
    """Give a page of ink of A4's size."""
    return Page(number, WIDTH, HEIGHT, tuple(words), tuple(edges), tuple(panels))
