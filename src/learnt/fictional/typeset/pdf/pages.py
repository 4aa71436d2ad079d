"""Pages of the PDF: paper, frames, running header and footer, page number, watermark."""

from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import BaseDocTemplate, PageTemplate

from learnt.fictional.manuscript import Manuscript
from learnt.fictional.typeset.pdf.flowables import NotedFrame, PageTotal
from learnt.fictional.typeset.pdf.look import MARGIN, Look
from learnt.fictional.typeset.wording import FICTIONAL, page_label, subject

_GREY = HexColor("#595959")
_PALE = HexColor("#e3e3e3")
_FURNITURE = 8.5


class Report(BaseDocTemplate):
    """The document: portrait and landscape pages with furniture around the text."""

    def __init__(self, manuscript: Manuscript, path: Path, look: Look, total: PageTotal) -> None:
        own = manuscript.properties
        super().__init__(
            str(path),
            pagesize=A4,
            invariant=1,
            lang=manuscript.language,
            title=manuscript.title,
            author=own.get("author", "Community Safety Partnership"),
            subject=subject(manuscript),
            keywords=[own.get("keywords", FICTIONAL.lower())],
            creator=own.get("creator", "Learnt, fictional reviews"),
        )
        self.manuscript, self.look, self.total = manuscript, look, total
        self.addPageTemplates([self._template("portrait", A4), self._template("landscape", None)])

    def _template(self, name: str, paper: tuple[float, float] | None) -> PageTemplate:
        width, height = paper or landscape(A4)
        frame = NotedFrame(
            MARGIN, 64, width - 2 * MARGIN, height - 132, 0, 0, 0, 0, id=f"{name} text"
        )
        return PageTemplate(
            name,
            [frame],
            pagesize=(width, height),
            onPage=self._draw_furniture,
            onPageEnd=lambda canvas, _: frame.draw_notes(canvas),
        )

    def _draw_furniture(self, canvas: Any, _: BaseDocTemplate) -> None:
        canvas.saveState()
        width, height = canvas._pagesize
        if self.manuscript.watermark:
            self._draw_watermark(canvas, width, height)
        page = canvas.getPageNumber()
        if page > 1 or not self.look.first_page_bare:
            canvas.setFillColor(_GREY)
            canvas.setStrokeColor(_GREY)
            canvas.setFont(self.look.style().fontName, _FURNITURE)
            self._draw_header(canvas, width, height)
            self._draw_footer(canvas, width, page)
        canvas.restoreState()

    def _draw_header(self, canvas: Any, width: float, height: float) -> None:
        header = self.look.face.clean(self.manuscript.header)
        if header:
            canvas.drawString(MARGIN, height - 42, header)
            if self.look.header_rule:
                canvas.line(MARGIN, height - 48, width - MARGIN, height - 48)

    def _draw_footer(self, canvas: Any, width: float, page: int) -> None:
        footer = self.look.face.clean(self.manuscript.footer)
        label = page_label(self.manuscript, page, max(page, self.total.pages))
        place = self.look.page_place
        if place == "outer":
            place = "right" if page % 2 else "left"
        if place == "top":
            canvas.drawRightString(width - MARGIN, canvas._pagesize[1] - 42, label)
        elif place == "right":
            canvas.drawRightString(width - MARGIN, 36, label)
        elif place == "centre":
            canvas.drawCentredString(width / 2, 24 if footer else 36, label)
        else:
            canvas.drawString(MARGIN, 36, label)
        if place == "left":
            canvas.drawRightString(width - MARGIN, 36, footer)
        else:
            canvas.drawString(MARGIN, 36, footer)

    def _draw_watermark(self, canvas: Any, width: float, height: float) -> None:
        canvas.saveState()
        canvas.setFillColor(_PALE)
        text = self.look.face.clean(self.manuscript.watermark)
        canvas.setFont(self.look.bold, min(90.0, 1.3 * width / max(len(text), 1)))
        canvas.translate(width / 2, height / 2)
        canvas.rotate(50)
        canvas.drawCentredString(0, 0, text)
        canvas.restoreState()
