"""Junk for text is noticed; codes, initials, bullets and Welsh are no junk."""

import io
from pathlib import Path

import pytest
import reportlab
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from learnt.read.dispatch import parse
from learnt.read.garbled import is_garbled
from learnt.read.ocr.models import missing_part

PLAIN = (
    "The panel heard that the practice had not asked about the home, although she had attended six "
    "times between 2015 and 2018 and had twice been seen alone by the same doctor."
)


def shifted(text: str, by: int) -> str:
    return "".join(chr(ord(letter) + by) if letter != " " else " " for letter in text)


@pytest.mark.parametrize(
    ("text", "junk"),
    [
        (PLAIN, False),
        # glyph numbers for letters: three off is the commonest, being printed letters all
        (shifted(PLAIN, 3), True),
        (shifted(PLAIN, -29), True),
        (shifted(PLAIN, 0xE000), True),
        ("".join(f"(cid:{ord(letter)})" for letter in PLAIN), True),
        ("\ufffd" * 40 + PLAIN[:40], True),
        # bullets from a symbol font, before each line
        ("\uf0b7 " + PLAIN + " \uf0b7 " + PLAIN, False),
        # a page of initials and codes
        ("GP3 HS1 PS2 CSP DHR MARAC IDVA NHS ICB CCG LSCB SAB IMR the panel met in May with all "
         "of them and their staff", False),
        ("Yr oedd y panel wedi cwrdd chwe gwaith yng Nghymru, ac ni chafwyd ymateb gan y bwrdd; "
         "dylai pob asiantaeth sicrhau bod staff yn gwybod am y llwybr hwn ac yn ei ddefnyddio", False),
        # too little to tell
        ("7KH SDQHO", False),
        ("", False),
    ],
)  # fmt: skip
def test_junk_is_told_from_text(text: str, junk: bool) -> None:
    assert is_garbled(text.split()) == junk


def unmapped_pdf(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Give a PDF that looks right and whose font maps each letter to a private one."""
    make = ttfonts.makeToUnicodeCMap
    monkeypatch.setattr(
        ttfonts,
        "makeToUnicodeCMap",
        lambda name, subset: make(name, [0xE000 + (code or 0) for code in subset]),
    )
    vera = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    pdfmetrics.registerFont(ttfonts.TTFont("Junk", str(vera)))
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Junk", 11)
    for line in range(12):
        canvas.drawString(60, 760 - 20 * line, PLAIN[:80])
    canvas.save()
    return out.getvalue()


@pytest.mark.tool("tesseract")
@pytest.mark.skipif(bool(missing_part()), reason=f"tesserocr: {missing_part()}")
def test_page_of_junk_is_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    document = parse(unmapped_pdf(monkeypatch), "junk.pdf")
    assert "The panel heard that the practice had not asked" in document.blocks[0].text
    assert document.blocks[0].source == "ocr"
