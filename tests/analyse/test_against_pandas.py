"""Made-up registers counted again with pandas, straight from their rows."""

import pandas as pd
import pytest

from learnt.analyse import analyse
from learnt.analyse.cases import choose
from learnt.analyse.measures import label_of, measures
from learnt.analyse.people import TYPES, cases_in
from learnt.fictional.register import make_register
from learnt.records.case import Material, Register
from learnt.records.finding import Analysis, Selection, Tally
from tests.analyse.making import table

SIZE = 300


@pytest.fixture(scope="module", params=[3, 11])
def register(request: pytest.FixtureRequest) -> Register:
    """A register of made-up cases with gaps."""
    return make_register(SIZE, seed=request.param)


@pytest.fixture(scope="module")
def found(register: Register) -> Analysis:
    """Its analysis."""
    return analyse(Material(register=register))


def frame(register: Register, name: str, section: str) -> pd.DataFrame:
    """Give a table of the register, only the cases of a section."""
    chosen = choose(Material(register=register), Selection())
    kept = {case.id for case in cases_in(section, chosen.cases)}
    if name == "incidents":
        rows = [{"id": one.id, **one.values} for one in register.incidents if one.id in kept]
    else:
        people = register.victims if name == "victims" else register.perpetrators
        rows = [{"id": one.id, **one.values} for one in people if one.incident in kept]
    return pd.DataFrame(rows)


def plain(section: str) -> list[str]:
    """Give the measures that count one variable as it is."""
    return [
        one.id
        for one in measures().values()
        if section in one.sections
        and not one.derived
        and one.table in ("incidents", "victims", "perpetrators")
    ]


@pytest.mark.parametrize("section", list(TYPES))
def test_each_plain_table(register: Register, found: Analysis, section: str) -> None:
    checked = 0
    for name in plain(section):
        one = found.tally(f"{section}.{name}")
        if one:
            data = frame(register, measures()[name].table, section)
            (check_tags if one.form == "tags" else check_categories)(one, data)
            checked += 1
    assert checked


def check_categories(one: Tally, data: pd.DataFrame) -> None:
    """Compare with the counts of values of the first variable that has any."""
    measure = measures()[one.measure]
    variable = next(name for name in measure.variables if name in data)
    values = (
        data[variable].dropna().map(lambda value: label_of(measure.table, variable, str(value)))
    )
    told = {row.group: row.numerator for row in one.findings}
    if not measure.personal:  # a place of other deaths is shown with none
        told = {group: number for group, number in told.items() if number}
    assert told == values.value_counts().to_dict()
    assert (one.total, one.not_recorded) == (len(data), int(data[variable].isna().sum()))


def check_tags(one: Tally, data: pd.DataFrame) -> None:
    """Compare each row with its own variable."""
    for row, variable in zip(one.findings, measures()[one.measure].variables, strict=True):
        known = data[variable].dropna() if variable in data else pd.Series(dtype=bool)
        so = int(known.astype(bool).sum())
        assert (row.numerator, row.denominator) == (so, len(known))
        assert row.not_recorded == len(data) - len(known)


def test_ages_and_years(register: Register, found: Analysis) -> None:
    data = frame(register, "victims", "joint")["age_years"].dropna().astype(int)
    told = {row.group: row.value for row in table(found, "joint.mean_age_of_victim").findings}
    assert told["mean"] == pytest.approx(data.mean())
    assert told["median"] == pytest.approx(data.median())
    died = frame(register, "incidents", "joint")["death_date"].dropna().str[:4].value_counts()
    years = {row.group: row.numerator for row in table(found, "trend.deaths").findings}
    assert {year: number for year, number in years.items() if number} == died.to_dict()
