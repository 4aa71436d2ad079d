"""`learnt library search` and `rebuild-index`, over a library that is filled by its own commands."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in a process of its own: a library is chosen once a process."""
    environment = {
        k: v for k, v in os.environ.items() if k not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")
    }
    return subprocess.run(
        [sys.executable, "-m", "learnt", "library", *arguments],
        env=environment | {"LEARNT_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


FILL = """
from learnt.cli.library_ready import start_django
from types import SimpleNamespace
from pathlib import Path
import sys
start_django(SimpleNamespace(obj=Path(sys.argv[1])), fresh=True)
from django.core.management import call_command
call_command("migrate", verbosity=0, interactive=False)
from tests.web.search.shelf import shelf
shelf(1, "The force should train call handlers.", "The council should audit records.")
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    environment = {
        k: v for k, v in os.environ.items() if k not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")
    }
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(folder)],
        env=environment | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr
    return folder


def test_a_search_prints_what_it_finds(home: Path) -> None:
    done = run(home, "search", "call handlers")
    assert not done.returncode
    assert "train call handlers" in done.stdout
    assert "1 recommendation found, 1 shown" in done.stdout


def test_json_has_the_rows_and_what_made_them(home: Path) -> None:
    told = json.loads(run(home, "search", "audit", "--format", "json").stdout)
    assert [row["id"] for row in told["recommendations"]] == ["rec-1-2"]
    assert told["learnt_version"]


def test_nothing_found_is_a_failure_and_a_wrong_filter_wrong_use(home: Path) -> None:
    assert run(home, "search", "zeppelin").returncode == 1
    wrong = run(home, "search", "audit", "--filter", "colour=red")
    assert wrong.returncode == 2
    assert "region" in wrong.stderr


def test_the_index_is_rebuilt(home: Path) -> None:
    done = run(home, "rebuild-index")
    assert "1 review indexed" in done.stdout
