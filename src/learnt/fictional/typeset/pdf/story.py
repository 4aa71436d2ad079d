"""Elements of the manuscript to flowables."""

from dataclasses import dataclass, field
from xml.sax.saxutils import escape  # nosec B406 # only escapes

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak, Spacer
from reportlab.platypus import Paragraph as Text
from reportlab.platypus.tableofcontents import TableOfContents

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
from learnt.fictional.typeset.pdf.flowables import ListedHeading, NewspaperColumns, Noted, Panel
from learnt.fictional.typeset.pdf.grid import Grid, GridRow, GridStyle
from learnt.fictional.typeset.pdf.look import HANG, STEP, Look
from learnt.fictional.typeset.syllables import soften
from learnt.fictional.typeset.wording import (
    contents_title,
    heading_line,
    is_contents_title,
    needs_contents_title,
    opens_with_title,
    with_previous,
)

_WHITE = HexColor("#ffffff")
_HEADING_SIZES = (1.45, 1.2, 1.05, 1.0)
_COLUMN_LIMIT = 2


@dataclass
class StoryMaker:
    """Makes the flowables of one manuscript; counts its footnotes and headings on the way."""

    manuscript: Manuscript
    look: Look
    notes: int = 0
    headings: int = 0
    columns: int = 1
    landscape: bool = False
    story: list[Flowable] = field(default_factory=list)
    column: list[Flowable] = field(default_factory=list)
    """What is collected for the columns under way."""

    def make(self) -> list[Flowable]:
        """Give the whole story in order."""
        if not opens_with_title(self.manuscript):
            self._place([self._centred(Paragraph(self.manuscript.title, bold=True, size=22))])
        elif _is_centred(self.manuscript.elements[0]):
            self.story.append(Spacer(0, self.look.title_drop))
        for previous, element in with_previous(self.manuscript.elements):
            if isinstance(element, NewPage):
                self._turn_page(element)
            elif isinstance(element, Contents):
                self._close_columns()
                self.story += self._contents(previous)
            else:
                self._add(element)
        self._close_columns()
        return self.story

    def _add(self, element: Element) -> None:
        wide = isinstance(element, Table) or (isinstance(element, Heading) and element.level == 1)
        if wide:
            self._close_columns()
        if isinstance(element, Heading) and self.columns < _COLUMN_LIMIT:
            self.story.append(CondPageBreak(70))
        flowables, notes = self._flowables(element, noted=self.columns < _COLUMN_LIMIT)
        self._place(flowables, wide=wide)
        if notes:
            self._close_columns()
            self.story.append(Noted(Spacer(0, 0), notes))

    def _place(self, flowables: list[Flowable], *, wide: bool = False) -> None:
        collect = self.columns >= _COLUMN_LIMIT and not wide
        (self.column if collect else self.story).extend(flowables)

    def _close_columns(self) -> None:
        if self.column:
            self.story.append(NewspaperColumns(self.column, self.columns))
            self.column = []

    def _turn_page(self, page: NewPage) -> None:
        self._close_columns()
        self.columns = page.columns
        if page.landscape != self.landscape:
            self.story.append(NextPageTemplate("landscape" if page.landscape else "portrait"))
            self.landscape = page.landscape
        if self.story and not isinstance(self.story[-1], PageBreak):
            self.story.append(PageBreak())

    def _flowables(self, element: Element, *, noted: bool) -> tuple[list[Flowable], list[Flowable]]:
        """Give the element's flowables, and the footnotes that could not be tied to one."""
        if isinstance(element, Heading):
            return [self._heading(element)], []
        if isinstance(element, Paragraph):
            return self._paragraph(element, noted=noted)
        if isinstance(element, Bullets):
            return self._bullets(element), []
        if isinstance(element, Table):
            return [self._table(element)], []
        if isinstance(element, Frame):
            return self._frame(element)
        return [], []

    def _heading(self, heading: Heading) -> Flowable:
        level = min(heading.level, len(_HEADING_SIZES))
        size = self.look.size * _HEADING_SIZES[level - 1]
        style = self.look.style(
            size, bold=True, colour=self.look.ink, align=TA_LEFT, before=size, after=size * 0.45
        )
        line = self.look.face.clean(heading_line(heading))
        if is_contents_title(heading.text):
            return Text(escape(line), style)
        self.headings += 1
        flowable = ListedHeading(escape(line), style)
        return flowable.announce(level - 1, line, f"h{self.headings}", self.look.outline)

    def _markup(self, text: str) -> str:
        text = self.look.face.clean(text)
        if self.look.hyphenated:
            text = soften(text)
        return escape(text).replace("\n", "<br/>")

    def _paragraph(
        self, paragraph: Paragraph, *, noted: bool
    ) -> tuple[list[Flowable], list[Flowable]]:
        if paragraph.centred:
            return [self._centred(paragraph)], []
        hang = HANG if paragraph.number else 0.0
        style = self.look.style(
            paragraph.size,
            bold=paragraph.bold,
            italic=paragraph.italic,
            left=paragraph.indent + hang,
            hang=hang,
            after=(paragraph.size or self.look.size) * 0.7,
        )
        markup = self._markup(paragraph.text)
        if paragraph.label:
            bold = self.look.bold
            markup = f'<font name="{bold}">{escape(paragraph.label)}</font> {markup}'
        notes = self._note(paragraph.footnote)
        if notes:
            markup += f"<super size='{style.fontSize * 0.62:.1f}'>{self.notes}</super>"
        body = Text(markup, style, bulletText=paragraph.number or None)
        if notes and noted:
            return [Noted(body, notes)], []
        return [body], notes

    def _centred(self, paragraph: Paragraph) -> Flowable:
        style = self.look.centred(paragraph.size, bold=paragraph.bold)
        return Text(self._markup(f"{paragraph.label} {paragraph.text}".strip()), style)

    def _note(self, text: str) -> list[Flowable]:
        if not text:
            return []
        self.notes += 1
        style = self.look.style(self.look.size * 0.8, align=TA_LEFT)
        return [Text(f"<super size='6'>{self.notes}</super> {self._markup(text)}", style)]

    def _bullets(self, bullets: Bullets) -> list[Flowable]:
        left = STEP * (bullets.level + 1) + 6
        style = self.look.style(left=left, hang=STEP - 2, after=self.look.size * 0.35)
        last = ParagraphStyle("last", style, spaceAfter=self.look.size * 0.7)
        flowables: list[Flowable] = []
        for index, (item, mark) in enumerate(zip(bullets.items, bullets.marks, strict=True)):
            own = last if index == len(bullets.items) - 1 else style
            flowables.append(Text(self._markup(item), own, bulletText=self.look.face.clean(mark)))
        return flowables

    def _frame(self, frame: Frame) -> tuple[list[Flowable], list[Flowable]]:
        content: list[Flowable] = []
        notes: list[Flowable] = []
        for element in frame.elements:
            flowables, own = self._flowables(element, noted=False)
            content += flowables
            notes += own
        fill = self.look.tint if frame.shaded else None
        edge = None if frame.shaded else self.look.ink
        return [Panel(content, fill=fill, edge=edge)], notes

    def _table(self, table: Table) -> Grid:
        dark = self.look.header_dark and table.rules != "none"
        fill = self.look.ink if dark else (self.look.tint if table.rules == "all" else None)
        rows: list[GridRow] = []
        if table.header:
            head = self._cell_style(table, bold=table.bold_header, white=dark)
            rows.append(GridRow(self._cells(table.header, head), "header"))
        body, group = self._cell_style(table), self._cell_style(table, bold=True)
        for band, row in enumerate(table.rows):
            spans = len(row) == 1 and len(self._shares(table)) > 1
            cells = self._cells(row, group if spans else body)
            rows.append(GridRow(cells, "group" if spans else "body", band))
        style = GridStyle(
            table.rules,
            tint=self.look.tint,
            header_fill=fill,
            repeat_header=table.repeat_header,
            closed_breaks=self.look.closed_breaks,
        )
        return Grid(rows, self._shares(table), style)

    def _shares(self, table: Table) -> list[float]:
        if table.widths:
            return list(table.widths)
        columns = max([len(table.header), *(len(row) for row in table.rows)])
        return [1.0] * columns

    def _cell_style(
        self, table: Table, *, bold: bool = False, white: bool = False
    ) -> ParagraphStyle:
        colour = _WHITE if white else None
        return self.look.style(table.size, bold=bold, colour=colour, align=TA_LEFT)

    def _cells(
        self, row: tuple[str | None, ...], style: ParagraphStyle
    ) -> tuple[list[Flowable] | None, ...]:
        return tuple(
            None
            if text is None
            else [Text(self._markup(line) or " ", style) for line in text.split("\n")]
            for text in row
        )

    def _contents(self, before: Element | None) -> list[Flowable]:
        table = TableOfContents(dotsMinLevel=0, rightColumnWidth=30)
        table.levelStyles = [
            _contents_style(self.look, level, self.manuscript.size) for level in range(4)
        ]
        if not needs_contents_title(before):
            return [table]
        title = self._heading(Heading(contents_title(self.manuscript)))
        return [title, table]


def _is_centred(element: Element) -> bool:
    return isinstance(element, Paragraph) and element.centred


def _contents_style(look: Look, level: int, size: float) -> ParagraphStyle:
    style = look.style(size, bold=False, align=TA_LEFT, left=14.0 * level)
    style.spaceBefore = 4 if level == 0 else 1
    style.rightIndent = 30
    return style
