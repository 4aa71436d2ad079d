"""Reads a table from a CSV file, whatever its encoding and separator."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from learnt.errors import Unreadable
from learnt.register.headings import FIRST_LINES, matches
from learnt.register.problems import Place
from learnt.register.schema import Table
from learnt.register.sources import (
    MOST_COLUMNS,
    MOST_LETTERS,
    MOST_ROWS,
    RawRow,
    RawTable,
    as_table,
    check_size,
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
    lines = []
    for line in _lines(text, find_separator(text, table), path.name):
        if any(isinstance(cell, str) and cell.strip() for cell in line.cells):
            lines.append(line)
        if len(line.cells) > MOST_COLUMNS:
            raise too_many(path.name, f"{MOST_COLUMNS} columns")
        if line.number > MOST_ROWS + 1:
            raise too_many(path.name, f"{MOST_ROWS:,} rows")
    return as_table(table, Place(path.name), lines)


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
    """Give the separator with which a line has most headings of the table."""
    lines = [line.replace('"', "") for line in text[:MOST_LETTERS].splitlines()[:FIRST_LINES]]

    def known(separator: str) -> int:
        return max((matches(table, line.split(separator)) for line in lines), default=0)

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
