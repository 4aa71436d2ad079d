"""Everything that the files say of the people, as sums of whole numbers, and how far each number stays open.

The attacker knows the documents on disclosure control: the threshold, the marks and when they are set, how bands are
merged. Of the register he knows nothing, but that data is sound (a parent of children under 18 is a parent).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tests.analyse.disclosure.outsider.ages import know_ages
from tests.analyse.disclosure.outsider.cells import Row, Told, fitting
from tests.analyse.disclosure.outsider.common_sense import know_common_sense
from tests.analyse.disclosure.outsider.names import (
    AVERAGES,
    CATEGORIES,
    CROSSED,
    OF_HOMICIDES,
    OPEN,
    ORDERED,
    OTHERS,
    PARTS,
    SIGN,
    people_of,
    reach,
)
from tests.analyse.disclosure.outsider.unknowns import NO_LIMIT, Key, Unknowns

SMALL, LEAST = 5, 10
LEFT = "left"
ALL = (*PARTS, LEFT)
SECTIONS = ("joint", *PARTS, "register-tags")
Tables = Mapping[str, Told]
Asked = Mapping[str, Sequence[str]]
"""Rows that the report does not print, by table: what somebody asks of whom the names are known."""


def count_back(told: Tables, asked: Asked, enough: int) -> dict[Key, tuple[int, int]]:
    """Give the least and the greatest number of each row that is not told, printed or only asked for."""
    known = Unknowns()
    know_sizes(known, told)
    measures = dict.fromkeys(name.partition(".")[2] for name in (*told, *asked) if _personal(name))
    wanted: set[Key] = set()
    for measure in measures:
        wanted |= _know_measure(known, told, asked, measure)
    know_common_sense(known, told)
    return known.ranges(wanted, enough)


def _personal(name: str) -> bool:
    section, _, measure = name.partition(".")
    return section in SECTIONS and measure not in (*OPEN, *AVERAGES)


def know_sizes(known: Unknowns, told: Tables) -> None:
    """Add how many deaths and people there are, all together, of each kind, and of no told kind."""
    counted = told["reviews.counted"].rows
    names = {
        "incidents": "deaths",
        "victims": "people who died",
        "perpetrators": "people who abused or killed",
    }
    for people, name in names.items():
        number = counted[name].count if name in counted else None
        most = NO_LIMIT if number is None else number
        known.know(("size", "joint", people), number or 0, most)
        for part in ALL:
            known.know(("size", part, people), 0, most)
        known.equal(("size", "joint", people), [("size", part, people) for part in ALL])
    for name, table in told.items():
        section, _, measure = name.partition(".")
        if section in PARTS and table.total is not None and _personal(name):
            known.know(("size", section, people_of(measure)), table.total, table.total)
        if name in ("trend.homicides", "trend.suicides") and not table.whole:
            many = sum(row.count or 0 for row in table.rows.values()) + (table.missing or 0)
            known.know(("size", measure, "incidents"), many, many)


def _know_measure(known: Unknowns, told: Tables, asked: Asked, measure: str) -> set[Key]:
    names = [name for section in ("joint", *PARTS) if (name := f"{section}.{measure}") in told]
    names += [name for name in told if name == f"register-tags.{measure}"]
    apart = any(name.partition(".")[0] in PARTS and not told[name].whole for name in names)
    wanted: set[Key] = set()
    if measure in CROSSED:
        return _know_cross(known, told, asked, measure)
    for name in names:
        wanted |= _know_table(
            known, name, told[name], asked.get(name, ()), _atoms(told, asked, measure)
        )
    if apart and f"joint.{measure}" in told:
        _know_parts(known, told, names, _atoms(told, asked, measure), measure)
    if measure in ORDERED and f"joint.{measure}" in told:
        for section in ("joint", *PARTS):
            know_ages(known, told, section, measure)
    return wanted


def _atoms(told: Tables, asked: Asked, measure: str) -> list[str]:
    """Give the finest groups that any table of the measure, or anybody who asks, names."""
    every = [name for name in (*told, *asked) if name.partition(".")[2] == measure]
    groups = [row for name in every for row in told[name].rows if name in told]
    groups += [group for name in every for group in asked.get(name, ())]
    if measure not in ORDERED:
        return [one for one in dict.fromkeys(groups) if one not in OTHERS]
    ends = sorted({end for one in groups for end in (reach(one)[0], reach(one)[1] + 1)})
    return [f"{low}–{high - 1}" for low, high in pairwise(ends)]


def _know_table(
    known: Unknowns, name: str, table: Told, asked: Iterable[str], atoms: Sequence[str]
) -> set[Key]:
    section, _, measure = name.partition(".")
    place = "joint" if section == "register-tags" else section
    size = ("size", place, people_of(measure))
    if measure in CATEGORIES or measure in ORDERED:
        return _know_groups(known, name, table, asked, atoms, size)
    wanted: set[Key] = set()
    for group in dict.fromkeys((*table.rows, *asked)):
        key, base, gone = (name, group), (name, group, "base"), (name, group, "missing")
        known.equal(size, [base, gone])
        known.at_most([key], base)
        row = table.rows.get(group)
        if row is None:
            wanted.add(key)
            continue
        _know_row(known, row, (key, base, gone), int(known.high[size]))
        if row.count is None:
            wanted.add(key)
            if section not in PARTS:
                _know_mark(known, row, (key, base), single=len(table.rows) == 1)
        if table.missing is not None:
            alone = len(table.rows) == 1
            known.know(gone, table.missing, table.missing if alone else NO_LIMIT)
    return wanted


def _know_row(known: Unknowns, row: Row, keys: tuple[Key, Key, Key], most: int) -> None:
    for key, number in zip(keys, (row.count, row.of, row.missing), strict=True):
        if number is not None:
            known.know(key, number, number)
    if row.least is not None:
        known.know(keys[0], row.least, NO_LIMIT)
    if row.percent is not None and (row.count is None or row.of is None):
        pairs = list(fitting(row, most))
        for key, values in zip(keys, zip(*pairs, strict=True), strict=False):
            known.know(key, min(values), max(values))


def _know_mark(known: Unknowns, row: Row, keys: tuple[Key, Key], *, single: bool) -> None:
    """Add when a mark is set: "fewer than 5" of 10 or more; "not shown" of fewer, or where the others are few."""
    key, base = keys
    if row.mark == "small":
        known.know(key, 0, SMALL - 1)
        known.know(base, LEAST)
        known.between({base: 1, key: -1}, SMALL)
    elif single:
        known.know(base, LEAST)
        known.between({base: 1, key: -1}, 0, SMALL - 1)
    else:
        few = known.know((*key, "few"), 0, 1)
        known.between({base: 1, few: NO_LIMIT}, 0, LEAST - 1 + NO_LIMIT)
        known.between({base: 1, key: -1, few: -NO_LIMIT}, -NO_LIMIT, SMALL - 1)


def _know_groups(
    known: Unknowns,
    name: str,
    table: Told,
    asked: Iterable[str],
    atoms: Sequence[str],
    size: Key,
) -> set[Key]:
    """Add a table in which each case is once: rows are sums of the finest groups."""
    measure = name.partition(".")[2]
    base, gone = (name, "base"), (name, "missing")
    bands = measure in ORDERED
    single = [(name, atom) for atom in atoms] + ([] if bands else [(name, "*rest")])
    known.equal(base, single)
    if not measure.endswith("mentions"):
        known.equal(size, [base, gone])
        if table.missing is not None:
            known.know(gone, table.missing, table.missing)
    wanted: set[Key] = {(name, group) for group in asked if (name, group) in single}
    if bands:
        wanted |= {_band(known, name, group, atoms) for group in asked}
    left = [one for one in single if one[1] not in table.rows]
    for group, row in table.rows.items():
        key = _band(known, name, group, atoms) if bands else (name, group)
        if group in OTHERS:
            known.equal(key, left)
        _know_row(known, row, (key, base, gone), NO_LIMIT)
        if row.count is None:
            wanted.add(key)
            known.know(base, LEAST)
            known.know(key, *((0, SMALL - 1) if row.mark == "small" else (SMALL, NO_LIMIT)))
    if table.rows and not bands and not set(table.rows) & OTHERS:
        for one in left:
            known.know(one, 0, 0)
    return wanted


def _band(known: Unknowns, name: str, group: str, atoms: Sequence[str]) -> Key:
    low, high = reach(group)
    parts = [(name, one) for one in atoms if low <= reach(one)[0] and reach(one)[1] <= high]
    key = (name, f"{low}–{high}")
    if parts != [key]:
        known.equal(key, parts)
    return key


def _know_parts(
    known: Unknowns, told: Tables, names: Sequence[str], atoms: Sequence[str], measure: str
) -> None:
    """Add that all deaths are homicides, suicides, and what is neither or of no recorded kind."""
    left, size = f"{LEFT}.{measure}", ("size", LEFT, people_of(measure))
    grouped = measure in CATEGORIES or measure in ORDERED
    parts = [f"{part}.{measure}" for part in PARTS]
    if grouped:
        known.equal(size, [(left, "base"), (left, "missing")])
        every = [*atoms, *([] if measure in ORDERED else ["*rest"])]
        known.equal((left, "base"), [(left, one) for one in every])
        kinds = [*every, "base", "missing"]
        keys = [(one,) for one in kinds]
    else:
        keys = [(one, *more) for one in atoms for more in ((), ("base",), ("missing",))]
        for one in atoms:
            known.equal(size, [(left, one, "base"), (left, one, "missing")])
            known.at_most([(left, one)], (left, one, "base"))
    for part, name in zip(PARTS, parts, strict=True):
        if name not in names and measure in OF_HOMICIDES:
            for key in keys:
                known.know((name, *key))
        elif name not in names:  # not printed as a table at all: nothing of it is recorded there
            many = ("size", part, people_of(measure))
            for key in keys:
                missing = key[-1] == "missing"
                known.know((name, *key), 0, NO_LIMIT if missing else 0)
                if missing:
                    known.equal((name, *key), [many])
    for key in keys:
        known.equal((f"joint.{measure}", *key), [(one, *key) for one in (*parts, left)])


def _know_cross(known: Unknowns, told: Tables, asked: Asked, measure: str) -> set[Key]:
    """Add a cross table: the sums of its rows and columns are of those of whom both are recorded."""
    name = f"joint.{measure}"
    if name not in told or told[name].whole:
        return set()
    sides = measure.split("_by_")
    groups = [_finest(asked.get(name, ()), told[name].rows, at) for at in (0, 1)]
    cells = {
        (one, other): (name, f"{one}{SIGN}{other}") for one in groups[0] for other in groups[1]
    }
    for group, row in told[name].rows.items():
        first, second = group.split(SIGN)
        inside = [
            key
            for (one, other), key in cells.items()
            if _within(one, first, told[name], 0) and _within(other, second, told[name], 1)
        ]
        known.between(dict.fromkeys(inside, 1), row.count or 0, row.count or 0)
    for at, side in enumerate(sides):
        own, other = f"joint.{side}", f"joint.{sides[1 - at]}"
        if own not in told or other not in told:
            continue
        for group, row in told[own].rows.items():
            if row.count is not None:
                mine = [
                    key for pair, key in cells.items() if _within(pair[at], group, told[own], None)
                ]
                lost = told[other].missing or 0
                known.between(dict.fromkeys(mine, 1), row.count - lost, row.count)
    return {(name, group) for group in asked.get(name, ()) if group not in told[name].rows}


def _finest(asked: Iterable[str], printed: Iterable[str], at: int) -> list[str]:
    """Give the groups of one side of a cross table: those asked for, and printed ones that hold none of them."""
    groups = list(dict.fromkeys(one.split(SIGN)[at] for one in asked))
    for one in dict.fromkeys(row.split(SIGN)[at] for row in printed):
        bands = re.search(r"\d", one) is not None
        held = [
            group
            for group in groups
            if group == one
            or (bands and reach(one)[0] <= reach(group)[0] and reach(group)[1] <= reach(one)[1])
        ]
        if not held and one not in OTHERS:
            groups.append(one)
    return groups


def _within(group: str, printed: str, table: Told, at: int | None) -> bool:
    """Whether a finest group stands in a printed row."""
    if re.search(r"\d", printed):
        low, high = reach(printed)
        return bool(low <= reach(group)[0] and reach(group)[1] <= high)
    if printed not in OTHERS:
        return group == printed
    names = table.rows if at is None else {one.split(SIGN)[at] for one in table.rows}
    return group not in names
