"""The dataset as a folder of CSV files, as the same in a ZIP, and as a workbook."""

import csv
import hashlib
import json
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook

from learnt.errors import LearntError
from learnt.export.as_csv import harmless
from learnt.export.files import write_whole
from learnt.register import Table
from learnt.register.package import Size
from learnt.web.dataset import edition
from learnt.web.dataset.package import SAYS, describe
from learnt.web.dataset.rows import ROWS
from learnt.web.dataset.tables import TABLES
from learnt.web.workbook import add_sheet

TRIES = 5
DAY = (1980, 1, 1, 0, 0, 0)
"""The date of files in the ZIP: the same data give the same bytes."""


class Changing(LearntError):
    """The catalogue changed again and again while the dataset was written."""


def write_folder(folder: Path) -> edition.State:
    """Write the CSV files and `datapackage.json`; gives the state of the catalogue they hold.

    Where the catalogue changes meanwhile it begins again. Raises `Changing`.
    """
    for _ in range(TRIES):
        with TemporaryDirectory(prefix="learnt-dataset-") as name:
            before, about = edition.current(), edition.about()
            sizes: dict[str, Size] = {table.name: _write_csv(Path(name), table) for table in TABLES}
            if before != edition.current():
                continue
            told = json.dumps(describe(about, sizes), ensure_ascii=False, indent=2) + "\n"
            for table in TABLES:
                file = f"{table.name}.csv"
                write_whole(folder / file, (Path(name) / file).read_bytes())
            write_whole(folder / "datapackage.json", told.encode())
            return before
    raise Changing("the catalogue changes while the dataset is written: try again later")


def _write_csv(folder: Path, table: Table) -> Size:
    path = folder / f"{table.name}.csv"
    names = table.names
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for row in ROWS[table.name]():
            writer.writerow([harmless(_cell(row[name])) for name in names])
    with path.open("rb") as written:
        mark = hashlib.file_digest(written, "sha256").hexdigest()
    return Size(path.stat().st_size, mark)


def _cell(value: Any) -> Any:
    return ("FALSE", "TRUE")[value] if isinstance(value, bool) else value


def write_zip(path: Path) -> edition.State:
    """Write the folder as one file."""
    with TemporaryDirectory(prefix="learnt-dataset-") as name:
        state = write_folder(Path(name))
        made = Path(name) / "made.zip"
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(Path(name).glob("*.*")):
                if file != made:
                    entry = zipfile.ZipInfo(f"learnt-dataset/{file.name}", DAY)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    archive.writestr(entry, file.read_bytes())
        write_whole(path, made.read_bytes())
    return state


def write_xlsx(path: Path) -> edition.State:
    """Write a workbook: a sheet a table, one that explains the columns, one that tells what made it."""
    for _ in range(TRIES):
        before = edition.current()
        book = Workbook(write_only=True)
        for table in TABLES:
            names = table.names
            rows = ([row[name] for name in names] for row in ROWS[table.name]())
            add_sheet(book, table.name, names, rows)
        _add_explained(book)
        if before == edition.current():
            with TemporaryDirectory(prefix="learnt-dataset-") as name:
                made = Path(name) / "made.xlsx"
                book.save(made)
                write_whole(path, made.read_bytes())
            return before
    raise Changing("the catalogue changes while the dataset is written: try again later")


def _add_explained(book: Workbook) -> None:
    told = [
        (table.name, column.name, column.type, ", ".join(column.values), column.meaning)
        for table in TABLES
        for column in table.columns
    ]
    add_sheet(book, "columns", ("table", "column", "type", "values", "meaning"), told)
    about = edition.about() | {"description": SAYS}
    add_sheet(book, "about", ("what", "told"), list(about.items()))
