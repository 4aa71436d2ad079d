"""Other registers that might lie behind the same public numbers: the strongest attacker there is.

Who knows all rules and reads everything that is told can still not tell one register from another whose
public numbers are the same, figure by figure. For a withheld row we change single people until its number is
another, and look whether anything public changes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec

from learnt.analyse import analyse
from learnt.analyse.disclosure.decide import decide
from learnt.analyse.disclosure.redact import public_analysis
from learnt.analyse.disclosure.settings import settings
from learnt.analyse.measures import Measure, measures, title_of
from learnt.records.case import Material, Value
from learnt.records.finding import Analysis, Tally

OTHER = "Other groups"
STEPS = 2
ENOUGH = 3

Told = tuple[Analysis, Analysis]
"""The internal and the public analysis of a register."""
Tell = Callable[[Material], Told]


@dataclass(frozen=True)
class Change:
    """One value of one variable that becomes another."""

    table: str
    variable: str
    old: Value
    new: Value


def by_closed_rules(material: Material) -> Told:
    """Give the analyses without the auditor, which could only withhold more."""
    found = analyse(material)
    decided = decide(found.tallies, (), settings())
    return found, public_analysis(found, decided, (), settings())


def possible(material: Material, tell: Tell) -> Iterator[tuple[str, str, set[int]]]:
    """Give each withheld row that single changes can reach, with the numbers found for it."""
    internal, public = tell(material)
    for table in public.tallies:
        known = measures().get(table.measure)
        for row in table.findings:
            changes = list(_changes(internal, table, row.group, known)) if row.withheld else []
            if changes:
                yield table.id, row.group, _numbers(material, (table.id, row.group), changes, tell)


def _changes(
    internal: Analysis, table: Tally, group: str, measure: Measure | None
) -> Iterator[Change]:
    if measure is None or measure.derived:
        return
    if table.form == "tags":
        for variable in measure.variables:
            if title_of(measure.table, variable) == group:
                yield Change(measure.table, variable, False, True)
                yield Change(measure.table, variable, True, False)
        return
    found = internal.tally(table.id)
    groups = [one.group for one in found.findings] if found else []
    for old in groups:
        for new in [*groups, "some other group"]:
            if old != new:
                yield Change(measure.table, measure.variables[0], old, new)


def _numbers(
    material: Material, name: tuple[str, str], changes: list[Change], tell: Tell
) -> set[int]:
    internal, public = tell(material)
    seen = {_count(internal, public, *name)}
    for change in changes:
        now = material
        for _ in range(STEPS):
            for other in _changed(now, change):
                found, told = tell(other)
                if told == public and _count(found, told, *name) not in seen:
                    now = other
                    seen.add(_count(found, told, *name))
                    break
            else:
                break
        if len(seen) >= ENOUGH:
            break
    return seen


def _changed(material: Material, change: Change) -> Iterator[Material]:
    rows = list(getattr(material.register, change.table))
    for at, row in enumerate(rows):
        value = row.values.get(change.variable)
        if value == change.old and type(value) is type(change.old):
            values = {**row.values, change.variable: change.new}
            new = [*rows[:at], msgspec.structs.replace(row, values=values), *rows[at + 1 :]]
            register = msgspec.structs.replace(material.register, **{change.table: tuple(new)})
            yield msgspec.structs.replace(material, register=register)


def _count(internal: Analysis, public: Analysis, table: str, group: str) -> int:
    found, told = internal.tally(table), public.tally(table)
    assert found is not None
    assert told is not None
    counts = {one.group: one.numerator or 0 for one in found.findings}
    if group != OTHER:
        return counts.get(group, 0)
    named = {one.group for one in told.findings}
    return sum(count for name, count in counts.items() if name not in named)
