"""`learnt agencies`: listing, adding and showing."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from learnt.cli.root import cli
from learnt.export.as_json import encode
from tests.agencies.factory import review_of


@pytest.fixture
def reviews(tmp_path: Path) -> str:
    path = tmp_path / "reviews.jsonl"
    some = [
        review_of("Norfolk", "Haven", "the Constabulary", "All agencies", text="That it acts."),
        review_of("Loxley", "Haven", "=SUM(A1)", text="That it learns."),
    ]
    path.write_bytes(b"".join(json.dumps(json.loads(encode(one))).encode() + b"\n" for one in some))
    return str(path)


@pytest.fixture(autouse=True)
def own_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "names" / "agencies.csv"
    monkeypatch.setenv("LEARNT_AGENCIES", str(path))
    return path


def run(runner: CliRunner, *words: str, status: int = 0) -> str:
    result = runner.invoke(cli, ["agencies", *words])
    shown = result.stdout + result.stderr + str(result.exception or "")
    assert (result.exit_code != 0) == bool(status), shown
    return result.stdout if not status else shown


def test_the_unresolved_are_listed_with_reason_and_count(runner: CliRunner, reviews: str) -> None:
    told = run(runner, "unresolved", reviews)
    assert "Haven (2 times)\n    type unknown: not in the register" in told
    assert "in Norfolk 1, Loxley 1" in told
    assert "of 5 addressees are not resolved" in told
    assert "All agencies" not in told


def test_the_list_can_be_read_by_programs(runner: CliRunner, reviews: str) -> None:
    rows = json.loads(run(runner, "unresolved", reviews, "--format", "json"))
    assert rows[0]["printed"] == "Haven"
    sheet = run(runner, "unresolved", reviews, "--format", "csv").lstrip("\ufeff")
    listed = list(csv.DictReader(io.StringIO(sheet)))
    assert (listed[0]["printed"], listed[0]["times"]) == ("Haven", "2")
    assert not [row for row in listed if row["printed"].startswith("=")]  # no formula for a sheet


def test_an_added_name_is_resolved_from_then_on(runner: CliRunner, reviews: str) -> None:
    told = run(runner, "add", "Haven", "--agency", "leeway", "--source", "a web page")
    assert "leeway, domestic-abuse-service" in told
    assert "Haven" not in run(runner, "unresolved", reviews)


def test_a_file_of_its_own_can_be_given(runner: CliRunner, reviews: str, tmp_path: Path) -> None:
    own = str(tmp_path / "mine.csv")
    run(runner, "add", "Haven", "--type", "housing", "--source", "me", "--register", own)
    assert "type housing" in run(runner, "unresolved", reviews, "--register", own)
    assert "type housing" not in run(runner, "unresolved", reviews)


@pytest.mark.parametrize(
    "words",
    [
        ("add", "Haven", "--agency", "nobody", "--source", "me"),
        ("add", "Haven", "--source", "me"),
        ("add", "Haven", "--type", "shop", "--source", "me"),
        ("add", "Haven", "--agency", "leeway"),
        ("add", "Haven", "--agency", "leeway", "--source", "me", "--register", "none/there.csv"),
        ("unresolved", "no-such-file.pdf"),
    ],
)
def test_bad_input_is_told_in_one_line(
    runner: CliRunner, own_names: Path, words: tuple[str, ...]
) -> None:
    assert "Traceback" not in run(runner, *words, status=1)
    assert not own_names.exists()


def test_a_body_is_shown_with_its_successor(runner: CliRunner) -> None:
    told = run(runner, "show", "NPS")
    assert "id    national-probation-service" in told
    assert "now   probation-service (Probation Service)" in told
    assert "era   2001 to 2021" in told
    assert run(runner, "show", "national-probation-service").startswith(told.splitlines()[0])


@pytest.mark.parametrize(
    "agency", ["loxley-police", "norfolk-council-childrens-social-care", "safelives"]
)
def test_a_body_is_shown_by_its_id(runner: CliRunner, agency: str) -> None:
    assert f"id    {agency}\n" in run(runner, "show", agency)


def test_the_area_tells_a_bare_name(runner: CliRunner) -> None:
    assert "id    norfolk-police" in run(runner, "show", "the Constabulary", "--area", "Norfolk")
    assert "id    not resolved" in run(runner, "show", "the Constabulary")


def test_a_partnership_is_shown_with_its_area(runner: CliRunner) -> None:
    told = run(runner, "show", "Norfolk County Community Safety Partnership")
    assert "area  Norfolk, East: Norfolk Constabulary; Norfolk County Council" in told
    assert "with  Breckland, Broadland" in told


def test_what_is_near_an_unknown_name_is_shown(runner: CliRunner) -> None:
    assert "like  clarion-housing-group" in run(runner, "show", "old Clarion")


def test_recommendations_are_shown_by_reason(runner: CliRunner, reviews: str) -> None:
    told = run(runner, "show", "Norfolk Police", "--in", reviews)
    assert "1 recommendation addressed to it\n  Norfolk 2 (the Constabulary): That it acts." in told
    assert "addressed to all bodies of a partnership in its area" in told
    shown = json.loads(run(runner, "show", "Norfolk Police", "--in", reviews, "--format", "json"))
    assert [group["reason"] for group in shown["recommendations"]] == ["own", "collective"]


def test_without_a_body_nothing_is_looked_for(runner: CliRunner, reviews: str) -> None:
    assert "no body is told" in run(runner, "show", "Haven", "--in", reviews, status=2)
