"""Counts pages as far as a Word file tells them.

Word notes where its last layout broke pages; a file from another program holds only the breaks
that the author asked for, and those are believed only where the stated number of pages agrees.
"""

from lxml import etree

from learnt.read.docx.package import W, attribute, is_on
from learnt.read.docx.text import Walk

RENDERED, PRINTED, NONE = "rendered", "printed", "none"


class Pages:
    """The page the reader stands on; 0 where the file does not tell."""

    def __init__(self, body: etree._Element, stated: str) -> None:
        self._how = _how(body, stated)
        self.now = 0 if self._how == NONE else 1
        self._wait = 0

    def begin(self, paragraph: etree._Element, walk: Walk) -> int:
        """Turn the pages that `paragraph` turns before its first word; give its first page."""
        if self._how == RENDERED:
            self.now += walk.early_rendered
        elif self._how == PRINTED:
            before = is_on(paragraph.find(f"{W}pPr/{W}pageBreakBefore"))
            self.now += walk.early_printed + before + self._wait
            self._wait = 0
        return self.now

    def end(self, paragraph: etree._Element, walk: Walk) -> None:
        """Turn the pages that `paragraph` turns within or after its words."""
        if self._how == RENDERED:
            self.now += walk.rendered_breaks - walk.early_rendered
        elif self._how == PRINTED:
            self.now += walk.printed_breaks - walk.early_printed
            self._wait = int(_ends_section(paragraph))

    def turn(self, breaks: int) -> None:
        """Turn as many pages as a table's row did, counted by its caller."""
        if self._how == RENDERED:
            self.now += breaks


def _how(body: etree._Element, stated: str) -> str:
    if next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None:
        return RENDERED
    breaks = sum(attribute(mark, "type") == "page" for mark in body.iter(f"{W}br"))
    breaks += sum(is_on(mark) for mark in body.iter(f"{W}pageBreakBefore"))
    breaks += sum(_ends_section(paragraph) for paragraph in body.iter(f"{W}p"))
    return PRINTED if breaks and stated == str(breaks + 1) else NONE


def _ends_section(paragraph: etree._Element) -> bool:
    """Whether a section that ends here makes the next one begin on a new page."""
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    return section is not None and attribute(section.find(f"{W}type")) not in (
        "continuous",
        "nextColumn",
    )
