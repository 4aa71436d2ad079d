"""Small invented manuscripts that hold one of everything."""

from learnt.fictional.manuscript import (
    Bullets,
    Contents,
    Element,
    Frame,
    Heading,
    Manuscript,
    NewPage,
    Paragraph,
    Table,
)

PROSE = (
    "The panel considered the information that practitioners had recorded and whether it was "
    "shared between agencies in time to make a difference to the safety of the family. "
)
COLUMNS = ("No.", "Recommendation", "Agency")


def long_table(rows: int = 12, **options: object) -> Table:
    """Give a table with group rows, merged cells and rows tall enough to be cut."""
    body: list[tuple[str | None, ...]] = []
    for index in range(1, rows + 1):
        if index % 5 == 1:
            body.append((f"Theme {index // 5 + 1}: training",))
        agency = None if index % 5 == 3 else "Calder Vale Council"
        body.append((str(index), f"Row {index}. {PROSE * 2}", agency))
    return Table(COLUMNS, tuple(body), widths=(1, 6, 2), **options)  # type: ignore[arg-type]  # options of Table


def section(number: int, automatic: bool) -> list[Element]:
    """Give a numbered section with paragraphs, nested lists and a footnote."""
    return [
        Heading(f"Section {number}", 1, f"{number}.", automatic),
        Paragraph(PROSE * 3, number=f"{number}.1", automatic=automatic),
        Paragraph(
            PROSE * 2, number=f"{number}.2", automatic=automatic, footnote=f"Note of {number}."
        ),
        Bullets(("first point", "second point"), ("•", "•"), automatic=automatic),
        Bullets(("sub-point", "another"), ("(a)", "(b)"), level=1, automatic=automatic),
        Heading(f"Details of {number}", 2),
        Paragraph(PROSE * 2, number=f"{number}.3", automatic=automatic),
    ]


def whole(*, automatic: bool = False, **options: object) -> Manuscript:
    """Give a manuscript with one of everything; `options` go to `Manuscript`."""
    elements: list[Element] = [
        Paragraph("Domestic Homicide Review", centred=True, bold=True, size=24),
        Paragraph("Calder Vale Community Safety Partnership", centred=True),
        NewPage(),
        Contents(),
        NewPage(),
        *(element for number in range(1, 5) for element in section(number, automatic)),
        Frame((Paragraph("Keep “Tŷ Gwyn” in mind.", label="Learning point 1:"),)),
        Frame((Paragraph("Shaded words.", bold=True),), shaded=True),
        Heading("Recommendations", 1, "5.", automatic),
        Paragraph(PROSE, label="Recommendation 1:", automatic=automatic),
        Paragraph(PROSE, label="Recommendation 2:", automatic=automatic),
        Paragraph(PROSE, label="Recommendation 4:", automatic=automatic),
        NewPage(columns=2),
        Heading("Chronology", 1),
        *(Paragraph(f"Event {index}. {PROSE}") for index in range(1, 31)),
        NewPage(landscape=True),
        Heading("Action plan", 1),
        long_table(),
        NewPage(),
        Heading("Glossary", 1),
        Paragraph("AFC: an invented abbreviation & <its> meaning."),
    ]
    return Manuscript(
        "Domestic Homicide Review",
        tuple(elements),
        header="Calder Vale CSP",
        footer="Overview report",
        **options,  # type: ignore[arg-type]  # options of Manuscript
    )
