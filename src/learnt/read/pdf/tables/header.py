"""Which rows of a table are its header: by the words, the type, the tags."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.read.column_heads import LONGEST_HEAD, is_header_text
from learnt.read.pdf.tables.shape import FoundCell, FoundRow


def mark_headers(rows: Sequence[FoundRow]) -> tuple[FoundRow, ...]:
    """Give the rows with the header flag set on the first ones that head the columns."""
    count = _header_rows(rows)
    marked = [replace(row, header=index < count) for index, row in enumerate(rows)]
    if not 0 < count < len(rows):
        return tuple(marked)
    head = marked[count - 1]
    return (*marked[:count], *(_let_go(row, head) for row in marked[count:]))


def _let_go(row: FoundRow, head: FoundRow) -> FoundRow:
    """Free cells that are joined to the header only because no line was drawn below it."""
    cells = tuple(
        FoundCell("", cell.box) if cell.merged and cell.box == own.box else cell
        for cell, own in zip(row.cells, head.cells, strict=True)
    )
    return replace(row, cells=cells)


def _header_rows(rows: Sequence[FoundRow]) -> int:
    if not rows or (len(rows) < 2 and not is_header_text(rows[0].texts)):
        return 0
    for index, row in enumerate(rows[:3]):
        if is_header_text(_own_texts(row)):
            return index + 1
        if not row.spans_all:
            break
    return int(_is_set_apart(rows))


def _own_texts(row: FoundRow) -> list[str]:
    return [cell.text for cell in row.cells if not cell.merged]


def _is_set_apart(rows: Sequence[FoundRow]) -> bool:
    """Tell whether the first row is bold, short and full, and the rows below are not."""
    first = rows[0]
    filled = [cell for cell in first.cells if cell.text]
    if len(filled) < 2 or len(filled) < len(first.cells) - 1 or first.spans_all:
        return False
    if not all(cell.bold and len(cell.text.split()) <= LONGEST_HEAD for cell in filled):
        return False
    return any(not cell.bold and cell.text for row in rows[1:] for cell in row.cells[1:])
