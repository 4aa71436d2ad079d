"""Markdown with pipe tables."""

import re
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
    is_contents_title,
    listed_headings,
    opens_with_title,
)

_SPECIAL = re.compile(r"([\\`*_<>\[\]])")


def typeset_markdown(manuscript: Manuscript, path: Path, *, seed: int = 0) -> None:
    """Write `manuscript` as Markdown to `path`; `seed` chooses between `-` and `*` for bullets."""
    maker = _Maker(manuscript, "-*"[seed % 2])
    path.write_text("\n\n".join(maker.blocks()) + "\n", encoding="utf-8")


class _Maker:
    def __init__(self, manuscript: Manuscript, bullet: str) -> None:
        self.manuscript, self.bullet = manuscript, bullet
        self.notes: list[str] = []

    def blocks(self) -> Iterator[str]:
        """Give the blocks of the document, one after the other."""
        if not opens_with_title(self.manuscript):
            yield f"# {_plain(self.manuscript.title)}"
            yield f"*{FICTIONAL}*"
        for element in self.manuscript.elements:
            yield from self._block(element)
        for number, note in enumerate(self.notes, 1):
            yield f"[^{number}]: {_plain(note)}"

    def _block(self, element: Element) -> Iterator[str]:
        if isinstance(element, Heading):
            yield f"{'#' * min(element.level + 1, 6)} {_plain(heading_line(element))}"
        elif isinstance(element, Paragraph):
            yield self._paragraph(element)
        elif isinstance(element, Bullets):
            yield self._bullets(element)
        elif isinstance(element, Table):
            yield _table(element)
        elif isinstance(element, Frame):
            inner = "\n\n".join(block for child in element.elements for block in self._block(child))
            yield "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        elif isinstance(element, Contents):
            yield from self._contents()

    def _paragraph(self, paragraph: Paragraph) -> str:
        text = _plain(paragraph.text).replace("\n", "  \n")
        if paragraph.bold and text:
            text = f"**{text}**"
        elif paragraph.italic and text:
            text = f"*{text}*"
        if paragraph.label:
            text = f"**{_plain(paragraph.label)}** {text}"
        if paragraph.number:
            text = f"{_number(paragraph.number)} {text}"
        elif re.match(r"\d+[.)] ", text):
            text = re.sub(r"^(\d+)([.)])", r"\1\\\2", text)
        if paragraph.footnote:
            self.notes.append(paragraph.footnote)
            text += f"[^{len(self.notes)}]"
        return text

    def _bullets(self, bullets: Bullets) -> str:
        indent = "    " * bullets.level
        lines = []
        for item, mark in zip(bullets.items, bullets.marks, strict=True):
            ordered = re.fullmatch(r"\d+[.)]", mark)
            typed = mark if ordered else self.bullet
            own = "" if ordered or not any(c.isalnum() for c in mark) else f"{mark} "
            lines.append(f"{indent}{typed} {own}{_plain(item)}")
        return "\n".join(lines)

    def _contents(self) -> Iterator[str]:
        yield f"## {contents_title(self.manuscript)}"
        lines = [
            f"{'  ' * (heading.level - 1)}- {_plain(heading_line(heading))}"
            for heading in listed_headings(self.manuscript, 2)
            if not is_contents_title(heading.text)
        ]
        yield "\n".join(lines)


def _number(number: str) -> str:
    """Keep a paragraph's number from being taken for a list's."""
    return re.sub(r"^(\d+)([.)])$", r"\1\\\2", number)


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _table(table: Table) -> str:
    columns = max([len(table.header), *(len(row) for row in table.rows)])
    header = table.header or ("",) * columns
    lines = [_line(header), "|" + " --- |" * columns]
    for row in table.rows:
        cells = [text or "" for text in row]
        if len(cells) == 1 and columns > 1:
            cells = [f"**{cells[0]}**"]
        lines.append(_line([*cells, *[""] * (columns - len(cells))]))
    return "\n".join(lines)


def _line(cells: "tuple[str, ...] | list[str]") -> str:
    texts = [cell.replace("|", "\\|").replace("\n", "<br>") for cell in cells]
    return "| " + " | ".join(texts) + " |"
