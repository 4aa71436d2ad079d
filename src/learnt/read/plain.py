"""Reads plain text: pages, paragraphs, wrapped lines, labels, headings and tables of pipes.

Text has no marks for these, so their shape decides. Whether the lines of a file are wrapped is
asked first: where they are, a line that leaves room for the next word ends its paragraph.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from learnt.read.encoding import decode_text
from learnt.read.labels import BULLETS, is_item_label, split_label, split_runs
from learnt.read.pipes import find_table, read_rows
from learnt.read.running import set_apart
from learnt.records import Block, BlockKind, Document
from learnt.words import tidy

MEDIA_TYPE = "text/plain"
LONGEST_WRAPPED = 140
"""Letters of the longest line that a program wraps; longer ones are whole paragraphs."""
_HEADING_WORDS = 12
_CONTENTS = re.compile(r".{3,}?(?:\s?\.){4,}\s*\d{1,4}|.{3,}?\s{4,}\d{1,4}")
_SIGNS = re.compile(r"[=\-_*~]{3,}")


@dataclass(slots=True)
class _Paragraph:
    lines: list[str] = field(default_factory=list)
    page: int = 0
    alone: bool = True
    """Blank lines stand before it."""
    underlined: bool = False
    table: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return join_lines(self.lines)


def read_plain(data: bytes, name: str) -> Document:
    """Give the plain text `data` as a Document; form feeds end its pages."""
    pages = [page.split("\n") for page in decode_text(data).expandtabs(4).split("\f")]
    while len(pages) > 1 and not any(line.strip() for line in pages[-1]):
        pages.pop()
    pages, furniture = set_apart(pages)
    pages = _single_spaced(pages)
    width = _width([line for page in pages for line in page])
    paged = len(pages) > 1
    paragraphs = [
        found
        for number, lines in enumerate(pages, start=1)
        for found in _paragraphs(lines, width, number if paged else 0)
    ]
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        pages=len(pages) if paged else 0,
        blocks=_blocks(_joined_over_pages(paragraphs, width)),
        furniture=furniture,
    )


def join_lines(lines: Sequence[str]) -> str:
    """Join the lines of a paragraph; a word cut by a hyphen at a line's end is made whole."""
    text = ""
    for line in lines:
        cut = re.search(r"[a-z]-$", text) and re.match(r"[a-z]", line.strip())
        text = f"{text[:-1]}{line.strip()}" if cut else f"{text} {line.strip()}".strip()
    return tidy(text)


def _single_spaced(pages: list[list[str]]) -> list[list[str]]:
    """Undo double spacing: where nearly each line is followed by one blank line, drop those."""
    lines = [line for page in pages for line in page]
    filled = [at for at, line in enumerate(lines) if line.strip()]
    gaps = [second - first for first, second in pairwise(filled)]
    single = sum(gap == 2 for gap in gaps)
    if len(gaps) < 20 or single < 0.75 * len(gaps):
        return pages
    wrapped = _width(lines)
    if not wrapped:
        return pages
    return [_thin(page) for page in pages]


def _thin(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for at, line in enumerate(lines):
        blank = not line.strip()
        if not blank or (at and not lines[at - 1].strip()):
            kept.append(line)
    return kept


def _width(lines: Sequence[str]) -> int:
    """The width at which the lines are wrapped, in letters; 0 where each is a whole paragraph."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    if len(lengths) < 4:
        return 0
    widest = lengths[-1 - len(lengths) // 20]
    near = sum(length >= 0.75 * widest for length in lengths)
    if widest > LONGEST_WRAPPED or widest < 40 or near < 0.25 * len(lengths):
        return 0
    return widest


def _paragraphs(lines: Sequence[str], width: int, page: int) -> Iterator[_Paragraph]:
    now, blank, at = _Paragraph(page=page), True, 0
    while at < len(lines):
        end = find_table(lines, at)
        if end > at:
            yield now
            yield _Paragraph(page=page, table=list(lines[at:end]))
            now, blank, at = _Paragraph(page=page), True, end
            continue
        line = lines[at]
        at += 1
        if not line.strip():
            blank = True
        elif _SIGNS.fullmatch(line.strip()):
            now.underlined = bool(now.lines) and not blank
            blank = True
        elif now.lines and not blank and not _begins(now.lines[-1], line, width):
            now.lines.append(line)
        else:
            yield now
            now, blank = _Paragraph([line], page, alone=blank), False
    yield now


def _begins(above: str, line: str, width: int) -> bool:
    """Whether `line` begins a paragraph though no blank line stands before it."""
    if not width or _CONTENTS.fullmatch(line.strip()):
        return True
    number, rest = split_label(line)
    if number and rest:
        return True
    if re.match(r"\s*[a-z(]", line) and not re.search(r"[.:;?!]\s*$", above):
        return False
    room = width * 0.9 - len(above.strip()) - 1
    first_word = line.strip().split(" ", 1)[0]
    if len(first_word) <= room and len(above.strip()) < 0.75 * width:
        return True
    indent = len(line) - len(line.lstrip())
    return indent > len(above) - len(above.lstrip()) + 1 and above.rstrip().endswith((".", ":"))


def _joined_over_pages(paragraphs: Sequence[_Paragraph], width: int) -> list[_Paragraph]:
    """Join a paragraph that a page's end cut: no full stop before, a small letter after."""
    joined: list[_Paragraph] = []
    for found in paragraphs:
        if not found.lines and not found.table:
            continue
        last = joined[-1] if joined else None
        if last is not None and width and last.lines and found.lines and last.page != found.page:
            open_end = not last.text.endswith((".", ":", ";", "?", "!"))
            if (
                open_end
                and re.match(r"\s*[a-z(]", found.lines[0])
                and not split_label(found.text)[0]
            ):
                last.lines.extend(found.lines)
                continue
        joined.append(found)
    return joined


def _blocks(paragraphs: Sequence[_Paragraph]) -> tuple[Block, ...]:
    labels = split_runs([found.text for found in paragraphs])
    blocks: list[Block] = []
    for at, (found, (number, rest)) in enumerate(zip(paragraphs, labels, strict=True)):
        if found.table:
            blocks.append(Block(kind="table", rows=read_rows(found.table), page=found.page))
            continue
        if not rest:
            number, rest = "", found.text
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        kind: BlockKind = "item" if number and is_item_label(number) else "paragraph"
        depth = _heading_depth(found, number, rest, following)
        if depth:
            kind = "heading"
        level = depth or (_nesting(found) if kind == "item" else 0)
        blocks.append(Block(kind=kind, text=rest, number=number, level=level, page=found.page))
    return tuple(blocks)


def _nesting(found: _Paragraph) -> int:
    indent = len(found.lines[0]) - len(found.lines[0].lstrip())
    return min(indent // 4, 4)


def _heading_depth(found: _Paragraph, number: str, text: str, following: _Paragraph | None) -> int:
    """1 for an underlined line or capitals, 2 for a short line that stands alone; else 0."""
    words = text.split()
    if following is None or not 1 <= len(words) <= _HEADING_WORDS or len(found.lines) > 2:
        return 0
    if number and (number[0] in BULLETS + "-–—*o" or (is_item_label(number) and number[:1] == "(")):
        return 0
    if not text[:1].isupper() or text.endswith((".", ";", ",")) or re.search(r": \S", text):
        return 0
    dots = re.fullmatch(r"\d+((?:\.\d+)*)\.?", number)
    if dots and (found.alone or text.isupper()):
        return 1 + dots.group(1).count(".") if not _goes_on(following) else 0
    if found.underlined or (text.isupper() and len(words) > 1):
        return 1
    longer = bool(following.table) or len(following.text) > len(text)
    return 2 if not number and longer and len(words) <= 8 and _stands_out(text) else 0


def _goes_on(following: _Paragraph) -> bool:
    """Whether the next paragraph is of the same short kind, so that both are items of a list."""
    number, rest = split_label(following.text)
    return bool(number) and is_item_label(number) and len(rest.split()) <= _HEADING_WORDS


def _stands_out(text: str) -> bool:
    return text.endswith(":") or not re.search(r"[.!?(|\"“•↗]", text)
