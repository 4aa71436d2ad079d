"""Reads tables from an OpenDocument workbook (.ods, ISO/IEC 26300), as LibreOffice saves it."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from learnt.errors import Unreadable
from learnt.register.cells import Raw
from learnt.register.dates import parse_date
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
from learnt.register.workbooks import check_parts

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, RuntimeError, EOFError)
Broken = list[tuple[int, int, str]]


def _name(told: str) -> str:
    space, _, name = told.partition(":")
    return f"{{{NAMES[space]}}}{name}"


ROW, CELL, COVERED = map(_name, ("table:table-row", "table:table-cell", "table:covered-table-cell"))
REPEATED = _name("table:number-columns-repeated")
KIND, ERROR = _name("office:value-type"), _name("calcext:value-type")


def read_open_document(path: Path) -> Found:
    """Give the tables of a workbook; raises `Unreadable` where it is none, or too large."""
    check_size(path)
    try:
        check_parts(path)
        with zipfile.ZipFile(path) as archive:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(archive.read("content.xml"), parser)
        return _tables(path, root)
    except (*DAMAGED, etree.XMLSyntaxError) as error:
        raise Unreadable(path.name, "damaged", "it cannot be opened as a workbook") from error


def _tables(path: Path, root: etree._Element) -> Found:
    passed = schema().reading.passed_over
    pages = root.findall(".//table:table", NAMES)
    named = [(str(page.get(_name("table:name"), "")), page) for page in pages]
    parts = [_part(path, *one) for one in named if one[0].strip().casefold() not in passed]
    return pick_tables(parts, {})


def _part(path: Path, name: str, page: etree._Element) -> Part:
    def read(table: Table) -> RawTable:
        broken: Broken = []
        lines = list(_rows(page, path.name, broken))
        return as_table(table, Place(path.name, name), lines, broken)

    return Part(name, f"The sheet “{name}”", read)


def _rows(page: etree._Element, file: str, broken: Broken) -> Iterator[RawRow]:
    """Give the rows that hold something; one that is there several times in a row is, too."""
    number = 1
    for row in page.iter(ROW):
        times = int(row.get(_name("table:number-rows-repeated"), "1"))
        cells = _cells(row, file, number, broken)
        if cells:
            if number + times > MOST_ROWS:
                raise too_many(file, f"{MOST_ROWS:,} rows")
            yield from (RawRow(number + more, cells) for more in range(times))
        number += times


def _cells(row: etree._Element, file: str, number: int, broken: Broken) -> list[Raw]:
    """Give a row's values without the empty ones at its end; what holds an error is noted."""
    cells: list[Raw] = []
    waiting = 0  # empty cells, which count where another follows
    for cell in row.iterchildren(CELL, COVERED):
        times = int(cell.get(REPEATED, "1"))
        value = None if cell.tag == COVERED else _value(cell)
        wrong = _wrong(cell)
        if value in (None, "") and not wrong:
            waiting += times
            continue
        if len(cells) + waiting + times > MOST_COLUMNS:
            raise too_many(file, f"{MOST_COLUMNS} columns")
        cells += [None] * waiting
        if wrong:
            broken.append((number, len(cells), wrong))
        cells += [value] * times
        waiting = 0
    return cells


def _wrong(cell: etree._Element) -> str:
    """Say what is wrong with a cell, "" where nothing is."""
    if cell.get(ERROR) == "error":
        return f"the cell holds the error {_text(cell)}"
    if cell.get(_name("table:formula")) and not cell.get(KIND):
        return "the formula has no value; open the workbook in a spreadsheet program and save it"
    return ""


def _value(cell: etree._Element) -> Raw:
    """Give what stands in a cell; a date as ISO text, as precise as it is shown."""
    kind, shown = cell.get(KIND, ""), _text(cell)
    if kind == "boolean":
        return cell.get(_name("office:boolean-value")) == "true"
    if kind == "date":
        day = cell.get(_name("office:date-value"), "")[:10]
        seen = parse_date(shown)
        return seen if seen and day.startswith(seen) else day
    if kind in ("float", "percentage", "currency"):
        return float(cell.get(_name("office:value"), "nan"))
    return shown


def _text(cell: etree._Element) -> str:
    """Give a cell's paragraphs, a line each, without its comment."""
    return "\n".join("".join(_pieces(one)) for one in cell.findall("text:p", NAMES))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        if inner.tag == _name("text:s"):
            yield " " * int(inner.get(_name("text:c"), "1"))
        elif inner.tag in (_name("text:line-break"), _name("text:tab")):
            yield "\n" if inner.tag == _name("text:line-break") else "\t"
        else:
            yield from _pieces(inner)
        yield inner.tail or ""
