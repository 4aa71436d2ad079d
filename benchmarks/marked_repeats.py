"""Reads the marked sets of `link`: repeats, and questions with their answers."""

import json
import tomllib
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from learnt.link import Entry
from learnt.records import Addressee

FOLDER = Path("benchmarks", "marked")
GOLD = ("norfolk-2023", "norfolk-2025")
GOLD_PAIRS = (("norfolk-2025:R12", "norfolk-2023:21"), ("norfolk-2025:R23", "norfolk-2023:17"))
"""The repeats between the two gold pages."""


@dataclass(frozen=True)
class Marked:
    """A library of entries, the group of each (empty: none), and which pairs coders may dispute."""

    entries: list[Entry]
    groups: list[str]
    nears: list[str]

    def same(self, first: int, second: int) -> bool | None:
        """Whether two entries ask the same; None where coders could differ."""
        if self.groups[first] and self.groups[first] == self.groups[second]:
            return True
        if self.nears[first] and self.nears[first] == self.nears[second]:
            return None
        return False

    @property
    def total(self) -> int:
        """How many pairs ask the same."""
        return sum(self.same(*pair) is True for pair in combinations(range(len(self.entries)), 2))


def load_items(root: Path, name: str) -> list[dict[str, Any]]:
    """Give the items of a marked set."""
    items: list[dict[str, Any]] = tomllib.loads((root / FOLDER / f"{name}.toml").read_text())[
        "item"
    ]
    return items


def load_repeats(root: Path, name: str) -> Marked:
    """Give the marked repeats `name`; each item is of a review of its own."""
    items = load_items(root, name)
    return Marked(
        [make_entry(item) for item in items],
        [item.get("group", "") for item in items],
        [item.get("near", "") for item in items],
    )


def make_entry(item: dict[str, Any]) -> Entry:
    """Give an item of an invented library as an entry."""
    return Entry(
        id=item["id"],
        text=item["text"],
        review=item["id"],
        year=item["year"],
        addressees=tuple(Addressee(printed=name) for name in item["addressees"]),
    )


def gold_entries(root: Path) -> list[Entry]:
    """Give the recommendations of the two gold pages, none where they are not there."""
    entries: list[Entry] = []
    for name in GOLD:
        path = root.resolve().parent / "shared" / "data" / "gold" / f"{name}.json"
        if not path.is_file():
            return []
        for item in json.loads(path.read_text())["recommendations"]:
            bodies = tuple(Addressee(printed=printed) for printed in item["addressees"])
            one = Entry(
                id=f"{name}:{item['ref']}",
                text=item["text"],
                review=name,
                area="Norfolk",
                year=int(name[-4:]),
                addressees=bodies,
            )
            entries.append(one)
    return entries


def gold_repeats(root: Path) -> Marked:
    """Give the two gold pages with their repeats as groups."""
    entries = gold_entries(root)
    group = {name: f"gold-{number}" for number, pair in enumerate(GOLD_PAIRS) for name in pair}
    return Marked(entries, [group.get(entry.id, "") for entry in entries], [""] * len(entries))
