"""An attacker who reads public tables as printed and keeps, for each row, the values that it may have.

Written apart from the auditor: no bounds and no solver, but sets of values, narrowed by one equation after
the other until nothing changes. It knows the marks, the totals and what the tables say of one another.
"""

from collections.abc import Iterable
from itertools import product

from learnt.records.finding import Analysis, Finding, Tally

Name = tuple[str, str]
Values = dict[Name, set[int]]
Sum = tuple[list[tuple[Name, int]], range]
"""Rows with their factors, and the values that the sum may have."""

PARTS = ("homicides", "suicides")


def attack(analysis: Analysis) -> Values:
    """Give the values that each withheld row of the analysis may have."""
    values: Values = {}
    sums: list[Sum] = []
    for table in analysis.tallies:
        if any(row.withheld for row in table.findings) or table.personal:
            read(table, values, sums)
    for table in analysis.tallies:
        if table.section == "joint" and table.form == "tags":
            parts(table, analysis, values, sums)
            same(table, analysis, values, sums)
    sides(values, sums)
    narrow(values, sums)
    return {
        (table.id, row.group): values[table.id, row.group]
        for table in analysis.tallies
        for row in table.findings
        if row.withheld
    }


def read(table: Tally, values: Values, sums: list[Sum]) -> None:
    most = (table.total or 0) - (table.not_recorded or 0)
    for row in table.findings:
        values[table.id, row.group] = set(possible(row, table, most))
    if table.form not in ("tags", "single") and table.findings:
        rows = [((table.id, row.group), 1) for row in table.findings]
        sums.append((rows, range(most, most + 1)))


def possible(row: Finding, table: Tally, most: int) -> Iterable[int]:
    """Every number that the row may be by what is printed in it: a share, an interval, a mark."""
    if row.numerator is not None:
        return [row.numerator]
    fits: Iterable[int] = range(most + 1)
    if row.share is not None:
        rounded = round(row.share.value, 2)
        fits = [one for one in fits if round(one / (row.denominator or most), 2) == rounded]
    if row.value is not None:
        fits = [one for one in fits if row.value in (one, round(100 * one / most))]
    if row.withheld == "small":
        return [one for one in fits if one < 5]
    if row.least is not None:
        fits = [one for one in fits if one >= row.least]
    return fits if table.form == "tags" else [one for one in fits if one >= 5]


def parts(table: Tally, analysis: Analysis, values: Values, sums: list[Sum]) -> None:
    """Add: all deaths are homicides, suicides and the rest."""
    found = [analysis.tally(f"{name}.{table.measure}") for name in PARTS]
    told = [one for one in found if one is not None and one.findings]
    sizes = [one.total for one in told]
    if not told or any(size is None for size in sizes):
        return
    left = (table.total or 0) - sum(size or 0 for size in sizes)
    for row in table.findings:
        names = [(one.id, row.group) for one in told if (one.id, row.group) in values]
        if len(names) == len(told):
            terms = [((table.id, row.group), 1), *((name, -1) for name in names)]
            sums.append((terms, range(left + 1)))


def same(table: Tally, analysis: Analysis, values: Values, sums: list[Sum]) -> None:
    """Add: a row of the same name, of the same people, in another table is the same number."""
    for other in analysis.tallies:
        if other.section not in ("joint", "register-tags") or other.id == table.id:
            continue
        if other.of != table.of or other.form == "cross":
            continue
        for row in table.findings:
            if (other.id, row.group) in values:
                sums.append(([((table.id, row.group), 1), ((other.id, row.group), -1)], range(1)))


def sides(values: Values, sums: list[Sum]) -> None:
    """Add: either side is the one and the other less both."""
    for name in ("alcohol", "drugs", "mental_health_of_both"):
        rows = [
            (f"joint.{name}", group)
            for group in (
                "either",
                "the person who died",
                "the person who abused or killed",
                "both",
            )
        ]
        if all(row in values for row in rows):
            sums.append((list(zip(rows, (1, -1, -1, 1), strict=True)), range(1)))


def narrow(values: Values, sums: list[Sum]) -> None:
    """Take away values that no others can make up for, until none goes any more."""
    changed = True
    while changed:
        changed = False
        for terms, wanted in sums:
            for at, (name, factor) in enumerate(terms):
                others = reach(terms[:at] + terms[at + 1 :], values)
                kept = {
                    one
                    for one in values[name]
                    if any(total - factor * one in others for total in wanted)
                }
                changed |= kept != values[name]
                values[name] = kept


def reach(terms: list[tuple[Name, int]], values: Values) -> set[int]:
    """Give every value that a sum of rows may have."""
    found = {0}
    for name, factor in terms:
        found = {before + factor * one for before, one in product(found, values[name])}
    return found
