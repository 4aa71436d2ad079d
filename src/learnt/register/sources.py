"""Finds the tables in a folder of CSV files or in a workbook, as they stand there."""

import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple

from learnt.errors import Unreadable
from learnt.register.cells import Raw
from learnt.register.headings import find_headings, match_columns, with_groups
from learnt.register.problems import Place
from learnt.register.schema import Table, schema

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
    """A table as it stands; `broken` are cells that hold an error or a formula without a value.

    `head` is the row of the headings; what stands above them is no row.
    """

    table: Table
    place: Place
    header: Sequence[Raw]
    rows: Sequence[RawRow]
    broken: Sequence[tuple[int, int, str]] = ()
    head: int = 1


class Part(NamedTuple):
    """A sheet or a file, and how it is read as a table; `told` names it in a note."""

    name: str
    told: str
    read: Callable[[Table], RawTable]


class Found(NamedTuple):
    """The tables of a register's files, and in sentences what else is there and not read."""

    tables: list[RawTable]
    notes: list[str]


def open_register(path: Path) -> Found:
    """Give the tables under `path`: a folder, a workbook, a ZIP of a folder, or one CSV file.

    Raises `Unreadable` where there is none, or a file is damaged or too large.
    """
    from learnt.register.flat import split_people
    from learnt.register.open_documents import read_open_document
    from learnt.register.workbooks import read_workbook

    if not path.exists():
        raise Unreadable(path.name, "missing", "there is no such file or folder; check the path")
    if path.is_dir():
        found = open_folder(path)
    elif path.suffix.casefold() in (".xlsx", ".xlsm"):
        found = read_workbook(path)
    elif path.suffix.casefold() == ".ods":
        found = read_open_document(path)
    elif path.suffix.casefold() == ".zip":
        found = open_archive(path)
    elif path.suffix.casefold() == ".csv":
        found = pick_tables([part_of(path)], {})
    else:
        advice = "give a workbook (.xlsx, .ods) or a folder with incidents.csv"
        raise Unreadable(path.name, "unsupported", advice)
    if not any(one.table.name == "incidents" for one in found.tables):
        advice = "there is no table of incidents (a file incidents.csv or a sheet incidents)"
        raise Unreadable(path.name, "unsupported", advice)
    return split_people(found)


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
    """Give the tables of the CSV files in a folder: by `datapackage.json`, else by their names."""
    from learnt.register.csv_files import read_csv

    named = dict(_named_in_package(folder))
    files = [path for path in sorted(folder.iterdir()) if is_wanted(path.name)]
    parts = [part_of(path) for path in files if path.name != PACKAGE]
    known = {name: read_csv(path, schema().table(name)) for name, path in named.items()}
    return pick_tables([one for one in parts if folder / one.name not in named.values()], known)


def part_of(path: Path) -> Part:
    """Give a CSV file as a part of a register."""
    from learnt.register.csv_files import read_csv

    return Part(path.name, path.name, lambda table: read_csv(path, table))


def pick_tables(parts: Sequence[Part], known: dict[str, RawTable]) -> Found:
    """Give the tables among sheets or files, and notes on the others.

    A part is a table by its name, else by another word for it where its headings fit. Where none is
    the incidents, the only part with headings of incidents is.
    """
    told = dict(known)
    left = list(parts)
    for table_of in (table_in_name, _table_by_other_name):
        for part in list(left):
            table = table_of(part.name)
            if table is None or table.name in told:
                continue
            sure = table_of is table_in_name
            if raw := part.read(table) if sure else _fitting(part, table):
                told[table.name] = raw
                left.remove(part)
    notes = []
    incidents = schema().table("incidents")
    if incidents.name not in told:
        fits = [(part, raw) for part in left if (raw := _fitting(part, incidents))]
        if len(fits) == 1:
            ((part, told[incidents.name]),) = fits
            left.remove(part)
            notes.append(f"{part.told} is read as the table of incidents, by its headings.")
    notes += [f"{part.told} is not one of the register's tables and was not read." for part in left]
    tables = [told[table.name] for table in schema().tables if table.name in told]
    return Found([one for one in tables if one.header or one.rows], notes)


def _fitting(part: Part, table: Table) -> RawTable | None:
    """Give a part as a table where an id and another column of it are among the headings, else None."""
    try:
        raw = part.read(table)
    except Unreadable:
        return None
    columns = [column for column in match_columns(table, raw.header) if column]
    ids = [column for column in columns if column == table.columns[0] or column.link]
    return raw if ids and len(columns) > len(ids) else None


def as_table(
    table: Table, place: Place, lines: Sequence[RawRow], broken: Sequence[tuple[int, int, str]] = ()
) -> RawTable:
    """Give lines as a table: the headings where they stand, and the rows below them."""
    at = find_headings(table, [line.cells for line in lines])
    if not lines or not any(cell not in (None, "") for cell in lines[at].cells):
        return RawTable(table, place, (), lines, broken)
    header = lines[at].cells
    if at:
        header = with_groups(table, lines[at - 1].cells, header)
    rows = [line for line in lines[at + 1 :] if list(line.cells) != list(lines[at].cells)]
    return RawTable(table, place, header, rows, broken, lines[at].number)


def table_in_name(name: str) -> Table | None:
    """Give the table whose name is a word of `name` ("DHRD_incidents_v2" → incidents)."""
    words = re.split(r"[^a-z]+", name.casefold())
    found = [table for table in schema().tables if table.name in words]
    return found[0] if len(found) == 1 else None


def _table_by_other_name(name: str) -> Table | None:
    """Give the table for whose rows `name` has another word ("Cases 2011-2020" → incidents)."""
    words = re.split(r"[^a-z]+", name.casefold())
    found = [table for table in schema().tables if set(table.other_names) & set(words)]
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
