"""The same measure of homicides, of suicides and of both: the parts are told only where all is told.

The joint table is protected by itself. The parts may be coarser than it, never cut across it: each of
their rows is one or several of its rows, told in every part and in what the parts leave over. Where that
cannot be, one part may still be told alone, if enough deaths are of neither kind: whoever subtracts it
then has the other part and those deaths together, and can tell none of the two.
"""

import itertools
from collections.abc import Sequence

from learnt.analyse.disclosure.bands import cut, join, protect_bands
from learnt.analyse.disclosure.categories import name_groups, protect_categories, rows_of
from learnt.analyse.disclosure.outcomes import Cell, Outcome
from learnt.analyse.disclosure.rows import can_stand_alone, protect_rows, told_apart
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.disclosure.tables import counts_of
from learnt.records.finding import Tally

APART = Outcome(whole="apart")
ALONE = Outcome(whole="alone")
"""Another part is told, and this one not."""
TWO = 2


def protect_alone(tally: Tally, rules: Settings) -> Outcome:
    """Give the decision on a table that no other table counts in parts."""
    counts = counts_of(tally)
    if tally.form == "categories":
        return protect_categories(counts, tally.closed, rules)
    if tally.form in ("ordered", "years"):
        return protect_bands(list(counts), list(counts.values()), rules)
    return protect_rows(tally, rules)


def protect_parts(
    whole: Tally, joint: Outcome, parts: Sequence[Tally], rules: Settings
) -> tuple[Outcome, ...]:
    """Give the decisions on the parts of `whole`, whose own decision is `joint`."""
    if whole.form in ("tags", "single"):
        rows = [_rows_apart(whole, part, parts, rules) for part in parts]
        return tuple(ALONE if one == APART and rows != [APART] * len(rows) else one for one in rows)
    if not joint.complete():
        return tuple(APART for _ in parts)
    every = _groups_apart(whole, joint, parts, rules)
    if len(parts) < TWO or APART not in every or not can_stand_alone(whole, parts, rules):
        return every
    alone = [_groups_apart(whole, joint, [part], rules)[0] for part in parts]
    sizes = [len(one.cells) for one in alone]
    if not max(sizes):
        return every
    best = sizes.index(max(sizes))
    return tuple(one if at == best else ALONE for at, one in enumerate(alone))


def _groups_apart(
    whole: Tally, joint: Outcome, parts: Sequence[Tally], rules: Settings
) -> tuple[Outcome, ...]:
    """Give the decisions on `parts` beside the joint table, as if no other part were told."""
    collapsed = [_collapse(counts_of(tally), joint.cells) for tally in (whole, *parts)]
    left = _left_over(collapsed)
    if left is None or any(part.form != whole.form for part in parts):
        return tuple(APART for _ in parts)
    pieces = [*collapsed[1:], *([left] if any(left.values()) else [])]
    if whole.form == "categories":
        return _categories_apart(pieces, parts, joint, rules)
    return _bands_apart(pieces, parts, joint, rules)


def _collapse(counts: dict[str, int], cells: Sequence[Cell]) -> dict[str, int] | None:
    """Count a part by the rows of the joint table; None where it has a group that the joint has not."""
    found = {cell.group: sum(counts.get(one, 0) for one in cell.members) for cell in cells}
    return found if sum(found.values()) == sum(counts.values()) else None


def _left_over(collapsed: Sequence[dict[str, int] | None]) -> dict[str, int] | None:
    """Give what the parts leave over of the whole; None where they do not fit into it."""
    whole, *parts = collapsed
    if whole is None or any(part is None for part in parts):
        return None
    left = {
        group: count - sum((part or {})[group] for part in parts) for group, count in whole.items()
    }
    return None if any(count < 0 for count in left.values()) else left


def _categories_apart(
    pieces: Sequence[dict[str, int] | None],
    parts: Sequence[Tally],
    joint: Outcome,
    rules: Settings,
) -> tuple[Outcome, ...]:
    counts = [piece or {} for piece in pieces]
    named = name_groups(counts, rules)
    if named is None:
        return tuple(APART for _ in parts)
    members = {cell.group: cell.members for cell in joint.cells}
    return tuple(
        Outcome(cells=_spread(rows_of(piece, named, part.closed, rules), members))
        for piece, part in zip(counts, parts, strict=False)
    )


def _spread(cells: Sequence[Cell], members: dict[str, tuple[str, ...]]) -> tuple[Cell, ...]:
    """Give rows over rows of the joint table as rows over the groups of the internal tables."""
    return tuple(
        Cell(group=cell.group, members=tuple(one for row in cell.members for one in members[row]))
        for cell in cells
    )


def _bands_apart(
    pieces: Sequence[dict[str, int] | None],
    parts: Sequence[Tally],
    joint: Outcome,
    rules: Settings,
) -> tuple[Outcome, ...]:
    counts = [list((piece or {}).values()) for piece in pieces]
    cuts = cut(counts, list(range(1, len(joint.cells))), rules)
    if not cuts:
        return tuple(APART for _ in parts)
    ends = [0, *cuts, len(joint.cells)]
    cells = [
        join(tuple(one for cell in joint.cells[start:end] for one in cell.members), ())[0]
        for start, end in itertools.pairwise(ends)
    ]
    return tuple(Outcome(cells=tuple(cells)) for _ in parts)


def _rows_apart(whole: Tally, part: Tally, parts: Sequence[Tally], rules: Settings) -> Outcome:
    known = {one.group for one in whole.findings}
    alone = {cell.group: cell for cell in protect_rows(part, rules).cells}
    cells = []
    for finding in part.findings:
        if finding.group not in alone:
            continue
        cell = alone[finding.group]
        if finding.group in known and not _is_told(finding.group, whole, part, parts, rules):
            cell = Cell(group=cell.group, members=cell.members, mark="linked")
        cells.append(cell)
    if all(cell.mark for cell in cells):
        return APART
    return Outcome(cells=tuple(cells))


def _is_told(
    group: str, whole: Tally, part: Tally, parts: Sequence[Tally], rules: Settings
) -> bool:
    """Whether a row may be told of `part`: with every part, or of this one as the only one."""
    if told_apart(group, whole, parts, rules):
        return True
    if not can_stand_alone(whole, parts, rules):
        return False
    alone = (one for one in parts if told_apart(group, whole, [one], rules))
    return part is next(alone, None)
