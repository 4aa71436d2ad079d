"""`learnt library add` killed at any moment: nothing lost, doubled or half-stored."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

REVIEWS, KILLS = 20, 20
TEXT = """# {place} Community Safety Partnership

Domestic Homicide Review into a death in {year}

## Recommendations

Recommendation 1: {place} Police should review its policy on domestic abuse.

Recommendation 2: {place} Council should train its housing officers.
"""


def learnt(home: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start the command in a process group of its own, so that a kill reaches all of it."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LEARNT", "DJANGO"))}
    return subprocess.Popen(
        [sys.executable, "-m", "learnt", "library", "--home", str(home), *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def write_reports(folder: Path) -> None:
    folder.mkdir()
    for number in range(REVIEWS):
        text = TEXT.format(place=f"Mere{chr(97 + number)}ton", year=2001 + number)
        (folder / f"report-{number:02d}.md").write_text(text, "utf-8")


def made(home: Path) -> None:
    """Make an empty library without building styles, which the test does not look at."""
    environment = os.environ | {
        "LEARNT_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "learnt.web.settings",
    }
    command = [sys.executable, "-m", "learnt.web", "migrate", "--verbosity=0"]
    subprocess.run(command, env=environment, check=True)


def test_add_killed_at_random_moments(tmp_path: Path) -> None:
    home, reports = tmp_path / "library", tmp_path / "reports"
    made(home)
    write_reports(reports)
    dice = random.Random(7)
    for _ in range(KILLS):
        running = learnt(home, "add", str(reports))
        try:
            running.wait(dice.uniform(0.3, 2.0))
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
    last = learnt(home, "add", str(reports))
    said = last.communicate(timeout=300)[0]
    assert last.returncode == 0, said
    with closing(sqlite3.connect(home / "library.sqlite3")) as store:
        intakes = store.execute("select count(*), count(distinct key) from curation_intake")
        files = store.execute("select count(*), count(distinct sha256) from curation_sourcefile")
        assert intakes.fetchone() == (REVIEWS, REVIEWS)
        assert files.fetchone() == (REVIEWS, REVIEWS)
    checked = learnt(home, "check")
    said = checked.communicate(timeout=120)[0]
    assert checked.returncode == 0, said
    shutil.rmtree(home)
