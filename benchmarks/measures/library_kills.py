"""`learnt library add` of 20 reviews, killed 200 times at random moments: lost, doubled, half-stored."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random
from time import monotonic

from tests.web.curation.test_killing import REVIEWS, learnt, made, write_reports

KILLS = 200
ROOT = Path(__file__).resolve().parents[2]


def report(root: Path, misses: int, kills: int = KILLS) -> list[str]:
    """Give the table of the measure."""
    with tempfile.TemporaryDirectory() as folder:
        home, reports = Path(folder, "library"), Path(folder, "reports")
        made(home)
        write_reports(reports)
        killed, storing = kill(home, reports, kills, time_of(Path(folder, "timed"), reports))
        learnt(home, "add", str(reports)).communicate(timeout=600)
        checked = learnt(home, "check")
        faults = checked.communicate(timeout=120)[0]
        with closing(sqlite3.connect(home / "library.sqlite3")) as store:
            found, different = store.execute(
                "select count(*), count(distinct key) from curation_intake"
            ).fetchone()
    return [
        f"| `add` of {REVIEWS} reviews, killed {killed} times | asked | measured |",
        "| --- | --- | --- |",
        f"| of these, after the run had stored something | | {storing} |",
        f"| lost | 0 | {REVIEWS - different} |",
        f"| doubled | 0 | {found - different} |",
        f"| half-stored (faults that `check` finds) | 0 | {0 if not checked.returncode else faults} |",
    ]


def time_of(home: Path, reports: Path) -> float:
    """Give the seconds that `add` takes when nobody kills it."""
    made(home)
    start = monotonic()
    learnt(home, "add", str(reports)).communicate(timeout=600)
    return monotonic() - start


def kill(home: Path, reports: Path, kills: int, whole: float) -> tuple[int, int]:
    """Start `add` again and again, mostly reading anew, and kill it within the `whole` time.

    Gives how often it was still running, and how often it had stored something by then.
    """
    dice, killed, storing = Random(11), 0, 0
    for turn in range(kills):
        again = ["--again"] if turn % 4 else []
        before = newest(home)
        running = learnt(home, "add", str(reports), *again)
        try:
            running.wait(dice.uniform(0.1, 1.0) * whole)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            killed += 1
            storing += newest(home) != before
        running.communicate()
    return killed, storing


def newest(home: Path) -> str:
    """Give when a review was last stored, "" where none was."""
    with closing(sqlite3.connect(home / "library.sqlite3", timeout=20)) as store:
        return str(store.execute("select max(read_at) from curation_intake").fetchone()[0] or "")


if __name__ == "__main__":
    print("\n".join(report(ROOT, 0, int(sys.argv[1]) if len(sys.argv) > 1 else KILLS)))
