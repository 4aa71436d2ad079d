"""`learnt publishable`: yes, or why not."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from learnt.cli.root import cli
from learnt.deidentify import deidentify
from learnt.records import Review
from tests.deidentify.factories import blind_search, review, whole_review

PLAIN = review("To train all staff.")
DOUBTFUL = review("The form should be revised with Zellaphine in mind.")


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave it to the second look to find the doubtful name."""
    blind_search(monkeypatch)


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["publishable", *arguments], input=stdin)


def keep(folder: Path, *reviews: Review, name: str = "reviews.jsonl") -> str:
    path = folder / name
    path.write_bytes(b"\n".join(msgspec.json.encode(one) for one in reviews))
    return str(path)


def test_yes_for_a_review_that_names_nobody(tmp_path: Path) -> None:
    result = run(keep(tmp_path, PLAIN))
    assert result.exit_code == 0
    assert result.output.startswith("yes  ")


@pytest.mark.usefixtures("blind")
def test_no_says_where_and_not_what(tmp_path: Path) -> None:
    result = run(keep(tmp_path, DOUBTFUL))
    assert result.exit_code == 1
    assert result.output.startswith("no   ")
    assert "r1 text, character" in result.output
    assert "Zellaphine" not in result.output


@pytest.mark.usefixtures("blind")
def test_the_words_are_shown_when_asked_for(tmp_path: Path) -> None:
    result = run(keep(tmp_path, DOUBTFUL), "--words")
    assert "“Zellaphine”" in result.output
    assert result.exit_code == 1


@pytest.mark.usefixtures("blind")
def test_one_no_among_several_is_a_failure(tmp_path: Path) -> None:
    result = run(keep(tmp_path, PLAIN, DOUBTFUL))
    assert result.exit_code == 1
    assert [line[:3] for line in result.output.splitlines() if "review " in line] == ["yes", "no "]


@pytest.mark.usefixtures("blind")
@pytest.mark.parametrize("option", ["--person", "--no-person"])
def test_a_decision_settles_the_doubt(tmp_path: Path, option: str) -> None:
    assert run(keep(tmp_path, DOUBTFUL), option, "Zellaphine").exit_code == 0


def test_as_is_refuses_what_would_be_taken_out(tmp_path: Path) -> None:
    file = keep(tmp_path, whole_review())
    assert run(file).exit_code == 0
    assert run(file, "--as-is").exit_code == 1


@pytest.mark.usefixtures("blind")
def test_json_tells_reasons(tmp_path: Path) -> None:
    result = run(keep(tmp_path, DOUBTFUL), "--format", "json")
    (told,) = json.loads(result.output)
    assert told["publishable"] is False
    assert told["reasons"][0]["record"] == "r1"
    assert told["suspects"] == []


def test_standard_input_and_documents(tmp_path: Path) -> None:
    text = "Recommendations\n\nRecommendation 1: The police should train all staff.\n"
    assert run("-", stdin=msgspec.json.encode(PLAIN).decode()).exit_code == 0
    document = tmp_path / "report.txt"
    document.write_text(text, "utf-8")
    assert run(str(document)).exit_code == 0
    assert run("-", "-").exit_code == 2


def test_a_public_review_is_judged_by_its_seal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEARNT_SEAL_KEY", "one")
    text = msgspec.json.encode(deidentify(PLAIN)).decode()
    path = tmp_path / "public.json"
    path.write_text(text, "utf-8")
    assert run(str(path)).exit_code == 0
    path.write_text(text.replace("train", "trust"), "utf-8")
    result = run(str(path))
    assert result.exit_code == 1
    assert "seal" in result.output


@pytest.mark.parametrize("content", ["", '{"schema": "learnt.review/1", "review": 7}'])
def test_what_cannot_be_read_is_no(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(content, "utf-8")
    result = run(str(path))
    assert result.exit_code == 1
    assert result.output.startswith("no   ")
    assert run(str(tmp_path / "missing.pdf")).exit_code == 1
