"""`learnt library import`, as it is called: good files, wrong files, a dry run, twice."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SETTINGS = "DJANGO_SETTINGS_MODULE"
ENVIRONMENT = {name: told for name, told in os.environ.items() if name != SETTINGS}


def learnt(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "learnt", "library", "--home", str(home), *words]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=120, env=ENVIRONMENT
    )


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("library")
    code = (
        "import django; django.setup(); from django.core.management import call_command;"
        "call_command('migrate', verbosity=0)"
    )
    told = {"LEARNT_HOME": str(made), SETTINGS: "learnt.web.settings"}
    subprocess.run([sys.executable, "-c", code], check=True, env=ENVIRONMENT | told)
    return made


@pytest.fixture
def home(empty: Path, tmp_path: Path) -> Path:
    """Give each test an empty library of its own."""
    return shutil.copytree(empty, tmp_path / "library")


def folder(where: Path, victim: str = "41") -> Path:
    where.mkdir()
    (where / "incidents.csv").write_text("incident_id,csp\nA-1,Norfolk\n", "utf-8")
    people = f"victim_id,incident_id,age_years\nV-1,A-1,{victim}\n"
    (where / "victims.csv").write_text(people, "utf-8")
    return where


def test_a_register_goes_in_and_again(home: Path, tmp_path: Path) -> None:
    given = str(folder(tmp_path / "register"))
    dry = learnt(home, "import", given, "--dry-run")
    assert (dry.returncode, "nothing has changed" in dry.stdout) == (0, True)
    first = learnt(home, "import", given)
    assert (first.returncode, first.stdout.splitlines()[0]) == (
        0,
        "incidents: 1 new, 0 changed, 0 as they were",
    )
    again = learnt(home, "import", given)
    assert "victims: 0 new, 0 changed, 1 as they were" in again.stdout


def test_the_register_comes_out_and_goes_in_again(home: Path, tmp_path: Path) -> None:
    learnt(home, "import", str(folder(tmp_path / "register")))
    for target in ("out", "out.xlsx"):
        done = learnt(home, "export", "--register", str(tmp_path / target))
        assert (done.returncode, "not for publication" in done.stdout) == (0, True), done.stderr
        again = learnt(home, "import", str(tmp_path / target))
        assert "incidents: 0 new, 0 changed, 1 as they were" in again.stdout
    assert "not for publication" in (tmp_path / "out" / "README.txt").read_text("utf-8")


def test_what_is_wrong_is_told_with_its_place(home: Path, tmp_path: Path) -> None:
    done = learnt(home, "import", str(folder(tmp_path / "wrong", victim="141")))
    assert done.returncode == 1
    assert "victims.csv, row 2, column age_years" in done.stderr
    assert "Nothing was imported: 1 errors." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["none", "notes.txt"])
def test_what_is_no_register_is_told_in_a_line(home: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "notes.txt").write_text("nothing", "utf-8")
    done = learnt(home, "import", str(tmp_path / name))
    assert done.returncode
    assert len(done.stderr.splitlines()) == 1
    assert name in done.stderr
