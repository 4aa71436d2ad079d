"""Workbooks as LibreOffice saves them are read as those of Excel are."""

import zipfile
from pathlib import Path

import pytest

from learnt.errors import Unreadable
from learnt.register import read_register

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def cell(text: str, kind: str = "string", value: str = "", more: str = "") -> str:
    told = {"float": "value", "date": "date-value", "boolean": "boolean-value"}.get(kind, "")
    given = f' office:{told}="{value}"' if told else ""
    inner = f"<text:p>{text}</text:p>"
    return f'<table:table-cell office:value-type="{kind}"{given} {more}>{inner}</table:table-cell>'


def save(path: Path, rows: str, before: str = "") -> Path:
    page = f'<table:table table:name="Incidents">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{page}</office:spreadsheet></office:body>"
    content = f"{before}<office:document-content {SPACES} {CALC}>{body}</office:document-content>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", content)
    return path


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


EMPTY = '<table:table-cell table:number-columns-repeated="{}"/>'
HEADER = row(cell("Case ref"), cell("Date of death"), EMPTY.format(2), cell("Area"), cell("MARAC"))


def test_types_and_repeats_are_read(tmp_path: Path) -> None:
    note = "<office:annotation><text:p>ask again</text:p></office:annotation>"
    rows = [
        row(cell("Our register"), EMPTY.format(16_000)),
        HEADER,
        row(
            cell("1", "float", "1"),
            cell("14/03/11", "date", "2011-03-14"),
            EMPTY.format(2),
            cell("Elm<text:s text:c='2'/>bury").replace("<text:p>", f"{note}<text:p>", 1),
            cell("TRUE", "boolean", "true"),
        ),
        row(EMPTY.format(16_384), more='table:number-rows-repeated="3"'),
        row(cell("2"), cell("March 2012", "date", "2012-03-01")),
        row(EMPTY.format(16_384), more='table:number-rows-repeated="1048568"'),
    ]
    told = read_register(save(tmp_path / "a.ods", "".join(rows)))
    assert not told.errors
    assert [(one.id, one.values) for one in told.register.incidents] == [
        ("1", {"death_date": "2011-03-14", "area": "Elm  bury", "heard_at_marac": True}),
        ("2", {"death_date": "2012-03"}),
    ]


def test_errors_have_their_place(tmp_path: Path) -> None:
    error = cell("#N/A", more='calcext:value-type="error"')
    rows = HEADER + row(cell("1"), cell("soon")) + row(cell("2"), error)
    formula = '<table:table-cell table:formula="of:=[.A2]"/>'
    told = read_register(save(tmp_path / "a.ods", rows + row(cell("3"), formula)))
    assert {(one.sheet, one.row, one.column) for one in told.errors} == {
        ("Incidents", 2, "death_date"),
        ("Incidents", 3, "death_date"),
        ("Incidents", 4, "death_date"),
    }


@pytest.mark.parametrize(
    ("rows", "before"),
    [
        ("<table:table-row", ""),  # cut off
        (HEADER, "<!DOCTYPE a [<!ENTITY b 'c'>]>"),
        (row(EMPTY.format(600), cell("far")), ""),
        (HEADER + row(cell("1"), more='table:number-rows-repeated="900000"'), ""),
        (row(cell("x", more='table:number-columns-repeated="many"')), ""),
    ],
)
def test_what_is_no_register_is_refused(rows: str, before: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        read_register(save(tmp_path / "a.ods", rows, before))
