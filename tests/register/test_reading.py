"""Files as people and programs write them are read; what is no register is refused in a line."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from learnt.errors import Unreadable
from learnt.records.case import Incident, Register
from learnt.register import ReadRegister, read_register, schema, sources, write_folder
from learnt.register.cells import BadCell, parse
from learnt.register.dates import is_after, parse_date

Write = Callable[[str, str], Path]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2020", "2020"),
        ("2020-03", "2020-03"),
        ("2020-3-4", "2020-03-04"),
        ("14/03/2020", "2020-03-14"),
        ("03/04/2020", "2020-04-03"),  # the day first, as in the UK
        ("03/14/2020", None),  # there is no fourteenth month
        ("14.3.2020", "2020-03-14"),
        ("05-2020", "2020-05"),  # DHRD's documents
        ("March 2020", "2020-03"),
        ("Sept 2020", "2020-09"),
        ("14th March 2020", "2020-03-14"),
        ("14 Mar 2020", "2020-03-14"),
        ("2020-03-14T00:00:00", "2020-03-14"),
        ("2020-02-30", None),
        ("31 April 2020", None),
        ("14/03/20", None),  # which century, and which part is the year
        ("Mar-20", None),
        ("1066", None),
        ("spring 2020", None),
        ("2020-03-14-15", None),
        ("٢٠٢٠", "2020"),  # figures of another script
        ("", None),
    ],
)
def test_dates_are_read_as_they_are_written(text: str, wanted: str | None) -> None:
    assert parse_date(text) == wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("2020-05", "2020", False),  # the year may have gone on
        ("2021", "2020-12-31", True),
        ("2020-05-02", "2020-05-01", True),
        ("2020-05", "2020-05-01", False),
        ("2020-05-01", "2020-05-01", False),
    ],
)
def test_a_date_is_after_another_only_for_certain(one: str, other: str, wanted: bool) -> None:
    assert is_after(one, other) is wanted


@pytest.mark.parametrize(
    ("table", "column", "cell", "wanted"),
    [
        ("victims", "parent", "True", True),
        ("victims", "parent", "no", False),
        ("victims", "parent", 1.0, True),
        ("victims", "parent", "Unknown", None),
        ("victims", "parent", "  ", None),
        ("victims", "age_years", "34.0", 34),
        ("victims", "age_years", 34.0, 34),
        ("victims", "age_years", "not known", None),
        ("victims", "sex_of_victim", "FEMALE", "Female"),
        ("victims", "sex_of_victim", "non-binary", "non-binary"),  # an open list
        ("victims", "tenure", "Private rented", "private-rented"),
        ("victims", "age_at_death", "25–34", "25-34"),
        ("incidents", "location_of_death", "Residential location", "residential_location"),
        ("incidents", "location_of_death", "Not known", None),
        ("incidents", "review_status", "In progress", "in-progress"),
        ("incidents", "death_date", 2020, "2020"),
        ("incidents", "death_date", 2020.0, "2020"),
        ("incidents", "incident_id", 7, "7"),
        ("documents", "title", "Unknown", "Unknown"),  # a text is a text
        ("recommendations", "agencies", " | police-norfolk", " | police-norfolk"),
        ("perpetrators", "minimum_term_years", "17.50", 17.5),
        ("perpetrators", "minimum_term_years", "18", 18),
        ("perpetrators", "relationship_to_victim", "Partner (living together)", "partner"),
        ("incidents", "csp", "'=SUM", "=SUM"),
        ("incidents", "csp", "''=SUM", "'=SUM"),
        ("incidents", "csp", "'Fallow'", "'Fallow'"),
    ],
)
def test_cells_are_read(table: str, column: str, cell: Any, wanted: Any) -> None:
    value = parse(schema().table(table).column(column), cell).value
    assert value == wanted
    assert type(value) is type(wanted)


@pytest.mark.parametrize(
    ("table", "column", "cell"),
    [
        ("victims", "parent", "perhaps"),
        ("victims", "parent", 2),
        ("victims", "age_years", "35-44"),
        ("victims", "age_years", "34.5"),
        ("victims", "age_years", 121),
        ("victims", "age_years", -1),
        ("victims", "age_years", True),
        ("perpetrators", "minimum_term_years", "1e9"),
        ("perpetrators", "role", "witness"),
        ("incidents", "death_type", "accident"),
        ("incidents", "death_date", "soon"),
        ("incidents", "death_date", 43904),  # the number behind a date of a spreadsheet
        ("documents", "sha256", "abc"),
    ],
)
def test_cells_that_do_not_fit_are_refused(table: str, column: str, cell: Any) -> None:
    with pytest.raises(BadCell):
        parse(schema().table(table).column(column), cell)


ROWS = "incident_id,csp,death_date\nI1,Fallowmère,2020\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_csv_files_of_any_make(encoding: str, separator: str, end: str, tmp_path: Path) -> None:
    text = ROWS.replace(",", separator).replace("\n", end)
    (tmp_path / "incidents.csv").write_bytes(text.encode(encoding))
    told = read_register(tmp_path)
    assert not told.problems
    assert told.register.incidents[0].values == {"csp": "Fallowmère", "death_date": "2020"}


def test_a_single_file_and_a_zip_are_read(write: Write, tmp_path: Path) -> None:
    path = write("in/incidents.csv", ROWS)
    assert len(read_register(path).register.incidents) == 1
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(path, "folder/incidents.csv")
        archive.writestr("__MACOSX/._incidents.csv", "rubbish")
        archive.writestr("../victims.csv", "victim_id,incident_id\nV1,I1\n")
    told = read_register(tmp_path / "a.zip")
    assert (len(told.register.incidents), len(told.register.victims)) == (1, 1)
    assert not (tmp_path.parent / "victims.csv").exists()


def test_names_of_files_and_columns_may_differ(write: Write, tmp_path: Path) -> None:
    write("DHRD_incidents_v2.csv", '"Incident ID","Death-date "\nI1,2020\n')
    write("notes.csv", "a,b\n")
    told = read_register(tmp_path)
    assert not told.problems
    assert told.register.incidents[0].values == {"death_date": "2020"}
    assert told.notes == ("notes.csv is not one of the register's tables and was not read.",)


def test_headings_may_say_it_otherwise(write: Write, tmp_path: Path) -> None:
    write("incidents.csv", "incident_id,Date of death,Method\nI1,2020,other\n")
    write("victims.csv", "victim_id,Incident,Sex,ETHNICITY,Age\nV1,I1,Female,Arab,30\n")
    told = read_register(tmp_path)
    assert not told.problems
    assert told.register.incidents[0].values == {"death_date": "2020", "cause_of_death": "other"}
    assert told.register.victims[0].incident == "I1"
    assert told.register.victims[0].values == {
        "age_at_death": "25-34",
        "sex_of_victim": "Female",
        "victim_ethnicity": "Arab",
        "age_years": 30,
    }
    write("victims.csv", "victim_id,incident_id,ethnicity,victim_ethnicity\nV1,I1,Arab,Arab\n")
    (problem,) = read_register(tmp_path).problems
    assert (problem.column, problem.severity) == ("victim_ethnicity", "error")


def test_a_package_may_name_its_files(write: Write, tmp_path: Path) -> None:
    write("one.csv", ROWS)
    write("datapackage.json", '{"resources": [{"name": "incidents", "path": "one.csv"}]}')
    assert len(read_register(tmp_path).register.incidents) == 1
    outside = '{"resources": [{"name": "incidents", "path": "../one.csv"}]}'
    write("inside/datapackage.json", outside)
    with pytest.raises(Unreadable, match="no table of incidents"):
        read_register(tmp_path / "inside")
    write("datapackage.json", "[1")
    with pytest.raises(Unreadable, match="data package"):
        read_register(tmp_path)


def test_rows_are_numbered_as_they_are_seen(write: Write, tmp_path: Path) -> None:
    text = 'incident_id,csp,death_date\nI1,"two\nlines",2020\n\n,,\nI2,x,soon\n'
    write("incidents.csv", text)
    (problem,) = read_register(tmp_path).problems
    assert (problem.row, problem.column) == (5, "death_date")


def book_of(tmp_path: Path, *rows: list[Any], name: str = "incidents") -> Any:
    book: Any = Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    return book


def read(tmp_path: Path) -> ReadRegister:
    return read_register(tmp_path / "a.xlsx")


def test_dates_of_a_workbook_are_as_precise_as_they_are_shown(tmp_path: Path) -> None:
    rows = [[f"I{n}", date(2020, 3, 1)] for n in range(4)]
    book = book_of(tmp_path, ["incident_id", "death_date"], *rows)
    page = book.active
    page["B2"] = datetime(2020, 3, 14, 0, 0)
    page["B3"].number_format = "mmm-yy"  # what a program makes of "2020-03"
    page["B4"].number_format = 'yyyy "day"'
    page["B5"].number_format = "d mmm yyyy"
    book.save(tmp_path / "a.xlsx")
    dates = [one.values["death_date"] for one in read(tmp_path).register.incidents]
    assert dates == ["2020-03-14", "2020-03", "2020-03", "2020-03-01"]


def test_types_of_a_workbook_are_read(tmp_path: Path) -> None:
    header = ["incident_id", "separation", "stalking", "fictional", "death_date"]
    book_of(tmp_path, header, [1, True, "FALSE", 0, 2020.0], [], [2.0, None, "unknown", 1, None])
    told = read(tmp_path)
    assert not told.problems
    assert [(one.id, one.values) for one in told.register.incidents] == [
        ("1", {"separation": True, "stalking": False, "fictional": False, "death_date": "2020"}),
        ("2", {"fictional": True}),
    ]


def test_errors_and_formulas_without_a_value_are_told(tmp_path: Path) -> None:
    header = ["incident_id", "csp", "area"]
    book_of(tmp_path, header, ["I1", "#N/A", "x"], ["I2", "=A2", "=1"])
    told = read(tmp_path)
    assert [(one.row, one.column) for one in told.errors] == [
        (2, "csp"),
        (3, "csp"),
        (3, "area"),
    ]
    assert "#N/A" in told.errors[0].message
    assert "formula" in told.errors[1].message


def test_the_value_of_a_formula_is_read(tmp_path: Path) -> None:
    book_of(tmp_path, ["incident_id", "csp"], ["I1", "=1"])
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert b"<v />" in sheet or b"<v></v>" in sheet or b"<v/>" in sheet
    for empty in (b"<v />", b"<v></v>", b"<v/>"):
        sheet = sheet.replace(empty, b"<v>7</v>")
    parts["xl/worksheets/sheet1.xml"] = sheet
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    told = read(tmp_path)
    assert not told.problems
    assert told.register.incidents[0].values == {"csp": "7"}


def test_other_sheets_are_passed_over_and_told(tmp_path: Path) -> None:
    book = book_of(tmp_path, ["incident_id"], ["I1"], name="Incidents ")
    for name in ("Example", "My sums", "victims"):
        book.create_sheet(name)
    book["Example"].append(["incident_id"])
    book.save(tmp_path / "a.xlsx")
    told = read(tmp_path)
    assert not told.problems  # an empty sheet is no table
    assert told.notes == (
        "The sheet “My sums” is not one of the register's tables and was not read.",
    )


def test_what_is_no_register_is_refused(write: Write, tmp_path: Path) -> None:
    write("notes/notes.csv", "a,b\n")
    write("empty/incidents.csv", "")
    (tmp_path / "damaged.xlsx").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "damaged.zip").write_bytes(b"PK\x03\x04 and no more")
    write("text.txt", "incident_id\n")
    (tmp_path / "binary").mkdir()
    (tmp_path / "binary" / "incidents.csv").write_bytes(b"incident_id\0\n\0\0\n")
    for name in ("nowhere", "notes", "empty", "damaged.xlsx", "damaged.zip", "text.txt", "binary"):
        with pytest.raises(Unreadable) as caught:
            read_register(tmp_path / name)
        assert "\n" not in str(caught.value), name


def test_files_that_would_take_all_memory_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 201_000_000)
    with pytest.raises(Unreadable, match="too large"):
        read_register(tmp_path / "bomb.xlsx")
    monkeypatch.setattr("learnt.register.csv_files.MOST_ROWS", 3)
    monkeypatch.setattr("learnt.register.workbooks.MOST_ROWS", 3)
    register = Register(incidents=tuple(Incident(id=f"I{n}") for n in range(4)))
    write_folder(register, tmp_path / "many")
    with pytest.raises(Unreadable, match="3 rows"):
        read_register(tmp_path / "many")
    book_of(tmp_path, ["incident_id"], *([f"I{n}"] for n in range(4)))
    with pytest.raises(Unreadable, match="3 rows"):
        read(tmp_path)
    monkeypatch.setattr(sources, "MOST_BYTES", 10)
    with pytest.raises(Unreadable, match="larger"):
        read(tmp_path)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1" t="inlineStr"><is><t>incident_id</t></is></c></row>'
        '<row r="999999999"><c r="A999999999"><v>1</v></c></row>',
        '<row r="1"><c r="ZZZ1"><v>1</v></c></row>',
    ],
)
def test_a_sheet_that_names_far_cells_is_refused(rows: str, tmp_path: Path) -> None:
    book_of(tmp_path, ["incident_id"])
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head, _, tail = parts["xl/worksheets/sheet1.xml"].partition(b"<sheetData>")
    end = tail.partition(b"</sheetData>")[2]
    parts["xl/worksheets/sheet1.xml"] = head + f"<sheetData>{rows}</sheetData>".encode() + end
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(Unreadable):
        read(tmp_path)


def test_a_workbook_with_entities_is_refused(tmp_path: Path) -> None:
    book_of(tmp_path, ["incident_id"], ["I1"])
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a") as archive:
        archive.writestr("xl/evil.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>')
    with pytest.raises(Unreadable):
        read(tmp_path)


def test_a_register_with_all_columns_of_a_release_and_its_own_is_no_release(tmp_path: Path) -> None:
    tags = [column.name for column in schema().table("incidents").columns if column.tag]
    header = ",".join(["incident_id", "death_type", *tags])
    row = ",".join(["I-1", "homicide", *("FALSE" for _ in tags)])
    (tmp_path / "incidents.csv").write_text(f"{header}\n{row}\n", "utf-8")
    (incident,) = read_register(tmp_path).register.incidents
    assert incident.origin == "register", "FALSE means no here"
