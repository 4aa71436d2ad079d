"""`learnt themes`: code, export, import, agreement."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from learnt.cli.root import cli
from learnt.export.as_json import encode_lines
from learnt.records import Recommendation, Review, ThemeCoding

Write = Callable[[str, str], Path]
HEAD = "recommendation_id,coder,theme,main\n"


def run(runner: CliRunner, *arguments: str | Path, given: str | None = None) -> Result:
    return runner.invoke(cli, ["themes", *map(str, arguments)], input=given)


@pytest.fixture
def reviews(write: Write) -> Path:
    """A file of one review with two recommendations."""
    texts = ("Train all staff in professional curiosity.", "Paint the hall.")
    items = tuple(
        Recommendation(id=f"r{n}", ref=str(n), text=text) for n, text in enumerate(texts, 1)
    )
    return write("reviews.jsonl", encode_lines([Review(recommendations=items)]))


def test_code_tells_themes_and_words(runner: CliRunner, reviews: Path) -> None:
    lines = run(runner, "code", reviews).stdout.splitlines()
    assert lines[0] == "r1"
    assert lines[1].split()[:3] == ["training", "main", "Train"]
    assert lines[-2:] == ["r2", "  no theme"]


def test_code_takes_words_and_gives_json(runner: CliRunner) -> None:
    result = run(runner, "code", "--text", "Audit the files", "--format", "json")
    [found] = json.loads(result.stdout)
    assert found["main"] == "assurance"
    assert found["codings"][0] == {"id": "assurance", "words": ["Audit"]}


def test_code_counts_by_published_groups(runner: CliRunner, reviews: Path) -> None:
    result = run(runner, "code", reviews, "--by", "home_office", "--format", "json")
    found = json.loads(result.stdout)
    assert found["of"] == 2
    assert {"group": "training", "recommendations": 1, "main": 1} in found["groups"]
    table = run(runner, "code", reviews, "--by", "library").stdout
    assert "2 recommendations by library" in table


@pytest.mark.parametrize("arguments", [[], ["--text", "a", "b.txt"]])
def test_code_needs_files_or_words(runner: CliRunner, arguments: list[str]) -> None:
    result = run(runner, "code", *arguments)
    assert (result.exit_code, "--text" in result.stderr) == (2, True)


def test_export_and_import_go_round(runner: CliRunner, reviews: Path, tmp_path: Path) -> None:
    sheet, kept = tmp_path / "rules.csv", tmp_path / "codings.csv"
    assert run(runner, "export", reviews, "--output", sheet).exit_code == 0
    assert sheet.read_text().splitlines()[:2] == [HEAD.strip(), "r1,rules,training,yes"]
    assert "r2,rules,," in sheet.read_text()
    result = run(runner, "import", sheet, "--in", reviews, "--into", kept)
    assert "2 recommendations coded by rules" in result.stderr
    assert sorted(kept.read_text().splitlines()) == sorted(sheet.read_text().splitlines())


def test_export_keeps_a_coding_that_is_there(runner: CliRunner, write: Write) -> None:
    one = Recommendation(
        id="r1", ref="", text="Train.", themes=(ThemeCoding("risk"),), main_theme="risk"
    )
    path = write("coded.jsonl", encode_lines([Review(recommendations=(one,))]))
    assert run(runner, "export", path).stdout == HEAD + "r1,rules,risk,yes\n"


def test_export_gives_a_sheet_to_fill_in(runner: CliRunner, reviews: Path) -> None:
    result = run(runner, "export", reviews, "--coder", "Kit", "--blank", "--texts")
    assert result.stdout.splitlines()[2] == "r2,Kit,,,Paint the hall."


def test_import_keeps_other_coders(runner: CliRunner, write: Write, tmp_path: Path) -> None:
    kept = write("codings.csv", HEAD + "r1,rules,risk,yes\nr1,Kit,risk,yes\n")
    new = write("new.csv", HEAD + "r1,Kit,policy,yes\n")
    assert run(runner, "import", new, "--into", kept).exit_code == 0
    assert kept.read_text() == HEAD + "r1,Kit,policy,yes\nr1,rules,risk,yes\n"


def test_import_tells_each_fault_and_writes_nothing(
    runner: CliRunner, write: Write, reviews: Path, tmp_path: Path
) -> None:
    bad = write("bad.csv", HEAD + "r1,Kit,polcy,\nr7,Kit,risk,\n")
    result = run(runner, "import", bad, "--in", reviews, "--into", tmp_path / "codings.csv")
    assert result.exit_code == 1
    assert "line 2, column 3 (theme): the codebook has no theme 'polcy'" in result.stderr
    assert "line 3, column 1 (recommendation_id): there is no recommendation 'r7'" in result.stderr
    assert not (tmp_path / "codings.csv").exists()


def test_import_reads_standard_input(runner: CliRunner) -> None:
    result = run(runner, "import", "-", given=HEAD + "r1,Kit,risk,x\n")
    assert result.stdout == HEAD + "r1,Kit,risk,yes\n"


def test_agreement_of_two_files(runner: CliRunner, write: Write) -> None:
    one = write("one.csv", HEAD + "r1,A,risk,yes\nr2,A,policy,yes\n")
    two = write("two.csv", HEAD + "r1,B,risk,yes\nr2,B,training,yes\n")
    shown = run(runner, "agreement", one, two).stdout
    assert "2 recommendations coded by both" in shown
    assert "main theme the same in 1 of 2" in shown
    assert "micro-F1 0.50" in shown
    found = json.loads(run(runner, "agreement", one, two, "--format", "json").stdout)
    assert found["confusion"] == [["policy", "training", 1]]


def test_agreement_of_two_coders_in_one_file_by_groups(runner: CliRunner, write: Write) -> None:
    rows = "r1,A,records,yes\nr1,B,information-sharing,yes\n"
    path = write("both.csv", HEAD + rows)
    assert "micro-F1 0.00" in run(runner, "agreement", "A", "B", "--in", path).stdout
    shown = run(runner, "agreement", "A", "B", "--in", path, "--by", "home_office").stdout
    assert "micro-F1 1.00" in shown
    assert "A, recommendations by home_office" in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["both.csv", "both.csv"], "has several coders"),
        (["A", "C", "--in", "both.csv"], "has no coder 'C', but A, B"),
    ],
)
def test_agreement_tells_which_coders_there_are(
    runner: CliRunner, write: Write, arguments: list[str], told: str
) -> None:
    path = write("both.csv", HEAD + "r1,A,risk,\nr1,B,risk,\n")
    result = run(runner, "agreement", *[str(path) if a == "both.csv" else a for a in arguments])
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_codebook_of_ones_own(runner: CliRunner, write: Write) -> None:
    book = write(
        "own.toml",
        'version = "1"\n[[theme]]\nid = "halls"\naxis = "change"\nname = "Halls"\n'
        'asks_for = "Work on halls."\n[cues.halls]\nstrong = ["hall"]\n',
    )
    result = run(runner, "code", "--text", "Paint the hall.", "--codebook", book)
    assert "halls" in result.stdout
    sheet = write("a.csv", HEAD + "r1,A,risk,\n")
    assert "no theme 'risk'" in run(runner, "import", sheet, "--codebook", book).stderr
