"""A copy of the library, and a library out of a copy."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from learnt.web.keeping.backup import BadBackup, make, restore


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    (folder / "reports" / "ab").mkdir(parents=True)
    (folder / "reports" / "ab" / "abcd").write_bytes(b"a report")
    (folder / "reports" / "ab" / ".abcd.1.part").write_bytes(b"half")
    (folder / "seal-key").write_text("key\n", "ascii")
    with closing(sqlite3.connect(folder / "library.sqlite3")) as store:
        store.execute("create table t (n)")
        store.execute("insert into t values (7)")
        store.commit()
    return folder


def test_what_comes_back_is_what_went_in(home: Path, tmp_path: Path) -> None:
    copy, back = tmp_path / "copy.tar.gz", tmp_path / "back"
    assert make(home, copy) == restore(copy, back) == 3
    assert (back / "reports" / "ab" / "abcd").read_bytes() == b"a report"
    assert (back / "seal-key").read_text("ascii") == "key\n"
    assert not list(back.rglob("*.part"))
    with closing(sqlite3.connect(back / "library.sqlite3")) as store:
        assert store.execute("select n from t").fetchall() == [(7,)]


def test_only_its_owner_may_read_it(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.tar.gz"
    make(home, copy)
    assert copy.stat().st_mode & 0o077 == 0
    restore(copy, tmp_path / "back")
    assert (tmp_path / "back").stat().st_mode & 0o077 == 0


def test_nothing_is_overwritten(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.tar.gz"
    make(home, copy)
    with pytest.raises(BadBackup, match="not empty"):
        restore(copy, home)


@pytest.mark.parametrize("damage", ["cut", "changed", "no tar"])
def test_a_damaged_copy_is_refused_whole(home: Path, tmp_path: Path, damage: str) -> None:
    copy, back = tmp_path / "copy.tar.gz", tmp_path / "back"
    make(home, copy)
    body = copy.read_bytes()
    if damage == "cut":
        copy.write_bytes(body[: len(body) // 2])
    elif damage == "changed":
        copy.write_bytes(gzip.compress(gzip.decompress(body).replace(b"a report", b"b report")))
    else:
        copy.write_bytes(b"words")
    with pytest.raises(BadBackup):
        restore(copy, back)
    assert not back.exists() or not any(back.iterdir())
