"""A PDF's bytes to a Document: the stages in their order."""

import contextlib
import hashlib
import itertools
from collections.abc import Callable, Sequence

from learnt.errors import Unreadable
from learnt.read.garbled import is_garbled
from learnt.read.labels import is_item_label
from learnt.read.pdf.headings import SPECKS, Candidate, heading_levels
from learnt.read.pdf.ink import Page
from learnt.read.pdf.joining import join_over_breaks, running_text
from learnt.read.pdf.layout import Layout, lay_out
from learnt.read.pdf.load import Pdf
from learnt.read.pdf.paragraphs import Draft
from learnt.read.pdf.tables import FoundTable, JoinedTable, join_tables
from learnt.records import Block, BlockKind, Box, Document, Place, Style
from learnt.words import fold

Ocr = Callable[[bytes, int], Page]
MEDIA_TYPE = "application/pdf"
FEW_LETTERS = 30
"""A page with fewer letters than this, most of it covered by an image, is a picture of a page."""
_COVERED = 0.5


def read_pdf(data: bytes, name: str, *, ocr: Ocr | None = None) -> Document:
    """Give the PDF `data`, called `name`, as a Document.

    `ocr` takes the file and a page's number and gives the ink of a page that is a picture. Raises
    `Unreadable` where the file cannot be opened, or is nothing but pictures and `ocr` is missing.
    """
    with contextlib.closing(Pdf(data, name)) as pdf:
        pages, warnings = _read_pages(pdf, data, ocr)
        outline = {fold(mark.title): mark.level for mark in pdf.outline}
        properties = pdf.properties
        language = pdf.language
    layout = lay_out(pages, frozenset(outline))
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        pages=len(pages),
        language=language,
        title=properties.get("Title", ""),
        properties=properties,
        blocks=make_blocks(layout, outline),
        furniture=tuple(item for sheet in layout.sheets for item in sheet.furniture),
        warnings=tuple(warnings),
    )


def _read_pages(pdf: Pdf, data: bytes, ocr: Ocr | None) -> tuple[list[Page], list[str]]:
    pages: list[Page] = []
    pictures: list[int] = []
    for page in pdf.pages():
        if is_picture(page):
            pictures.append(page.number)
            page = ocr(data, page.number) if ocr else page
        pages.append(page)
    if ocr or not pictures:
        return pages, []
    if len(pictures) == len(pages):
        advice = "all pages are pictures; install the ocr extra to read them"
        raise Unreadable(pdf.name, "needs-ocr", advice)
    return pages, [f"page {number} is a picture; install the ocr extra" for number in pictures]


def is_picture(page: Page) -> bool:
    """Whether `page` holds almost no text and an image that covers most of it, or text that is junk."""
    if is_garbled(word.text for word in page.words):
        return True
    letters = sum(len(word.text) for word in page.words)
    if letters >= FEW_LETTERS or not page.images:
        return False
    covered = sum(
        max(min(x1, page.width) - max(x0, 0.0), 0.0)
        * max(min(bottom, page.height) - max(top, 0.0), 0.0)
        for x0, top, x1, bottom in page.images
    )
    return covered > _COVERED * page.width * page.height


def make_blocks(layout: Layout, outline: dict[str, int]) -> tuple[Block, ...]:
    """Give the blocks of a laid-out document in reading order, tables at their places."""
    drafts = [draft for sheet in layout.sheets for draft in layout.drafts[sheet.page.number]]
    positions = {id(draft): at for at, draft in enumerate(drafts)}
    joined = join_over_breaks(drafts, layout.spacing)
    candidates = [_candidate(draft, layout) for draft in joined]
    levels = heading_levels(candidates, layout.spacing, outline)
    nestings = _nestings(candidates, levels)
    sources = {sheet.page.number: sheet.page.source for sheet in layout.sheets}
    blocks: list[tuple[float, Block]] = []
    for candidate, level, nesting in zip(candidates, levels, nestings, strict=True):
        if candidate.text or any(letter.isalnum() for letter in candidate.number):
            block = _block(candidate, level, nesting)
            if sources[block.page] == "ocr":
                block = _recognised(block, candidate.draft)
            blocks.append((positions[id(candidate.draft)], block))
    tables = [table for sheet in layout.sheets for table in sheet.tables]
    for table in join_tables(tables, parted=_parted(drafts)):
        blocks.append((_table_position(table, drafts), table.block))
    return tuple(block for _, block in sorted(blocks, key=lambda pair: pair[0]))


def _candidate(draft: Draft, layout: Layout) -> Candidate:
    number = draft.mark.label if draft.mark else ""
    return Candidate(draft, running_text(draft, layout.vocabulary), number)


def _nestings(candidates: Sequence[Candidate], levels: Sequence[int]) -> list[int]:
    """Give each item's depth in its list, by how far its label stands to the right."""
    found: list[int] = []
    open_at: list[float] = []
    for candidate, level in zip(candidates, levels, strict=True):
        x = candidate.draft.lines[0].x0
        if level or not is_item_label(candidate.number) or not candidate.number:
            continues = open_at and not level and x > open_at[0] + 4
            open_at = open_at if continues else []
            found.append(0)
            continue
        open_at = [other for other in open_at if other < x - 4]
        found.append(len(open_at))
        open_at.append(x)
    return found


def _block(candidate: Candidate, level: int, nesting: int) -> Block:
    draft, number = candidate.draft, candidate.number
    kind: BlockKind = "heading" if level else "paragraph"
    if not level and number and is_item_label(number):
        kind = "item"
    places = _places(draft)
    return Block(
        kind=kind,
        text=candidate.text,
        number=number,
        level=level or nesting,
        page=places[0].page,
        box=places[0].box,
        places=places if len(places) > 1 else (),
        style=_style(draft),
        frame=draft.frame,
    )


def _recognised(block: Block, draft: Draft) -> Block:
    words = [word for line in draft.lines for word in line.words]
    confidence = sum(word.confidence for word in words) / max(len(words), 1)
    return Block(
        kind=block.kind,
        text=block.text.rstrip(SPECKS) if block.kind == "heading" else block.text,
        number=block.number,
        level=block.level,
        page=block.page,
        box=block.box,
        places=block.places,
        style=block.style,
        frame=block.frame,
        source="ocr",
        confidence=round(confidence, 3),
    )


def _style(draft: Draft) -> Style:
    main = max(draft.lines, key=lambda line: len(line.text))
    letters = sum(len(line.text) for line in draft.lines)
    return Style(
        size=main.size,
        bold=2 * sum(len(line.text) for line in draft.lines if line.bold) > letters,
        italic=2 * sum(len(line.text) for line in draft.lines if line.italic) > letters,
        colour=main.colour,
        font=main.font,
        indent=round(max(draft.lines[0].x0 - draft.left, 0.0), 1),
        name=draft.lines[0].role,
    )


def _places(draft: Draft) -> tuple[Place, ...]:
    cuts = [0, *draft.breaks, len(draft.lines)]
    places: list[Place] = []
    for first, last in itertools.pairwise(cuts):
        lines = draft.lines[first:last]
        box: Box = (
            round(min(line.x0 for line in lines), 1),
            round(min(line.top for line in lines), 1),
            round(max(line.x1 for line in lines), 1),
            round(max(line.bottom for line in lines), 1),
        )
        places.append(Place(lines[0].page, box))
    return tuple(places)


def _parted(drafts: Sequence[Draft]) -> Callable[[FoundTable, FoundTable], bool]:
    def parted(upper: FoundTable, lower: FoundTable) -> bool:
        start, end = (upper.page, upper.box[3]), (lower.page, lower.box[1])
        return any(start <= (d.lines[0].page, d.lines[0].baseline) <= end for d in drafts)

    return parted


def _table_position(table: JoinedTable, drafts: Sequence[Draft]) -> float:
    """Give a table's place among the drafts: behind the last that stands above it."""
    first = table.pieces[0]
    x0, top, x1, _ = first.box
    position = -0.5
    for at, draft in enumerate(drafts):
        line = draft.lines[0]
        above = line.page < first.page or (line.page == first.page and line.baseline <= top + 2)
        if above and (line.page < first.page or (line.x0 < x1 and line.x1 > x0 - 200)):
            position = at + 0.5
    return position
