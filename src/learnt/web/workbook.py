"""Sheets that open well: the names of columns bold and in sight, long texts wrapped, no formula."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from learnt.export.as_xlsx import cell_text

NARROW, WIDEST, MOST_LOOKED_AT = 12, 80, 50
"""Letters of a narrow and of the widest column; rows that tell how wide a column must be."""
BOLD, TOP = Font(bold=True), Alignment(vertical="top")
WRAPPED = Alignment(vertical="top", wrap_text=True)


def add_sheet(
    book: Workbook, name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Add a sheet to a write-only workbook; columns are as wide as the first rows ask."""
    page: Any = book.create_sheet(name)
    page.freeze_panes = "A2"
    coming = iter(rows)
    first = list(islice(coming, MOST_LOOKED_AT))
    wide = [_width(values) for values in zip(header, *first, strict=True)]
    for number, width in enumerate(wide, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.append([_cell(page, value, 0, BOLD) for value in header])
    count = 1
    for some in (first, coming):
        for row in some:
            count += 1
            page.append([_cell(page, *pair) for pair in zip(row, wide, strict=True)])
    page.auto_filter.ref = f"A1:{get_column_letter(len(header))}{count}"


def _width(values: Iterable[Any]) -> int:
    return min(WIDEST, max(NARROW, *(len(str(value)) + 2 for value in values)))


def _cell(page: Any, value: Any, width: int = 0, font: Font | None = None) -> Any:
    """Give a cell whose text is text, whatever it starts with; wrapped where wider than `width`."""
    if text := isinstance(value, str):
        value = cell_text(value)
    cell = WriteOnlyCell(page, value)
    if text:
        cell.data_type = "s"
    if font:
        cell.font = font
    if width and text and len(value) > width - 2:
        cell.alignment = WRAPPED
    elif value not in (None, ""):
        cell.alignment = TOP
    return cell
