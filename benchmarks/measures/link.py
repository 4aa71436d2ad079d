"""Repeats found and near misses left apart; lay questions answered; the time for a large library.

python -m benchmarks.measures.link [--misses N]
"""

from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time

from benchmarks.large_library import make_library
from benchmarks.marked_repeats import (
    GOLD_PAIRS,
    Marked,
    gold_entries,
    load_items,
    load_repeats,
    make_entry,
)
from learnt.link import Entry, Repeat, WordIndex, find_repeats, find_similar

HEAD = ("| what | asked | measured | counts |", "| --- | --- | --- | --- |")
Pair = tuple[int, int]


def report(root: Path, misses: int) -> list[str]:
    """Give the tables of all measures; `misses` of the tune halves are listed below them."""
    lines, told = list(HEAD), []
    for half in ("tune", "held"):
        some, missed = repeats_row(load_repeats(root, f"repeats-{half}"), half)
        lines += some
        told += missed if half == "tune" else []
    gold = gold_entries(root)
    lines += gold_rows(gold)
    library = [make_entry(item) for item in load_items(root, "similar-library")]
    for half in ("tune", "held"):
        for name, entries in (("similar", library), ("similar-gold", gold)):
            if entries:
                row, missed = similar_row(root, f"{name}-{half}", entries)
                lines.append(row)
                told += missed if half == "tune" else []
    lines += [speed_row(10_000, "< 20 s"), speed_row(50_000, "< 300 s, < 2 GB")]
    return [*lines, "", *told[:misses]]


def repeats_row(marked: Marked, half: str) -> tuple[list[str], list[str]]:
    """Measure the pairs that one half's groups give; disputed ones count neither way."""
    found = pairs_of(find_repeats(marked.entries), marked.entries)
    judged = {pair for pair in found if marked.same(*pair) is not None}
    right = {pair for pair in judged if marked.same(*pair)}
    true = {
        pair for pair in combinations(range(len(marked.entries)), 2) if marked.same(*pair) is True
    }
    rows = [
        row(f"repeats, {half}: pair precision", "0.90", len(right), len(judged)),
        row(f"repeats, {half}: pair recall", "0.60", len(right), len(true)),
    ]
    wrong = [f"- joined: {_both(marked, pair)}" for pair in sorted(judged - right)]
    missed = [f"- not joined: {_both(marked, pair)}" for pair in sorted(true - right)]
    return rows, wrong + missed


def _both(marked: Marked, pair: Pair) -> str:
    return " <> ".join(marked.entries[position].text for position in pair)


def pairs_of(repeats: Iterable[Repeat], entries: Sequence[Entry]) -> set[Pair]:
    """Give the pairs of positions that stand in one group."""
    position = {entry.id: at for at, entry in enumerate(entries)}
    return {
        (min(pair), max(pair))
        for repeat in repeats
        for pair in combinations([position[entry.id] for entry in repeat.entries], 2)
    }


def gold_rows(gold: list[Entry]) -> list[str]:
    """Tell whether the two repeats between the gold pages are found, and what else is joined."""
    if not gold:
        return ["| repeats, gold pages | found | not measured: the pages are not here | |"]
    found = pairs_of(find_repeats(gold), gold)
    names = {frozenset(gold[position].id for position in pair) for pair in found}
    told = [
        f"| repeats, gold: {one} with {other} | found | "
        f"{'found' if {one, other} in names else 'missed'} | |"
        for one, other in GOLD_PAIRS
    ]
    return [*told, f"| repeats, gold: pairs joined | | {len(found)} | |"]


def similar_row(root: Path, name: str, entries: list[Entry]) -> tuple[str, list[str]]:
    """Measure recall among the first five answers to the questions `name`."""
    index, hits, missed = WordIndex.of(entries), 0, []
    items = load_items(root, name)
    for item in items:
        found = [one.entry.id for one in find_similar(item["question"], index, 5)]
        hit = any(answer in found for answer in item["answers"])
        hits += hit
        if not hit:
            missed.append(f"- {name}: {item['question']} → {item['answers']}, given {found}")
    return row(f"{name}: recall@5", "0.65", hits, len(items)), missed


def speed_row(size: int, asked: str) -> str:
    """Measure the processor's seconds and the peak memory of `find_repeats` over invented asks.

    Seconds of the processor, and not of the clock: what else the machine does is not counted.
    """
    entries = make_library(size)
    start = process_time()
    repeats = find_repeats(entries)
    seconds = process_time() - start
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1e6
    measured = f"{seconds:.0f} s of one core, peak {peak:.2f} GB"
    return f"| repeats of {size:,} | {asked} | {measured} | {len(repeats)} groups |"


def row(what: str, asked: str, right: int, total: int) -> str:
    """Give a line of the table."""
    return f"| {what} | {asked} | {right / total if total else 0:.2f} | {right}/{total} |"


def main() -> None:
    """Print the report."""
    parser = ArgumentParser()
    parser.add_argument("--misses", type=int, default=0)
    print("\n".join(report(Path(), parser.parse_args().misses)))


if __name__ == "__main__":
    main()
