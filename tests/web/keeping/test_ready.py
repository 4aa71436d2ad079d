"""A command that cannot work with its library says so in one line."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.web.test_production import run

MAIN = "from learnt.cli.root import main; main()"


def told(home: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    done = run(home, "-c", MAIN, "library", "--home", str(home), *arguments, **variables)
    assert not done.stdout, done.stdout
    return done.returncode, done.stderr.strip()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "library.sqlite3")) as store:
        store.execute("create table t (n)")
    return folder


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        pytest.param(
            {"LEARNT_ENV": "production"},
            "the settings do not do: LEARNT_ENV=production needs LEARNT_SECRET_KEY",
            id="no secret in production",
        ),
        pytest.param({}, "made by an older version", id="tables are missing"),
        pytest.param(
            {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"},
            "the library's database cannot be used",
            id="nothing answers there",
        ),
    ],
)
def test_one_line_tells_why(home: Path, variables: dict[str, str], says: str) -> None:
    if variables.get("DATABASE_URL"):
        pytest.importorskip("psycopg")
    status, line = told(home, "status", **variables)
    assert status == 1
    assert line.startswith("learnt: ")
    assert says in line
    assert "\n" not in line


def test_what_is_no_database_is_told(home: Path) -> None:
    (home / "library.sqlite3").write_bytes(b"no database at all, but text " * 99)
    status, line = told(home, "status")
    assert (status, "cannot be used" in line, "\n" in line) == (1, True, False), line
