"""Merging of categories: the small ones go into "Other groups", which are not named in public.

A merged table has no withheld cell: what the attacker may learn is a sum of 5 or more over groups that
he cannot name. Where a single group is left beside fewer than 5 people, its size is withheld and the
rest is "fewer than 5": also where nobody is in the rest, so that a table never tells that all people are
in one group. Nobody in a group of a closed list counts as a small number as well.
"""

from collections.abc import Mapping, Sequence

from learnt.analyse.disclosure.outcomes import Cell, Outcome
from learnt.analyse.disclosure.settings import Settings

Counts = Mapping[str, int]


def protect_categories(counts: Counts, closed: bool, rules: Settings) -> Outcome:
    """Give the public rows of one table of categories. `closed`: every group of a list is given."""
    if sum(counts.values()) < rules.least():
        return Outcome(whole="few")
    named = name_groups([counts], rules)
    if named and not (closed and any(not count for count in counts.values())):
        return Outcome(cells=rows_of(counts, named, closed, rules))
    if named:
        return Outcome(whole="few")
    large = [group for group, count in counts.items() if count >= rules.small]
    rest = tuple(group for group in counts if group not in large)
    if len(large) != 1:
        return Outcome(whole="few")
    if closed and len(counts) == 2:
        second = Cell(group=rest[0], members=rest, mark="small")
    else:
        second = Cell(group=rules.other, members=rest, mark="small")
    first = Cell(group=large[0], members=(large[0],), mark="linked")
    return Outcome(cells=(first, second))


def name_groups(parts: Sequence[Counts], rules: Settings) -> tuple[str, ...] | None:
    """Give the groups that keep their names in every one of `parts`, so that no cell of any is small.

    A group is kept where it has nobody or enough people in each part; what the kept ones leave over must
    be nobody or enough people as well, else the smallest kept group joins it. None where some part would
    tell fewer than two groups.
    """
    groups = list(dict.fromkeys(group for counts in parts for group in counts))
    total = {group: sum(counts.get(group, 0) for counts in parts) for group in groups}
    kept = [
        group
        for group in groups
        if total[group] and all(_fine(counts.get(group, 0), rules) for counts in parts)
    ]
    kept.sort(key=lambda group: (-total[group], group))
    if any(total[group] for group in groups if group not in kept):
        kept = [group for group in kept if group.casefold() not in rules.others]
    while kept and not all(_fine(_rest(counts, kept), rules) for counts in parts):
        kept.pop()
    enough = bool(kept) and all(_cells(counts, kept) > 1 for counts in parts)
    return tuple(kept) if enough else None


def rows_of(
    counts: Counts, named: Sequence[str], closed: bool, rules: Settings
) -> tuple[Cell, ...]:
    """Give the rows of a table whose `named` groups are told and whose others are put together.

    By size; a closed list keeps its own order, which tells nothing.
    """
    told = [group for group in counts if group in named and counts[group]]
    if not closed:
        told.sort(key=lambda group: (-counts[group], group))
    rest = tuple(group for group, count in counts.items() if count and group not in named)
    cells = [Cell(group=group, members=(group,)) for group in told]
    if rest:
        cells.append(Cell(group=rules.other, members=rest))
    return tuple(cells)


def _fine(count: int, rules: Settings) -> bool:
    return count == 0 or count >= rules.small


def _rest(counts: Counts, kept: Sequence[str]) -> int:
    return sum(count for group, count in counts.items() if group not in kept)


def _cells(counts: Counts, kept: Sequence[str]) -> int:
    told = sum(1 for group in kept if counts.get(group, 0))
    return told + (1 if _rest(counts, kept) else 0)
