"""Plain text, wrapped, with tables flattened as a copied page has them."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from learnt.fictional.manuscript import (
    Bullets,
    Contents,
    Element,
    Frame,
    Heading,
    Manuscript,
    Paragraph,
    Table,
)
from learnt.fictional.typeset.wording import (
    FICTIONAL,
    contents_title,
    heading_line,
    listed_headings,
    opens_with_title,
)

WIDTH = 90
_TABBED = "\t"


def typeset_plain(manuscript: Manuscript, path: Path, *, seed: int = 0) -> None:
    """Write `manuscript` as plain text to `path`.

    By `seed` a table's cells are parted by tabs, or each stands on a line of its own.
    """
    path.write_text("\n\n".join(_Maker(manuscript, seed).blocks()) + "\n", encoding="utf-8")


class _Maker:
    def __init__(self, manuscript: Manuscript, seed: int) -> None:
        self.manuscript, self.tabbed = manuscript, seed % 2 == 0
        self.notes: list[str] = []

    def blocks(self) -> Iterator[str]:
        """Give the blocks of the document, one after the other."""
        if not opens_with_title(self.manuscript):
            yield from (self.manuscript.title.upper(), FICTIONAL)
        for element in self.manuscript.elements:
            yield from self._block(element)
        if self.notes:
            lines = (f"{number} {note}" for number, note in enumerate(self.notes, 1))
            yield "\n".join(_wrap(line) for line in lines)

    def _block(self, element: Element) -> Iterator[str]:
        if isinstance(element, Heading):
            line = heading_line(element)
            yield line.upper() if element.level == 1 else line
        elif isinstance(element, Paragraph):
            yield self._paragraph(element)
        elif isinstance(element, Bullets):
            yield _bullets(element)
        elif isinstance(element, Table):
            yield self._table(element)
        elif isinstance(element, Frame):
            for child in element.elements:
                yield from self._block(child)
        elif isinstance(element, Contents):
            lines = [heading_line(heading) for heading in listed_headings(self.manuscript, 2)]
            yield "\n".join([contents_title(self.manuscript), *lines])

    def _paragraph(self, paragraph: Paragraph) -> str:
        parts = (paragraph.number, paragraph.label, paragraph.text)
        text = " ".join(part for part in parts if part)
        if paragraph.footnote:
            self.notes.append(paragraph.footnote)
            text += f" [{len(self.notes)}]"
        if paragraph.centred:
            return "\n".join(line.center(WIDTH).rstrip() for line in text.split("\n"))
        return _wrap(text)

    def _table(self, table: Table) -> str:
        rows = [row for row in (table.header, *table.rows) if row]
        lines = []
        for row in rows:
            cells = [" ".join((text or "").split()) for text in row]
            lines.append(_TABBED.join(cells) if self.tabbed else "\n".join(c for c in cells if c))
        return "\n".join(lines)


def _wrap(text: str, first: str = "", rest: str = "") -> str:
    lines = [
        textwrap.fill(
            line,
            WIDTH,
            initial_indent=first if index == 0 else rest,
            subsequent_indent=rest,
            break_on_hyphens=False,
            break_long_words=False,
        )
        for index, line in enumerate(text.split("\n"))
    ]
    return "\n".join(lines)


def _bullets(bullets: Bullets) -> str:
    indent = "  " * (bullets.level + 1)
    lines = []
    for item, mark in zip(bullets.items, bullets.marks, strict=True):
        first = f"{indent}{mark} "
        lines.append(_wrap(item, first, " " * len(first)))
    return "\n".join(lines)
