"""Joins the parts of a table that stand on several pages into one block."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from learnt.read.column_heads import is_header_text
from learnt.read.pdf.tables.continued import LABEL, Habits, habits_of, is_continued, join_texts
from learnt.read.pdf.tables.shape import FoundCell, FoundRow, FoundTable
from learnt.records import Block, Cell, Place, Row
from learnt.words import fold

Parted = Callable[[FoundTable, FoundTable], bool]
"""Tells whether text of the body (a heading, a paragraph) stands between two tables."""
_NEAR = 0.03
"""How far borders may be apart, as a share of the table's width, and still be the same column's."""
_TITLE = 14
"""A group's title has up to this many words."""
_STILL = 6.0
"""Borders that lie on the same x on two pages, in points; the outer ones may be the text's."""


@dataclass(frozen=True, slots=True)
class JoinedTable:
    """A whole table as a block, and the parts it was joined from."""

    block: Block
    pieces: tuple[FoundTable, ...]


def join_tables(found: Sequence[FoundTable], *, parted: Parted | None = None) -> list[JoinedTable]:
    """Give whole tables from the tables found page by page, in order.

    `parted` tells whether body text stands between two neighbours, so that the second is a new
    table; without it only neighbours on following pages are joined.
    """
    chains: list[list[FoundTable]] = []
    for table in found:
        last = chains[-1][-1] if chains else None
        fitted = _fit(chains[-1], table) if last and _is_next(last, table, parted) else None
        if fitted is not None:
            chains[-1].append(fitted)
        else:
            chains.append([table])
    return [_joined(chain) for chain in chains]


def _is_next(upper: FoundTable, lower: FoundTable, parted: Parted | None) -> bool:
    if lower.page <= upper.page:
        return False
    return lower.page == upper.page + 1 if parted is None else not parted(upper, lower)


def _fit(chain: Sequence[FoundTable], lower: FoundTable) -> FoundTable | None:
    """Give `lower` as a further part of the chain, in the chain's columns; None if it is none."""
    first = chain[0]
    head = [row for row in first.rows if row.header]
    own = [row for row in lower.rows if row.header]
    if own and _same_header(head, own):
        return lower if lower.width == first.width else _recut(lower, chain[-1])
    fused = bool(own and head) and _without_header(own[0], head[-1].texts) is not own[0]
    if own and fused and _has_merged(lower, len(own)):
        return _with_rests(lower, len(own), head[-1].texts)
    is_worded = bool(own) and (is_header_text(own[-1].texts) or not _is_worded(head))
    if own and not fused and (not head or is_worded):
        return None
    lower = replace(lower, rows=tuple(replace(row, header=False) for row in lower.rows))
    if lower.width == first.width:
        near = any(_same_columns(lower.columns, table.columns) for table in chain)
        return lower if near or _shares_keys(chain[-1], lower) else None
    return _recut(lower, chain[-1])


def _has_merged(table: FoundTable, head: int) -> bool:
    """Tell whether the row after the header shares a cell with it."""
    after = table.rows[head] if len(table.rows) > head else None
    above = table.rows[head - 1]
    return after is not None and any(
        old.box == new.box and not new.text
        for old, new in zip(above.cells, after.cells, strict=True)
    )


def _with_rests(table: FoundTable, head: int, header: Sequence[str]) -> FoundTable:
    """Give what the header's cells hold beyond the header to the row that shares them."""
    above, after = table.rows[head - 1], table.rows[head]
    cells = tuple(
        replace(new, text=old.text[len(text) :].lstrip()) if old.box == new.box else new
        for old, new, text in zip(above.cells, after.cells, header, strict=True)
    )
    first = replace(
        above, cells=tuple(replace(c, text=t) for c, t in zip(above.cells, header, strict=True))
    )
    rest = table.rows[head + 1 :]
    return replace(table, rows=(*table.rows[: head - 1], first, replace(after, cells=cells), *rest))


def _is_worded(head: Sequence[FoundRow]) -> bool:
    """Tell whether a header is one by its words, not by its bold type alone."""
    return any(is_header_text(row.texts) for row in head)


def _same_header(upper: Sequence[FoundRow], lower: Sequence[FoundRow]) -> bool:
    texts = [
        ["".join(fold(text).split()) for row in rows for text in row.texts if text]
        for rows in (upper, lower)
    ]
    return bool(texts[0]) and texts[0] == texts[1]


def _shares_keys(upper: FoundTable, lower: FoundTable) -> bool:
    if upper.key >= 0 and upper.key == lower.key:
        return True
    return bool(upper.rows and lower.rows and upper.rows[-1].keys & lower.rows[0].keys)


def _same_columns(first: Sequence[float], second: Sequence[float]) -> bool:
    wide, other = first[-1] - first[0], second[-1] - second[0]
    if len(first) != len(second) or wide <= 0 or other <= 0:
        return False
    inner = zip(first[1:-1], second[1:-1], strict=True)
    if all(abs(a - b) <= _STILL for a, b in inner):
        return True
    pairs = zip(first, second, strict=True)
    return all(abs((a - first[0]) / wide - (b - second[0]) / other) <= _NEAR for a, b in pairs)


def _recut(lower: FoundTable, upper: FoundTable) -> FoundTable | None:
    """Give `lower` in the columns of `upper` where its borders are some of those."""
    if lower.width >= upper.width or lower.width < 2:
        return None
    slots: list[int] = []
    near = _NEAR * (upper.columns[-1] - upper.columns[0])
    for x in lower.columns[:-1]:
        slot = min(range(upper.width), key=lambda i: abs(upper.columns[i] - x))
        if abs(upper.columns[slot] - x) > near or slot in slots:
            return None
        slots.append(slot)
    rows = tuple(replace(row, cells=_spread(row, slots, upper.width)) for row in lower.rows)
    return replace(lower, columns=upper.columns, rows=rows)


def _spread(row: FoundRow, slots: Sequence[int], width: int) -> tuple[FoundCell, ...]:
    cells = [FoundCell()] * width
    for slot, cell in zip(slots, row.cells, strict=True):
        cells[slot] = cell
    return tuple(cells)


@dataclass(slots=True)
class _Body:
    """The rows joined so far, each with the page it begins on."""

    habits: Habits
    rows: list[tuple[int, FoundRow]]
    piece: FoundRow | None = None
    """The rest of a row that the page begins with, if it does."""

    def add(self, page: int, row: FoundRow, is_first: bool) -> None:
        """Add a row, to the last one where it continues it over a page break."""
        above = self.rows[-1][1] if self.rows else None
        self.piece = None if is_first else self.piece
        if above is not None and is_first and not above.header:
            if is_continued(above, row, self.habits):
                self.piece = row
                self._extend(_merge(above, row))
                return
            row = self._fill_down(above, row)
        elif above is not None and not row.header:
            row = self._repeat(above, row)
        self.rows.append((page, row))

    def _extend(self, whole: FoundRow) -> None:
        """Put the completed row in the last one's place, and a merged cell's text in each row."""
        last = self.rows[-1][1]
        self.rows[-1] = (self.rows[-1][0], whole)
        for column, cell in enumerate(last.cells):
            place = len(self.rows) - 1
            while place > 0 and self.rows[place][1].cells[column].merged and not whole.spans_all:
                place -= 1
                page, row = self.rows[place]
                if row.cells[column].text != cell.text:
                    break
                cells = list(row.cells)
                cells[column] = replace(cells[column], text=whole.cells[column].text)
                self.rows[place] = (page, replace(row, cells=tuple(cells)))

    def _fill_down(self, above: FoundRow, row: FoundRow) -> FoundRow:
        """Repeat a cell that goes over several rows on the page it has gone over to."""
        merged = self.habits.merged
        if row.spans_all or above.spans_all or not any(merged):
            return row
        cells = [
            replace(old, merged=True) if merged[c] and old.text and not new.text else new
            for c, (old, new) in enumerate(zip(above.cells, row.cells, strict=True))
        ]
        return replace(row, cells=tuple(cells))

    def _repeat(self, above: FoundRow, row: FoundRow) -> FoundRow:
        """Give a merged cell the whole text where the page before has the beginning of it."""
        pieces = self.piece.texts if self.piece else ("",) * len(row.cells)
        cells = [
            replace(old, merged=True) if new.merged and new.text in ("", piece) else new
            for old, new, piece in zip(above.cells, row.cells, pieces, strict=True)
        ]
        return replace(row, cells=tuple(cells)) if not row.spans_all else row


def _as_title(row: FoundRow, habits: Habits) -> FoundRow:
    """Let a row that fills its first cell alone, though all rows fill several, be a title."""
    if row.header or row.spans_all or not row.cells[0].text or any(row.texts[1:]):
        return row
    if sum(habits.filled[1:]) < 2 or (habits.key == 0 and LABEL.match(row.texts[0])):
        return row
    first, text = row.cells[0], row.cells[0].text
    if len(text.split()) > _TITLE or text.endswith("."):
        return row
    rest = [FoundCell(text, cell.box, True, cell.bold) for cell in row.cells[1:]]
    return replace(row, cells=(first, *rest))


def _merge(above: FoundRow, row: FoundRow) -> FoundRow:
    pairs = zip(above.cells, row.cells, strict=True)
    cells = tuple(
        old if new.merged else replace(old, text=join_texts(old.text, new.text))
        for old, new in pairs
    )
    keys = row.keys or above.keys
    return replace(above, cells=cells, open_bottom=row.open_bottom, keys=keys)


def _joined(chain: Sequence[FoundTable]) -> JoinedTable:
    header = [row for row in chain[0].rows if row.header][-1:]
    body = _Body(habits_of(_whole_rows(chain, header), chain[0].width), [])
    for index, table in enumerate(chain):
        for place, row in enumerate(_body_rows(index, table, header)):
            body.add(table.page, row, is_first=index > 0 and place == 0)
    body.rows = [(page, _as_title(row, body.habits)) for page, row in body.rows]
    places = tuple(Place(table.page, table.box) for table in chain)
    block = Block(
        kind="table",
        page=chain[0].page,
        box=chain[0].box,
        places=places if len(places) > 1 else (),
        rows=tuple(_record(page, row) for page, row in body.rows),
        source=chain[0].source,
        confidence=round(sum(table.confidence for table in chain) / len(chain), 3),
    )
    return JoinedTable(block, tuple(chain))


def _body_rows(index: int, table: FoundTable, header: Sequence[FoundRow]) -> list[FoundRow]:
    """Give the rows of the part `index` of a table without the repetitions of its header."""
    rows: list[FoundRow] = []
    for row in table.rows:
        if row.header and index == 0:
            rows.append(row)
        elif not row.header:
            bare = _without_header(row, header[0].texts) if header else row
            rows += [bare] if bare is not None else []
    return rows


def _without_header(row: FoundRow, header: Sequence[str]) -> FoundRow | None:
    """Take the header's words off a row that opens with them all, as where no line parts them."""
    pairs = list(zip(row.cells, header, strict=False))
    heads = sum(bool(head) for head in header)
    if (
        heads < 2
        or len(row.cells) != len(header)
        or not all(_opens_with(cell.text, head) for cell, head in pairs)
    ):
        return row
    cells = tuple(replace(cell, text=cell.text[len(head) :].lstrip()) for cell, head in pairs)
    return replace(row, cells=cells) if any(cell.text for cell in cells) else None


def _opens_with(text: str, head: str) -> bool:
    return text == head or (text.startswith(head) and text[len(head)].isspace()) or not head


def _whole_rows(chain: Sequence[FoundTable], header: Sequence[FoundRow]) -> list[FoundRow]:
    """Give the rows that stand whole on a page: none of the first ones after a page break."""
    rows = [
        [row for row in _body_rows(index, table, header) if not row.header]
        for index, table in enumerate(chain)
    ]
    whole = [
        row
        for index, own in enumerate(rows)
        for row in own[1 if index else 0 :]
        if not row.spans_all
    ]
    return whole or [row for own in rows for row in own]


def _record(page: int, row: FoundRow) -> Row:
    cells = tuple(
        Cell(cell.text, cell.merged, cell.bold, Place(page, cell.box)) for cell in row.cells
    )
    return Row(cells, row.header, page)
