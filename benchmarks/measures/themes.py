"""Themes: micro-F1 and main theme against two coders, on marked sets and published pages.

A theme that only one of two coders gave counts neither way. What was read while the cues were
written, and what was not, is told in docs/decisions/0008-themes-by-what-is-asked.md.
"""

import itertools
import json
import sys
import time
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from learnt.theme.codebook import own_codebook
from learnt.theme.coder import Coder
from learnt.theme.cues import CueFile, build, own_cues
from learnt.theme.rule_coder import Rules, rule_coder

ROOT = Path(__file__).resolve().parents[2]
FIRST_CUES = Path(__file__).with_name("themes_first_cues.toml")
"""The cues as they were before any coded recommendation was read."""
PAGES = ("norfolk-2023", "norfolk-2025")
MANY = 10_000


@dataclass(frozen=True)
class Item:
    """A recommendation with its themes: those that are sure, those that may be, the main ones."""

    id: str
    text: str
    addressees: tuple[str, ...]
    sure: frozenset[str]
    may: frozenset[str]
    main: frozenset[str]


@dataclass
class Score:
    """How many themes were right, wrong and missed, and how many main themes right."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    main: int = 0
    items: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The micro-averaged F1."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    @property
    def main_share(self) -> float:
        """The share of main themes that are right."""
        return self.main / max(1, self.items)


def marked(root: Path, half: str) -> list[Item]:
    """Give the marked recommendations of a half, `tune` or `held`."""
    path = root / "benchmarks" / "marked" / f"themes-{half}.toml"
    return [
        _item(one["id"], one, one["themes"], one["may"], one["main"])
        for one in tomllib.loads(path.read_text("utf-8"))["item"]
    ]


def page(root: Path, name: str) -> list[Item]:
    """Give the recommendations of a published page with both coders' themes; none if not here."""
    path = root.parent / "shared" / "data" / "gold" / f"{name}.json"
    if not path.exists():
        return []
    return [
        _item(
            f"{name} {one['ref']}", one, *(one["themes"][key] for key in ("both", "either", "main"))
        )
        for one in json.loads(path.read_text("utf-8"))["recommendations"]
    ]


def _item(
    ident: str, one: dict[str, str], sure: list[str], may: list[str], main: list[str]
) -> Item:
    named = frozenset(sure), frozenset(may) - frozenset(sure), frozenset(main)
    return Item(ident, one["text"], tuple(one["addressees"]), *named)


def score(coder: Coder, items: Iterable[Item]) -> Score:
    """Code the items and count."""
    total = Score()
    for item in items:
        codings = coder.code(item.text, addressees=item.addressees)
        found = set(codings.ids)
        wrong, missed = found - item.sure - item.may, item.sure - found
        total.right += len(found & item.sure)
        total.wrong += len(wrong)
        total.missed += len(missed)
        total.main += codings.main in item.main
        total.items += 1
        if wrong or missed or codings.main not in item.main:
            told = f"main {codings.main}, not {' or '.join(sorted(item.main))}; "
            total.misses.append(
                f"{item.id}: {'' if codings.main in item.main else told}"
                f"wrongly {sorted(wrong)}; missed {sorted(missed)}"
            )
    return total


def fitted_first_cues(name: str, items: Sequence[Item]) -> Rules:
    """Give the coder of the first cues as tuned on the page `name` alone.

    To the first cues come those that were added on reading the page, if they are kept apart, and
    the weights that fit its `items` best, out of a small grid.
    """
    first = msgspec.toml.decode(FIRST_CUES.read_bytes(), type=CueFile)
    tuned = tuple(one for one in own_cues().tuned if one.seen == name)
    axes = {theme.id: theme.axis for theme in own_codebook().theme}
    found: list[tuple[float, Rules]] = []
    grid = itertools.product((0.55, 0.6, 0.65, 0.7), (0.65, 0.72, 0.8), (0.6, 0.7, 0.75))
    for enough, fair, complement in grid:
        parts = own_cues().weights.parts | {"complement": complement}
        changed = {"enough": enough, "fair": fair, "parts": parts}
        weights = msgspec.structs.replace(own_cues().weights, **changed)
        data = msgspec.structs.replace(first, weights=weights, tuned=tuned)
        coder = Rules(own_codebook(), build(data, axes))
        on_it = score(coder, items)
        found.append((on_it.f1 + on_it.main_share / 2, coder))
    return max(found, key=lambda pair: pair[0])[1]


def seconds_for(items: Sequence[Item], number: int = MANY) -> float:
    """Give the processor time for coding `number` recommendations, those of `items` over and over."""
    coder = rule_coder()
    start = time.process_time()
    for item in itertools.islice(itertools.cycle(items), number):
        coder.code(item.text, addressees=item.addressees)
    return time.process_time() - start


def row(title: str, asked: str, found: Score) -> str:
    """Give a line of the table."""
    counts = f"{found.right} right, {found.wrong} wrong, {found.missed} missed"
    mains = f"{found.main} of {found.items}"
    return f"| {title} | {asked} | {found.f1:.3f}; {found.main_share:.3f} | {counts}; {mains} |"


def report(root: Path, misses: int) -> list[str]:
    """Give the table of the measure; misses are shown for the half that rules may be tuned on."""
    coder, asked = rule_coder(), "0.80; 0.75"
    lines = ["| themes: micro-F1; main theme | asked | measured | themes; main themes |"]
    lines += ["| --- | --- | --- | --- |"]
    tune = score(coder, marked(root, "tune"))
    lines += [row("marked, tuned on", "", tune)]
    lines += [row("marked, held", asked, score(coder, marked(root, "held")))]
    pages = {name: page(root, name) for name in PAGES}
    if all(pages.values()):
        for name in PAGES:
            without = score(rule_coder(without=[name]), pages[name])
            lines += [row(f"{name}, what was learnt from it left out", asked, without)]
        for name, other in (PAGES, PAGES[::-1]):
            found = score(fitted_first_cues(other, pages[other]), pages[name])
            lines += [row(f"{name}, first cues tuned on {other}", "", found)]
        for name in PAGES:
            lines += [row(f"{name}, tuned on both", "", score(coder, pages[name]))]
    seconds = seconds_for(
        [item for items in (*pages.values(), marked(root, "tune")) for item in items]
    )
    lines += [f"| {MANY:,} recommendations, one core | < 20 s | {seconds:.1f} s | |"]
    if misses and tune.misses:
        lines += ["", *(f"- {miss}" for miss in tune.misses[:misses])]
    return lines


if __name__ == "__main__":
    print("\n".join(report(ROOT, int(sys.argv[1]) if len(sys.argv) > 1 else 0)))
