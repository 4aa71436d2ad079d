"""Disclosure control: what an attacker is left with, and what a national report loses."""

import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

from tests.analyse.disclosure.attacker import attack
from tests.analyse.disclosure.registers import analysis, register
from tests.analyse.disclosure.worlds import Told, possible

from learnt.analyse import analyse
from learnt.analyse.disclosure import Protected, audit, preview
from learnt.analyse.disclosure.relations import relate
from learnt.analyse.disclosure.settings import settings
from learnt.analyse.disclosure.solve import bounds
from learnt.analyse.disclosure.system import rows_of
from learnt.records.case import Material
from learnt.records.finding import Analysis
from learnt.register import read_register

REGISTERS, WORLDS = 200, 8
LABELLED = ("role",)
"""Groups that are not called as the register's values, which no change reaches."""


def attacked(seeds: range) -> tuple[Counter[str], list[str]]:
    """Attack random small registers in two ways; give the counts and what was narrowed."""
    count: Counter[str] = Counter()
    narrow = []
    for seed in seeds:
        public = preview(analysis(seed)).public
        system = rows_of(public, settings())
        relate(system, public.tallies, settings())
        exact = {name: high - low + 1 for name, (low, high) in bounds(system).items()}
        sets = {name: len(values) for name, values in attack(public).items()}
        for name, left in exact.items():
            count["rows"] += 1
            count["exact"] += left >= settings().possible_values
            count["sets"] += sets[name] >= settings().possible_values
            if min(left, sets[name]) < settings().possible_values:
                narrow.append(f"register {seed}: {name[0]}, {name[1]}: {left}, {sets[name]}")
        count["breaches"] += len(audit(public))
        count["small"] += sum(
            (one.numerator or 0) < settings().small
            for table in public.tallies
            for one in table.findings
            if table.personal and not one.withheld
        )
    return count, narrow


def other_worlds(seeds: range) -> tuple[int, int, list[str]]:
    """Give how many withheld rows were reached, and of how many three numbers fit what is told."""
    reached = open_ones = 0
    narrow = []
    for seed in seeds:
        for table, group, numbers in possible(register(seed), _tell):
            if not table.endswith(LABELLED):
                reached += 1
                open_ones += len(numbers) >= settings().possible_values
                if len(numbers) < settings().possible_values:
                    narrow.append(f"register {seed}: {table}, {group}: only {sorted(numbers)}")
    return reached, open_ones, narrow


def _tell(material: Material) -> Told:
    found = analyse(material)
    return found, preview(found).public


def lost(internal: Analysis, protected: Protected) -> Counter[str]:
    """Give how many rows on people there were, and what became of them."""
    count: Counter[str] = Counter()
    public = {one.id: one for one in protected.public.tallies}
    for before in internal.tallies:
        after = public[before.id]
        if not before.personal:
            continue
        apart = before.section in settings().parts
        where = "apart" if apart else "together"
        count[f"tables {where}"] += 1
        count[f"tables withheld {where}"] += bool(after.withheld)
        count[f"rows {where}"] += len(before.findings)
        count[f"rows told {where}"] += sum(not one.withheld for one in after.findings)
        count[f"rows withheld {where}"] += sum(bool(one.withheld) for one in after.findings)
    return count


def report(root: Path, misses: int = 0) -> list[str]:
    """Give a table in Markdown; `misses` rows that an attacker narrowed are listed below."""
    count, narrow = attacked(range(REGISTERS))
    reached, open_ones, fixed = other_worlds(range(WORLDS))
    lines = [
        "| what | asked | measured | of |",
        "| --- | --- | --- | --- |",
        f"| withheld rows of {REGISTERS} random registers of 5 to 40 deaths with 3 values or more, exact"
        f" bounds | all | {count['exact']} | {count['rows']} |",
        f"| the same, by an attacker of another method | all | {count['sets']} | {count['rows']} |",
        f"| numbers of people under {settings().small} told | 0 | {count['small']} | |",
        f"| rows of {WORLDS} registers for which other registers with the same public numbers show 3"
        f" values | all | {open_ones} | {reached} |",
    ]
    folder = root.parent / "shared" / "data" / "dhrd"
    if folder.is_dir():
        internal = analyse(Material(register=read_register(folder).register, source="DHRD"))
        start = perf_counter()
        found = lost(internal, protected := preview(internal))
        took = perf_counter() - start
        for where in ("together", "apart"):
            lines.append(
                f"| DHRD, tables on people, {where}: withheld whole | few |"
                f" {found[f'tables withheld {where}']} | {found[f'tables {where}']} |"
            )
            lines.append(
                f"| the same: rows told (merged ones once), and withheld | |"
                f" {found[f'rows told {where}']}, {found[f'rows withheld {where}']} |"
                f" {found[f'rows {where}']} |"
            )
        lines.append(f"| seconds to protect it | < 10 | {took:.1f} | |")
        lines.append(f"| its breaches | 0 | {len(audit(protected.public))} | |")
    return [*lines, *[f"- {one}" for one in (*narrow, *fixed)[:misses]]]


if __name__ == "__main__":
    sys.stdout.write("\n".join(report(Path(__file__).resolve().parents[2], 10)) + "\n")
