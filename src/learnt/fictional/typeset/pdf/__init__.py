"""PDF by ReportLab: a manuscript set with contents, footnotes, tables, columns and furniture."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from learnt.fictional.manuscript import Bullets, Heading, Manuscript, Paragraph, Table
from learnt.fictional.typeset.pdf.flowables import PageTotal
from learnt.fictional.typeset.pdf.look import choose_look
from learnt.fictional.typeset.pdf.pages import Report
from learnt.fictional.typeset.pdf.story import StoryMaker
from learnt.fictional.typeset.wording import flatten


def typeset_pdf(
    manuscript: Manuscript, path: Path, *, seed: int = 0, canvas: type[Canvas] = Canvas
) -> None:
    """Write `manuscript` as a PDF to `path`; the same seed gives the same bytes.

    Contents and total of pages need two or three passes. `canvas` is what the pages are drawn on.
    """
    look = choose_look(manuscript, _letters(manuscript), seed)
    total = PageTotal()
    story = StoryMaker(manuscript, look).make()
    Report(manuscript, path, look, total).multiBuild(
        [*story, total], maxPasses=6, canvasmaker=canvas
    )


def _letters(manuscript: Manuscript) -> str:
    texts = [manuscript.title, manuscript.header, manuscript.footer, manuscript.watermark]
    for element in flatten(manuscript.elements):
        if isinstance(element, Heading):
            texts.append(element.text)
        elif isinstance(element, Paragraph):
            texts += [element.text, element.label, element.number, element.footnote]
        elif isinstance(element, Bullets):
            texts += [*element.items, *element.marks]
        elif isinstance(element, Table):
            texts += element.header
            texts += [cell for row in element.rows for cell in row if cell]
    return "".join(sorted(set("".join(texts))))
