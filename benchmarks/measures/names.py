"""Names: on marked sentences, how much of what must be hidden is found, and how much else is.

A marked span is found where every letter of it is covered; a finding is right where it touches a
marked span. Findings of the kind `public` count neither way. Each item is a document of its own.
"""

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from typing import Any

from learnt.deidentify.names import Name, find_names

ROOT = Path(__file__).resolve().parents[2]
HALVES = ("tune", "held", "fresh", "last")
BLIND = (
    "Of these sets `tune`, `fresh` and `last` were read by those who write rules. Before that, scored once: "
    "`fresh` recall 0.879, precision 0.900; `last`, after the rules had learnt from `fresh`, 0.937 and 0.862. "
    "That is what to expect of sentences nobody has seen."
)
ASKED = (0.95, 0.85)
"""Recall and precision that are asked for."""
KINDS = ("name", "code", "date", "contact", "place")


@dataclass(slots=True)
class Count:
    """What was found of what is marked, what was found beside it, and the misses in words."""

    found: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    traps: int = 0
    sprung: int = 0


def report(root: Path, misses: int) -> list[str]:
    """Give the table in Markdown, and up to `misses` misses of the half that rules may be made on."""
    lines = ["| names | asked | measured | counts |", "| --- | --- | --- | --- |"]
    shown: list[str] = []
    for half in HALVES:
        items = load_items(root / "benchmarks" / "marked" / f"names-{half}.toml")
        count = measure(items)
        lines += [*_totals(half, count), *_by_kind(half, count)]
        if half == "tune":
            shown = count.misses[:misses]
    lines.append(_speed(root))
    return [*lines, "", BLIND, "", *(f"- {miss}" for miss in shown)]


def load_items(path: Path) -> list[dict[str, Any]]:
    """Give the marked items of a file."""
    items: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))["item"]
    return items


def measure(items: list[dict[str, Any]]) -> Count:
    """Count over all `items`."""
    count = Count()
    for item in items:
        found = [name for name in find_names(item["text"]) if name.kind != "public"]
        score_item(item, found, count)
    return count


def score_item(item: dict[str, Any], found: list[Name], count: Count) -> None:
    """Add what was found in one item to `count`."""
    marked = [(*span_of(item["text"], span), span["kind"]) for span in item["spans"]]
    covered = {place for name in found for place in range(name.start, name.end)}
    for start, end, kind in marked:
        count.marked[kind] += 1
        if covered.issuperset(range(start, end)):
            count.found[kind] += 1
        else:
            count.misses.append(f"missed {kind} “{item['text'][start:end]}” in: {item['text']}")
    for name in found:
        count.given[name.kind] += 1
        if any(name.start < end and name.end > start for start, end, _ in marked):
            count.right[name.kind] += 1
        else:
            count.misses.append(f"false {name.kind} “{name.text}” ({name.rule}) in: {item['text']}")
    count.traps += not marked
    count.sprung += bool(found) and not marked


def span_of(text: str, span: dict[str, Any]) -> tuple[int, int]:
    """Give where a marked span stands in its text."""
    start = -1
    for _ in range(span.get("occurrence", 1)):
        start = text.index(span["text"], start + 1)
    return start, start + len(span["text"])


def _totals(half: str, count: Count) -> list[str]:
    recall = (count.found.total(), count.marked.total())
    precision = (count.right.total(), count.given.total())
    return [
        _line(f"{half}: recall", f"{ASKED[0]:.2f}", recall),
        _line(f"{half}: precision", f"{ASKED[1]:.2f}", precision),
        _line(f"{half}: traps left alone", "", (count.traps - count.sprung, count.traps)),
    ]


def _by_kind(half: str, count: Count) -> list[str]:
    lines = []
    for kind in KINDS:
        lines.append(_line(f"{half}: {kind}, recall", "", (count.found[kind], count.marked[kind])))
        lines.append(
            _line(f"{half}: {kind}, precision", "", (count.right[kind], count.given[kind]))
        )
    return lines


def _line(what: str, asked: str, part: tuple[int, int]) -> str:
    share = f"{part[0] / part[1]:.3f}" if part[1] else "none"
    return f"| {what} | {asked} | {share} | {part[0]} of {part[1]} |"


def _speed(root: Path, wanted: int = 10_000) -> str:
    """Time as many texts as 10,000 recommendations, each a document of its own."""
    texts = [
        item["text"] for item in load_items(root / "benchmarks" / "marked" / "names-tune.toml")
    ]
    began = process_time()
    for place in range(wanted):
        find_names(texts[place % len(texts)])
    taken = process_time() - began
    return (
        f"| {wanted:,} texts, one core | < 15 s | {taken:.1f} s | {wanted / taken:,.0f} a second |"
    )


if __name__ == "__main__":
    print("\n".join(report(ROOT, int(sys.argv[1]) if len(sys.argv) > 1 else 20)))
