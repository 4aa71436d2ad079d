"""SMART: the four criteria on marked recommendations, and beside two coders of published ones."""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from learnt.theme.smart import assess

CRITERIA = ("owner", "action", "measure", "time")
SETS = ("tune", "held", "fresh", "last")
"""Two halves tuned on; `fresh`, first scored unseen and then tuned on; `last`, never seen."""
ROOT = Path(__file__).resolve().parents[2]
Item = dict[str, Any]
Counts = Counter[tuple[str, bool, bool]]
"""How often a criterion was (marked, found)."""


def count(items: Iterable[Item], misses: list[str]) -> Counts:
    """Assess each item, and note what was judged otherwise."""
    counts: Counts = Counter()
    for item in items:
        smart = assess(item["text"], item["addressees"])
        for name in CRITERIA:
            if item.get(name) is None:
                continue
            found = getattr(smart, name)
            counts[name, item[name], found.met] += 1
            if found.met != item[name]:
                misses.append(f"{item['id']} {name}: marked {item[name]}; found {found.why}")
    return counts


def f1(counts: Counts, name: str) -> float:
    """Give the harmonic mean of precision and recall."""
    right = counts[name, True, True]
    wrong = counts[name, True, False] + counts[name, False, True]
    return 2 * right / (2 * right + wrong) if right else 0.0


def marked(root: Path, half: str) -> list[Item]:
    """Give the marked recommendations of a set: one of `SETS`."""
    path = root / "benchmarks" / "marked" / f"smart-{half}.toml"
    items: list[Item] = tomllib.loads(path.read_text("utf-8"))["item"]
    return items


def coded(root: Path) -> list[Item]:
    """Give the published recommendations on whose criteria both coders agreed, if they are here."""
    found: list[Item] = []
    for path in sorted((root.parent / "shared" / "data" / "gold").glob("*.json")):
        for entry in json.loads(path.read_text("utf-8"))["recommendations"]:
            item: Item = {"id": f"{path.stem} {entry['ref']}", "text": entry["text"]}
            item["addressees"] = entry["addressees"]
            for name in CRITERIA:
                first, second = entry["smart"][name]
                item[name] = first if first == second else None
            found.append(item)
    return found


def report(root: Path, misses: int) -> list[str]:
    """Give the table of the measure; misses are shown for the half that rules may be tuned on."""
    lines = ["| set | criterion | asked F1 | F1 | met: right, missed | not met: right, false |"]
    lines += ["| --- | --- | --- | --- | --- | --- |"]
    shown: list[str] = []
    sets = [(name, marked(root, name)) for name in SETS]
    sets.append(("two coders", coded(root)))
    for title, items in sets:
        wrong: list[str] = []
        counts = count(items, wrong)
        shown += wrong if title == "tune" else []
        asked = "" if title == "two coders" else "0.90"
        for name in CRITERIA if items else ():
            score = f"{f1(counts, name):.3f}"
            yes = f"{counts[name, True, True]}, {counts[name, True, False]}"
            no = f"{counts[name, False, False]}, {counts[name, False, True]}"
            lines.append(f"| {title} | {name} | {asked} | {score} | {yes} | {no} |")
    return lines + [""] + [f"- {line}" for line in shown[:misses]]


if __name__ == "__main__":
    print("\n".join(report(ROOT, int(sys.argv[1]) if len(sys.argv) > 1 else 5)))
