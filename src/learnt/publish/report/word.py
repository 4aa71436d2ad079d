"""The report as a Word file: real headings, captions, alternative texts and tables to edit."""

import io
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Emu, Pt, RGBColor

from learnt.publish.report.composed import (
    Block,
    Composed,
    Figure,
    Heading,
    Note,
    Paragraph,
    Section,
    TableBlock,
    Written,
)
from learnt.publish.report.draw import to_png
from learnt.publish.report.word_fields import (
    add_bookmark,
    add_field,
    add_inner_link,
    add_link,
    describe_picture,
    enclose_in_field,
    keep_whole,
    repeat_header,
    set_font,
    set_language,
)

FONT, INK = "Arial", RGBColor(0x1D, 0x35, 0x57)
DPI_GIVEN, DPI_MEANT = 72, 192
"""Word takes a pixel for a point; our pictures have two pixels for each of a screen's 96 an inch."""
ACROSS, SHORTEST, LONGEST = Cm(17), 11, 34
"""The width between the margins, and the letters from and up to which a column's length counts."""
CONTENTS = 'TOC \\o "1-2" \\h \\z \\u'
"""What Word lists when somebody has it count the contents anew (F9): headings of two levels."""
BRIEF, LOW = "brief", Cm(4)
"""The section that takes two pages, and how high a picture in it is."""
MARGIN, PICTURE, PAGE_SIZE = Cm(2), Cm(16.5), (Cm(21), Cm(29.7))
UNKNOWN_DATE = datetime(2000, 1, 1, tzinfo=UTC)
STYLES = {
    "paragraph": "Normal",
    "bullet": "List Bullet",
    "numbered": "List Paragraph",
    "quotation": "Quote",
}


def to_word(report: Composed) -> bytes:
    """Give the report as a Word file (.docx); the same report gives the same content."""
    writer = _Writer(report)
    writer.front()
    for section in report.sections:
        writer.section(section)
    stream = io.BytesIO()
    writer.document.save(stream)
    return stream.getvalue()


class _Writer:
    """Writes the parts of a report one after the other."""

    def __init__(self, report: Composed) -> None:
        self.report = report
        self.document = Document()
        self.marks = 0
        self.brief = False
        """Whether the two pages for those who decide are being written: they must stay two."""
        _set_up(self.document, report)

    def front(self) -> None:
        """Write the title, the notice and the list of contents."""
        self.document.add_paragraph(self.report.title, style="Title")
        if self.report.subtitle:
            self.document.add_paragraph(self.report.subtitle, style="Subtitle")
        if self.report.notice:
            self.document.add_paragraph().add_run(self.report.notice).bold = True
        self.document.add_paragraph("Contents", style="TOC Heading")
        lines = [self.document.add_paragraph() for _ in self.report.sections]
        for line, section in zip(lines, self.report.sections, strict=True):
            add_inner_link(line, section.title, _mark(section.id))
        if lines:
            enclose_in_field(lines[0], lines[-1], CONTENTS)

    def section(self, section: Section) -> None:
        """Write a section with its heading; the brief begins a page and so does what follows it."""
        after, self.brief = self.brief, section.id == BRIEF
        heading = self.heading(section.title, 1, section.id)
        heading.paragraph_format.page_break_before = after or self.brief
        for block in section.blocks:
            self.block(block)

    def heading(self, text: str, level: int, name: str = "") -> Any:
        """Write a heading that links can lead to."""
        paragraph = self.document.add_heading(text, level)
        if name:
            self.marks += 1
            add_bookmark(paragraph, _mark(name), self.marks)
        if self.brief:
            paragraph.paragraph_format.space_before = Pt(6)
        return paragraph

    def block(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Heading():
                self.heading(block.text, block.level - 1, block.id)
            case Paragraph():
                self.document.add_paragraph(" ".join(one.text for one in block.sentences))
            case Note():
                self.document.add_paragraph().add_run(block.sentence.text).italic = True
            case TableBlock():
                self.table(block)
            case Figure():
                self.figure(block)
            case Written():
                self.written(block)

    def figure(self, figure: Figure) -> None:
        """Write a picture with its caption and alternative text, then its table.

        In the brief the table is left out: the whole of it stands further on.
        """
        picture = io.BytesIO(to_png(figure.spec))
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        shape = paragraph.add_run().add_picture(picture)
        natural = Emu(int(shape.width * DPI_GIVEN / DPI_MEANT))
        wide = min(natural, PICTURE)
        if self.brief:
            wide = min(wide, Emu(int(shape.width * LOW / shape.height)))
        shape.height, shape.width = Emu(int(shape.height * wide / shape.width)), Emu(wide)
        describe_picture(shape, figure.title, figure.alternative.text)
        self.caption(figure.label, figure.title)
        if not self.brief:
            self.table(figure.table)

    def caption(self, label: str, text: str, *, above: bool = False) -> None:
        """Write a caption that Word counts: `label` is "Table 3"."""
        kind, _, number = label.rpartition(" ")
        paragraph = self.document.add_paragraph(style="Caption")
        paragraph.paragraph_format.keep_with_next = above
        if self.brief:
            paragraph.paragraph_format.space_after = Pt(2)
        if kind and number.isdigit():
            paragraph.add_run(f"{kind} ")
            add_field(paragraph, f"SEQ {kind} \\* ARABIC", number)
            paragraph.add_run(f": {text}")
        else:
            paragraph.add_run(f"{label}: {text}" if label else text)

    def table(self, block: TableBlock) -> None:
        """Write a table with its caption above and its notes below."""
        self.caption(block.label, block.caption, above=True)
        table = self.document.add_table(rows=1, cols=len(block.headers), style="Table Grid")
        for cell, header in zip(table.rows[0].cells, block.headers, strict=True):
            _fill(cell, header, bold=True)
        repeat_header(table.rows[0])
        table.autofit = False
        closing = len(block.rows) - block.last
        for position, row in enumerate(block.rows):
            cells = table.add_row()
            keep_whole(cells)
            for column, (cell, told) in enumerate(zip(cells.cells, row, strict=True)):
                _fill(
                    cell,
                    told.text,
                    bold=position >= closing,
                    right=column > 0 and _short(told.text),
                )
        for column, width in zip(table.columns, _widths(block), strict=True):
            # LibreOffice goes by the column, Word by the cells.
            column.width = width
            for cell in column.cells:
                cell.width = width
        for note in block.notes:
            self.document.add_paragraph().add_run(note.text).italic = True
        space = self.document.add_paragraph().paragraph_format
        space.space_after = Pt(0)
        space.line_spacing = Pt(6)

    def written(self, block: Written) -> None:
        """Write an analyst's own paragraph."""
        if block.kind == "heading":
            self.heading("".join(run.text for run in block.runs), 2, block.id)
            return
        paragraph = self.document.add_paragraph(style=STYLES[block.kind])
        paragraph.paragraph_format.left_indent = Cm(0.6 * block.depth) if block.depth > 1 else None
        if block.kind == "numbered":
            # A style's own numbers would run on from one list to the next.
            paragraph.add_run(f"{block.number}. ")
        for run in block.runs:
            if run.link:
                add_link(paragraph, run.text, run.link)
                continue
            words = paragraph.add_run(run.text)
            words.bold, words.italic = run.strong or None, run.emphasis or None


def _set_up(document: Any, report: Composed) -> None:
    document.styles["Normal"].font.size = Pt(11)
    for style in document.styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            set_font(style, FONT)
            if style.name.startswith(("Heading", "Title", "Subtitle", "Caption", "TOC")):
                style.font.color.rgb = INK
    set_language(document, report.language)
    properties = document.core_properties
    properties.title, properties.language = report.title, report.language
    properties.subject, properties.author = report.subtitle, "Learnt"
    properties.created = properties.modified = _day(report.date)
    page = document.sections[0]
    page.orientation = WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = PAGE_SIZE
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    if report.notice:
        page.header.paragraphs[0].add_run(report.notice).bold = True
    footer = page.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("Page ")
    add_field(footer, "PAGE", "1")


def _widths(block: TableBlock) -> list[Emu]:
    """Share the page among the columns by the length of what stands in them."""
    told = [block.headers, *(tuple(cell.text for cell in row) for row in block.rows)]
    longest = [max(len(row[place]) for row in told) for place in range(len(block.headers))]
    weights = [min(max(one, SHORTEST), LONGEST) for one in longest]
    return [Emu(int(ACROSS * one / sum(weights))) for one in weights]


def _day(date: str) -> datetime:
    try:
        return datetime.fromisoformat(date).replace(tzinfo=UTC)
    except ValueError:
        return UNKNOWN_DATE


def _mark(name: str) -> str:
    """Give a bookmark's name: letters, digits and underscores, at most 40."""
    return f"s_{''.join(one if one.isalnum() else '_' for one in name)}"[:40]


def _short(text: str) -> bool:
    """Tell whether a cell holds a number rather than words."""
    return any(one.isdigit() for one in text) and len(text) < 24


def _fill(cell: Any, text: str, *, bold: bool = False, right: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold or None, Pt(9.5)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
