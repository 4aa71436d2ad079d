"""CSV and workbooks: one row a recommendation, nothing that a spreadsheet would run."""

import csv
import io

import pytest
from openpyxl import load_workbook

from learnt.export import as_csv, as_table, as_xlsx
from learnt.files import OWN_CSV
from learnt.records import Evidence
from tests.export.factories import recommendation, review


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_holds_the_review_in_each_row() -> None:
    two = review(recommendation(), recommendation(ref="4.3", text="Line one\n(a) line two"))
    first, second = rows_of(as_csv.encode([two]))
    assert (first["csp"], first["published"], first["ref"]) == ("Marlshire", "2023-06", "4.2")
    assert first["addressees"] == "Marlshire Council | All agencies"
    assert second["recommendation"] == "Line one\n(a) line two"


def test_csv_is_known_as_our_own() -> None:
    assert as_csv.encode([]).startswith(OWN_CSV)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_csv_defuses_formulas(start: str) -> None:
    (row,) = rows_of(as_csv.encode([review(recommendation(text=f"{start}SUM(A1)"))]))
    assert row["recommendation"] == f"'{start}SUM(A1)"


@pytest.mark.parametrize("text", ["a = b", "1-2", "'quoted'", "• a"])  # near misses stay as printed
def test_csv_leaves_other_texts(text: str) -> None:
    (row,) = rows_of(as_csv.encode([review(recommendation(text=text))]))
    assert row["recommendation"] == text


def test_workbook_has_its_sheets_and_no_formula() -> None:
    book = load_workbook(io.BytesIO(as_xlsx.encode([review(recommendation(text="=1+1"))])))
    names = ["reviews", "recommendations", "actions", "lessons", "unplaced", "warnings"]
    assert book.sheetnames == names
    sheet = book["recommendations"]
    header = [cell.value for cell in sheet[1]]
    cell = sheet.cell(row=2, column=header.index("recommendation") + 1)
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:O2"


def test_workbook_takes_control_characters_and_very_long_texts() -> None:
    texts = ("a\x00\x1b[31mb", "x" * 40_000)
    book = load_workbook(
        io.BytesIO(as_xlsx.encode([review(*(recommendation(text=t) for t in texts))]))
    )
    column = [cell.value for cell in book["recommendations"]["H"]][1:]
    assert column[0] == "a[31mb"
    assert len(str(column[1])) == as_xlsx.LONGEST


def test_table_shows_what_was_found() -> None:
    text = as_table.encode([review()])
    assert "Robin" in text
    assert "That Marlshire Council reviews its housing policy." in " ".join(text.split())
    assert "The report prints 2, found 1." in text


def test_table_sends_no_escape_to_the_terminal() -> None:
    assert "\x1b" not in as_table.encode([review(recommendation(text="\x1b[2Jgone"))])


def test_pages_name_their_document_where_there_are_several() -> None:
    two = (Evidence("overview.pdf", 12), Evidence("plan.pdf", 3), Evidence("plan.pdf", 3))
    (row,) = rows_of(as_csv.encode([review(recommendation(evidence=two))]))
    assert row["pages"] == "overview.pdf 12, plan.pdf 3"
