"""Tells which paragraphs stand in a drawn box or on a shaded panel."""

from lxml import etree

from learnt.read.docx.package import W, attribute
from learnt.read.docx.styles import Styles

_PLAIN_FILLS = ("", "auto", "ffffff")
_SIDES = ("top", "left", "bottom", "right")


class Frames:
    """Numbers the boxes of a document in order; neighbours with the same border share one."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._count = 0
        self._last = ""
        self._open = 0

    def new(self) -> int:
        """The number of a box that begins here (a text box, a table of one cell)."""
        self._count += 1
        self._last = ""
        return self._count

    def of(self, paragraph: etree._Element) -> int:
        """The number of the box that the paragraph's own border or shade draws, or 0."""
        look = self._look(paragraph)
        if not look:
            self._last = ""
            return 0
        if look != self._last:
            self._count += 1
            self._last, self._open = look, self._count
        return self._open

    def close(self) -> None:
        """End a box of paragraphs: a table stands between."""
        self._last = ""

    def _look(self, paragraph: etree._Element) -> str:
        borders = self._styles.paragraph_property(paragraph, "pBdr")
        shade = self._styles.paragraph_property(paragraph, "shd")
        drawn = [side for side in _SIDES if _is_drawn(borders, side)]
        fill = attribute(shade, "fill").casefold()
        box = "box" if len(drawn) >= 3 else ""
        panel = "" if fill in _PLAIN_FILLS else f"fill {fill}"
        return f"{box} {panel}".strip()


def _is_drawn(borders: etree._Element | None, side: str) -> bool:
    found = borders.find(W + side) if borders is not None else None
    return attribute(found) not in ("", "nil", "none")
