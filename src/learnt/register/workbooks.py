"""Reads tables from a workbook: values of formulas, real dates, a sheet a table."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from learnt.errors import Unreadable
from learnt.register.cells import Raw
from learnt.register.problems import Place
from learnt.register.schema import Table, schema
from learnt.register.sources import (
    MOST_COLUMNS,
    MOST_ROWS,
    Found,
    Part,
    RawRow,
    RawTable,
    as_table,
    check_size,
    pick_tables,
    too_many,
)

MOST_UNPACKED = 200_000_000
MOST_PARTS = 2_000
MOST_CELLS = 20_000_000
"""Cells of a sheet, empty ones too, as a sheet counts them that names its last column in each row."""
LAST_ROW = 1_048_576
"""Rows of a sheet (Microsoft, "Excel specifications and limits")."""
HEAD = 4_096
DAMAGED = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,  # of XML
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,  # encrypted
    EOFError,
)
"""What the reader of workbooks raises where one is damaged."""
LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
"""What is no sign for a part of a date in a number format: quoted text, colours and conditions."""


def read_workbook(path: Path) -> Found:
    """Give the tables of a workbook; raises `Unreadable` where it is none, or too large."""
    check_size(path)
    try:
        check_parts(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of lists and colours that only newer programs know
            return _read(path)
    except DAMAGED as error:
        raise Unreadable(path.name, "damaged", "it cannot be opened as a workbook") from error


def _read(path: Path) -> Found:
    values = load_workbook(path, read_only=True, data_only=True)
    formulas = load_workbook(path, read_only=True) if has_formulas(path) else None
    try:
        return _tables(path, values, formulas)
    finally:
        values.close()
        if formulas:
            formulas.close()


def check_parts(path: Path) -> None:
    """Raise `Unreadable` where the archive is damaged, grows too large, or defines entities of its own."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Unreadable(
                path.name, "too-large", "unpacked it is too large; that is no register"
            )
        for part in parts:
            with archive.open(part) as file:
                if b"<!DOCTYPE" in file.read(HEAD):
                    raise Unreadable(path.name, "damaged", "it is not a workbook of a spreadsheet")


def has_formulas(path: Path) -> bool:
    """Whether a sheet holds a formula."""
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            if part.startswith("xl/worksheets/"):
                with archive.open(part) as file:
                    before = b""
                    while block := file.read(1 << 20):
                        if b"<f>" in before + block or b"<f " in before + block:
                            return True
                        before = block[-3:]
    return False


def _tables(path: Path, book: Any, with_formulas: Any) -> Found:
    passed = schema().reading.passed_over
    names = [name for name in book.sheetnames if name.strip().casefold() not in passed]
    return pick_tables([_part(path, name, book, with_formulas) for name in names], {})


def _part(path: Path, name: str, book: Any, with_formulas: Any) -> Part:
    def read(table: Table) -> RawTable:
        formulas = with_formulas and with_formulas[name]
        return _read_sheet(table, Place(path.name, name), book[name], formulas)

    return Part(name, f"The sheet “{name}”", read)


def _read_sheet(table: Table, place: Place, page: Any, formulas: Any) -> RawTable:
    """Give a sheet's rows that hold something; their numbers are those of the sheet."""
    rows: list[RawRow] = []
    broken: list[tuple[int, int, str]] = []
    for number, cells in _rows(page, place):
        for position, cell in enumerate(cells):
            if cell.data_type == "e":
                broken.append((number, position, f"the cell holds the error {cell.value}"))
        rows.append(RawRow(number, [raw_of(cell) for cell in cells]))
    if formulas:
        broken += _without_value(formulas, place, {row.number: row.cells for row in rows})
    return as_table(table, place, rows, broken)


def _rows(page: Any, place: Place) -> Iterator[tuple[int, list[Any]]]:
    """Give the number and cells of each row that holds something, without empty cells at its end."""
    page.reset_dimensions()  # programs write them wrongly
    filled = slots = 0
    for number, cells in enumerate(page.iter_rows(), start=1):
        width = len(cells)
        slots += width
        while width and cells[width - 1].value in (None, ""):
            width -= 1
        filled += bool(width)
        if filled > MOST_ROWS + 1 or number > LAST_ROW:
            raise too_many(place.file, f"{MOST_ROWS:,} rows")
        if width > MOST_COLUMNS or slots > MOST_CELLS:
            raise too_many(place.file, f"{MOST_COLUMNS} columns")
        if width:
            yield number, list(cells[:width])


def _without_value(
    page: Any, place: Place, known: dict[int, Sequence[Raw]]
) -> Iterator[tuple[int, int, str]]:
    """Give the formulas whose value the program that saved the workbook did not keep."""
    message = "the formula has no value; open the workbook in a spreadsheet program and save it"
    for number, cells in _rows(page, place):
        values = known.get(number, ())
        for position, cell in enumerate(cells):
            value = values[position] if position < len(values) else None
            if cell.data_type == "f" and value is None:
                yield number, position, message


def raw_of(cell: Any) -> Raw:
    """Give what stands in a cell; a date as ISO text, as precise as it is shown."""
    value = cell.value
    if isinstance(value, date):  # a datetime is a date too
        day = value.date() if isinstance(value, datetime) else value
        return day.isoformat()[: _shown(cell.number_format, day)]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)


def _shown(form: str, day: date) -> int:
    """Give how many letters of an ISO date a number format shows; a day that is not the first counts."""
    signs = LITERAL.sub("", form.casefold())
    if "d" in signs or day.day != 1 or "y" not in signs:
        return 10
    return 7 if "m" in signs or day.month != 1 else 4
