"""Every table of a report as CSV, in one zip file beside it."""

import csv
import io
import zipfile

from learnt.export.as_csv import harmless
from learnt.publish.report.composed import Composed, TableBlock

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of the files in the zip: the same report gives the same bytes."""
LIST = "tables.csv"


def to_csv(table: TableBlock) -> bytes:
    """Give a table as CSV that a spreadsheet opens: UTF-8 with a byte order mark, CR LF."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([harmless(header) for header in table.headers])
    for row in table.rows:
        writer.writerow([harmless(cell.text) for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def to_zip(report: Composed) -> bytes:
    """Give every table of the report as a CSV file, with a list of them (`tables.csv`)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, LIST, _listed(report))
        for table in report.tables:
            _write(archive, name_of(table), to_csv(table))
    return stream.getvalue()


def name_of(table: TableBlock) -> str:
    """Give the name of a table's file."""
    return f"{table.tally or table.id}.csv"


def _listed(report: Composed) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(["file", "table", "notes", "report", "data of", "for"])
    for table in report.tables:
        notes = " ".join(note.text for note in table.notes)
        told = [name_of(table), table.caption, notes, report.title, report.date]
        writer.writerow([harmless(text) for text in (*told, report.notice or "publication")])
    return stream.getvalue().encode("utf-8-sig")


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, data)
