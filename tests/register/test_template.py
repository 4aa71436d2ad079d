"""The template: nothing in it is read as a case, it helps to fill in, and spreadsheet programs open it."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from learnt.records.case import Entry, Incident, Perpetrator, Register, Victim
from learnt.register import read_register, schema, write_template, write_workbook
from learnt.register.template import example, note


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "register.xlsx"
    write_template(path)
    return path


def invented() -> Register:
    """Give the example as somebody would type it into the tables."""
    told = example()
    return Register(
        incidents=tuple(
            Incident(id=str(one["incident_id"]), values=without(one, "incident_id"))
            for one in told.incidents
        ),
        victims=tuple(
            Victim(
                id=str(one["victim_id"]),
                incident=str(one["incident_id"]),
                values=without(one, "victim_id", "incident_id"),
            )
            for one in told.victims
        ),
        perpetrators=tuple(
            Perpetrator(
                id=str(one["perpetrator_id"]),
                incident=str(one["incident_id"]),
                values=without(one, "perpetrator_id", "incident_id"),
            )
            for one in told.perpetrators
        ),
        documents=tuple(
            Entry(id=str(one["document_id"]), values=without(one, "document_id"))
            for one in told.documents
        ),
        recommendations=tuple(
            Entry(id=str(one["recommendation_id"]), values=without(one, "recommendation_id"))
            for one in told.recommendations
        ),
        actions=tuple(
            Entry(id=str(one["action_id"]), values=without(one, "action_id"))
            for one in told.actions
        ),
        responses=tuple(
            Entry(id=str(one["response_id"]), values=without(one, "response_id"))
            for one in told.responses
        ),
    )


def without(
    row: dict[str, str | int | float | bool], *names: str
) -> dict[str, str | int | float | bool]:
    return {name: value for name, value in row.items() if name not in names}


def test_the_untouched_template_is_clean_and_empty(template: Path) -> None:
    told = read_register(template)
    assert not told.problems
    assert not told.register.incidents
    assert told.notes == ("There are no incidents in it.",)


def test_each_table_has_its_sheet(template: Path) -> None:
    book: Any = load_workbook(template)
    tables = [table.name for table in schema().tables]
    assert book.sheetnames == ["Read me", *tables, "Example", "Lists"]
    assert book["Lists"].sheet_state == "hidden"
    assert book.active.title == "Read me"
    for table in schema().tables:
        page = book[table.name]
        assert [cell.value for cell in page[1]] == list(table.names)
        assert page.freeze_panes == "B2"
        assert page.max_row == 1
        for cell, column in zip(page[1], table.columns, strict=True):
            assert cell.comment.text == note(column)


def test_lists_offer_the_values(template: Path) -> None:
    book: Any = load_workbook(template)
    page, table = book["victims"], schema().table("victims")
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    number = table.names.index("tenure") + 1
    letter = page.cell(1, number).column_letter
    rule = rules[f"{letter}2:{letter}2001"]
    sheet, _, cells = rule.formula1.lstrip("=").partition("!")
    offered = [cell.value for (cell,) in book[sheet][cells.replace("$", "")]]
    assert tuple(offered) == table.column("tenure").values
    assert rule.errorStyle == "warning"  # an open list
    closed = [
        one for one in book["incidents"].data_validations.dataValidation if one.errorStyle == "stop"
    ]
    assert closed
    assert any(one.formula1 == '"TRUE,FALSE"' for one in rules.values())


def test_the_example_is_right(tmp_path: Path) -> None:
    write_workbook(invented(), tmp_path / "a.xlsx")
    told = read_register(tmp_path / "a.xlsx")
    assert not told.problems
    assert len(told.register.incidents) == 2
    assert told.register.responses


@pytest.mark.tool("soffice")
def test_a_spreadsheet_program_opens_it_and_keeps_it(template: Path, tmp_path: Path) -> None:
    book: Any = load_workbook(template)
    for table in schema().tables:  # filled in by somebody
        for number, row in enumerate(example().rows(table.name), start=2):
            for name, value in row.items():
                book[table.name].cell(number, table.names.index(name) + 1, value)
    book.save(tmp_path / "filled.xlsx")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(tmp_path / "out"),
            str(tmp_path / "filled.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    told = read_register(tmp_path / "out" / "filled.xlsx")
    assert not told.problems
    by_hand = read_register(tmp_path / "filled.xlsx")
    assert told.register == by_hand.register
    again = load_workbook(tmp_path / "out" / "filled.xlsx")
    assert again["victims"].data_validations.dataValidation
    assert again["victims"]["A1"].comment
