"""Finer groups of which each stands in one group of another table: relationships and their broad kinds."""

from collections.abc import Sequence

from learnt.analyse.disclosure.outcomes import Outcome
from learnt.analyse.disclosure.settings import Settings
from learnt.records.finding import Tally


def keep_holders(tallies: Sequence[Tally], decided: dict[str, Outcome], rules: Settings) -> None:
    """Withhold, in `decided`, finer tables that would give back a withheld row of the broad one.

    Where the broad table has withheld rows, a finer one is told only with a row of merged groups, which
    leaves open where they stand; where the broad one is told in full, a finer one must be too.
    """
    for one in tallies:
        outer = decided.get(f"{one.section}.{rules.holders.get(one.measure, '')}")
        inner = decided.get(one.id)
        if outer is None or inner is None or inner.whole or outer.whole:
            continue
        if inner.complete() != outer.complete() and not _merged(inner, rules):
            decided[one.id] = Outcome(whole="plain")


def _merged(outcome: Outcome, rules: Settings) -> bool:
    return outcome.complete() and any(cell.group == rules.other for cell in outcome.cells)
