"""Coding, names, agencies and repeats together: processor time for 10,000 recommendations."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.large_library import make_library
from learnt.deidentify.names import find_names
from learnt.enrich import enrich
from learnt.link import Entry, find_repeats
from learnt.records import Addressee, Metadata, Recommendation, Review

NUMBER = 10_000
ASKED = 60
ROOT = Path(__file__).resolve().parents[2]


def review_of(entries: list[Entry]) -> Review:
    """Give entries as the recommendations of one review, as `extract` would."""
    items = tuple(
        Recommendation(
            id=entry.id,
            ref=entry.ref,
            text=entry.text,
            addressees=tuple(Addressee(body.printed) for body in entry.addressees),
        )
        for entry in entries
    )
    return Review(review=Metadata(csp="Norfolk"), recommendations=items)


def seconds(work: Callable[[], object]) -> float:
    """Give the processor time of `work`."""
    start = time.process_time()
    work()
    return time.process_time() - start


def report(root: Path, misses: int) -> list[str]:
    """Give the table of the measure; there is nothing to miss."""
    entries = make_library(NUMBER)
    review = review_of(entries)
    parts: dict[str, Callable[[], object]] = {
        step: lambda step=step: enrich(review, [step])  # type: ignore[misc]
        for step in ("agencies", "themes", "smart")
    }
    parts["names"] = lambda: [find_names(entry.text) for entry in entries]
    parts["repeats"] = lambda: find_repeats(entries)
    took = {name: seconds(work) for name, work in parts.items()}
    lines = [
        f"| step, {NUMBER:,} recommendations, one core | seconds | asked |",
        "| --- | --- | --- |",
    ]
    lines += [f"| {name} | {value:.1f} | |" for name, value in took.items()]
    return [*lines, f"| together | {sum(took.values()):.1f} | < {ASKED} |"]


if __name__ == "__main__":
    print("\n".join(report(ROOT, int(sys.argv[1]) if len(sys.argv) > 1 else 0)))
