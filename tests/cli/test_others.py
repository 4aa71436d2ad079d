"""The other commands, the help, and how the command ends."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import learnt
from learnt.cli import main
from learnt.cli.root import COMMANDS, cli
from learnt.export.schema import KINDS, schema_text
from tests.house.sources import ROOT

Write = Callable[[str, str], Path]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_has_an_example(runner: CliRunner, name: str) -> None:
    result = runner.invoke(cli, [name, "--help"])
    assert result.exit_code == 0
    assert re.search(rf"Examples?:\n +(\w.*\| )?learnt {name}", result.stdout)


def test_the_reference_is_the_help() -> None:
    """In a process of its own: a command keeps the help option of whoever asked for it first."""
    made = subprocess.run(
        [sys.executable, "-m", "learnt.cli.reference"], capture_output=True, text=True, check=True
    )
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == made.stdout, "run make docs"


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_are_those_of_the_records(kind: str) -> None:
    kept = (ROOT / "docs" / "schema" / f"{kind}.json").read_text("utf-8")
    assert kept == schema_text(kind), "run make docs"


def test_the_version_is_the_package_version(runner: CliRunner) -> None:
    assert learnt.__version__ in runner.invoke(cli, ["--version"]).stdout
    assert f'version = "{learnt.__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")


@pytest.mark.usefixtures("steps")
def test_show_prints_blocks_and_furniture(runner: CliRunner, write: Write) -> None:
    path = write("a.txt", "First line.\nThat it is done.")
    shown = runner.invoke(cli, ["show", str(path)]).stdout
    assert "p1   ¶ That it is done." in shown
    assert "~ footer: Page 1" in shown
    assert "~ footer" not in runner.invoke(cli, ["show", str(path), "--no-furniture"]).stdout


@pytest.mark.usefixtures("steps")
def test_show_gives_a_document_as_json(runner: CliRunner, write: Write) -> None:
    shown = runner.invoke(cli, ["show", str(write("a.txt", "One.")), "--format", "json"]).stdout
    assert json.loads(shown)["blocks"][0]["text"] == "One."


def test_fictional_names_what_there_is(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(cli, ["fictional", "--output", str(tmp_path), "--layouts", "nonesuch"])
    assert result.exit_code == 2
    assert "no nonesuch; there are" in result.stderr


@pytest.mark.usefixtures("steps")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["--version"], 0), (["nonesuch"], 2), (["extract"], 2), (["show", "none.pdf"], 1)],
)
def test_the_status_tells_how_it_ended(
    arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == status
    assert "Traceback" not in capsys.readouterr().err


def test_a_stop_is_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    codes: list[int] = []

    def stop(*_: object, **__: object) -> None:
        raise click.exceptions.Abort

    def leave(code: int) -> None:
        codes.append(code)
        raise SystemExit(code)

    monkeypatch.setattr(cli, "main", stop)
    monkeypatch.setattr(os, "_exit", leave)
    with pytest.raises(SystemExit):
        main(["extract", "x"])
    assert codes == [130]


def test_importing_learnt_loads_no_step() -> None:
    code = "import sys, learnt; print([m for m in sys.modules if m.startswith('learnt.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_verbs_stay_callable() -> None:
    """Importing the packages `learnt.read` and `learnt.extract` must not hide the verbs."""
    code = (
        "import learnt, learnt.read.sandbox, learnt.extract, learnt.read;"
        "from learnt import read, extract;"
        "print(callable(read), callable(extract), callable(learnt.read), learnt.read.Limits)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("True True True <class")
