"""What PATH means to the commands that work on reviews."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from learnt.cli.reviews import load_reviews
from learnt.errors import LearntError, NothingToExtract
from learnt.export.as_json import encode, encode_lines
from learnt.records import Document, Metadata, Recommendation, Review

pytestmark = pytest.mark.usefixtures("steps")
Write = Callable[[str, str], Path]


def review(title: str) -> Review:
    one = Recommendation(id=f"{title}-1", ref="1", text="That the plan is kept.")
    return Review(review=Metadata(title=title), recommendations=(one,))


def titles(reviews: list[Review]) -> list[str | None]:
    return [one.review.title for one in reviews]


ROBIN, WREN = review("Robin"), review("Wren")


def test_json_lines_hold_several_reviews(write: Write) -> None:
    path = write("all.jsonl", encode_lines([ROBIN, WREN]))
    assert load_reviews([path]) == [ROBIN, WREN]


def test_indented_json_holds_one(write: Write) -> None:
    assert load_reviews([write("one.json", encode(ROBIN))]) == [ROBIN]


def test_documents_are_extracted(write: Write) -> None:
    path = write("overview.txt", "Robin\nThat one is done.")
    [found] = load_reviews([str(path)])
    assert [item.text for item in found.recommendations] == ["That one is done."]


def test_the_order_is_that_of_the_paths(write: Write) -> None:
    first = write("a.txt", "Finch\nThat one is done.")
    second = write("b.json", encode(ROBIN))
    third = write("c.txt", "Dunnock\nThat two is done.")
    assert titles(load_reviews([first, second, third])) == ["Finch", "Robin", "Dunnock"]


def test_a_path_given_twice_counts_once(write: Write) -> None:
    path = write("one.json", encode(ROBIN))
    assert load_reviews([path, path]) == [ROBIN]


def test_a_folder_of_documents_passes_over_what_came_of_them(write: Write, tmp_path: Path) -> None:
    write("in/overview.txt", "Robin\nThat one is done.")
    write("in/out.jsonl", encode_lines([ROBIN]))
    assert len(load_reviews([tmp_path / "in"])) == 1


def test_a_folder_of_reviews_is_read(write: Write, tmp_path: Path) -> None:
    write("in/a.json", encode(ROBIN))
    write("in/b.jsonl", encode_lines([WREN]))
    assert load_reviews([tmp_path / "in"]) == [ROBIN, WREN]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("bad.jsonl", encode_lines([ROBIN]) + '{"schema": "learnt.review/1", ', "line 2: not JSON"),
        ("bad.json", '{"schema": "learnt.review/9"}\n', "line 1: schema"),
        ("bad.csv", "\ufeffreview,title,kind,csp,\n", "give the JSON"),
    ],
)
def test_a_broken_file_is_told_with_its_line(write: Write, name: str, text: str, told: str) -> None:
    with pytest.raises(LearntError, match=told):
        load_reviews([write(name, text)])


def test_a_document_as_json_is_no_review(write: Write) -> None:
    text = '{"schema": "learnt.review/1"}\n' + encode_document()
    with pytest.raises(LearntError, match="line 2: a document"):
        load_reviews([write("mixed.jsonl", text)])


def encode_document() -> str:
    import msgspec

    made = Document(name="a.txt", sha256="0", media_type="text/plain", pages=1)
    return msgspec.json.encode(made).decode() + "\n"


def test_nothing_to_load_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingToExtract):
        load_reviews([tmp_path])


@click.command()
@click.argument("paths", nargs=-1)
def count(paths: tuple[str, ...]) -> None:
    click.echo(len(load_reviews(paths)))


def test_a_file_that_fails_is_told_and_the_rest_done(runner: CliRunner, write: Write) -> None:
    good, bad = write("a.txt", "Finch\nThat one is done."), write("b.txt", "broken")
    result = runner.invoke(count, [str(good), str(bad)])
    assert (result.stdout, result.exit_code) == ("1\n", 1)
    assert "failed" in result.stderr
    assert "b.txt" in result.stderr


def test_standard_input_may_be_reviews_or_a_document(runner: CliRunner) -> None:
    assert runner.invoke(count, ["-"], input=encode_lines([ROBIN, WREN])).stdout == "2\n"
    assert runner.invoke(count, ["-"], input="Finch\nThat one is done.").stdout == "1\n"


def test_standard_input_is_read_once(runner: CliRunner) -> None:
    assert runner.invoke(count, ["-", "-"]).exit_code == 2
