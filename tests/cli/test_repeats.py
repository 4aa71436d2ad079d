import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from learnt.cli.root import cli
from learnt.export.as_json import encode_lines
from tests.link.factories import BACKGROUND, review

ONE = "Each surgery should have a domestic abuse champion."
OTHER = "=Wards should each have a domestic abuse champion."


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """Give a file of two reviews of which one repeats the other."""
    path = tmp_path / "reviews.jsonl"
    reviews = [
        review(ONE, *BACKGROUND[:4], document="a.pdf", published="2022"),
        review(OTHER, *BACKGROUND[4:], document="b.pdf", published="2019"),
    ]
    path.write_text(encode_lines(reviews), "utf-8")
    return path


def run(path: Path, form: str) -> str:
    """Give what the command prints in the format `form`."""
    result = CliRunner().invoke(cli, ["repeats", str(path), "--format", form])
    assert result.exit_code == 0
    return result.stdout


def test_the_table_has_the_oldest_first(stored: Path) -> None:
    lines = run(stored, "table").splitlines()
    assert "domestic abuse champion" in lines[0]
    assert [line.strip() for line in lines[1:5]] == [
        "1 · Marrowdale · 2019",
        OTHER,
        "1 · Marrowdale · 2022",
        ONE,
    ]


def test_json_holds_the_same(stored: Path) -> None:
    (group,) = json.loads(run(stored, "json"))
    assert [one["id"] for one in group["recommendations"]] == ["b.pdf-r1", "a.pdf-r1"]
    assert 0.5 < group["score"] <= 1


def test_csv_holds_a_row_a_recommendation_and_no_formula(stored: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(stored, "csv").lstrip("\ufeff"))))
    assert [row["group"] for row in rows] == ["1", "1"]
    assert rows[0]["text"] == f"'{OTHER}"


def test_no_repeats_is_told(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(encode_lines([review(ONE, OTHER)]), "utf-8")
    assert run(path, "table") == "no recommendation repeats another\n"


def test_no_path_is_wrong_use() -> None:
    assert CliRunner().invoke(cli, ["repeats"]).exit_code == 2
