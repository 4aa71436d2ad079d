"""`learnt extract`: what is one review, where the result goes, and what the status says."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from learnt.cli.root import cli
from learnt.pipeline import Settings, extract_batch, read_batch
from learnt.records import Document, Review
from tests.cli.conftest import extract_lines

pytestmark = pytest.mark.usefixtures("steps")
Write = Callable[[str, str], Path]


@pytest.fixture
def folder(write: Write, tmp_path: Path) -> Path:
    """A folder with two documents of Robin's review and one of Wren's."""
    write("in/overview.txt", "Robin\nThat one is done.\nThat two is done.")
    write("in/plan.txt", "Robin\nThat three is done.")
    write("in/sub/other.txt", "Wren\nThat four is done.")
    return tmp_path / "in"


def run(runner: CliRunner, *arguments: str | Path, given: str | None = None) -> Result:
    return runner.invoke(cli, ["extract", *map(str, arguments)], input=given)


def lines(result: Result) -> list[list[str]]:
    """Give the document names of each review in JSON lines."""
    found = [json.loads(line) for line in result.stdout.splitlines()]
    return [[document["name"] for document in review["documents"]] for review in found]


def test_a_file_is_a_review(runner: CliRunner, folder: Path) -> None:
    result = run(runner, folder / "overview.txt", folder / "plan.txt")
    assert lines(result) == [["overview.txt"], ["plan.txt"]]
    assert result.exit_code == 0


def test_documents_that_belong_together_are_one(runner: CliRunner, folder: Path) -> None:
    assert lines(run(runner, folder)) == [["overview.txt", "plan.txt"], ["other.txt"]]


def test_separate_keeps_every_file_apart(runner: CliRunner, folder: Path) -> None:
    names = [["overview.txt"], ["plan.txt"], ["other.txt"]]
    assert lines(run(runner, folder, "--separate")) == names


def test_one_review_makes_each_folder_one(runner: CliRunner, folder: Path, write: Write) -> None:
    write("in/sub/wagtail.txt", "Wagtail\nThat five is done.")
    names = [["overview.txt", "plan.txt"], ["other.txt", "wagtail.txt"]]
    assert lines(run(runner, folder, "--one-review")) == names


def test_one_review_joins_named_files(runner: CliRunner, folder: Path) -> None:
    files = (folder / "overview.txt", folder / "sub" / "other.txt")
    result = run(runner, *files, "--one-review", "--format", "json")
    assert len(json.loads(result.stdout)["recommendations"]) == 3


def test_a_file_named_twice_is_read_once(runner: CliRunner, folder: Path) -> None:
    assert len(lines(run(runner, folder / "plan.txt", folder / "plan.txt"))) == 1


def test_output_holds_the_result_and_nothing_else(runner: CliRunner, folder: Path) -> None:
    result = run(runner, folder / "plan.txt", "--format", "json", "--output", "-")
    assert json.loads(result.stdout)["schema"] == "learnt.review/1"
    assert "1 file, 1 review, 1 recommendation, 0 doubts, 0 failures" in result.stderr


@pytest.mark.parametrize("several", [["overview.txt", "plan.txt"], ["."]])
def test_json_refuses_several_reviews(runner: CliRunner, folder: Path, several: list[str]) -> None:
    result = run(runner, *(folder / name for name in several), "--format", "json")
    assert result.exit_code == 2
    assert "--format jsonl" in result.stderr
    assert result.stdout == ""


def test_a_bad_file_fails_and_the_rest_is_done(
    runner: CliRunner, folder: Path, write: Write
) -> None:
    write("in/bad.txt", "broken")
    result = run(runner, folder)
    assert result.exit_code == 1
    assert len(lines(result)) == 2
    assert f"failed: {folder / 'bad.txt'}: it is damaged; save it anew" in result.stderr


def test_a_picture_in_a_folder_is_only_skipped(
    runner: CliRunner, folder: Path, write: Write
) -> None:
    picture = write("in/cover.txt", "picture")
    assert run(runner, folder).exit_code == 0
    assert f"skipped: {picture}" in run(runner, folder).stderr
    assert run(runner, picture).exit_code == 1, "named itself, it is a failure"


def test_what_learnt_wrote_is_passed_over(runner: CliRunner, folder: Path, write: Write) -> None:
    write("in/truth.json", '{"layout": "x"}')
    write("in/.hidden.txt", "Robin\nThat hidden is done.")
    for name in ("out.json", "out.jsonl", "out.csv"):
        run(runner, folder / "plan.txt", "--output", folder / name)
    result = run(runner, folder)
    assert len(lines(result)) == 2
    assert result.stderr.count("skipped:") == 5


def test_a_missing_file_is_one_line(runner: CliRunner, tmp_path: Path) -> None:
    result = run(runner, tmp_path / "none.pdf")
    assert result.exit_code == 1
    assert "there is no such file" in result.stderr
    assert result.stdout == ""


def test_standard_input_is_read(runner: CliRunner) -> None:
    result = run(runner, "-", "--format", "json", given="Robin\nThat one is done.")
    assert len(json.loads(result.stdout)["recommendations"]) == 1


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("out.json", b'{\n  "schema"'),
        ("out.jsonl", b'{"schema"'),
        ("out.csv", b"\xef\xbb\xbfreview"),
        ("out.xlsx", b"PK"),
        ("out.txt", b"Robin"),
        ("new/out.unknown", b'{"schema"'),
    ],
)
def test_the_name_of_the_output_tells_the_format(
    runner: CliRunner, folder: Path, tmp_path: Path, name: str, start: bytes
) -> None:
    result = run(runner, folder / "plan.txt", "--output", tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)
    assert result.stdout == ""


@pytest.mark.parametrize(
    "wrong",
    [["--jobs", "0"], ["--timeout", "0"], ["--one-review", "--separate"], ["--format", "odt"]],
)
def test_wrong_use_is_status_two(runner: CliRunner, folder: Path, wrong: list[str]) -> None:
    assert run(runner, folder, *wrong).exit_code == 2


def test_output_cannot_be_a_folder(runner: CliRunner, folder: Path) -> None:
    assert run(runner, folder, "--output", folder).exit_code == 2


def test_several_jobs_keep_the_order(runner: CliRunner, tmp_path: Path, write: Write) -> None:
    for number in range(9):
        write(f"many/{number}.txt", f"Review {number}\nThat {number} is done.")
    names = [[f"{number}.txt"] for number in range(9)]
    assert lines(run(runner, tmp_path / "many", "--separate")) == names


def test_a_fault_in_one_review_leaves_the_others(
    runner: CliRunner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_wren(documents: Sequence[Document]) -> Review:
        if documents[0].title == "Wren":
            raise ZeroDivisionError("of nought")
        return extract_lines(documents)

    monkeypatch.setattr("learnt.extract.extract_review", fail_on_wren)
    result = run(runner, folder)
    assert lines(result) == [["overview.txt", "plan.txt"]]
    assert "failed: other.txt: a fault of Learnt" in result.stderr
    assert result.exit_code == 1


def test_reviews_fan_out_over_any_executor(folder: Path) -> None:
    batch = read_batch([folder], Settings(jobs=2))
    with ThreadPoolExecutor(2) as pool:
        extract_batch(batch, executor=pool)
    assert [review.review.title for review in batch.reviews] == ["Robin", "Wren"]
