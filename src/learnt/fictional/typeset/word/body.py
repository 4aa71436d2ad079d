"""Elements of the manuscript to the body of a Word file."""

import copy
from dataclasses import dataclass, field

from docx.oxml.ns import qn

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
from learnt.fictional.typeset.word.boxes import box
from learnt.fictional.typeset.word.contents import contents_list
from learnt.fictional.typeset.word.notes import note_reference
from learnt.fictional.typeset.word.numbering import LIST_STEP, Numbering
from learnt.fictional.typeset.word.oxml import (
    Node,
    ParagraphStyle,
    RunStyle,
    own_properties,
    paragraph,
    runs,
    twips,
    w,
)
from learnt.fictional.typeset.word.tables import TableLook, word_table
from learnt.fictional.typeset.wording import (
    contents_title,
    heading_line,
    is_contents_title,
    needs_contents_title,
    opens_with_title,
    with_previous,
)

HANG = 36.0
PAPER = (595.3, 841.9)
MARGIN = 62.0
_DEEPEST = 4


@dataclass
class BodyMaker:
    """Makes the body of one manuscript; keeps numbers, notes and the section under way."""

    manuscript: Manuscript
    section: Node
    """The section properties that every section starts from."""
    look: TableLook
    boxes: str
    """How this document draws its boxes (a kind of `boxes.box`)."""
    numbering: Numbering = field(default_factory=Numbering)
    notes: list[str] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    page: NewPage = field(default_factory=NewPage)
    headings: int = 0
    begins: str = "nextPage"

    def make(self) -> list[Node]:
        """Give the body's nodes, the properties of the last section at the end."""
        if not opens_with_title(self.manuscript):
            self.nodes.append(self._paragraph(Paragraph(self.manuscript.title, bold=True, size=22)))
        for previous, element in with_previous(self.manuscript.elements):
            if isinstance(element, NewPage):
                self._turn_page(element)
            elif isinstance(element, Contents):
                self._add_contents(previous)
            elif self.page.columns > 1 and _is_wide(element):
                self._add_wide(element)
            else:
                self.nodes += self._blocks(element)
        return [*self.nodes, self._section_properties()]

    def _blocks(self, element: Element) -> list[Node]:
        if isinstance(element, Heading):
            return [self._heading(element)]
        if isinstance(element, Paragraph):
            return [self._paragraph(element)]
        if isinstance(element, Bullets):
            return self._bullets(element)
        if isinstance(element, Table):
            return [word_table(element, self._width(), self.look), paragraph([])]
        if isinstance(element, Frame):
            return self._frame(element)
        return []

    def _width(self) -> float:
        return PAPER[1 if self.page.landscape else 0] - 2 * MARGIN

    def _turn_page(self, page: NewPage) -> None:
        if (page.landscape, page.columns) == (self.page.landscape, self.page.columns):
            self.nodes.append(paragraph([w("r", w("br", type="page"))], ParagraphStyle(after=0)))
            return
        self._end_section("nextPage")
        self.page = page

    def _add_wide(self, element: Element) -> None:
        columns = self.page
        self._end_section("continuous")
        self.page = NewPage(landscape=columns.landscape)
        self.nodes += self._blocks(element)
        self._end_section("continuous")
        self.page = columns

    def _end_section(self, next_begins: str) -> None:
        last = self.nodes[-1] if self.nodes else None
        if last is None or last.tag != qn("w:p") or last.find(f".//{qn('w:sectPr')}") is not None:
            last = paragraph([], ParagraphStyle(after=0))
            self.nodes.append(last)
        own_properties(last).append(self._section_properties())
        self.begins = next_begins

    def _section_properties(self) -> Node:
        node = copy.deepcopy(self.section)
        for tag in ("w:type", "w:pgSz", "w:pgMar", "w:cols"):
            for child in node.findall(qn(tag)):
                node.remove(child)
        references = len(node.findall(qn("w:headerReference"))) + len(
            node.findall(qn("w:footerReference"))
        )
        width, height = reversed(PAPER) if self.page.landscape else PAPER
        size = w("pgSz", w=twips(width), h=twips(height))
        if self.page.landscape:
            size.set(qn("w:orient"), "landscape")
        side = twips(MARGIN)
        edges = w(
            "pgMar", top="1360", right=side, bottom="1360", left=side, header="600", footer="600"
        )
        columns = w("cols", num=str(self.page.columns), space="400")
        for offset, child in enumerate((w("type", val=self.begins), size, edges, columns)):
            node.insert(references + offset, child)
        for child in node.findall(qn("w:titlePg")):
            if any(sibling.find(f".//{qn('w:sectPr')}") is not None for sibling in self.nodes):
                node.remove(child)
        return node

    def _heading(self, heading: Heading) -> Node:
        level = min(heading.level, _DEEPEST)
        number = self.numbering.outline(heading.number) if heading.automatic else None
        style = ParagraphStyle(f"Heading{level}", number=number)
        text = heading.text if number else heading_line(heading)
        if is_contents_title(heading.text):
            return paragraph(runs(text), ParagraphStyle("Heading1", number=number))
        self.headings += 1
        name, key = f"_Toc{100000 + self.headings}", str(self.headings)
        marked = [w("bookmarkStart", id=key, name=name), *runs(text), w("bookmarkEnd", id=key)]
        return paragraph(marked, style)

    def _paragraph(self, element: Paragraph) -> Node:
        run = RunStyle(element.bold, element.italic, element.size)
        content: list[Node] = []
        number = self._automatic(element)
        if element.number and not (number and number[0] == "number"):
            content += runs(f"{element.number}\t", run)
        if element.label and not (number and number[0] == "label"):
            content += runs(f"{element.label} ", RunStyle(True, element.italic, element.size))
        content += runs(element.text, run)
        if element.footnote:
            self.notes.append(element.footnote)
            content.append(note_reference(len(self.notes)))
        hang = HANG if element.number else 0.0
        style = ParagraphStyle(
            number=number[1] if number else None,
            left=element.indent + hang if element.indent or hang else None,
            hang=hang,
            align="center" if element.centred else "both" if self.manuscript.justified else "",
        )
        return paragraph(content, style)

    def _automatic(self, element: Paragraph) -> tuple[str, tuple[int, int]] | None:
        """Give which of number and label is automatic, and its place in the lists."""
        if not element.automatic:
            return None
        kind = "number" if element.number else "label"
        mark = element.number or element.label
        place = self.numbering.outline(mark, bold=kind == "label") if mark else None
        return (kind, place) if place else None

    def _bullets(self, element: Bullets) -> list[Node]:
        left = LIST_STEP * (element.level + 1)
        if element.automatic:
            places = self.numbering.listed(element.marks, element.level)
            styles = [ParagraphStyle(number=place, after=3) for place in places]
            items = list(element.items)
        else:
            styles = [ParagraphStyle(left=left, hang=LIST_STEP, after=3)] * len(element.items)
            items = [f"{m}\t{t}" for m, t in zip(element.marks, element.items, strict=True)]
        return [paragraph(runs(text), style) for text, style in zip(items, styles, strict=True)]

    def _frame(self, frame: Frame) -> list[Node]:
        content = [node for element in frame.elements for node in self._blocks(element)]
        kind = self.boxes
        if not all(isinstance(e, Paragraph) and not e.footnote for e in frame.elements):
            kind = "cell" if kind == "text box" else kind
        if any(isinstance(e, Table | Frame) for e in frame.elements):
            kind = "cell"
        fill = self.look.tint if frame.shaded else ""
        return box(kind, content, self._width() / self.page.columns, fill)

    def _add_contents(self, before: Element | None) -> None:
        if needs_contents_title(before):
            self.nodes.append(paragraph(runs(contents_title(self.manuscript)), _TITLE))
        self.nodes += contents_list(self.manuscript, self._width())


_TITLE = ParagraphStyle("Heading1")


def _is_wide(element: Element) -> bool:
    return isinstance(element, Table) or (isinstance(element, Heading) and element.level == 1)
