"""The sections on the deaths and their people: homicides, suicides, all together, DHRD's tags."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from learnt.analyse import averaged, combined, outcomes
from learnt.analyse.cases import Case, recorded, truth
from learnt.analyse.counting import Frame, categories, one_spelling, tags
from learnt.analyse.measures import (
    Derived,
    Measure,
    Section,
    label_of,
    measures_of,
    sections,
    title_of,
)
from learnt.analyse.rows import Row, rows_of
from learnt.records.finding import Tally
from learnt.words import fold

TYPES: dict[str, tuple[str, ...]] = {
    "homicides": ("homicide", "untagged"),
    "suicides": ("suicide",),
    "joint": ("homicide", "untagged", "suicide", "other", ""),
    "register-tags": ("homicide", "untagged", "suicide", "other", ""),
}
"""The kinds of death that each section counts."""

Count = Callable[[Frame, Sequence[Row]], Tally]


@dataclass(frozen=True)
class Counted:
    """The tables of the people, and a sentence for each section that lacks some."""

    tallies: tuple[Tally, ...]
    gaps: tuple[str, ...]


def cases_in(section: str, cases: Sequence[Case]) -> list[Case]:
    """Give the cases that a section counts."""
    return [case for case in cases if case.death_type in TYPES[section]]


def count_people(cases: Sequence[Case], every: bool) -> Counted:
    """Give the tables of all sections that count cases; `every` makes all cases the denominator."""
    tallies: list[Tally] = []
    gaps: list[str] = []
    for section in sections().values():
        mine = cases_in(section.id, cases)
        found, empty = _count_section(section, mine, cases, every)
        tallies += found
        if not mine:
            gaps.append(f"{section.title}: there are none in this selection.")
        elif empty:
            gaps.append(f"{section.title}: nothing is recorded of: {'; '.join(empty)}.")
    return Counted(tuple(tallies), tuple(gaps))


def _count_section(
    section: Section, cases: Sequence[Case], among: Sequence[Case], every: bool
) -> tuple[list[Tally], list[str]]:
    told: list[Tally] = []
    empty: list[Tally] = []
    for measure in measures_of(section.id):
        counter = _counter(measure)
        if counter and cases:
            frame = Frame(measure, section.id, population(section, measure, cases), every, among)
            table = counter(frame, rows_of(measure.table, cases))
            (told if _any_known(table) else empty).append(table)
    return [one for one in told if not _is_double(one, told)], [one.title for one in empty]


def _is_double(table: Tally, told: Sequence[Tally]) -> bool:
    """Whether the table of areas already counts by partnership, for want of districts."""
    areas = next((one for one in told if one.measure == "area"), None)
    return table.measure == "csp" and areas is not None and _groups(areas) == _groups(table)


def _groups(table: Tally) -> list[str]:
    return [one.group for one in table.findings]


def count_measure(measure: Measure, section: str, cases: Sequence[Case]) -> Tally | None:
    """Give the table of one measure in a section; None for those that other modules count."""
    counter = _counter(measure)
    if counter is None:
        return None
    words = population(sections()[section], measure, cases)
    return counter(Frame(measure, section, words), rows_of(measure.table, cases))


def _any_known(table: Tally) -> bool:
    return bool(table.findings) and table.total != table.not_recorded


def population(section: Section, measure: Measure, cases: Sequence[Case]) -> str:
    """Give in words whom a section counts."""
    words: str = getattr(section, measure.table)
    if section.untagged and any(case.death_type == "untagged" for case in cases):
        words = words.replace("homicide", section.untagged)
    return words


def _counter(measure: Measure) -> Count | None:
    if measure.table not in ("incidents", "victims", "perpetrators"):
        return None
    if measure.derived:
        return DERIVED.get(measure.derived)
    return by_tags if measure.form == "tags" else by_variable


def by_variable(frame: Frame, rows: Sequence[Row]) -> Tally:
    """Count the values of the first variable that is recorded for anybody; say what others have more.

    In tables of places it is the same variable in each section.
    """
    variables = frame.measure.variables
    alike = rows_of("incidents", frame.among) if _is_of_places(frame) else rows
    name = next(
        (one for one in variables if any(_is_known(row, one) for row in alike)), variables[0]
    )
    values = {row.id: _text(frame, name, row) for row in rows}
    others = _of_places(frame, name)
    spelling = one_spelling([*values.values(), *others])
    cases = [
        (row.id, None if (text := values[row.id]) is None else spelling[fold(text)]) for row in rows
    ]
    known = [spelling[fold(text)] for text in others]
    return categories(frame, cases, note=_only_elsewhere(frame, name, rows), known=known)


def _is_of_places(frame: Frame) -> bool:
    """Whether a table is of places, which are those of all deaths of the report in each section."""
    measure = frame.measure
    return not measure.personal and measure.table == "incidents" and bool(frame.among)


def _of_places(frame: Frame, name: str) -> list[str]:
    """Give the places of all deaths of the report: one without a homicide is shown with none."""
    if not _is_of_places(frame):
        return []
    found = (_text(frame, name, row) for row in rows_of("incidents", frame.among))
    return [text for text in found if text is not None]


def _is_known(row: Row, name: str) -> bool:
    return recorded(row.values, name) is not None


def _only_elsewhere(frame: Frame, name: str, rows: Sequence[Row]) -> str:
    """Say how many cases have another variable of the measure recorded, and not the one counted."""
    told = []
    for other in frame.measure.variables:
        more = sum(_is_known(row, other) and not _is_known(row, name) for row in rows)
        if other != name and more:
            title = title_of(frame.measure.table, other).lower()
            told.append(f"For {more} of those not recorded the {title} is.")
    return " ".join(told)


def _text(frame: Frame, name: str, row: Row) -> str | None:
    value = recorded(row.values, name)
    return None if value is None else label_of(frame.measure.table, name, str(value))


def by_tags(frame: Frame, rows: Sequence[Row]) -> Tally:
    """Count for each variable the cases in which it is so."""
    table = frame.measure.table
    found = {
        title_of(table, name): [(row.id, truth(row.values, name)) for row in rows]
        for name in frame.measure.variables
    }
    return tags(frame, found, len(rows), is_tagged(frame, rows))


def is_tagged(frame: Frame, rows: Sequence[Row]) -> bool:
    """Whether the rows are such that FALSE may mean not tagged."""
    return frame.measure.tagged and any(row.case.tagged for row in rows)


DERIVED: dict[Derived, Count] = {
    "age": averaged.by_age,
    "average": averaged.by_average,
    "range": averaged.by_range,
    "death_type": outcomes.by_death_type,
    "sub_type": outcomes.by_sub_type,
    "verdict": outcomes.by_verdict,
    "number": combined.by_number,
    "mentions": combined.by_mentions,
    "sides": combined.by_sides,
}
"""Measures that are no variable by themselves, each with its way of counting."""
