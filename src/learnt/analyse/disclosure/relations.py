"""What public tables say of one another: parts and whole, one variable in two tables, sides, means."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from learnt.analyse.combined import NUMBERS, SIDES, TAGGED_NUMBERS
from learnt.analyse.disclosure.plain import SAME_DEATHS
from learnt.analyse.disclosure.ranges import range_of
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.disclosure.system import NO_LIMIT, Key, System
from learnt.analyse.disclosure.tables import is_average
from learnt.analyse.measures import Measure, measures, title_of
from learnt.records.finding import Tally


def relate(system: System, tallies: Sequence[Tally], rules: Settings) -> None:
    """Add to the system what the tables say of one another."""
    known = [one for one in tallies if one.measure in measures()]
    for family in _families(known):
        _parts(system, family, rules)
    _same_variables(system, known, rules)
    for one in known:
        measure = measures()[one.measure]
        if measure.derived == "sides":
            _sides(system, one, measure, known)
        elif measure.derived == "number":
            _numbers(system, one, measure, known)
        elif is_average(one):
            _average(system, one, measure, known)
    for inner, outer in rules.inside.items():
        _inside(system, inner, outer, known)


def _families(tallies: Sequence[Tally]) -> Iterator[list[Tally]]:
    found: dict[str, list[Tally]] = defaultdict(list)
    for one in tallies:
        if one.form in ("categories", "tags", "ordered", "years"):
            found[one.measure].append(one)
    yield from found.values()


def _parts(system: System, family: Sequence[Tally], rules: Settings) -> None:
    """Add that each group of the whole is the sum of its parts and of what they leave over."""
    whole = next((one for one in family if one.section == rules.whole), None)
    parts = [one for one in family if one.section in rules.parts]
    if whole is None or not parts:
        return
    left = _size_left(whole, parts)
    groups = {row.group for one in family for row in one.findings} - {rules.other}
    names = sorted(groups) if whole.form == "tags" else [*sorted(groups), "*"]
    if whole.form in ("ordered", "years"):
        names = [one.group for one in whole.findings] if _same_rows(whole, parts) else []
    for name in names:
        keys = [_row(system, one, name, names, rules) for one in (whole, *parts)]
        rest = system.hidden((whole.id, f"*left {name}"), left)
        system.equal({keys[0]: 1, rest: -1, **dict.fromkeys(keys[1:], -1)})


def _same_rows(whole: Tally, parts: Sequence[Tally]) -> bool:
    told = [one.group for one in whole.findings]
    return all([one.group for one in part.findings] in (told, []) for part in parts)


def _size_left(whole: Tally, parts: Sequence[Tally]) -> int:
    sizes = [one.total for one in (whole, *parts)]
    if any(size is None for size in sizes):
        return NO_LIMIT
    return max((sizes[0] or 0) - sum(size or 0 for size in sizes[1:]), 0)


def _row(system: System, tally: Tally, name: str, names: Sequence[str], rules: Settings) -> Key:
    """Give the quantity of a group of a table, printed or not.

    Groups that a table does not print are nobody, or stand in its row for other groups; of a table
    that is withheld whole nothing is known but its size.
    """
    key = (tally.id, name)
    if key in system.quantities:
        return key
    if not tally.findings:
        return system.hidden(key, tally.total if tally.total is not None else NO_LIMIT)
    other = (tally.id, rules.other)
    if other not in system.quantities or tally.form == "tags":
        return system.hidden(key, 0)
    printed = {one.group for one in tally.findings}
    inside = [(tally.id, one) for one in names if one not in printed]
    fresh = [one for one in inside if one not in system.quantities]
    for one in fresh:
        system.hidden(one)
    system.equal({other: 1, **dict.fromkeys(inside, -1)})
    return key


def _variables(tally: Tally, measure: Measure) -> Iterator[tuple[str, Key]]:
    """Give the variables of a table of tags or mentions, each with its row."""
    if (measure.form == "tags" and not measure.derived) or measure.derived == "mentions":
        for variable in measure.variables:
            yield variable, (tally.id, title_of(measure.table, variable))


def _same_variables(system: System, tallies: Sequence[Tally], rules: Settings) -> None:
    """Add that a variable has one number, in whichever tables of the same people it stands."""
    found: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for one in tallies:
        measure = measures()[one.measure]
        section = rules.whole if one.section == SAME_DEATHS else one.section
        for variable, key in _variables(one, measure):
            if key in system.quantities:
                found[section, measure.table, variable].append(key)
    for keys in found.values():
        for first, second in pairwise(keys):
            system.equal({first: 1, second: -1})


def _rows_by_variable(tallies: Sequence[Tally], table: str, section: str) -> dict[str, Key]:
    return {
        variable: key
        for one in tallies
        if one.section == section and measures()[one.measure].table == table
        for variable, key in _variables(one, measures()[one.measure])
        if measures()[one.measure].derived != "mentions"
    }


def _sides(system: System, tally: Tally, measure: Measure, tallies: Sequence[Tally]) -> None:
    """Add that either is the one and the other less both, and that each is in a table of its own too."""
    ours, theirs, either, both = ((tally.id, name) for name in SIDES)
    system.equal({either: 1, ours: -1, theirs: -1, both: 1})
    for side in (ours, theirs):
        system.between({side: 1, both: -1}, 0, NO_LIMIT)
    for key, table, variable in (
        (ours, "victims", measure.variables[0]),
        (theirs, "perpetrators", measure.variables[1]),
    ):
        alone = _rows_by_variable(tallies, table, tally.section).get(variable)
        if alone:
            sizes = {one.total for one in tallies if one.id in (tally.id, alone[0])}
            every = all(not one.not_recorded for one in tallies if one.id in (tally.id, alone[0]))
            same = len(sizes) == 1 and every
            system.between({alone: 1, key: -1}, 0, 0 if same else NO_LIMIT, assumed=same)


def _numbers(system: System, tally: Tally, measure: Measure, tallies: Sequence[Tally]) -> None:
    """Add that people with one mention, and those with several, make up the rows of mentions."""
    rows = _rows_by_variable(tallies, measure.table, tally.section)
    keys = [rows[name] for name in measure.variables if name in rows]
    if len(keys) != len(measure.variables) or not tally.findings:
        return
    names = TAGGED_NUMBERS if tally.findings[0].group in TAGGED_NUMBERS else NUMBERS
    sums = dict.fromkeys(keys, 1)
    people = [(tally.id, name) for name in names[1:]]
    one, more = ({key: 1} if key in system.quantities else {} for key in people)
    system.between({**sums, **dict.fromkeys(one, -1), **dict.fromkeys(more, -2)}, 0, NO_LIMIT)
    if not tally.not_recorded:
        most = {key: -len(keys) for key in more}
        system.between({**sums, **dict.fromkeys(one, -1), **most}, -NO_LIMIT, 0)


def _inside(system: System, inner: str, outer: str, tallies: Sequence[Tally]) -> None:
    """Add that no row of the inner table is larger than the row of the outer, and that several reach it."""
    for one, other in combinations(tallies, 2):
        pair = {one.measure: one, other.measure: other}
        if one.section != other.section or set(pair) != {inner, outer}:
            continue
        rows = [key for _, key in _variables(pair[inner], measures()[inner])]
        tops = [key for _, key in _variables(pair[outer], measures()[outer])]
        for top in tops:
            for row in rows:
                system.between({top: 1, row: -1}, 0, NO_LIMIT, assumed=True)
            if len(rows) > 1:
                sums = dict.fromkeys(rows, 1)
                system.between({**sums, top: -1}, 0, NO_LIMIT, assumed=True)


def _average(system: System, tally: Tally, measure: Measure, tallies: Sequence[Tally]) -> None:
    """Add what a mean says of the bands of the same people: the sum of their ages."""
    mean = next((one for one in tally.findings if one.group == "mean" and one.value), None)
    if mean is None or mean.value is None:
        return
    for bands in tallies:
        same = bands.section == tally.section and bands.measure in measure.related
        if not same or bands.form != "ordered" or not bands.findings:
            continue
        ranges = {(bands.id, one.group): range_of(one.group) for one in bands.findings}
        lows = {key: low for key, (low, _) in ranges.items()}
        highs = {key: high for key, (_, high) in ranges.items()}
        people, value = mean.numerator or 0, mean.value
        if people == (bands.total or 0) - (bands.not_recorded or 0):
            system.between(lows, 0, int((value + 0.5) * people), assumed=True)
            system.between(highs, int((value - 0.5) * people), NO_LIMIT, assumed=True)
