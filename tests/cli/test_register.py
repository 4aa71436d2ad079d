"""`learnt register` says what is wrong, writes what is right, and leaves with the fitting status."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result

from learnt.cli.register import register
from learnt.register import read_register

Write = Callable[[str, str], Path]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(register, [str(one) for one in arguments])


def test_a_template_is_clean(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    assert run("template", path).exit_code == 0
    told = run("check", path)
    assert told.exit_code == 0
    assert "There are no incidents in it." in told.output
    assert run("template", path).exit_code == 2  # somebody may have filled it in
    assert run("template", path, "--force").exit_code == 0
    assert run("template", tmp_path / "register.csv").exit_code == 2


def test_each_problem_is_a_line_with_its_place(write: Write) -> None:
    path = write("incidents.csv", "incident_id,death_date\nI1,2020-13\nI1,2020\n").parent
    told = run("check", path)
    assert told.exit_code == 1
    lines = told.output.splitlines()
    assert lines[0].startswith("error: incidents.csv, row 2, column death_date: ")
    assert lines[1].startswith("error: incidents.csv, row 3, column incident_id: ")
    assert lines[-1] == "2 errors, 0 warnings: nothing is read."


def test_a_program_reads_the_same(write: Write) -> None:
    path = write("incidents.csv", "incident_id,colour\nI1,red\n")
    told = run("check", path, "--format", "json")
    assert told.exit_code == 0
    answer = json.loads(told.output)
    assert answer["ok"] is True
    assert answer["rows"] == {"incidents": 1, "victims": 0, "perpetrators": 0}
    assert [(one["severity"], one["column"]) for one in answer["problems"]] == [
        ("warning", "colour")
    ]


def test_a_register_is_turned_into_the_other_form(write: Write, tmp_path: Path) -> None:
    path = write("in/incidents.csv", "incident_id,death_date\nI1,March 2020\n").parent
    assert run("convert", path, tmp_path / "out.xlsx").exit_code == 0
    assert run("convert", tmp_path / "out.xlsx", tmp_path / "back").exit_code == 0
    assert read_register(tmp_path / "back").register == read_register(path).register
    assert (tmp_path / "back" / "datapackage.json").exists()


def test_nothing_is_written_with_an_error(write: Write, tmp_path: Path) -> None:
    path = write("incidents.csv", "incident_id,death_date\nI1,soon\n")
    told = run("convert", path, tmp_path / "out.xlsx")
    assert told.exit_code == 1
    assert not (tmp_path / "out.xlsx").exists()
    assert run("convert", path, tmp_path / "out.ods").exit_code == 2
