"""`learnt library add` of 20 reviews, killed 200 times at random moments: lost, doubled, half-stored."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random
from time import monotonic

from tests.web.curation.test_killing import REVIEWS, learnt, made, write_reports

KILLS, ROUNDS = 200, 10
"""In each round a new library is filled, so that kills hit the first storing too."""
ROOT = Path(__file__).resolve().parents[2]


def report(root: Path, misses: int, kills: int = KILLS) -> list[str]:
    """Give the table of the measure."""
    dice, total = Random(11), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder, "reports")
        write_reports(reports)
        whole = time_of(Path(folder, "timed"), reports)
        for number in range(ROUNDS):
            home = Path(folder, f"library-{number}")
            total += one_round(home, reports, max(1, kills // ROUNDS), whole, dice)
    return [
        f"| `add` of {REVIEWS} reviews, killed {total['killed']} times | asked | measured |",
        "| --- | --- | --- |",
        f"| of these, after the run had stored something | | {total['storing']} |",
        f"| lost | 0 | {total['lost']} |",
        f"| doubled | 0 | {total['doubled']} |",
        f"| libraries with half-stored things (faults that `check` finds) | 0 | {total['faulty']} |",
    ]


def one_round(home: Path, reports: Path, kills: int, whole: float, dice: Random) -> Counter[str]:
    """Fill a library with as many `kills` on the way, finish it, and give what is wrong with it."""
    made(home)
    counts = kill(home, reports, kills, whole, dice)
    learnt(home, "add", str(reports)).communicate(timeout=600)
    checked = learnt(home, "check")
    checked.communicate(timeout=120)
    with closing(sqlite3.connect(home / "library.sqlite3")) as store:
        found, different = store.execute(
            "select count(*), count(distinct key) from curation_intake"
        ).fetchone()
    counts["lost"], counts["doubled"] = REVIEWS - different, found - different
    counts["faulty"] = int(checked.returncode != 0)
    return counts


def time_of(home: Path, reports: Path) -> float:
    """Give the seconds that `add` takes when nobody kills it."""
    made(home)
    start = monotonic()
    learnt(home, "add", str(reports)).communicate(timeout=600)
    return monotonic() - start


def kill(home: Path, reports: Path, kills: int, whole: float, dice: Random) -> Counter[str]:
    """Start `add` again and again until it was killed as often as asked, within the `whole` time.

    Every run reads anew what is there, so that there is always something to store.
    """
    counts = Counter[str]()
    while counts["killed"] < kills:
        before = newest(home)
        running = learnt(home, "add", str(reports), "--again")
        try:
            running.wait(dice.uniform(0.1, 1.0) * whole)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            counts["killed"] += 1
            counts["storing"] += newest(home) != before
        running.communicate()
    return counts


def newest(home: Path) -> str:
    """Give when a review was last stored, "" where none was."""
    with closing(sqlite3.connect(home / "library.sqlite3", timeout=20)) as store:
        return str(store.execute("select max(read_at) from curation_intake").fetchone()[0] or "")


if __name__ == "__main__":
    print("\n".join(report(ROOT, 0, int(sys.argv[1]) if len(sys.argv) > 1 else KILLS)))
