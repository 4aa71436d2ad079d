"""Fifty readers at once: a production server, two workers, SQLite, on this machine only.

python -m benchmarks.measures.library_load [--seconds N] [--library HOME]

Each reader opens a page every five seconds: the front page, searches with filters, reviews, agencies, themes.
HOME is a library that `python -m benchmarks.library_corpus HOME` made; without it a smaller one is made and
thrown away.
"""

import os
import subprocess
import sys
import tempfile
import threading
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from random import Random
from socket import socket
from statistics import median, quantiles
from time import perf_counter, sleep

READERS = 50
PAUSE = 5.0
"""Seconds from one page of a reader to the next."""
WORKERS = 2
SMALL = 200
"""Reviews of a library that is made for the measure alone; each has 25 recommendations."""
TIMEOUT = 30
PAGES = (
    "/", "/search/?q=police+training", "/search/?q=stalking&level=multi-agency", "/search/?q=record+keeping",
    "/search/?q=family+doctors+asking+about+violence+at+home", "/search/?theme=training&sort=date",
    "/themes/training/", "/themes/risk/", "/agencies/", "/reviews/", "/repeats/", "/partnerships/",
)  # fmt: skip


def report(root: Path, misses: int, seconds: int = 60, library: Path | None = None) -> list[str]:
    """Give the table; `misses` of the failures are listed below it."""
    with tempfile.TemporaryDirectory() as folder:
        home = library or make(Path(folder, "library"))
        with served(home) as port:
            times, failures = read(port, seconds)
    p95 = quantiles(times, n=20)[-1] if len(times) > 1 else float("nan")
    return [
        "| what | asked | measured | counts |",
        "| --- | --- | --- | --- |",
        f"| {READERS} readers, each a page every {PAUSE:.0f} s, {WORKERS} workers, SQLite: errors "
        f"| 0 | {len(failures)} | {len(times) + len(failures)} pages in {seconds} s |",
        f"| the same: p95 of the time to a whole page | < 1 s | {p95:.2f} s "
        f"| median {median(times or [float('nan')]):.2f} s, longest {max(times, default=0):.2f} s |",
        "",
        *failures[:misses],
    ]


def make(home: Path) -> Path:
    """Make a small library of made-up reviews in `home`."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.library_corpus",
        str(home),
        "--reviews",
        str(SMALL),
    ]
    home.mkdir(parents=True)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return home


@contextmanager
def served(home: Path) -> Iterator[int]:
    """Serve the library in `home` on a free port, and give the port when it answers."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "learnt", "library", "--home", str(home), "serve"]
    command += ["--address", f"127.0.0.1:{port}", "--workers", str(WORKERS)]
    # The settings are the server's own, whatever the bench has set for itself.
    environment = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        for _ in range(300):
            if server.poll() is not None:
                raise RuntimeError("the server ended")
            if not fetch(port, "/")[1]:
                break
            sleep(0.2)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def fetch(port: int, address: str) -> tuple[float, str]:
    """Give the seconds until the whole page is here, and what failed (empty: nothing)."""
    start = perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException) as error:
        return perf_counter() - start, f"{address}: {error!r}"
    finally:
        connection.close()
    failed = "" if answer.status == 200 else f"{address}: {answer.status}"
    return perf_counter() - start, failed


def read(port: int, seconds: int) -> tuple[list[float], list[str]]:
    """Let the readers read for `seconds`; gives the times of pages, and what failed."""
    times: list[float] = []
    failures: list[str] = []
    end = perf_counter() + seconds

    def reader(number: int) -> None:
        random = Random(number)
        due = perf_counter() + random.uniform(0, PAUSE)
        while due < end:
            sleep(max(0.0, due - perf_counter()))
            took, failed = fetch(port, page(random))
            if failed:
                failures.append(failed)
            else:
                times.append(took)
            due = max(due + PAUSE, perf_counter())

    readers = [threading.Thread(target=reader, args=(number,)) for number in range(READERS)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    return times, failures


def page(random: Random) -> str:
    """Draw the next page of a reader: a review as often as anything else."""
    review = f"/reviews/bench-{random.randrange(SMALL)}/"
    return random.choice((review, random.choice(PAGES)))


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--library", type=Path)
    given = parser.parse_args()
    print("\n".join(report(Path(), 10, given.seconds, given.library)))


if __name__ == "__main__":
    main()
