"""The steps after extracting, and `learnt extract --with`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from learnt.cli.root import cli
from learnt.enrich import STEPS, enrich
from learnt.records import Review

TEXT = """# Fallowmere Community Safety Partnership

Domestic Homicide Review

## Recommendations

Recommendation 1: Fallowmere Police should review its policy on domestic abuse by May 2031.
"""


def test_an_unknown_step_is_refused() -> None:
    with pytest.raises(KeyError, match="colours"):
        enrich(Review(), ["colours"])


def test_with_adds_what_the_steps_say(tmp_path: Path) -> None:
    path = tmp_path / "review.md"
    path.write_text(TEXT, "utf-8")
    given = ["extract", str(path), "--with", "agencies,themes, smart", "--format", "json"]
    result = CliRunner().invoke(cli, given)
    found = json.loads(result.stdout)["recommendations"][0]
    assert found["main_theme"] == "policy"
    assert found["themes"][0]["words"]
    assert found["smart"]["time"]["met"] is True
    assert found["addressees"][0]["type"] == "police"


def test_a_wrong_step_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["extract", str(tmp_path), "--with", "colours"])
    assert result.exit_code == 2
    assert all(step in result.stderr for step in STEPS)
