"""Broad kinds of relationship, and what they give back of finer groups and of tags.

Thirty deaths were by an intimate partner, and husbands, partners and former partners were 29: then one in "Other
groups" is an intimate partner, whoever. So finer groups are put together further until what is left of each kind is
nobody or enough. And of 59 deaths 53 were tagged as of partners and 5 as of families: then one was neither.
"""

from collections.abc import Iterator, Mapping, Sequence

from learnt.analyse.disclosure.outcomes import Cell, Outcome
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.disclosure.tables import counts_of
from learnt.analyse.measures import in_group, title_of
from learnt.analyse.outcomes import BOTH, FAMILY, PARTNER
from learnt.records.finding import Tally

VALUES = {
    "relationship_to_victim": "relationship_of_perpetrator",
    "relationship_to_perpetrator": "relationship_of_victim",
}
"""The list of the register that knows of each value of a measure what kind it is."""
LISTED = {PARTNER: "intimate-partner", FAMILY: "familial"}
TAGS = ("intimate_partner_violence", "familial_homicide")


def coarsen(tallies: Sequence[Tally], decided: dict[str, Outcome], rules: Settings) -> None:
    """Put finer groups together, in `decided`, in all tables of a measure alike, or withhold them."""
    for measure in rules.holders:
        mine = [one for one in tallies if one.measure == measure and _is_told(one, decided)]
        gone: set[str] = set()
        while more := next(_to_merge(mine, tallies, decided, gone, rules), ""):
            gone.add(more)
        if gone:
            found = {one.id: _without(decided[one.id], gone, rules) for one in mine}
            parts = [one.id for one in mine if one.section in rules.parts]
            if any(found[name].whole for name in parts):
                found |= dict.fromkeys(parts, Outcome(whole="apart"))
            decided.update(found)


def _is_told(one: Tally, decided: Mapping[str, Outcome]) -> bool:
    return one.id in decided and decided[one.id].whole is None


def _to_merge(
    mine: Sequence[Tally],
    tallies: Sequence[Tally],
    decided: Mapping[str, Outcome],
    gone: set[str],
    rules: Settings,
) -> Iterator[str]:
    """Give the smallest named group of a kind of which too few would be left without a name."""
    for one in mine:
        broad = f"{one.section}.{rules.holders[one.measure]}"
        outer = next((table for table in tallies if table.id == broad), None)
        if outer is None or not _is_told(outer, decided):
            continue
        sizes = _sizes(outer, decided[broad])
        counts = counts_of(one)
        named = [cell.group for cell in _singles(decided[one.id]) if cell.group not in gone]
        for kind, listed in LISTED.items():
            ours = [group for group in named if in_group(VALUES[one.measure], listed, group)]
            if kind in sizes and ours:
                left = sizes[kind] + sizes.get(BOTH, 0) - sum(counts[group] for group in ours)
                if 0 < left < rules.small:
                    yield min(ours, key=lambda group: (counts[group], group))


def _sizes(outer: Tally, outcome: Outcome) -> dict[str, int]:
    counts = counts_of(outer)
    return {cell.group: counts[cell.group] for cell in _singles(outcome)}


def _singles(outcome: Outcome) -> list[Cell]:
    """Give the rows that are told of one group under its own name."""
    return [one for one in outcome.cells if one.members == (one.group,) and not one.mark]


def _without(outcome: Outcome, gone: set[str], rules: Settings) -> Outcome:
    """Give the decision with the groups `gone` among the others; withheld where none keeps its name."""
    if not outcome.complete():
        return outcome
    kept = [one for one in outcome.cells if one.group not in gone and one.group != rules.other]
    if not kept:
        return Outcome(whole="plain")
    rest = tuple(name for one in outcome.cells if one not in kept for name in one.members)
    if not rest:
        return outcome
    return Outcome(cells=(*kept, Cell(group=rules.other, members=rest)))


def keep_tags(tallies: Sequence[Tally], decided: dict[str, Outcome], rules: Settings) -> None:
    """Withhold, in `decided`, the smaller of the two tags where too few deaths would have none of them."""
    names = [title_of("incidents", variable) for variable in TAGS]
    for one in tallies:
        rows = {row.group: row for row in one.findings if row.group in names}
        if one.form != "tags" or len(rows) < len(names) or not _is_told(one, decided):
            continue
        bases = {row.denominator for row in rows.values()}
        counts = {name: row.numerator or 0 for name, row in rows.items()}
        left = (rows[names[0]].denominator or 0) - sum(counts.values())
        if len(bases) == 1 and 0 < left < rules.small:
            smaller = min(names, key=lambda name: (counts[name], name))
            decided[one.id] = Outcome(
                cells=tuple(_linked(cell, smaller) for cell in decided[one.id].cells)
            )


def _linked(cell: Cell, group: str) -> Cell:
    if cell.group != group or cell.mark:
        return cell
    return Cell(group=cell.group, members=cell.members, mark="linked")
