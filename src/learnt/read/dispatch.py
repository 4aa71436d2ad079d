"""Finds what a file is by its content and hands it to the reader of that format.

Runs inside the worker (`learnt.read.worker`); readers are imported only when a file needs them, so
that the process starts quickly.
"""

import hashlib
from collections.abc import Callable

import msgspec

from learnt.errors import Unreadable
from learnt.read.pdf.ink import Page
from learnt.records import Document

Scan = Callable[[], None]
"""Called before a page goes through OCR, which takes longer than all else."""


def parse(data: bytes, name: str, *, ocr: bool = True, scan_begun: Scan | None = None) -> Document:
    """Give the file `data`, called `name`, as a Document, whatever its name ends in.

    With `ocr`, pages without a text layer are recognised; `scan_begun` is called before each. Raises
    `Unreadable` for what cannot be read or holds nothing.
    """
    from learnt.read.language import mark_language
    from learnt.read.sniff import sniff

    media_type = sniff(data, name)
    if media_type == "application/pdf":
        document = _read_pdf(data, name, ocr, scan_begun)
    elif media_type.startswith("image/"):
        document = _read_image(data, name, ocr, scan_begun)
    else:
        document = _read_text(data, name, media_type)
    if not document.blocks and not document.furniture:
        raise Unreadable(
            name, "empty", "no words were found in it; look whether it is the right file"
        )
    digest = hashlib.sha256(data).hexdigest()
    return mark_language(
        msgspec.structs.replace(document, name=name, sha256=digest, media_type=media_type)
    )


def _read_text(data: bytes, name: str, media_type: str) -> Document:
    """Read the formats whose text needs no recognising."""
    from learnt.read import sniff

    if media_type == sniff.DOCX:
        from learnt.read.docx import read_docx

        return read_docx(data, name)
    if media_type == sniff.HTML:
        from learnt.read.html import read_html

        return read_html(data, name)
    if media_type in sniff.OFFICE:
        from learnt.read.office import read_office

        return read_office(data, name, media_type)
    if media_type == sniff.MARKDOWN:
        from learnt.read.markdown import read_markdown

        return read_markdown(data, name)
    from learnt.read.plain import read_plain

    return read_plain(data, name)


def _read_pdf(data: bytes, name: str, ocr: bool, scan_begun: Scan | None) -> Document:
    from learnt.read.pdf import read_pdf

    missing = _missing_ocr(ocr)
    recognise = None if missing else _recogniser(name, scan_begun)
    try:
        return read_pdf(data, name, ocr=recognise)
    except Unreadable as error:
        if error.cause == "needs-ocr" and missing:
            raise Unreadable(name, "needs-ocr", f"its pages are pictures; {missing}") from None
        raise


def _recogniser(name: str, scan_begun: Scan | None) -> Callable[[bytes, int], Page]:
    """Give what reads one page of a PDF by OCR."""

    def recognise(data: bytes, number: int) -> Page:
        from learnt.read.ocr.page import read_page

        if scan_begun:
            scan_begun()
        return read_page(data, number)

    return recognise


def _read_image(data: bytes, name: str, ocr: bool, scan_begun: Scan | None) -> Document:
    """Read a picture of a page (or a TIFF of several) as a scanned PDF is read."""
    if missing := _missing_ocr(ocr):
        raise Unreadable(name, "needs-ocr", f"it is a picture; {missing}")
    from learnt.read.ocr.picture import bind_images

    return _read_pdf(bind_images(data, name), name, ocr, scan_begun)


def _missing_ocr(ocr: bool) -> str:
    if not ocr:
        return "recognising scanned pages (OCR) was switched off"
    from learnt.read.ocr.models import missing_part

    return missing_part()
