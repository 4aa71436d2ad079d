"""Pages of ink to drafts of paragraphs in reading order, furniture and tables set apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from learnt.read.pdf.columns import Column, ColumnReader
from learnt.read.pdf.frames import Framed, find_frames
from learnt.read.pdf.furniture.contents import find_contents, has_title, plain_key
from learnt.read.pdf.furniture.footnotes import find_footnotes, note_mark
from learnt.read.pdf.furniture.margins import find_margins
from learnt.read.pdf.ink import Page, Word
from learnt.read.pdf.lines import Line, find_rows, split_wide
from learnt.read.pdf.paragraphs import Draft, read_paragraphs
from learnt.read.pdf.raised import settle_raised
from learnt.read.pdf.spacing import Spacing, body_size, measure
from learnt.read.pdf.tables import FoundTable, find_tables
from learnt.read.pdf.vocabulary import Vocabulary
from learnt.read.pdf.votes import read_votes
from learnt.records import Box, Furniture, FurnitureKind
from learnt.words import tidy


@dataclass(slots=True)
class Sheet:
    """A page on its way: its rows, less and less of them as furniture and tables are found."""

    page: Page
    rows: list[Line]
    furniture: list[Furniture] = field(default_factory=list)
    tables: list[FoundTable] = field(default_factory=list)
    columns: list[tuple[Column, int]] = field(default_factory=list)
    """Columns in reading order, each with the number of its frame (0: none)."""

    def set_apart(self, kind: FurnitureKind, rows: Sequence[Line]) -> None:
        """Take `rows` out of the page's text and keep them as furniture, one for each row."""
        if not rows:
            return
        gone = set(map(id, rows))
        self.rows = [row for row in self.rows if id(row) not in gone]
        self.furniture += [Furniture(kind, tidy(r.text), self.page.number, r.box) for r in rows]


@dataclass(slots=True)
class Layout:
    """A document's sheets with what is usual on them."""

    sheets: list[Sheet]
    spacing: Spacing
    vocabulary: Vocabulary
    drafts: dict[int, list[Draft]]
    """For each page its drafts in reading order."""


def lay_out(pages: Sequence[Page], headings: frozenset[str] = frozenset()) -> Layout:
    """Give the layout of `pages`; `headings` are the folded titles of the bookmarks."""
    pages = settle_raised(pages)
    sheets = [Sheet(page, _rows(page)) for page in pages]
    _part_margins(sheets)
    _part_turned(sheets)
    body = body_size(row for sheet in sheets for row in sheet.rows)
    _part_contents(sheets, headings, body)
    vocabulary = Vocabulary(word for page in pages for word in page.words)
    _part_tables(sheets, vocabulary)
    for sheet in sheets:
        _part_footnotes(sheet, body)
    frames, reader = 0, ColumnReader()
    for sheet in sheets:
        frames = _order(sheet, frames, reader)
    columns = [column for sheet in sheets for column, _ in sheet.columns]
    spacing = measure(columns, {s.page.number: s.page.width > s.page.height for s in sheets})
    drafts = {sheet.page.number: _drafts(sheet, spacing) for sheet in sheets}
    return Layout(sheets, spacing, vocabulary, drafts)


def _rows(page: Page) -> list[Line]:
    votes = read_votes(page)
    return [votes.tagged(row) for row in find_rows(page.number, page.words)]


def _part_margins(sheets: list[Sheet]) -> None:
    found = find_margins([s.page for s in sheets], {s.page.number: s.rows for s in sheets})
    for sheet in sheets:
        for row, kind in found.rows[sheet.page.number]:
            sheet.set_apart(kind, [row])


def _part_turned(sheets: list[Sheet]) -> None:
    """Words set askew or on their side (watermarks, margin stamps) are notes, if in no table."""
    for sheet in sheets:
        turned: dict[int, list[Word]] = {}
        for word in sheet.page.words:
            if word.angle and word.angle % 90:
                turned.setdefault(word.angle, []).append(word)
        for words in turned.values():
            letters = all(len(word.text) == 1 for word in words)
            text = tidy(("" if letters else " ").join(word.text for word in words))
            sheet.furniture.append(Furniture("note", text, sheet.page.number))


def _part_contents(sheets: list[Sheet], headings: frozenset[str], body: float) -> None:
    going = False
    for at, sheet in enumerate(sheets):
        known = headings
        if has_title(sheet.rows):
            known = headings | _dressed(sheets[at:], body)
        found = find_contents(sheet.rows, known, going=going)
        last = sheet.rows[-1] if sheet.rows else None
        sheet.set_apart("contents", found)
        going = bool(found) and last is found[-1]


def _dressed(sheets: list[Sheet], body: float) -> frozenset[str]:
    """The folded texts of rows that are set larger or bolder than the text."""
    return frozenset(
        plain_key(row.text)
        for sheet in sheets
        for row in sheet.rows
        if (row.size > 1.08 * body or row.bold) and len(row.words) <= 12
    )


def _part_tables(sheets: list[Sheet], vocabulary: Vocabulary) -> None:
    found: list[FoundTable] = []
    for sheet in sheets:
        kept = {id(word) for row in sheet.rows for word in row.words}
        ignore = {at for at, word in enumerate(sheet.page.words) if id(word) not in kept}
        sheet.tables = find_tables(
            sheet.page, before=found, ignore=ignore, unhyphen=vocabulary.join
        )
        found += sheet.tables
        used = {id(sheet.page.words[at]) for table in sheet.tables for at in table.used}
        if used:
            sheet.rows = _without(sheet, used)


def _without(sheet: Sheet, used: set[int]) -> list[Line]:
    kept = [word for row in sheet.rows for word in row.words if id(word) not in used]
    votes = read_votes(sheet.page)
    return [votes.tagged(row) for row in find_rows(sheet.page.number, kept)]


def _part_footnotes(sheet: Sheet, body: float) -> None:
    notes: list[Furniture] = []
    found = find_footnotes(sheet.page, sheet.rows, body, [table.box for table in sheet.tables])
    for row in found:
        mark = note_mark(row)
        text = tidy(row.text.removeprefix(mark) if not row.words[0].superscript else row.text)
        if mark or not notes:
            notes.append(Furniture("footnote", text, sheet.page.number, row.box, mark))
        else:
            last = notes[-1]
            joined = tidy(f"{last.text} {text}")
            box = _around(last.box or row.box, row.box)
            notes[-1] = Furniture("footnote", joined, last.page, box, last.number)
    gone = set(map(id, found))
    sheet.rows = [row for row in sheet.rows if id(row) not in gone]
    sheet.furniture += notes


def _around(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _order(sheet: Sheet, frames: int, reader: ColumnReader) -> int:
    """Fill the sheet's columns in reading order and give the last frame's number."""
    votes = read_votes(sheet.page)
    pieces = [piece for row in sheet.rows for piece in split_wide(row)]
    framed, rest = find_frames(sheet.page, pieces)
    columns = [(column, 0) for column in _around_tables(rest, sheet.tables, reader)]
    for frame in framed:
        frames += 1
        inside = [(column, frames) for column in ColumnReader().read(frame.pieces)]
        columns = _placed(columns, frame, inside)
    sheet.columns = [
        (replace(column, lines=tuple(votes.tagged(line) for line in column.lines)), number)
        for column, number in columns
        if column.lines
    ]
    return frames


def _around_tables(
    pieces: list[Line], tables: list[FoundTable], reader: ColumnReader
) -> list[Column]:
    """Read what stands above, between and below tables of full width, each part for itself."""
    columns: list[Column] = []
    rest = pieces
    for table in sorted(tables, key=lambda table: table.box[1]):
        above = [piece for piece in rest if piece.baseline <= table.box[1] + 2]
        rest = [piece for piece in rest if piece.baseline > table.box[1] + 2]
        columns += reader.read(above)
    return columns + reader.read(rest)


Placed = list[tuple[Column, int]]


def _placed(columns: Placed, frame: Framed, inside: Placed) -> Placed:
    """Put a frame's columns into the flow where the frame stands."""
    x0, top, x1, _ = frame.box
    for at, (column, number) in enumerate(columns):
        if number or not (column.x0 < x1 and column.x1 > x0):
            if number and column.lines[0].top < top:
                continue
            if number or column.lines[0].top < top:
                continue
        later = [line for line in column.lines if line.top >= top - 1]
        if later:
            earlier = tuple(line for line in column.lines if line.top < top - 1)
            parts: Placed = [(replace(column, lines=earlier), number)] if earlier else []
            after: Placed = [(replace(column, lines=tuple(later)), number)]
            return [*columns[:at], *parts, *inside, *after, *columns[at + 1 :]]
    return [*columns, *inside]


def _drafts(sheet: Sheet, spacing: Spacing) -> list[Draft]:
    wide = sheet.page.width > sheet.page.height
    drafts: list[Draft] = []
    for column, number in sheet.columns:
        right = column.x1 if number else spacing.right_of(column, wide)
        drafts += read_paragraphs(column, spacing, number, right)
    return drafts
