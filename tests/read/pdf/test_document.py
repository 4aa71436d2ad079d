"""A whole file: pictures of pages, ink from elsewhere, and real reports."""

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from learnt.errors import Unreadable
from learnt.read.pdf import read_pdf
from learnt.read.pdf.ink import Page
from tests.conftest import SHARED
from tests.read.pdf.paper import (
    HEIGHT,
    PROSE,
    WIDTH,
    drawn,
    ink_page,
    ink_words,
    lines,
    printed,
    read,
)


def picture(canvas: Canvas) -> None:
    buffer = io.BytesIO()
    Image.new("L", (60, 85), 200).save(buffer, "PNG")
    canvas.drawImage(ImageReader(io.BytesIO(buffer.getvalue())), 0, 0, WIDTH, HEIGHT)


def prose(canvas: Canvas) -> None:
    lines(canvas, 72, 100, PROSE)


class TestPictures:
    def test_picture_without_ocr_is_a_warning(self) -> None:
        document = read(drawn(prose, picture))
        assert document.warnings == ("page 2 is a picture; install the ocr extra",)
        assert printed(document) == [" ".join(PROSE)]

    def test_nothing_but_pictures_is_unreadable(self) -> None:
        with pytest.raises(Unreadable) as caught:
            read(drawn(picture, picture))
        assert caught.value.cause == "needs-ocr"

    def test_recognised_page_takes_the_same_way(self) -> None:
        asked: list[int] = []

        def ocr(data: bytes, number: int) -> Page:
            asked.append(number)
            words = [
                word
                for at, text in enumerate(PROSE)
                for word in ink_words(72, 100 + 14 * at, text, confidence=0.9)
            ]
            page = ink_page(words, number)
            return Page(number, page.width, page.height, page.words, source="ocr")

        document = read_pdf(drawn(prose, picture), "scan.pdf", ocr=ocr)
        assert asked == [2]
        assert document.blocks[1].text == " ".join(PROSE)
        assert (document.blocks[1].source, document.blocks[1].confidence) == ("ocr", 0.9)

    def test_words_over_a_picture_are_no_picture(self) -> None:
        def page(canvas: Canvas) -> None:
            picture(canvas)
            prose(canvas)

        document = read(drawn(page))
        assert not document.warnings
        assert printed(document) == [" ".join(PROSE)]


def test_file_is_known_by_its_hash() -> None:
    data = drawn(prose, title="A review")
    first, second = read(data), read(data)
    assert first == second
    assert (first.title, first.pages, first.media_type) == ("A review", 1, "application/pdf")
    assert len(first.sha256) == 64


def test_empty_page_has_no_blocks() -> None:
    assert read(drawn(lambda canvas: None)).blocks == ()


RAIL = SHARED / "data" / "real-pdf" / "rail-safety-2014-103.pdf"
RESPONSE = SHARED / "data" / "real-pdf" / "government-response-rapid-review.pdf"


def real(path: Path):  # type: ignore[no-untyped-def]
    if not path.exists():
        pytest.skip(f"{path.name} is not on this machine")
    return read_pdf(path.read_bytes(), path.name)


class TestRealReports:
    def test_accident_report(self) -> None:
        document = real(RAIL)
        numbers = [block.number for block in document.blocks]
        assert [f"7.2.{n}." for n in range(1, 18)] == [
            n for n in numbers if n.startswith("7.2.") and n != "7.2."
        ]
        text = "\n".join(printed(document))
        assert all(f"({ref})" in text for ref in ("018/14", "019/14", "020/14", "021/14", "005/15"))
        assert "| Page" not in text
        notes = [item.number for item in document.furniture if item.kind == "footnote"]
        assert notes[:12] == [str(n) for n in range(1, 13)]

    def test_response_printed_from_a_browser(self) -> None:
        document = real(RESPONSE)
        heads = [block.text for block in document.blocks if block.kind == "heading"]
        assert [h for h in heads if h.startswith("Recommendation ")] == [
            f"Recommendation {n}" for n in range(1, 14)
        ]
        assert sum(item.kind == "browser" for item in document.furniture) == 40
        assert not any("8:19 PM" in text for text in printed(document))
