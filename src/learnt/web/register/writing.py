"""The register as files for internal use: every file says that it is not for publication."""

import io
import tempfile
import zipfile
from collections.abc import Collection
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.styles import Alignment, Font

from learnt.records.case import Register
from learnt.register.template import write_template
from learnt.register.writing import write_folder, write_workbook
from learnt.web.register.exporting import with_documents

NOTICE = "Internal, not for publication"
SAYS = (
    NOTICE,
    "This is the case register, with a row for each person who died or who abused. A single row, or a "
    "count under 5, can show who somebody was.",
    "Keep it as you keep the case files. Publish reports made from it for the public, which protect "
    "people; never this file or a table made from it by hand.",
    "A cell that is empty is not recorded. That is never the same as no.",
)
README = "README.txt"
SHEET = "read me"
WHEN = (1980, 1, 1, 0, 0, 0)
"""The date of every file in an archive: the same register gives the same bytes."""


def write(register: Register, path: Path) -> None:
    """Write a register into a folder of CSV files, or into a workbook where `path` ends in .xlsx.

    Raises `Unwritable`.
    """
    if path.suffix.casefold() == ".xlsx":
        write_workbook(register, path)
        _put_notice(path)
    else:
        write_folder(register, path)
        (path / README).write_text("\n\n".join(SAYS) + "\n", "utf-8")


def _put_notice(path: Path) -> None:
    """Put a first sheet into a workbook that says what it is."""
    book = load_workbook(path)
    sheet = book.create_sheet(SHEET, 0)
    sheet.column_dimensions["A"].width = 100
    for number, line in enumerate(SAYS, start=1):
        cell = sheet.cell(number, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=number == 1)
    for page in book.worksheets:
        if page.oddHeader:
            page.oddHeader.center.text = NOTICE
        page.sheet_view.tabSelected = page is sheet
    book.active = 0
    book.save(path)


def workbook(scopes: Collection[str]) -> bytes:
    """Give the register of partnerships as a workbook."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.xlsx"
        write(with_documents(scopes), path)
        return path.read_bytes()


def template() -> bytes:
    """Give the empty workbook to fill in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.xlsx"
        write_template(path)
        return path.read_bytes()


def archive(scopes: Collection[str]) -> bytes:
    """Give the register of partnerships as a zip of CSV files."""
    body = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        write(with_documents(scopes), Path(folder))
        with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as made:
            for path in sorted(Path(folder).iterdir()):
                entry = zipfile.ZipInfo(path.name, WHEN)
                entry.compress_type = zipfile.ZIP_DEFLATED
                made.writestr(entry, path.read_bytes())
    return body.getvalue()
