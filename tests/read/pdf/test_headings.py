"""Which lines are headings, and how deep."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from learnt.read.pdf.headings import Candidate, is_heading
from learnt.read.pdf.lines import make_line
from learnt.read.pdf.paragraphs import Draft
from learnt.read.pdf.spacing import Spacing
from tests.read.pdf.paper import PROSE, drawn, flowed, ink_words, lines, only, para, read, write

TEXT = " ".join(PROSE)


def dressed(text: str, size: float = 11, bold: bool = True) -> list:  # type: ignore[type-arg]
    words = f"<b>{text}</b>" if bold else text
    return [para(words, fontSize=size, leading=size * 1.25, spaceBefore=8), para(TEXT)]


@pytest.mark.parametrize(
    ("text", "size", "bold", "heading"),
    [
        ("Findings of the panel", 16, False, True),
        ("Findings of the panel", 11, True, True),
        ("FINDINGS OF THE PANEL", 11, False, True),
        ("Recommendation 3", 11, True, True),
        # A whole recommendation in bold is text, whatever its type.
        (
            "The board should review its policy on visits, and should tell people of it.",
            11,
            True,
            False,
        ),
        ("Findings of the panel", 11, False, False),
    ],
)
def test_dress_makes_a_heading(text: str, size: float, bold: bool, heading: bool) -> None:
    flow = [para(TEXT), *dressed(text, size, bold), para(TEXT)]
    block = only(read(flowed(flow)), text)
    assert (block.kind == "heading") == heading


def test_two_lines_are_one_heading() -> None:
    title = "The involvement of the police, of the housing department and of the health services in this"
    flow = [para(TEXT), *dressed(f"{title} case", 16)]
    assert only(read(flowed(flow)), "The involvement").text == f"{title} case"


def test_numbers_and_sizes_give_the_depth() -> None:
    def page(canvas: Canvas) -> None:
        top = 100.0
        for label, text, size in (
            ("", "Overview report", 22),
            ("1.", "Background", 14),
            ("1.1", "The family", 12),
            ("2.", "Findings", 14),
        ):
            write(canvas, 72, top, f"{label} {text}".strip(), size, "Helvetica-Bold")
            top = lines(canvas, 72, top + 22, PROSE) + 16

    got = [block for block in read(drawn(page)).blocks if block.kind == "heading"]
    assert [(block.number, block.text, block.level) for block in got] == [
        ("", "Overview report", 1),
        ("1.", "Background", 2),
        ("1.1", "The family", 3),
        ("2.", "Findings", 2),
    ]


def test_bookmark_is_a_witness() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 100, PROSE)
        write(canvas, 72, 200, "Family views")
        lines(canvas, 72, 224, PROSE)
        canvas.bookmarkPage("a")
        canvas.addOutlineEntry("Family views", "a", 0)

    assert only(read(drawn(page)), "Family views").kind == "heading"


@pytest.mark.parametrize(
    ("text", "size", "confidence", "heading"),
    [
        ("Recommendations for agencies.", 16, 0.95, True),  # a speck, on a scan
        ("Recommendations for agencies", 16, 0.95, True),
        ("Recommendations for agencies.", 16, 1.0, False),  # printed so: a sentence
        ("Staff were told.", 11, 0.95, False),  # bold words in the text's size
        ("We met. Then we wrote to the family.", 16, 0.95, False),  # two sentences
    ],
)
def test_speck_behind_a_heading(text: str, size: float, confidence: float, heading: bool) -> None:
    line = make_line(1, ink_words(72, 100, text, size, bold=True, confidence=confidence))
    assert is_heading(Candidate(Draft([line]), text, ""), Spacing(), {}) == heading
