"""Cross tables: told only where no inner cell is small, after groups of either side were merged."""

from collections import defaultdict
from collections.abc import Mapping

from learnt.analyse.disclosure.outcomes import Cell, Outcome
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.disclosure.tables import counts_of
from learnt.records.finding import Tally

CROSS = Outcome(whole="cross")
SIGN = " × "


def protect_cross(tally: Tally, decided: Mapping[str, Outcome], rules: Settings) -> Outcome:
    """Give the public rows of a cross table: the merged groups of its two variables, or nothing.

    Each side is merged as the variable's own table in the same section is, so that the two tables
    never cut across one another; where that table is not told in full, this one is not told.
    """
    sides = tally.measure.split(SIGN)
    maps = [_mapping(decided.get(f"{tally.section}.{side}")) for side in sides]
    if len(sides) != 2 or None in maps:
        return CROSS
    members: dict[str, list[str]] = defaultdict(list)
    for group in counts_of(tally):
        names = [
            (mapping or {}).get(one, one)
            for one, mapping in zip(group.split(SIGN), maps, strict=True)
        ]
        members[SIGN.join(names)].append(group)
    counts = counts_of(tally)
    sizes = {name: sum(counts[one] for one in inside) for name, inside in members.items()}
    if min(sizes.values(), default=0) < rules.small or not _full(sizes):
        return CROSS
    return Outcome(
        cells=tuple(Cell(group=name, members=tuple(one)) for name, one in members.items())
    )


def _mapping(outcome: Outcome | None) -> dict[str, str] | None:
    if outcome is None or not outcome.complete():
        return None
    return {one: cell.group for cell in outcome.cells for one in cell.members}


def _full(sizes: Mapping[str, int]) -> bool:
    """Whether every row meets every column: a cell that is not there is nobody, which is small."""
    pairs = [name.split(SIGN) for name in sizes]
    rows, columns = {one[0] for one in pairs}, {one[1] for one in pairs}
    return len(rows) > 1 and len(columns) > 1 and len(sizes) == len(rows) * len(columns)
