"""`learnt smart`: table, JSON and CSV of the same findings."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from learnt.cli.root import cli
from learnt.export.as_json import encode
from learnt.records import Addressee, Recommendation, Review, SourceDocument


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    items = (
        Recommendation(
            id="r1",
            ref="1",
            text="Fallowmere Police should audit fifty files by June 2031.",
            addressees=(Addressee("Fallowmere Police"),),
        ),
        Recommendation(id="r2", ref="2", text="Greater awareness is needed."),
    )
    document = SourceDocument(
        name="a.txt", sha256="0" * 64, media_type="text/plain", pages=0, language="en"
    )
    path = tmp_path / "reviews.json"
    path.write_text(encode(Review(documents=(document,), recommendations=items)), "utf-8")
    return path


def test_the_table_counts_what_is_met(runner: CliRunner, stored: Path) -> None:
    result = runner.invoke(cli, ["smart", str(stored)])
    assert result.exit_code == 0
    assert "time: met by 1 of 2" in result.stdout
    assert "names nobody who is to act" in result.stdout


def test_json_gives_the_reasons(runner: CliRunner, stored: Path) -> None:
    result = runner.invoke(cli, ["smart", str(stored), "--format", "json"])
    first, second = json.loads(result.stdout)
    assert first["smart"]["time"] == {"met": True, "why": "“by June 2031”"}
    assert second["smart"]["action"]["met"] is False


def test_csv_opens_in_a_spreadsheet(runner: CliRunner, stored: Path) -> None:
    result = runner.invoke(cli, ["smart", str(stored), "--format", "csv"])
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8-sig"))))
    assert [row["measure"] for row in rows] == ["TRUE", "FALSE"]
    assert rows[0]["owner_why"] == "“Fallowmere Police”"
