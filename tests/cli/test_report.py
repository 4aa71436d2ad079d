import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from learnt.cli.root import cli
from learnt.register import write_folder
from tests.analyse.decade import decade


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target: Path = tmp_path_factory.mktemp("register") / "cases"
    write_folder(decade().register, target)
    return target


def report(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["report", *map(str, arguments)])


def test_it_writes_every_kind_of_file(folder: Path, tmp_path: Path) -> None:
    names = ["report.html", "report.pdf", "report.docx", "findings.json", "tables.zip"]
    paths = [tmp_path / name for name in names]
    told = report(folder, "--internal", *(x for path in paths for x in ("--output", path)))
    assert told.exit_code == 0, told.output
    starts = [path.read_bytes()[:4] for path in paths]
    assert starts[0].lower().startswith(b"<!do")
    assert starts[1:] == [b"%PDF", b"PK\x03\x04", paths[3].read_bytes()[:4], b"PK\x03\x04"]
    assert {one["public"] for one in json.loads(paths[3].read_text())} == {False}
    assert "not for publication" in paths[0].read_text()


def test_without_being_asked_it_protects(folder: Path, tmp_path: Path) -> None:
    found, preview = tmp_path / "findings.json", tmp_path / "preview.csv"
    told = report(folder, "-o", found, "--preview", preview)
    assert told.exit_code == 0, told.output
    findings = json.loads(found.read_text())
    assert findings
    assert all(one["public"] and "ids" not in one for one in findings)
    with preview.open(encoding="utf-8-sig") as stream:
        assert {row["did"] for row in csv.DictReader(stream)} <= {"merged", "withheld"}


def test_sections_are_switched_on_and_off(folder: Path) -> None:
    only = report(folder, "--internal", "--section", "methods", "-o", "-").output
    without = report(folder, "--internal", "--without", "methods", "-o", "-").output
    assert 'id="methods"' in only
    assert 'id="homicides"' not in only
    assert 'id="methods"' not in without
    assert 'id="homicides"' in without
    assert report(folder, "--section", "nothing", "-o", "-").exit_code != 0


WRONG = [
    (("-o", "report.txt"), "report.txt", "a kind of file that is not written"),
    ((), "--output", "nothing to write"),
    (("-o", "-", "--from", "2020", "--to", "2010"), "2020", "years the wrong way round"),
    (("-o", "-", "--cross", "sex"), "two variables", "one variable cannot be crossed"),
]


@pytest.mark.parametrize(("options", "said", "why"), WRONG, ids=[one[2] for one in WRONG])
def test_wrong_use_is_told_in_a_line(
    folder: Path, options: tuple[str, ...], said: str, why: str
) -> None:
    told = report(folder, *options)
    assert told.exit_code == 2, why
    assert said in told.output


def test_a_place_that_nothing_is_of_is_told(folder: Path, tmp_path: Path) -> None:
    told = report(folder, "--area", "Nortford", "-o", tmp_path / "report.html")
    assert told.exit_code != 0
    assert "Nortford" in str(told.exception)
    assert not (tmp_path / "report.html").exists()


def test_a_register_with_errors_is_not_counted(tmp_path: Path) -> None:
    (tmp_path / "incidents.csv").write_text("incident_id,death_date\nI-1,2020\nI-1,2020\n")
    told = report(tmp_path, "-o", tmp_path / "report.html")
    assert told.exit_code != 0
    assert not (tmp_path / "report.html").exists()
