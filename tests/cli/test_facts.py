"""`learnt facts`: a report's file, standard input, JSON, and what cannot be read."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from learnt.cli.root import cli

REPORT = """Overview Report

Petra, the victim, was killed by her husband, Odo, on 3 May 2014.

Odo was convicted of murder. Petra had been 39 years old.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "overview.txt"
    path.write_text(REPORT, "utf-8")
    return path


def test_the_text_form_names_variable_value_and_words(runner: CliRunner, report: Path) -> None:
    result = runner.invoke(cli, ["facts", str(report)])
    assert result.exit_code == 0
    assert "perpetrator 1 court_verdict: Murder" in result.stdout
    assert "overview.txt" in result.stdout
    assert "Odo was convicted of murder." in result.stdout
    assert "facts proposed, 0 in doubt" in result.stdout


def test_json_holds_the_same_facts(runner: CliRunner, report: Path) -> None:
    result = runner.invoke(cli, ["facts", str(report), "--format", "json"])
    found = {(f["table"], f["variable"]): f for f in json.loads(result.stdout)["facts"]}
    assert found["incidents", "death_date"]["value"] == "2014-05-03"
    assert found["perpetrators", "relationship_to_victim"]["value"] == "husband"
    assert all(fact["evidence"] for fact in found.values())


def test_standard_input_is_read(runner: CliRunner) -> None:
    result = runner.invoke(cli, ["facts", "-"], input=REPORT)
    assert result.exit_code == 0
    assert "court_verdict: Murder" in result.stdout


def test_a_report_that_tells_nothing_gives_no_facts(runner: CliRunner) -> None:
    result = runner.invoke(cli, ["facts", "-"], input="The panel met twice.\n")
    assert result.exit_code == 0
    assert result.stdout.strip() == "0 facts proposed, 0 in doubt"


def test_what_is_told_in_two_ways_is_shown_as_a_doubt(runner: CliRunner) -> None:
    text = REPORT + "\nPolice found no evidence of stalking. Odo stalked Petra in 2013.\n"
    result = runner.invoke(cli, ["facts", "-"], input=text)
    assert "stalking: DOUBT" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["facts"], 2),
        (["facts", "-", "x.pdf"], 2),
        (["facts", "no-such-file.pdf"], 1),
        (["facts", "-", "--format", "csv"], 2),
    ],
)
def test_bad_input_ends_with_one_line(runner: CliRunner, arguments: list[str], status: int) -> None:
    result = runner.invoke(cli, arguments, input="")
    assert result.exit_code == status
    assert "Traceback" not in result.output
    said = result.output if result.exit_code == 2 else str(result.exception)
    assert said.strip().splitlines()[-1]
    assert status == 2 or len(said.splitlines()) == 1
