"""Writes a register so that reading it again gives the same: a folder of CSV files, or a workbook."""

import csv
import hashlib
import io
import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from learnt.errors import LearntError
from learnt.records.case import Entry, Register, Value
from learnt.register.cells import BadCell, fit, printed
from learnt.register.package import SAYS, Size, describe
from learnt.register.rows import complete, settle_ages
from learnt.register.schema import Column, Table, schema
from learnt.words import guard, is_formula

LONGEST = 32_767
"""Letters that a cell of Excel holds (Microsoft, "Excel specifications and limits")."""

Rows = list[dict[str, Value]]


class Unwritable(LearntError):
    """A register cannot be written as asked; the message says why."""


def write_folder(register: Register, path: Path | str) -> None:
    """Write a CSV file a table (UTF-8), and `datapackage.json`, into the folder `path`.

    A table that the register does not have is not written. Raises `Unwritable` where the folder holds
    such a table from before, which a reader would take for part of the register.
    """
    folder = Path(path)
    tables = tables_of(register)
    there = {table.name for table, _ in tables}
    for one in schema().tables:
        if one.name not in there and (folder / f"{one.name}.csv").exists():
            raise Unwritable(
                f"{folder} holds {one.name}.csv of another register: take another folder"
            )
    files: dict[str, bytes] = {table.name: as_csv(table, rows) for table, rows in tables}
    sizes: dict[str, Size] = {
        name: Size(len(one), hashlib.sha256(one).hexdigest()) for name, one in files.items()
    }
    told = describe([table for table, _ in tables], sizes)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        put(folder / f"{name}.csv", content)
    put(
        folder / "datapackage.json",
        (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode(),
    )


def write_workbook(register: Register, path: Path | str) -> None:
    """Write an .xlsx workbook: a sheet a table, and one that explains the columns.

    Raises `Unwritable` where a text is longer than a cell can be.
    """
    tables = tables_of(register)
    for table, rows in tables:
        check_length(table, rows)
    book = Workbook(write_only=True)
    for table, rows in tables:
        page = new_sheet(book, table.name, table.names)
        for row in rows:
            page.append([text_cell(page, row.get(name)) for name in table.names])
    explain(book)
    put(Path(path), saved(book))


def tables_of(register: Register) -> list[tuple[Table, Rows]]:
    """Give the tables that the register has, and their rows with the values as they are written."""
    incidents: Rows = [
        {**one.values, "incident_id": one.id, "origin": one.origin} for one in register.incidents
    ]
    victims: Rows = [
        {**one.values, "victim_id": one.id, "incident_id": one.incident} for one in register.victims
    ]
    perpetrators: Rows = [
        {**one.values, "perpetrator_id": one.id, "incident_id": one.incident}
        for one in register.perpetrators
    ]
    told: dict[str, Rows | None] = {
        "incidents": incidents,
        "victims": victims or None,
        "perpetrators": perpetrators or None,
        "documents": _entries("documents", register.documents),
        "recommendations": _entries("recommendations", register.recommendations),
        "actions": _entries("actions", register.actions),
        "responses": _entries("responses", register.responses),
    }
    return [
        (table, [written(table, row) for row in rows])
        for table in schema().tables
        if (rows := told[table.name]) is not None
    ]


def _entries(name: str, entries: Sequence[Entry] | None) -> Rows | None:
    if entries is None:
        return None
    return [{**one.values, schema().table(name).key: one.id} for one in entries]


def written(table: Table, values: Mapping[str, Value]) -> dict[str, Value]:
    """Give a row as reading it again gives it; raises `Unwritable` where a column is not known."""
    unknown = sorted(set(values) - set(table.names))
    if unknown:
        raise Unwritable(f"{table.name} has no column {', '.join(unknown)}")
    told = {name: _fitted(table.column(name), value) for name, value in values.items()}
    kept = {name: value for name, value in told.items() if value is not None}
    return complete(table, settle_ages(table, kept))


def _fitted(column: Column, value: Value) -> Value | None:
    try:
        return fit(column, value)
    except BadCell:
        return value  # whoever reads it is told


def as_csv(table: Table, rows: Rows) -> bytes:
    """Give a table as CSV: lines ended by CR LF, texts guarded against being run as formulas."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(table.names)
    writer.writerows([guard(printed(row.get(name))) for name in table.names] for row in rows)
    return stream.getvalue().encode()


def check_length(table: Table, rows: Rows) -> None:
    """Raise `Unwritable` where a text is longer than a cell of a workbook."""
    for row in rows:
        for name, value in row.items():
            if isinstance(value, str) and len(value) >= LONGEST:  # a guard may come before it
                where = f"{table.name}, {row.get(table.key, '')}: {name}"
                raise Unwritable(f"{where} is longer than a cell of a workbook: write a folder")


def explain(book: Any) -> None:
    """Add the sheets that a reader passes over: what the columns mean, and what an empty cell means."""
    page = new_sheet(book, "columns", ("table", "column", "type", "values", "meaning"))
    for table in schema().tables:
        for one in table.columns:
            told = (table.name, one.name, one.type, ", ".join(one.values), one.meaning)
            page.append([text_cell(page, text) for text in told])
    page = new_sheet(book, "about", ("what", "told"))
    page.append([text_cell(page, text) for text in ("description", SAYS)])


def new_sheet(book: Any, name: str, header: Sequence[str]) -> Any:
    """Add a sheet whose header stays in view."""
    page: Any = book.create_sheet(name)
    page.freeze_panes = "B2"
    page.append([text_cell(page, one, bold=True) for one in header])
    return page


def text_cell(page: Any, value: Value | None, bold: bool = False) -> Any:
    """Give a cell; its text stays text, whatever it starts with, also when somebody edits it."""
    cell: Any = WriteOnlyCell(page, value)
    if isinstance(value, str):
        # A literal apostrophe before a sign of a formula would be taken for a guard.
        cell.value = guard(value) if value.startswith("'") else value
        cell.data_type = "s"
        cell.quotePrefix = is_formula(value)
    if bold:
        cell.font = Font(bold=True)
    return cell


def saved(book: Any) -> bytes:
    """Give a workbook as bytes."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def put(path: Path, content: bytes) -> None:
    """Write a file at once: who reads it sees the old one or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
