"""Tables whose truth is known: invented action plans, and their PDFs drawn by reportlab."""

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

Rules = Literal["all", "horizontal", "shading", "none"]
HEADER = (
    "Recommendation",
    "Scope",
    "Action to take",
    "Lead agency",
    "Key milestones in enacting the recommendation",
    "Target date",
    "Date of completion and outcome",
)
WIDTHS = (170, 50, 150, 80, 140, 60, 120)
_VOICE = (
    "the partnership should review its training so that staff in every team can recognise "
    "controlling behaviour and ask about it safely when a person comes alone to an "
    "appointment with a carer present and record what was said in a form that other "
    "services can find later including risk assessments referrals and the reasons why no "
    "further contact was made within 12 months of the first disclosure under section 9 of "
    "the guidance for practitioners"
)
_WORDS = _VOICE.split()
_LEADS = (
    "Police",
    "Fernshire County Council",
    "Integrated Care Board",
    "Probation Service",
    "Harbour Refuge",
)


@dataclass(frozen=True)
class Plan:
    """A table as it should be read: the header and the rows' texts."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sentence(rng: random.Random, low: int, high: int) -> str:
    """Give an invented sentence of `low` to `high` words."""
    words = rng.choices(_WORDS, k=rng.randint(low, high))
    return " ".join(words).capitalize() + "."


def text(rng: random.Random, low: int, high: int, sentences: int = 2) -> str:
    """Give up to `sentences` sentences in one paragraph."""
    return " ".join(sentence(rng, low, high) for _ in range(rng.randint(1, sentences)))


def date(rng: random.Random) -> str:
    """Give a date as plans print it."""
    month = rng.choice(("January", "March", "June", "September", "December"))
    return f"{month} {rng.randint(2019, 2025)}"


def action_plan(rng: random.Random, rows: int, numbered: bool = True) -> Plan:
    """Give a seven-column plan whose cells go from a word to a long paragraph."""
    body = []
    for number in range(1, rows + 1):
        label = f"{number}. " if numbered else ""
        body.append(
            (
                label + text(rng, 12, 40),
                rng.choice(("Local", "Regional", "National")),
                text(rng, 8, 45),
                rng.choice(_LEADS),
                text(rng, 5, 40, 3),
                date(rng),
                rng.choice(("", "", text(rng, 3, 12))),
            )
        )
    return Plan(HEADER, tuple(body))


def recommendation_table(rng: random.Random, rows: int) -> Plan:
    """Give a table of number, recommendation and agency."""
    body = [(str(n), text(rng, 12, 40), rng.choice(_LEADS)) for n in range(1, rows + 1)]
    return Plan(("No.", "Recommendation", "Agency"), tuple(body))


def as_pdf(
    plan: Plan,
    rules: Rules,
    widths: Sequence[float],
    *,
    repeat: bool = True,
    size: float = 9.0,
    wide: bool = True,
    around: Sequence[Any] = (),
) -> bytes:
    """Give the plan as a PDF; rows may be cut by a page break, `around` stands above it."""
    style = ParagraphStyle("cell", fontName="Helvetica", fontSize=size, leading=size * 1.2)
    head = ParagraphStyle("head", parent=style, fontName="Helvetica-Bold")
    data = [[Paragraph(cell, head) for cell in plan.header]]
    data += [[Paragraph(cell, style) for cell in row] for row in plan.rows]
    table = Table(data, widths, repeatRows=int(repeat), splitInRow=1)
    table.setStyle(_commands(rules, len(data)))
    out = io.BytesIO()
    pages = landscape(A4) if wide else A4
    SimpleDocTemplate(
        out, pagesize=pages, leftMargin=36, rightMargin=36, topMargin=54, bottomMargin=54
    ).build([*around, table], onFirstPage=_furniture, onLaterPages=_furniture)
    return out.getvalue()


def _commands(rules: Rules, rows: int) -> list[Any]:
    top: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if rules == "all":
        return [*top, ("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    if rules == "horizontal":
        return [
            *top,
            ("LINEABOVE", (0, 0), (-1, -1), 0.5, colors.grey),
            ("LINEBELOW", (0, -1), (-1, -1), 0.5, colors.grey),
        ]
    if rules == "shading":
        bands = [
            ("BACKGROUND", (0, row), (-1, row), colors.HexColor("#e6eef5"))
            for row in range(2, rows, 2)
        ]
        return [*top, ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#9fb8cf")), *bands]
    return top


def _furniture(canvas: Any, document: Any) -> None:
    canvas.setFont("Helvetica", 8)
    width, height = document.pagesize
    canvas.drawString(36, height - 30, "Review of the death of Person A")
    canvas.drawCentredString(width / 2, 24, f"Page {canvas.getPageNumber()}")
