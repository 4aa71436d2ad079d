"""The command `learnt names`."""

import json
from pathlib import Path

from click.testing import CliRunner

from learnt.cli.root import cli

TEXT = "Nadia told GP3.\r\nClare’s Law is public.\n"


def test_offsets_are_of_the_text_as_given(runner: CliRunner, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode())
    result = runner.invoke(cli, ["names", str(path)])
    rows = json.loads(result.stdout)
    assert [row["kind"] for row in rows] == ["name", "code", "public"]
    assert [TEXT[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]
    assert list(rows[0]) == ["start", "end", "text", "kind"]


def test_standard_input_as_a_table(runner: CliRunner) -> None:
    result = runner.invoke(cli, ["names", "-", "--format", "table", "--no-public"], input=TEXT)
    assert [line.split()[-1] for line in result.stdout.splitlines()] == ["text", "Nadia", "GP3"]


def test_an_empty_text_has_no_names(runner: CliRunner) -> None:
    assert json.loads(runner.invoke(cli, ["names", "-"], input="").stdout) == []


def test_what_is_no_text_is_refused(runner: CliRunner, tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(b"\x89PNG\x00\xff\xfe")
    result = runner.invoke(cli, ["names", str(path)])
    assert result.exit_code == 2
    assert "no text" in result.output
