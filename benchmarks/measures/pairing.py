"""Finding the documents that belong to one review among documents of many."""

import random
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

from benchmarks.accuracy import read
from benchmarks.corpus import ROOT
from benchmarks.show import cell
from benchmarks.tally import Miss, Result
from learnt.fictional import bodies, facts
from learnt.records import Document

FORMATS = ("md", "docx")
"""Quick to write and to read; what a file's format does to pairing is seen in the bench itself."""
SEVERAL = ("several-documents", "welsh-summary")
"""Layouts of several documents; the others mix single reports among them."""
ASKED = {"pair recall": 0.90, "pair precision": 0.95}
FOLDERS, MOST = 60, 9
"""Small folders that are drawn, and the most reviews in one beside two of several documents."""
AREAS = 6
KEPT = 0.85
"""Share of the documents that such a folder still holds: few are whole."""


def measure(true: Sequence[Sequence[Document]], found: Sequence[Sequence[Document]]) -> Result:
    """Score pairs of documents: `true` and `found` are groups of the same documents."""
    result = Result()
    expected, got = _pairs(true), _pairs(found)
    result.count("pair recall", len(expected & got), len(expected))
    result.count("pair precision", len(expected & got), len(got))
    names = {document.sha256: document.name for group in true for document in group}
    for pair in expected - got:
        result.misses.append(Miss("pair recall", _named(pair, names), "kept apart"))
    for pair in got - expected:
        result.misses.append(Miss("pair precision", "not of one review", _named(pair, names)))
    return result


def _pairs(groups: Iterable[Sequence[Document]]) -> set[frozenset[str]]:
    """Give the pairs of documents that stand in one group, by their hashes."""
    return {frozenset((a.sha256, b.sha256)) for group in groups for a, b in combinations(group, 2)}


def _named(pair: frozenset[str], names: dict[str, str]) -> str:
    return " + ".join(sorted(names.get(sha, sha) for sha in pair))


def thrown_together(reviews: Sequence[Sequence[Document]]) -> Result:
    """Score what is found of the reviews when all their documents lie in one folder."""
    from learnt.extract.grouping import group_documents

    mixed = sorted((d for group in reviews for d in group), key=lambda d: d.sha256)
    return measure(reviews, group_documents(mixed))


def small_folders(reviews: Sequence[list[Document]], seed: int) -> Result:
    """Score many small folders of a few reviews each, from which documents are missing."""
    dice, result = random.Random(seed), Result()
    several = [group for group in reviews if len(group) > 1]
    for _ in range(FOLDERS):
        drawn = [*dice.sample(reviews, dice.randint(2, MOST)), *dice.sample(several, 2)]
        chosen = {group[0].sha256: group for group in drawn}.values()
        kept = [[one for one in group if dice.random() < KEPT] for group in chosen]
        result.merge([thrown_together([group for group in kept if group])])
    return result


def write_reviews(folder: Path, form: str, seed: int, each: int) -> list[list[Document]]:
    """Write brief reviews of all layouts and read them; four times as many of several documents."""
    from learnt.fictional import generate
    from learnt.fictional.layouts import all_layouts

    read_back = []
    for place, (name, layout) in enumerate(all_layouts().items()):
        if form not in layout.formats:
            continue
        count = 4 * each if name in SEVERAL else each
        where = folder / form / name
        made = generate.write_reviews(count, 1000 * seed + place, where, [form], [name], "brief")
        read_back += [_read(one) for one in made]
    return read_back


def _read(folder: Path) -> list[Document]:
    return [read(path) for path in sorted(folder.iterdir()) if path.suffix != ".json"]


@contextmanager
def few_areas(count: int) -> Iterator[None]:
    """Let all reviews that are written come from so many areas, each with bodies of its own."""

    def area(dice: random.Random, welsh: bool = False) -> bodies.Area:
        return bodies.make_area(random.Random(f"area {dice.randrange(count)}"), welsh)

    def local(area: bodies.Area, _: random.Random) -> dict[str, bodies.Body]:
        return bodies.make_bodies(area, random.Random(area.county))

    with patch.object(facts, "make_area", area), patch.object(facts, "make_bodies", local):
        yield


def report(root: Path, misses: int) -> list[str]:
    """Give the table of the measure, over folders of many areas and of few."""
    del root  # nothing is read but what is written here
    lines = ["| folder | what | asked | measured |", "| --- | --- | --- | --- |"]
    shown: list[Miss] = []
    scratch = Path(tempfile.mkdtemp(prefix="learnt-pairing-"))
    try:
        for title, result in _results(scratch):
            shown += result.misses
            for name, asked in ASKED.items():
                lines.append(f"| {title} | {name} | {asked} | {cell(result.tallies.get(name))} |")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return [*lines, *(f"- {m.measure}: {m.expected}; {m.got}" for m in shown[:misses])]


def _results(scratch: Path) -> Iterator[tuple[str, Result]]:
    whole, small = Result(), Result()
    for form in FORMATS:
        reviews = write_reviews(scratch, form, seed=7, each=2)
        whole.merge([thrown_together(reviews)])
        small.merge([small_folders(reviews, seed=5)])
    yield "all reviews in one", whole
    yield f"{FOLDERS * len(FORMATS)} small ones, documents missing", small
    with few_areas(AREAS):
        reviews = write_reviews(scratch / "areas", FORMATS[0], seed=11, each=2)
    yield f"all reviews of {AREAS} areas", thrown_together(reviews)
    with few_areas(1):
        reviews = write_reviews(scratch / "area", FORMATS[0], seed=12, each=1)
    yield f"{FOLDERS} small ones of one area, documents missing", small_folders(reviews, seed=5)


if __name__ == "__main__":
    print("\n".join(report(ROOT, int(sys.argv[1]) if len(sys.argv) > 1 else 10)))
