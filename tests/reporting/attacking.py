"""An attacker who has only the files of a public report, and counts back with integer programming.

Unknown are the numbers that are withheld. Known are those that are told, and what any outsider knows
of such tables: groups add up to those recorded, homicides and suicides to all, either side is the two
sides less both, parents hold those with children under 18, and a number called small is under five.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

Key = tuple[str, str]
SECTIONS = ("homicides", "suicides", "joint", "register-tags")
OPEN = ("area", "csp", "region", "death_type", "area_rate", "area_rate_a_year")
SINGLE = ("mean_age_of_victim", "mean_age_of_perpetrator", "minimum_term")
APART = ("Other groups",)
ADDED = (
    "place_of_death sub_type method sex_of_victim victim_ethnicity nationality age_of_victim tenure "
    "relationship_to_perpetrator sexual_orientation_of_victim victim_religion "
    "victim_vulnerability_number role sex_of_perpetrator perpetrator_ethnicity age_of_perpetrator "
    "relationship_to_victim court_verdict sexual_orientation_of_perpetrator "
    "perpetrator_vulnerability_number"
)
WITHIN = {
    "children_under_18": "parent",
    "victim_mental_health_kinds": "victim_mental_health",
    "perpetrator_mental_health_kinds": "perpetrator_mental_health",
}


def personal(table: str) -> bool:
    """Whether a table tells characteristics of people."""
    section, _, measure = table.partition(".")
    return section in SECTIONS and measure not in OPEN


@dataclass
class System:
    """Linear constraints on unknown whole numbers."""

    rows: list[tuple[dict[Key, int], float, float]] = field(default_factory=list)
    low: dict[Key, float] = field(default_factory=dict)
    high: dict[Key, float] = field(default_factory=dict)

    def name(self, key: Key, low: float = 0, high: float = 10_000) -> Key:
        """Give a number its bounds; called again, it narrows them."""
        self.low[key] = max(low, self.low.get(key, low))
        self.high[key] = min(high, self.high.get(key, high))
        return key

    def add(self, terms: dict[Key, int], low: float, high: float) -> None:
        """Add a constraint."""
        self.rows.append((terms, low, high))

    def ranges(self, wanted: set[Key]) -> dict[Key, tuple[int, int]]:
        """Give the least and most that each number can be."""
        found: dict[Key, tuple[int, int]] = {}
        for keys in self._parts():
            asked = [one for one in keys if one in wanted]
            if asked:
                found |= self._solve(keys, asked)
        return found

    def _parts(self) -> list[list[Key]]:
        """Give the numbers in sets that no constraint joins; a number that is known joins nothing."""
        parent = {key: key for key in self.low}

        def root(key: Key) -> Key:
            while parent[key] != key:
                key = parent[key]
            return key

        for terms, _, _ in self.rows:
            free = [key for key in terms if self.low[key] != self.high[key]]
            for key in free[1:]:
                parent[root(key)] = root(free[0])
        parts: dict[Key, list[Key]] = defaultdict(list)
        for key in self.low:
            parts[root(key)].append(key)
        return list(parts.values())

    def _solve(self, keys: list[Key], asked: list[Key]) -> dict[Key, tuple[int, int]]:
        place = {key: number for number, key in enumerate(keys)}
        matrix, lows, highs = [], [], []
        for terms, low, high in self.rows:
            fixed = sum(many * self.low[key] for key, many in terms.items() if key not in place)
            if any(key in place for key in terms):
                row = np.zeros(len(keys))
                for key, many in terms.items():
                    if key in place:
                        row[place[key]] = many
                matrix.append(row)
                lows.append(low - fixed)
                highs.append(high - fixed)
        constraints = [LinearConstraint(np.array(matrix), lows, highs)] if matrix else []
        bounds = Bounds(
            np.array([self.low[key] for key in keys]), np.array([self.high[key] for key in keys])
        )
        return {
            key: (
                self._end(place[key], len(keys), 1, constraints, bounds),
                self._end(place[key], len(keys), -1, constraints, bounds),
            )
            for key in asked
        }

    @staticmethod
    def _end(
        place: int, many: int, way: int, constraints: list[LinearConstraint], bounds: Bounds
    ) -> int:
        aim = np.zeros(many)
        aim[place] = way
        done = milp(
            aim, constraints=constraints, integrality=np.ones(many, dtype=np.int64), bounds=bounds
        )
        assert done.success, "what is told contradicts itself"
        return round(way * float(done.fun))


def attack(findings: list[dict[str, Any]]) -> dict[Key, tuple[int, int]]:
    """Give the bounds of each withheld number, from the findings as published."""
    tables: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for row in findings:
        tables[row["table"]][row["group"]] = row
    system, withheld = System(), set()
    sizes = _sizes(tables)
    for table, rows in tables.items():
        if not personal(table) or table.split(".")[1] in SINGLE or "" in rows:
            continue
        withheld |= _one_table(system, table, rows, sizes)
    _between_sections(system, tables, sizes)
    _within(system, tables)
    return system.ranges(withheld)


def _sizes(tables: dict[str, dict[str, dict[str, Any]]]) -> dict[str, int]:
    """Give how many deaths each section has, as the tables by year tell, and how many people."""
    counted = {group: row["numerator"] for group, row in tables["reviews.counted"].items()}
    names = {
        "joint.incidents": "deaths",
        "joint.victims": "people who died",
        "joint.perpetrators": "people who abused or killed",
    }
    found = {key: counted[name] for key, name in names.items() if counted.get(name) is not None}
    for section in ("homicides", "suicides"):
        years = [row["numerator"] for row in tables.get(f"trend.{section}", {}).values()]
        if years and None not in years:
            found[f"{section}.incidents"] = sum(years)
    return found


def _side(measure: str, unit_of: str) -> str:
    return "victims" if "died" in unit_of and "abused" not in unit_of else "perpetrators"


def _one_table(
    system: System, table: str, rows: dict[str, dict[str, Any]], sizes: dict[str, int]
) -> set[Key]:
    section, measure = table.split(".")
    withheld = set()
    of = next(iter(rows.values()))["of"]
    side = "incidents" if of.startswith("deaths") else _side(measure, of)
    size = sizes.get(f"{section}.{side}")
    for group, row in rows.items():
        key, base, gone = (table, group), (table, f"{group} base"), (table, f"{group} missing")
        told = row["numerator"]
        if told is not None:
            system.name(key, told, told)
        else:
            system.name(key, 0, 4 if row["withheld"] == "small" else 10_000)
            withheld.add(key)
        if measure in ADDED.split():
            base, gone = (table, "base"), (table, "missing")
        for name, number in ((base, row["denominator"]), (gone, row["not_recorded"])):
            system.name(name, *((number, number) if number is not None else (0, 10_000)))
        system.add({key: -1, base: 1}, 0, np.inf)
        if size is not None:
            system.add({base: 1, gone: 1}, size, size)
    if measure in ADDED.split():
        terms = {(table, group): 1 for group in rows} | {(table, "base"): -1}
        system.add(terms, 0, 0)
    if "either" in rows:
        first, second, either, both = ((table, group) for group in rows)
        system.add({first: 1, second: 1, either: -1, both: -1}, 0, 0)
        system.add({first: 1, both: -1}, 0, np.inf)
        system.add({second: 1, both: -1}, 0, np.inf)
    return withheld


def _between_sections(
    system: System, tables: dict[str, dict[str, dict[str, Any]]], sizes: dict[str, int]
) -> None:
    """Homicides and suicides make all deaths, where every death is one of the two."""
    parts = [sizes.get(f"{section}.incidents") for section in ("homicides", "suicides")]
    whole = sizes.get("joint.incidents")
    complete = None not in parts and sum(one or 0 for one in parts) == whole
    for table, rows in tables.items():
        section, _, measure = table.partition(".")
        if section != "joint" or not personal(table) or measure in SINGLE:
            continue
        for group in rows:
            keys = [(f"{part}.{measure}", group) for part in ("homicides", "suicides")]
            there = [key for key in keys if key in system.low]
            if group in APART or (table, group) not in system.low or not there:
                continue
            terms = dict.fromkeys(there, -1) | {(table, group): 1}
            exact = complete and len(there) == 2
            system.add(terms, 0, 0 if exact else np.inf)


def _within(system: System, tables: dict[str, dict[str, dict[str, Any]]]) -> None:
    for section in SECTIONS:
        for inner, outer in WITHIN.items():
            whole = tables.get(f"{section}.{outer}", {})
            for group in tables.get(f"{section}.{inner}", {}):
                first = (f"{section}.{inner}", group)
                second = (f"{section}.{outer}", next(iter(whole), ""))
                if first in system.low and second in system.low:
                    holes = (f"{section}.{outer}", f"{second[1]} missing")
                    system.add({second: 1, holes: 1, first: -1}, 0, np.inf)
