"""Finds the tables in a folder of CSV files or in a workbook, as they stand there."""

import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple

from learnt.errors import Unreadable
from learnt.register.cells import Raw
from learnt.register.problems import Place
from learnt.register.schema import Column, Table, schema
from learnt.words import alike

MOST_BYTES = 50_000_000
"""The size of a file that is read; a national register has under a million."""
PACKAGE = "datapackage.json"
MOST_ROWS = 200_000
MOST_COLUMNS = 500
MOST_LETTERS = 1_000_000
"""Letters of one cell in a CSV file; a workbook's cells hold 32,767."""


class RawRow(NamedTuple):
    """A row that holds something, and its number as a spreadsheet shows it."""

    number: int
    cells: Sequence[Raw]


class RawTable(NamedTuple):
    """A table as it stands; `broken` are cells that hold an error or a formula without a value."""

    table: Table
    place: Place
    header: Sequence[Raw]
    rows: Sequence[RawRow]
    broken: Sequence[tuple[int, int, str]] = ()


class Found(NamedTuple):
    """The tables of a register's files, and in sentences what else is there and not read."""

    tables: list[RawTable]
    notes: list[str]


def open_register(path: Path) -> Found:
    """Give the tables under `path`: a folder, a workbook, a ZIP of a folder, or one CSV file.

    Raises `Unreadable` where there is none, or a file is damaged or too large.
    """
    from learnt.register.csv_files import read_csv
    from learnt.register.workbooks import read_workbook

    if not path.exists():
        raise Unreadable(path.name, "missing", "there is no such file or folder; check the path")
    if path.is_dir():
        found = open_folder(path)
    elif path.suffix.casefold() in (".xlsx", ".xlsm"):
        found = read_workbook(path)
    elif path.suffix.casefold() == ".zip":
        found = open_archive(path)
    elif path.suffix.casefold() == ".csv" and (table := table_in_name(path.stem)):
        found = Found([read_csv(path, table)], [])
    else:
        raise Unreadable(
            path.name, "unsupported", "give an .xlsx workbook or a folder with incidents.csv"
        )
    if not any(one.table.name == "incidents" for one in found.tables):
        advice = "there is no table of incidents (a file incidents.csv or a sheet incidents)"
        raise Unreadable(path.name, "unsupported", advice)
    return found


def open_archive(path: Path) -> Found:
    """Give the tables of the CSV files in a ZIP; its folders do not count."""
    check_size(path)
    try:
        with (
            TemporaryDirectory(prefix="learnt-register-") as name,
            zipfile.ZipFile(path) as archive,
        ):
            parts = {PurePosixPath(part.filename).name: part for part in archive.infolist()}
            wanted = {file: part for file, part in parts.items() if is_wanted(file)}
            if sum(part.file_size for part in wanted.values()) > len(schema().tables) * MOST_BYTES:
                raise Unreadable(path.name, "too-large", "unpacked it is too large")
            for file, part in wanted.items():
                (Path(name) / file).write_bytes(archive.read(part))
            return open_folder(Path(name))
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError) as error:
        raise Unreadable(path.name, "damaged", "it cannot be opened as a ZIP file") from error


def is_wanted(name: str) -> bool:
    """Whether a file may be a table or the description of the tables; hidden files are not."""
    if name.startswith((".", "~")):
        return False
    return name == PACKAGE or name.casefold().endswith(".csv")


def open_folder(folder: Path) -> Found:
    """Give the tables of the CSV files in a folder."""
    from learnt.register.csv_files import read_csv

    names, notes = files_of(folder)
    return Found([read_csv(file, table) for table, file in names], notes)


def files_of(folder: Path) -> tuple[list[tuple[Table, Path]], list[str]]:
    """Give the file of each table in a folder, and notes on CSV files that are none.

    By `datapackage.json` where it names files of the folder, else by their names.
    """
    told = dict(_named_in_package(folder))
    notes = []
    for path in sorted(folder.iterdir()):
        if not is_wanted(path.name) or path.name == PACKAGE or path in told.values():
            continue
        table = table_in_name(path.stem)
        if table is None or table.name in told:
            notes.append(f"{path.name} is not one of the register's tables and was not read.")
        else:
            told[table.name] = path
    return [(table, told[table.name]) for table in schema().tables if table.name in told], notes


def table_in_name(name: str) -> Table | None:
    """Give the table whose name is a word of `name` ("DHRD_incidents_v2" → incidents)."""
    words = re.split(r"[^a-z]+", name.casefold())
    found = [table for table in schema().tables if table.name in words]
    return found[0] if len(found) == 1 else None


def _named_in_package(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give names of tables and their files from `datapackage.json`; files elsewhere are passed over."""
    path = folder / PACKAGE
    if not path.is_file():
        return
    check_size(path)
    try:
        told = json.loads(path.read_text("utf-8-sig"))
        pairs = [(str(one["name"]), str(one["path"])) for one in told["resources"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        advice = "it is not a data package; mend it or take it away"
        raise Unreadable(path.name, "damaged", advice) from error
    for name, file in pairs:
        plain = PurePosixPath(file)
        inside = not plain.is_absolute() and ".." not in plain.parts
        if name in schema().by_name and inside and (folder / file).is_file():
            yield name, folder / file


def check_size(path: Path) -> None:
    """Raise `Unreadable` where a file is empty or larger than is read."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        advice = f"it is larger than {MOST_BYTES // 1_000_000} MB; that is no register"
        raise Unreadable(path.name, "too-large", advice)
    if not size:
        raise Unreadable(path.name, "empty", "it is empty; a table has at least its header")


def too_many(name: str, what: str) -> Unreadable:
    """Give the error for a table that has more rows, columns or letters than are read."""
    return Unreadable(name, "too-large", f"it has more than {what}; that is no register")


def match_columns(table: Table, header: Sequence[Raw]) -> list[Column | None]:
    """Give the column of each cell of a header, None where the table has none of that name."""
    return [table.by_heading.get(alike(str(cell or ""))) for cell in header]
