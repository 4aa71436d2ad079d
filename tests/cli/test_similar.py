import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from learnt.cli.root import cli
from learnt.export.as_json import encode_lines
from tests.link.factories import BACKGROUND, review


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """Give a file of two reviews as `learnt extract` writes them."""
    reviews = [
        review("GPs should enquire about domestic abuse.", *BACKGROUND[:4]),
        review("Each ward should have a domestic abuse champion.", document="b.pdf"),
    ]
    path = tmp_path / "reviews.jsonl"
    path.write_text(encode_lines(reviews), "utf-8")
    return path


def test_a_question_is_answered(stored: Path) -> None:
    result = CliRunner().invoke(
        cli, ["similar", "do family doctors ask about violence at home?", "--in", str(stored)]
    )
    assert result.exit_code == 0
    first, text, words = result.stdout.splitlines()[:3]
    assert first.split("  ")[1] == "1 · Marrowdale · 2021"
    assert text.strip() == "GPs should enquire about domestic abuse."
    assert "family doctors = gps" in words


def test_json_holds_the_same(stored: Path) -> None:
    result = CliRunner().invoke(
        cli, ["similar", "champions", "-k", "1", "--in", str(stored), "--format", "json"]
    )
    (found,) = json.loads(result.stdout)
    assert (found["id"], found["csp"], found["year"]) == ("b.pdf-r1", "Marrowdale", 2021)
    assert 0 < found["score"] <= 1
    assert found["words"][0] == {"asked": "champions", "found": "champion"}


def test_an_id_gives_its_neighbours(stored: Path) -> None:
    result = CliRunner().invoke(cli, ["similar", "b.pdf-r1", "--in", str(stored)])
    assert "champion" not in result.stdout.splitlines()[1]


def test_the_question_may_come_from_standard_input(stored: Path) -> None:
    result = CliRunner().invoke(cli, ["similar", "-", "--in", str(stored)], input="ward champions")
    assert "domestic abuse champion" in result.stdout


def test_several_places_are_searched(stored: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(encode_lines([review("Vets should ask about champions.", document="c.pdf")]))
    result = CliRunner().invoke(cli, ["similar", "vets", "--in", str(stored), str(other)])
    assert "Vets should ask" in result.stdout


def test_nothing_like_it(stored: Path) -> None:
    result = CliRunner().invoke(cli, ["similar", "zzz", "--in", str(stored)])
    assert (result.exit_code, result.stdout) == (0, "nothing like it was found\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["words"], "--in PATH"),
        (["  ", "--in", "x.jsonl"], "no words"),
        (["-", "--in", "-"], "standard input can be read once"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(cli, ["similar", *arguments])
    assert result.exit_code == 2
    assert told in result.stderr
