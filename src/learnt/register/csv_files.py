"""Reads a table from a CSV file, whatever its encoding and separator."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from learnt.errors import Unreadable
from learnt.register.problems import Place
from learnt.register.schema import Table
from learnt.register.sources import (
    MOST_COLUMNS,
    MOST_LETTERS,
    MOST_ROWS,
    RawRow,
    RawTable,
    check_size,
    match_columns,
    too_many,
)

SEPARATORS = ",;\t"
WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_csv(path: Path, table: Table) -> RawTable:
    """Give a table as it stands in a file: UTF-8 or Windows-1252; separated by comma, semicolon or tab.

    Raises `Unreadable` where it is no text, or too large.
    """
    check_size(path)
    text = decode(path)
    lines = _lines(text, find_separator(text, table), path.name)
    header = next(lines, RawRow(1, ()))
    if len(header.cells) > MOST_COLUMNS:
        raise too_many(path.name, f"{MOST_COLUMNS} columns")
    rows = []
    for row in lines:
        if any(isinstance(cell, str) and cell.strip() for cell in row.cells):
            rows.append(row)
        if row.number > MOST_ROWS + 1:
            raise too_many(path.name, f"{MOST_ROWS:,} rows")
    return RawTable(table, Place(path.name), header.cells, rows)


def decode(path: Path) -> str:
    """Give the text of a file; raises `Unreadable`."""
    content = path.read_bytes()
    wide = WIDE.get(content[:2])
    for encoding in [wide] if wide else ["utf-8-sig", "cp1252"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable(path.name, "damaged", "it is not text; save it as CSV in UTF-8")


def find_separator(text: str, table: Table) -> str:
    """Give the separator with which the header has most columns of the table."""
    header = text[: text.find("\n")] if "\n" in text else text

    def known(separator: str) -> int:
        cells = header.replace('"', "").split(separator)
        return sum(column is not None for column in match_columns(table, cells))

    return max(SEPARATORS, key=known)


def _lines(text: str, separator: str, name: str) -> Iterator[RawRow]:
    csv.field_size_limit(MOST_LETTERS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number = 0
    while True:
        number += 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            advice = f"row {number} cannot be read ({error}); save it as CSV again"
            raise Unreadable(name, "damaged", advice) from error
        if row is None:
            return
        yield RawRow(number, row)
