"""Tables whose rows stand alone: tags and yes-or-no facts, each of its own recorded cases."""

from collections.abc import Sequence

from learnt.analyse.disclosure.outcomes import Cell, Outcome
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.disclosure.tables import recorded
from learnt.analyse.measures import measures
from learnt.records.finding import Finding, Tally, Withheld


def protect_rows(tally: Tally, rules: Settings) -> Outcome:
    """Give the public rows: each told where neither those counted nor the others recorded are few.

    A row of which nothing is recorded is left out: there is nobody in it to protect. Where every row is
    recorded of fewer than 10, the table is withheld whole, and with it how many are recorded.
    """
    sizes = [recorded(tally, one) for one in tally.findings]
    if max(sizes, default=0) < rules.least():
        return Outcome(whole="few")
    cells = tuple(
        Cell(group=one.group, members=(one.group,), mark=mark_of(tally, one, rules))
        for one in tally.findings
        if recorded(tally, one)
    )
    return Outcome(cells=cells)


def mark_of(tally: Tally, finding: Finding, rules: Settings) -> Withheld:
    """Give the mark of one row. Of fewer than 10 recorded none is told, nor whether it is small."""
    size, count = recorded(tally, finding), finding.numerator or 0
    if size < rules.least() or size - count < rules.small:
        return "linked"
    return "small" if count < rules.small else ""


def told_apart(group: str, whole: Tally, parts: Sequence[Tally], rules: Settings) -> bool:
    """Whether a row may be told for the whole and for each of its parts.

    What the parts leave over can be worked out, so it must be nobody, or a row that could be told as
    well. Where the measure is defined for some parts only (no court follows a suicide), nobody is left
    over by definition, which tells nothing.
    """
    sums = [_sums(tally, group) for tally in (whole, *parts)]
    size, count = sums[0]
    for part_size, part_count in sums[1:]:
        size, count = size - part_size, count - part_count
        if not _fine(part_size, part_count, rules):
            return False
    known = measures().get(whole.measure)
    by_definition = known is not None and not set(rules.parts) <= set(known.sections)
    return (count == 0 and (size == 0 or by_definition)) or _fine(size, count, rules)


def can_stand_alone(whole: Tally, parts: Sequence[Tally], rules: Settings) -> bool:
    """Whether enough cases are in none of the parts that one part told alone does not give the others back."""
    sizes = [one.total for one in (whole, *parts)]
    if len(parts) == 1 or None in sizes:
        return False
    return (sizes[0] or 0) - sum(size or 0 for size in sizes[1:]) >= rules.small


def _sums(tally: Tally, group: str) -> tuple[int, int]:
    found = next((one for one in tally.findings if one.group == group), None)
    return (0, 0) if found is None else (recorded(tally, found), found.numerator or 0)


def _fine(size: int, count: int, rules: Settings) -> bool:
    return min(count, size - count) >= rules.small
