"""Reads plain text: pages, paragraphs, wrapped lines, labels, headings and tables of pipes.

Text has no marks for these, so their shape decides. Whether the lines of a file are wrapped is
asked first: where they are, a line that leaves room for the next word ends its paragraph.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from learnt.read.cards import Names, find_cards, read_card
from learnt.read.contents import find_contents
from learnt.read.encoding import decode_text
from learnt.read.labels import BULLETS, is_item_label, split_label, split_runs
from learnt.read.pipes import find_table, read_rows
from learnt.read.running import set_apart
from learnt.read.spaced import read_spaced
from learnt.read.stacked import read_stacked
from learnt.read.tabs import find_tabbed, is_contents, read_tabbed
from learnt.read.wrapping import begins_paragraph, join_lines, single_spaced, width_of
from learnt.records import Block, BlockKind, Document, Furniture, Row

MEDIA_TYPE = "text/plain"
_HEADING_WORDS = 12
_TEXT = 40
"""Letters of the shortest paragraph before which a short line is a heading."""
_LEAST_TITLES = 3
_TITLE_WORDS = 8
_LABEL_WORD = re.compile(r"([A-Z][A-Za-z]{2,}) \d{1,3}[a-z]?[:.–-]? +(\S.*)$", re.DOTALL)
_SIGNS = re.compile(r"[=\-_*~]{3,}")


@dataclass(slots=True)
class _Paragraph:
    lines: list[str] = field(default_factory=list)
    page: int = 0
    alone: bool = True
    """Blank lines stand before it."""
    underlined: bool = False
    rows: tuple[Row, ...] = ()

    @property
    def text(self) -> str:
        return join_lines(self.lines)


def read_plain(data: bytes, name: str) -> Document:
    """Give the plain text `data` as a Document; form feeds end its pages."""
    pages = [page.split("\n") for page in decode_text(data).split("\f")]
    while len(pages) > 1 and not any(line.strip() for line in pages[-1]):
        pages.pop()
    pages, furniture = set_apart(pages)
    pages = single_spaced(pages)
    width = width_of(pages)
    paged = len(pages) > 1
    cards = find_cards(pages)
    paragraphs = [
        found
        for number, lines in enumerate(pages, start=1)
        for found in _paragraphs(lines, width, number if paged else 0, cards)
    ]
    paragraphs, contents = _contents_apart(_joined_over_pages(paragraphs, width))
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        pages=len(pages) if paged else 0,
        blocks=_blocks(paragraphs),
        furniture=(*furniture, *contents),
    )


def _contents_apart(
    paragraphs: Sequence[_Paragraph],
) -> tuple[list[_Paragraph], list[Furniture]]:
    """Set the lines of contents pages apart, also those whose page numbers stand after tabs."""
    apart = find_contents([found.text for found in paragraphs])
    apart |= {at for at, found in enumerate(paragraphs) if found.rows and is_contents(found.rows)}
    contents: list[Furniture] = []
    for at in sorted(apart):
        found = paragraphs[at]
        lines = [" ".join(row.texts) for row in found.rows] or [found.text]
        contents.extend(Furniture("contents", line, page=found.page) for line in lines)
    return [found for at, found in enumerate(paragraphs) if at not in apart], contents


def _paragraphs(
    lines: Sequence[str], width: int, page: int, cards: frozenset[Names]
) -> Iterator[_Paragraph]:
    now, blank, at = _Paragraph(page=page), True, 0
    while at < len(lines):
        rows, end = _table(lines, at, blank, cards)
        if rows:
            yield now
            yield _Paragraph(page=page, rows=rows)
            now, blank, at = _Paragraph(page=page), True, end
            continue
        line = lines[at].expandtabs(4)
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


def _table(
    lines: Sequence[str], at: int, opens: bool, cards: frozenset[Names]
) -> tuple[tuple[Row, ...], int]:
    """The rows of the table that begins at `at`, and the line after it; no rows where none does.

    `opens` tells that a blank line stands before, without which no stacked cells begin.
    """
    end = find_table(lines, at)
    if end > at:
        return read_rows(lines[at:end]), end
    end = find_tabbed(lines, at)
    if end > at:
        return read_tabbed(lines[at:end]), end
    rows, end = read_spaced(lines, at)
    if rows or not opens:
        return rows, end
    rows, end = read_card(lines, at, cards)
    return (rows, end) if rows else read_stacked(lines, at)


def _begins(above: str, line: str, width: int) -> bool:
    """Whether `line` begins a paragraph: it opens with a label, or its shape tells."""
    number, rest = split_label(line)
    return bool(number and rest) or begins_paragraph(above, line, width)


def _joined_over_pages(paragraphs: Sequence[_Paragraph], width: int) -> list[_Paragraph]:
    """Join a paragraph that a page's end cut: no full stop before, a small letter after."""
    joined: list[_Paragraph] = []
    for found in paragraphs:
        if not found.lines and not found.rows:
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
    titled = _titled([found.text for found in paragraphs if found.alone and not found.rows])
    blocks: list[Block] = []
    for at, (found, (number, rest)) in enumerate(zip(paragraphs, labels, strict=True)):
        if found.rows:
            blocks.append(Block(kind="table", rows=found.rows, page=found.page))
            continue
        if not rest:
            number, rest = "", found.text
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        kind: BlockKind = "item" if number and is_item_label(number) else "paragraph"
        depth = _heading_depth(found, number, rest, following)
        if titled and depth == 2 and not number:
            depth = 3
        if not depth and _is_titled(found, following, titled):
            depth = 2
        if depth:
            kind = "heading"
        level = depth or (_nesting(found) if kind == "item" else 0)
        blocks.append(Block(kind=kind, text=rest, number=number, level=level, page=found.page))
    return tuple(blocks)


def _titled(texts: Sequence[str]) -> frozenset[str]:
    """Give the words that open numbered titles on lines of their own ("Recommendation 2: Training").

    Where the same word mostly opens whole sentences, it opens no titles.
    """
    counts: dict[str, list[bool]] = {}
    for text in texts:
        word, title = _label_word(text)
        if word:
            is_title = 0 < len(title.split()) <= _TITLE_WORDS and title[-1] not in ".;:,"
            counts.setdefault(word, []).append(is_title)
    return frozenset(
        word
        for word, found in counts.items()
        if found.count(True) >= max(_LEAST_TITLES, 0.9 * len(found))
    )


def _is_titled(found: _Paragraph, following: _Paragraph | None, titled: frozenset[str]) -> bool:
    """Whether a paragraph is one of the numbered titles and has a text of its own."""
    word = _label_word(found.text)[0]
    if word not in titled or not found.alone or following is None:
        return False
    return _label_word(following.text)[0] != word


def _label_word(text: str) -> tuple[str, str]:
    """Give the word that opens a numbered label and what follows the label, or nothing."""
    found = _LABEL_WORD.match(text)
    return (found[1].casefold(), found[2]) if found else ("", "")


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
    before_text = bool(following.rows) or len(following.text) >= max(_TEXT, len(text))
    return 2 if not number and before_text and len(words) <= 8 and _stands_out(text) else 0


def _goes_on(following: _Paragraph) -> bool:
    """Whether the next paragraph is of the same short kind, so that both are items of a list."""
    number, rest = split_label(following.text)
    return bool(number) and is_item_label(number) and len(rest.split()) <= _HEADING_WORDS


def _stands_out(text: str) -> bool:
    return text.endswith(":") or not re.search(r"[.!?(|\"“•↗]", text)
