"""A workbook with a sheet each for reviews, recommendations, actions, lessons and doubts."""

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from learnt.export.cells import Value, plain
from learnt.export.flat import Sheet, sheets_of
from learnt.records import Review

LONGEST = 32767
"""Letters that a cell of Excel holds (Microsoft, "Excel specifications and limits")."""
CUT = " […]"


def encode(reviews: Sequence[Review]) -> bytes:
    """Give the reviews as an XLSX workbook."""
    book = Workbook(write_only=True)
    for sheet in sheets_of(reviews):
        _add(book, sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _add(book: Workbook, sheet: Sheet) -> None:
    """Add a sheet: heading frozen, filters on, columns wide enough, text wrapped."""
    page: Any = book.create_sheet(sheet.name)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    for position, (_, width) in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(position)].width = width
    page.append([_cell(page, name, bold=True) for name in sheet.header])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])


def cell_text(text: str) -> str:
    """Give a text as a cell can hold it: without control characters, and no longer than Excel takes."""
    text = plain(text)
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


def _cell(page: Any, value: Value, bold: bool = False) -> Any:
    """Give a cell whose text is text, whatever it starts with."""
    if isinstance(value, str):
        value = cell_text(value)
    cell = WriteOnlyCell(page, value)
    if isinstance(value, str):
        cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold)
    return cell
