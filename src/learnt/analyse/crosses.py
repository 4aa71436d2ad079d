"""Cross-tabulations on request: two variables of people or deaths, over their incident if need be.

Two variables of one table are crossed case by case. A variable of the deaths is taken to each person of
that death. A variable of those who died against one of those who abused or killed is counted by pairs:
each person who died with each who abused or killed in the same death. Both must be recorded.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from learnt.analyse.cases import Case, truth
from learnt.analyse.counting import Frame, categories
from learnt.analyse.measures import Measure, Table, measures, sections, title_of
from learnt.analyse.people import count_measure, population
from learnt.analyse.rows import rows_of
from learnt.records.finding import Tally
from learnt.words import fold

TABLES: tuple[Table, ...] = ("incidents", "victims", "perpetrators")
FORMS = ("categories", "ordered")
PAIRS = "pairs of a person who died and one who abused or killed"
SECTION = "joint"


@dataclass(frozen=True)
class Crosses:
    """The tables asked for, and a sentence for each that cannot be made."""

    tallies: tuple[Tally, ...] = ()
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Side:
    """One variable of a cross: the group of each row of its table, and the groups in order."""

    name: str
    title: str
    table: Table
    groups: tuple[str, ...]
    of: dict[str, str]
    personal: bool
    tagged: bool


def count_crosses(cases: Sequence[Case], pairs: Sequence[tuple[str, str]], every: bool) -> Crosses:
    """Give a table for each pair of variables or measures, over all deaths of the selection.

    A variable that stands in two tables is named with its table: `victims.care_needs`. Without any
    death there is nothing to cross and nothing to say of it.
    """
    if not cases:
        return Crosses()
    tallies: list[Tally] = []
    gaps: list[str] = []
    for first, second in pairs:
        one, other = _side(first, cases), _side(second, cases)
        table = _cross(cases, one, other, every) if one and other else None
        if not (one and other):
            unknown = second if one else first
            gaps.append(f"{first} by {second}: {unknown} is no variable that can be crossed.")
        elif table is None:
            gaps.append(f"{one.title} by {other.title}: in no case are both recorded.")
        else:
            tallies.append(table)
    return Crosses(tuple(tallies), tuple(gaps))


def _side(name: str, cases: Sequence[Case]) -> Side | None:
    table, _, variable = fold(name).rpartition(".")
    known = [one for one in measures().values() if one.table in TABLES and table in ("", one.table)]
    whole = [
        one
        for one in known
        if one.form in FORMS and one.unit != "mentions" and one.derived not in ("rates", "status")
    ]
    tags = [one for one in known if one.form == "tags" and not one.derived]
    chosen = _only(one for one in whole if one.id == variable) or _only(
        one for one in whole if variable in one.variables and not one.derived
    )
    if chosen:
        return _of_measure(chosen, cases)
    tag = _only(one for one in tags if variable == one.id) or _only(
        one for one in tags if variable in one.variables
    )
    if tag:
        return _of_tag(tag, variable if variable in tag.variables else "", cases)
    chosen = _only(one for one in whole if variable in one.variables)
    return _of_measure(chosen, cases) if chosen else None


def _only(found: Iterable[Measure]) -> Measure | None:
    """Give the first of these measures, None where they are of several tables: it is not clear which."""
    several = list(found)
    return several[0] if len({one.table for one in several}) == 1 else None


def _of_measure(measure: Measure, cases: Sequence[Case]) -> Side | None:
    counted = count_measure(measure, SECTION, cases)
    if counted is None:
        return None
    of = {case: one.group for one in counted.findings for case in one.ids}
    groups = tuple(one.group for one in counted.findings)
    return Side(
        measure.id, measure.title, measure.table, groups, of, measure.personal, counted.tagged
    )


def _of_tag(measure: Measure, variable: str, cases: Sequence[Case]) -> Side | None:
    if not variable and len(measure.variables) > 1:
        return None
    variable = variable or measure.variables[0]
    rows = rows_of(measure.table, cases)
    tagged = measure.tagged and any(row.case.tagged for row in rows)
    yes, no = ("tagged", "not tagged") if tagged else ("yes", "no")
    known = {row.id: truth(row.values, variable) for row in rows}
    of = {case: yes if value else no for case, value in known.items() if value is not None}
    title = title_of(measure.table, variable)
    return Side(variable, title, measure.table, (yes, no), of, measure.personal, tagged)


def _cross(cases: Sequence[Case], one: Side, other: Side, every: bool) -> Tally | None:
    found = [
        (row, _joined(one.of.get(left), other.of.get(right)))
        for row, left, right in _meeting(cases, one.table, other.table)
    ]
    if not any(group for _, group in found):
        return None
    measure = Measure(
        id=f"{one.name}_by_{other.name}",
        title=f"{one.title} by {other.title[0].lower()}{other.title[1:]}",
        definition="Only cases in which both are recorded.",
        table=_counted(one.table, other.table),
        variables=(one.name, other.name),
        form="cross",
        sections=(SECTION,),
        unit="incidents" if one.table == other.table == "incidents" else "people",
        personal=one.personal or other.personal,
        tagged=one.tagged or other.tagged,
        related=(one.name, other.name),
    )
    pairs = {one.table, other.table} == {"victims", "perpetrators"}
    words = PAIRS if pairs else population(sections()[SECTION], measure, cases)
    order = [f"{left} × {right}" for left in one.groups for right in other.groups]
    return categories(Frame(measure, SECTION, words, every), found, order, closed=True)


def _joined(left: str | None, right: str | None) -> str | None:
    return f"{left} × {right}" if left is not None and right is not None else None


def _counted(one: Table, other: Table) -> Table:
    """Give the table whose rows a cross counts."""
    return other if one == "incidents" else one


def _meeting(cases: Sequence[Case], one: Table, other: Table) -> list[tuple[str, str, str]]:
    """Give each row that a cross counts: its id, and the rows of both tables that meet in it."""
    if one == other:
        return [(row.id, row.id, row.id) for row in rows_of(one, cases)]
    if other == "incidents":
        return [(row.id, row.id, row.case.id) for row in rows_of(one, cases)]
    if one == "incidents":
        return [(row.id, row.case.id, row.id) for row in rows_of(other, cases)]
    return [
        (f"{left.id} {right.id}", left.id, right.id)
        for case in cases
        for left in rows_of(one, [case])
        for right in rows_of(other, [case])
    ]
