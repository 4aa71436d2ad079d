"""Counting: the open dataset against what was published of it, and the time a large library takes."""

import random
import sys
from pathlib import Path
from time import perf_counter

from learnt.analyse import analyse, own_comparators
from learnt.analyse.themes import themes
from learnt.records.case import AskEntry, Material, Register, ReviewEntry
from learnt.records.finding import Analysis, Selection
from learnt.records.review import Level
from learnt.register import read_register

REVIEWS, ASKS, BODIES, AREAS = 2_000, 50_000, 3_000, 100
LEVELS: tuple[Level, ...] = ("single-agency", "multi-agency", "national")
TYPES = ("police", "nhs-trust", "gp-practice", "housing", "marac")


def with_victims(register: Register) -> Register:
    """Give the incidents that have a victim's row, which is what the published figures are of."""
    kept = {one.incident for one in register.victims}
    return Register(
        incidents=tuple(one for one in register.incidents if one.id in kept),
        victims=register.victims,
        perpetrators=tuple(one for one in register.perpetrators if one.incident in kept),
    )


def published(found: Analysis) -> tuple[int, list[str]]:
    """Give how many published numbers of the dataset come out, and those that do not."""
    right, wrong = 0, []
    for row in own_comparators().rows:
        if row.kind != "dhrd" or not row.tally:
            continue
        table = found.tally(row.tally)
        groups = {one.group: one.numerator for one in table.findings} if table else {}
        if groups.get(row.group) == row.numerator:
            right += 1
        else:
            wrong.append(
                f"{row.tally}, {row.group}: {groups.get(row.group)}, published {row.numerator}"
            )
    return right, wrong


def large_library(seed: int) -> Material:
    """Give made-up reviews and recommendations, themes and bodies at random."""
    chance = random.Random(seed)
    names = list(themes())
    reviews = tuple(
        ReviewEntry(
            id=f"R{number}",
            csp=f"Area {number % AREAS}",
            year_of_death=2011 + number % 12,
            published=f"{2014 + number % 11}-05",
        )
        for number in range(REVIEWS)
    )
    asks = tuple(
        AskEntry(
            id=f"A{number}",
            review=f"R{chance.randrange(REVIEWS)}",
            themes=tuple(chance.sample(names, 2)),
            main_theme=chance.choice(names),
            agencies=(("", f"Body {chance.randrange(BODIES)}"),),
            agency_types=tuple(chance.sample(TYPES, 2)),
            level=chance.choice(LEVELS),
            smart={"owner": True, "action": False, "measure": False, "time": False},
            repeat=f"G{chance.randrange(ASKS // 5)}" if number % 3 == 0 else "",
        )
        for number in range(ASKS)
    )
    return Material(reviews=reviews, asks=asks)


def report(root: Path, misses: int) -> list[str]:
    """Give the table of the measure, and up to `misses` figures that do not come out."""
    lines = ["| counting | asked | measured | counts |", "| --- | --- | --- | --- |"]
    wrong: list[str] = []
    dataset = root.parent / "shared" / "data" / "dhrd"
    if dataset.is_dir():
        begun = perf_counter()
        register = read_register(dataset).register
        found = analyse(Material(register=register))
        took = perf_counter() - begun
        right, wrong = published(analyse(Material(register=with_victims(register))))
        lines += [
            f"| published figures of the open dataset that come out | all | {right} of"
            f" {right + len(wrong)} | {len(register.incidents)} incidents,"
            f" {len(register.victims)} with a victim's row |",
            f"| seconds to read and count it | < 60 with the report | {took:.1f} |"
            f" {len(found.tallies)} tables |",
        ]
    material = large_library(7)
    begun = perf_counter()
    tables = len(analyse(material, Selection(area="Area 5")).tallies)
    lines.append(
        f"| seconds to count an area beside the rest | < 120 with the report |"
        f" {perf_counter() - begun:.1f} | {REVIEWS:,} reviews, {ASKS:,} recommendations,"
        f" {tables} tables |"
    )
    return lines + [f"- {one}" for one in wrong[:misses]]


if __name__ == "__main__":
    ROOT = Path(__file__).resolve().parents[2]
    print("\n".join(report(ROOT, int(sys.argv[1]) if len(sys.argv) > 1 else 30)))
