"""Several true-or-false variables taken together: how many are so, which are mentioned, on which side."""

from collections.abc import Sequence

from learnt.analyse.cases import Case, truth
from learnt.analyse.counting import Frame, categories, mentions, tags
from learnt.analyse.measures import title_of
from learnt.analyse.rows import Row
from learnt.records.finding import Tally

NUMBERS = ("none", "one", "more than one")
TAGGED_NUMBERS = ("none tagged", "one tagged", "more than one tagged")
SIDES = ("the person who died", "the person who abused or killed", "either", "both")


def by_number(frame: Frame, rows: Sequence[Row]) -> Tally:
    """Count people by how many of the measure's variables are so; only where all are recorded."""
    tagged = any(row.case.tagged for row in rows)
    names = TAGGED_NUMBERS if tagged else NUMBERS
    cases: list[tuple[str, str | None]] = []
    for row in rows:
        found = [truth(row.values, name) for name in frame.measure.variables]
        many = sum(value is True for value in found)
        cases.append((row.id, None if None in found else names[min(many, 2)]))
    return categories(frame, cases, names, closed=True)


def by_mentions(frame: Frame, rows: Sequence[Row]) -> Tally:
    """Count mentions: a person as often as a variable is so of them."""
    table, variables = frame.measure.table, frame.measure.variables
    found, silent = [], 0
    for row in rows:
        known = {name: truth(row.values, name) for name in variables}
        silent += all(value is None for value in known.values())
        found.append((row.id, [title_of(table, name) for name, value in known.items() if value]))
    return mentions(frame, found, silent)


def by_sides(frame: Frame, rows: Sequence[Row]) -> Tally:
    """Count deaths by the side on which something is recorded; the first variable is the victim's."""
    ours, theirs = frame.measure.variables
    found: dict[str, list[tuple[str, bool | None]]] = {name: [] for name in SIDES}
    for row in rows:
        first, second = _either(row.case, ours, theirs)
        known = first is not None and second is not None
        values = (first, second, first or second, first and second)
        for name, value in zip(SIDES, values, strict=True):
            found[name].append((row.id, bool(value) if known else None))
    return tags(frame, found, len(rows), any(row.case.tagged for row in rows))


def _either(case: Case, ours: str, theirs: str) -> tuple[bool | None, bool | None]:
    died = [truth(person.values, ours) for person in case.victims]
    other = [truth(person.values, theirs) for person in case.perpetrators]
    return _any(died), _any(other)


def _any(values: list[bool | None]) -> bool | None:
    if True in values:
        return True
    return None if None in values or not values else False
