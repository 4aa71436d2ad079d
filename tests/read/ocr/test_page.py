"""A spoilt scan to words: what a reader would see, numbers and bullets and table cells above all."""

import io
from functools import cache

import numpy as np
import pytest
from rapidfuzz.distance import Levenshtein
from reportlab.pdfgen.canvas import Canvas

from learnt.read.dispatch import parse
from learnt.read.ocr.models import missing_part
from learnt.read.ocr.page import read_page
from learnt.read.pdf.ink import Page, Word
from tests.read.ocr.scans import A4, bind, picture, scan, spoil, typeset

pytestmark = [
    pytest.mark.tool("tesseract"),
    pytest.mark.skipif(bool(missing_part()), reason=f"tesserocr: {missing_part()}"),
]

SENTENCES = [
    "The practice did not ask about the home, although she had attended",
    "six times between 2015 and 2018. The panel heard that 46% of referrals",
    "were repeat referrals; the national figure was 33% in 2016/17.",
    "That the partnership reviews its training within 12 months (see 7.2.3).",
]
NUMBERS = ["5.1", "5.2", "5.3", "10.4a", "5.10", "R1"]


def report_lines() -> list[tuple[float, float, str, str, float]]:
    lines: list[tuple[float, float, str, str, float]] = [
        (72, 60, "Findings of the review", "Times-Bold", 15)
    ]
    top = 100.0
    for at, number in enumerate(NUMBERS):
        lines.append((72, top, number, "Times-Roman", 11))
        for line in SENTENCES[at % 3 :]:
            lines.append((112, top, line, "Times-Roman", 11))
            top += 15
        top += 10
    lines.append((112, top, "Recommendation 4:", "Times-Bold", 11))
    for at in range(3):
        lines.append((116, top + 20 + 16 * at, "•", "Times-Roman", 11))
        lines.append((130, top + 20 + 16 * at, SENTENCES[at], "Times-Roman", 11))
    return lines


@cache
def report() -> Page:
    return read_page(scan(typeset(report_lines())), 1)


def words_at(page: Page, top: float, x0: float = 0, x1: float = 999) -> list[Word]:
    """Give the words of the line whose top is `top`, from left to right."""
    found = [
        word for word in page.words if abs(word.baseline - top - 11) < 5 and x0 <= word.x0 < x1
    ]
    return sorted(found, key=lambda word: word.x0)


def text_at(page: Page, top: float, x0: float = 0, x1: float = 999) -> str:
    return " ".join(word.text for word in words_at(page, top, x0, x1))


def test_text_is_nearly_right() -> None:
    wanted = [line for line in report_lines() if len(line[2]) > 20]
    errors = sum(
        Levenshtein.distance(line[2], text_at(report(), line[1], line[0] - 5)) for line in wanted
    )
    assert errors <= 0.01 * sum(len(line[2]) for line in wanted)


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_at_line_starts_are_kept(number: str) -> None:
    top = next(line[1] for line in report_lines() if line[2] == number)
    assert text_at(report(), top, 60, 105).rstrip(".") == number


def test_bullets_are_bullets() -> None:
    tops = [line[1] for line in report_lines() if line[2] == "•"]
    assert [text_at(report(), top, 105, 126) for top in tops] == ["•"] * 3


def test_bold_and_size_are_told() -> None:
    heading, label = words_at(report(), 64), words_at(report(), report_lines()[-7][1])
    assert all(word.bold for word in heading)
    assert all(word.bold for word in label)
    assert heading[0].size == pytest.approx(15, rel=0.12)
    plain = words_at(report(), 100, 105)
    assert not any(word.bold for word in plain)
    assert plain[0].size == pytest.approx(11, rel=0.12)


def test_page_keeps_its_size_and_source() -> None:
    assert (report().width, report().height) == pytest.approx(A4, abs=1)
    assert report().source == "ocr"
    assert all(0 <= word.confidence <= 1 for word in report().words)


def table() -> bytes:
    """Give a page with a ruled table, its first column a digit alone in its cell."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Helvetica", 9)
    xs, ys = [50, 80, 330, 430, 545], [700 - 34 * row for row in range(7)]
    for row, y in enumerate(ys[:-1]):
        cells = [str(row + 1), SENTENCES[row % 3][:48], "Local", "March 2020"]
        for x, text in zip(xs, cells, strict=False):
            canvas.drawString(x + 5, y - 14, text)
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    canvas.save()
    return out.getvalue()


def test_table_has_its_borders_and_its_lone_digits() -> None:
    page = read_page(scan(table(), turn=-0.5), 1)
    assert len([edge for edge in page.edges if edge.upright]) == 5
    assert len([edge for edge in page.edges if not edge.upright]) == 7
    digits = [word.text for word in sorted(page.words, key=lambda w: w.top) if word.x1 < 80]
    assert digits == ["1", "2", "3", "4", "5", "6"]
    assert not [word.text for word in page.words if set(word.text) <= set("|_-")]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_page_laid_wrongly_is_turned(quarters: int) -> None:
    image = picture(typeset(report_lines()), dpi=150).rotate(90 * quarters, expand=True)
    page = read_page(bind([spoil(image, turn=0.3, speckles=0)], dpi=150), 1)
    assert "practice" in {word.text for word in page.words}
    assert page.width < page.height


def test_blank_page_has_no_words() -> None:
    blank = spoil(picture(typeset([]), dpi=100), speckles=40)
    assert read_page(bind([blank], dpi=100), 1).words == ()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_image_file_is_a_page(kind: str) -> None:
    out = io.BytesIO()
    picture(typeset(report_lines()), dpi=150).save(out, kind, dpi=(150, 150))
    document = parse(out.getvalue(), f"page.{kind.lower()}")
    assert document.pages == 1
    assert document.media_type == f"image/{kind.lower()}"
    assert any("national figure was 33%" in block.text for block in document.blocks)
    assert {block.source for block in document.blocks} == {"ocr"}
    assert [block.number for block in document.blocks if block.number.startswith("5")][:2] == [
        "5.1",
        "5.2",
    ]


def test_tiff_of_two_pages_is_two_pages() -> None:
    out = io.BytesIO()
    first = picture(typeset(report_lines()), dpi=120)
    first.save(out, "TIFF", save_all=True, append_images=[first], dpi=(120, 120))
    assert parse(out.getvalue(), "scan.tif").pages == 2


def test_noise_gives_no_words_with_confidence() -> None:
    random = np.random.default_rng(1)
    from PIL import Image

    noise = Image.fromarray(random.integers(0, 255, (800, 600), dtype=np.uint8))
    page = read_page(bind([noise], dpi=100), 1)
    assert len(page.words) < 30
