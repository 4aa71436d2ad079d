"""Cross tables: told only where no inner cell is small, after groups of either side were merged."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from learnt.analyse.disclosure.outcomes import Cell, Outcome
from learnt.analyse.disclosure.ranges import name_of
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.disclosure.tables import counts_of
from learnt.analyse.measures import measures, title_of
from learnt.records.finding import Tally

CROSS = Outcome(whole="cross")
SIGN, BY = " × ", "_by_"
TWO = 2
"""The sides of a cross table, and the groups that a side has at least."""

Side = list[tuple[str, ...]]
"""The groups of a side in order, each as the groups of the internal table in it."""


def protect_cross(
    tally: Tally, tallies: Sequence[Tally], decided: Mapping[str, Outcome], rules: Settings
) -> Outcome:
    """Give the public rows of a cross table: the merged groups of its two variables, or nothing.

    Each side begins as the variable's own table is told, so that the two never cut across one another;
    where that is not told in full, the cross table is not. Then groups are merged, the smallest first,
    until no cell is small; bands merge with a neighbour, yes and no never.
    """
    names = _names(tally)
    tables = [_own_table(tally, name, tallies) for name in names]
    sides = [_start(tally, at, table, decided) for at, table in enumerate(tables)]
    if len(names) != TWO or any(side is None for side in sides):
        return CROSS
    counts = counts_of(tally)
    merge = [_merger(table) for table in tables]
    found = [side or [] for side in sides]
    while any(size < rules.small for size in _cells(found, counts).values()):
        if not _merge_once(found, merge, counts):
            return CROSS
    if min(map(len, found)) < TWO:
        return CROSS
    return Outcome(cells=tuple(_rows(found, tables, rules)))


def _names(tally: Tally) -> list[str]:
    return tally.measure.split(BY)


def _own_table(cross: Tally, name: str, tallies: Sequence[Tally]) -> Tally | None:
    """Give the table of one variable of the cross in the same section: its own, or that of its tag."""
    beside = [one for one in tallies if one.section == cross.section and one.id != cross.id]
    own = next((one for one in beside if one.measure == name and one.form != "tags"), None)
    if own is not None:
        return own
    for one in beside:
        known = measures().get(one.measure)
        if known and one.form == "tags" and name in (one.measure, *known.variables):
            return one
    return None


def _start(
    cross: Tally, at: int, table: Tally | None, decided: Mapping[str, Outcome]
) -> Side | None:
    """Give the groups that a side begins with; None where its own table does not allow any."""
    printed = list(dict.fromkeys(one.group.split(SIGN)[at] for one in cross.findings))
    if table is None:
        return None
    outcome = decided.get(table.id)
    if outcome is None:
        return [(one,) for one in printed]
    if table.form == "tags":
        return [(one,) for one in printed] if _tag_told(_names(cross)[at], table, outcome) else None
    if not outcome.complete():
        return None
    return [cell.members for cell in outcome.cells]


def _tag_told(name: str, table: Tally, outcome: Outcome) -> bool:
    known = measures()[table.measure]
    row = title_of(known.table, name if name in known.variables else known.variables[0])
    return any(cell.group == row and not cell.mark for cell in outcome.cells)


def _cells(sides: Sequence[Side], counts: Mapping[str, int]) -> dict[tuple[int, int], int]:
    found: dict[tuple[int, int], int] = {}
    for left, row in enumerate(sides[0]):
        for right, column in enumerate(sides[1]):
            names = (SIGN.join((one, other)) for one in row for other in column)
            found[left, right] = sum(counts.get(name, 0) for name in names)
    return found


Merger = Callable[[Side, list[int]], Side | None]


def _merger(table: Tally | None) -> Merger:
    if table is None or table.form == "tags":
        return lambda side, sizes: None
    return _merge_neighbours if table.form in ("ordered", "years") else _merge_smallest


def _merge_once(sides: list[Side], merge: Sequence[Merger], counts: Mapping[str, int]) -> bool:
    """Merge two groups of the side that has more groups; whether there was anything to merge."""
    cells = _cells(sides, counts)
    for at in sorted((0, 1), key=lambda one: -len(sides[one])):
        sizes = [
            sum(size for place, size in cells.items() if place[at] == number)
            for number in range(len(sides[at]))
        ]
        merged = merge[at](sides[at], sizes) if len(sides[at]) > TWO else None
        if merged is not None:
            sides[at] = merged
            return True
    return False


def _merge_smallest(side: Side, sizes: list[int]) -> Side:
    """Put the smallest group to those that are together already, else to the next smallest, at the end."""
    by_size = sorted(range(len(side)), key=lambda one: (sizes[one], -one))
    together = [at for at, one in enumerate(side) if len(one) > 1] or by_size[1:2]
    small = next(at for at in by_size if at not in together)
    kept = [one for at, one in enumerate(side) if at != small and at not in together]
    return [*kept, (*side[together[0]], *side[small])]


def _merge_neighbours(side: Side, sizes: list[int]) -> Side:
    """Put the two neighbours together that are the smallest as one."""
    at = min(range(len(side) - 1), key=lambda one: (sizes[one] + sizes[one + 1], one))
    return [*side[:at], (*side[at], *side[at + 1]), *side[at + 2 :]]


def _rows(sides: Sequence[Side], tables: Sequence[Tally | None], rules: Settings) -> Iterator[Cell]:
    titles: list[dict[tuple[str, ...], str]] = [defaultdict(str), defaultdict(str)]
    for at, (side, table) in enumerate(zip(sides, tables, strict=True)):
        for group in side:
            ordered = table is not None and table.form in ("ordered", "years")
            name = name_of(group) if ordered else rules.other
            titles[at][group] = group[0] if len(group) == 1 else name
    for row in sides[0]:
        for column in sides[1]:
            yield Cell(
                group=SIGN.join((titles[0][row], titles[1][column])),
                members=tuple(SIGN.join((one, other)) for one in row for other in column),
            )
