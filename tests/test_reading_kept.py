"""What was read is kept for the next run; nothing kept stands in for another file."""

from pathlib import Path

import pytest

from learnt.reading_kept import read_kept
from learnt.records import Block, Document


class Reader:
    """Counts how often it reads."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, path: Path) -> Document:
        self.times += 1
        block = Block(kind="paragraph", text=path.read_text("utf-8"))
        return Document(name=path.name, sha256="x", media_type="text/plain", blocks=(block,))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("Fallowmere should learn.", "utf-8")
    return path


def test_a_file_is_read_once(report: Path, tmp_path: Path) -> None:
    reader, kept = Reader(), tmp_path / "kept"
    assert read_kept(report, kept, reader) == read_kept(report, kept, reader)
    assert reader.times == 1


def test_other_bytes_are_read_anew(report: Path, tmp_path: Path) -> None:
    reader, kept = Reader(), tmp_path / "kept"
    read_kept(report, kept, reader)
    report.write_text("Fallowmere has learnt.", "utf-8")
    assert read_kept(report, kept, reader).blocks[0].text == "Fallowmere has learnt."


def test_the_name_is_that_of_today(report: Path, tmp_path: Path) -> None:
    reader, kept = Reader(), tmp_path / "kept"
    read_kept(report, kept, reader)
    assert read_kept(report.rename(tmp_path / "new.txt"), kept, reader).name == "new.txt"
    assert reader.times == 1


def test_a_damaged_copy_counts_as_none(report: Path, tmp_path: Path) -> None:
    reader, kept = Reader(), tmp_path / "kept"
    read_kept(report, kept, reader)
    next(kept.iterdir()).write_bytes(b"\x93half")
    assert read_kept(report, kept, reader).blocks[0].text == "Fallowmere should learn."
    assert reader.times == 2
