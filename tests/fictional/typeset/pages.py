"""Reads back what a typesetter wrote, page by page, with PDFium."""

from pathlib import Path

import pypdfium2 as pdfium


def page_texts(path: Path) -> list[str]:
    """Give the text of each page, line ends as one newline (PDFium gives \\x02 for a hyphen there)."""
    with pdfium.PdfDocument(path) as document:
        return [_text(document[index]) for index in range(len(document))]


def _text(page: pdfium.PdfPage) -> str:
    text: str = page.get_textpage().get_text_bounded()
    return text.replace("\r\n", "\n").replace("\x02", "-\n")


def flat(path: Path) -> str:
    """Give the whole text on one line."""
    return " ".join(" ".join(page_texts(path)).split())


def properties(path: Path) -> dict[str, str]:
    """Give the document's properties."""
    with pdfium.PdfDocument(path) as document:
        found: dict[str, str] = document.get_metadata_dict()
    return found


def sizes(path: Path) -> list[tuple[float, float]]:
    """Give each page's width and height in points."""
    with pdfium.PdfDocument(path) as document:
        return [document.get_page_size(index) for index in range(len(document))]
