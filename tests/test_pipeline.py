"""What the pipeline does with files before any rule is asked: duplicates, names, folders."""

from pathlib import Path

import pytest

from learnt.extract import extract_review
from learnt.pipeline import Held, Settings, Source, drop_duplicates, extract_paths, group, run
from learnt.records import Document
from tests.extract.factories import document, heading, item, para

REPORT = """Eastmoor Community Safety Partnership

Domestic Homicide Review

{part}

Report into the death of 'Rowan' in June 2020

Recommendations

{asks}
"""
ASKS = (
    "Recommendation 1: The trust should write a protocol for sharing what it knows.",
    "Recommendation 2: The council should train all of its housing officers to ask.",
    "Recommendation 3: The constabulary should audit how its officers record harm.",
)


def write(path: Path, part: str, *asks: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(REPORT.format(part=part, asks="\n\n".join(asks)), "utf-8")
    return path


def held(path: str, sha256: str = "", folder: str | None = "in") -> Held:
    read = Document(name=Path(path).name, sha256=sha256 or path, media_type="text/plain")
    return Source(Path(path), Path(folder) if folder else None), read


def test_the_second_of_two_files_with_the_same_bytes_is_told(tmp_path: Path) -> None:
    first = write(tmp_path / "a.txt", "Overview Report", *ASKS)
    (tmp_path / "sub").mkdir()
    again = tmp_path / "sub" / "copy of a.txt"
    again.write_bytes(first.read_bytes())
    batch = run([tmp_path], Settings())
    assert [len(review.documents) for review in batch.reviews] == [1]
    assert [(t.name, t.skipped) for t in batch.troubles] == [(str(again), True)]
    assert str(first) in batch.troubles[0].message
    assert not batch.failures


def test_one_file_may_serve_two_reviews_that_are_folders() -> None:
    files = [held("in/one/guide.txt", "same"), held("in/two/guide.txt", "same")]
    assert len(drop_duplicates(files, Settings(one_review=True))[0]) == 2
    assert len(drop_duplicates(files, Settings())[0]) == 1
    assert len(drop_duplicates(files, Settings(separate=True))[0]) == 1


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["in/a/report.txt", "in/b/report.txt"], ["a/report.txt", "b/report.txt"]),
        (["in/a/x/report.txt", "in/b/x/report.txt"], ["a/x/report.txt", "b/x/report.txt"]),
        (["in/a/report.txt", "in/a/plan.txt"], ["report.txt", "plan.txt"]),
        (["in/report.txt", "in/a/report.txt"], ["in/report.txt", "a/report.txt"]),
    ],
)
def test_files_of_one_name_are_told_apart_by_folder(paths: list[str], names: list[str]) -> None:
    """Only as much of the folders as is needed, and none where no name comes twice."""
    files = [held(path, folder=None) for path in paths]
    found = group(files, Settings(one_review=True))
    assert [[d.name for d in one] for one in found] == [names]


def test_two_files_of_one_name_both_give_what_they_hold(tmp_path: Path) -> None:
    """Evidence names its document, so that neither may stand for the other."""
    full = write(tmp_path / "full" / "report.txt", "Overview Report", *ASKS[:2])
    short = write(tmp_path / "short" / "report.txt", "Executive Summary", ASKS[0], ASKS[2])
    review = extract_paths([full, short])
    assert [d.name for d in review.documents] == ["full/report.txt", "short/report.txt"]
    assert {r.ref for r in review.recommendations} == {"1", "2", "3"}
    places = {r.ref: {e.document for e in r.evidence} for r in review.recommendations}
    assert places["1"] == {"full/report.txt", "short/report.txt"}
    assert places["3"] == {"short/report.txt"}


def test_documents_without_paths_are_told_apart_by_number() -> None:
    first = document(heading("Recommendations"), item(ASKS[0]), name="report.pdf")
    second = document(heading("Action plan"), para("None."), name="report.pdf")
    assert {d.name for d in extract_review([first, second]).documents} == {
        "report.pdf",
        "report (2).pdf",
    }


def test_a_document_given_twice_is_read_once() -> None:
    one = document(heading("Recommendations"), item(ASKS[0]), item(ASKS[1]))
    review = extract_review([one, one])
    assert len(review.documents) == 1
    assert [w.code for w in review.warnings].count("duplicate") == 1


def test_folders_of_a_walked_folder_are_a_hint(tmp_path: Path) -> None:
    """Two reviews without a word in common on their first pages, each in a folder of its own."""
    for number in "12":
        for part in ("Overview Report", "Action plan"):
            path = tmp_path / f"case {number}" / f"{part}.txt"
            path.parent.mkdir(exist_ok=True)
            text = f"{part}\n\nEastmoor Community Safety Partnership\n\nNumber {number}\n"
            path.write_text(text, "utf-8")
    batch = run([tmp_path], Settings())
    assert [[d.name for d in one] for one in batch.groups] == [
        ["Action plan.txt", "Overview Report.txt"]
    ] * 2
