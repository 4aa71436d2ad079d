"""The real steps, end to end, on one small file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import learnt
from learnt.cli.root import cli
from learnt.errors import NothingToExtract, Unreadable
from learnt.records import Review

REPORT = """# Fictional review

## Recommendations

1. That Marlshire Council reviews its housing policy within 12 months.

2. That Marlshire Constabulary trains its officers to recognise coercive control.
"""


def test_a_report_becomes_recommendations(write: Callable[[str, str], Path]) -> None:
    path = write("report.md", REPORT)
    review = learnt.extract(path)
    assert [item.ref.rstrip(".") for item in review.recommendations] == ["1", "2"]
    assert review.recommendations[0].text.endswith("policy within 12 months.")
    assert learnt.read(path).blocks[0].kind == "heading"
    again = learnt.from_json(learnt.to_json(review))
    assert isinstance(again, Review)
    assert again == review


def test_the_command_gives_what_the_library_gives(
    runner: CliRunner, write: Callable[[str, str], Path]
) -> None:
    path = write("report.md", REPORT)
    result = runner.invoke(cli, ["extract", str(path), "--format", "json"])
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout) == json.loads(learnt.to_json(learnt.extract([path])))


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7\nnothing of a PDF follows")
    with pytest.raises(Unreadable, match=r"bad\.pdf"):
        learnt.extract(tmp_path / "bad.pdf")
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToExtract):
        learnt.extract(tmp_path / "empty")
