"""The published dataset, counted, gives the published figures where these are defined alike."""

import pytest

from learnt.analyse import analyse
from learnt.records.case import Material, Register
from learnt.records.finding import Analysis, Selection, Tally
from learnt.register import read_register
from tests.analyse import dhrd
from tests.analyse.making import counts, row, table

pytestmark = pytest.mark.skipif(not dhrd.SHARED.is_dir(), reason="needs shared/data/dhrd")


@pytest.fixture(scope="module")
def whole() -> Analysis:
    """The national analysis."""
    return analyse(dhrd.read())


@pytest.mark.parametrize(
    ("name", "group", "numerator", "denominator"),
    [
        ("joint.sex_of_victim", "Female", 469, 614),  # published: 469 of 619, 5 of them unknown
        ("joint.sex_of_victim", "Male", 145, 614),
        ("joint.victim_vulnerabilities", "Alcohol", 222, 619),
        ("joint.alcohol", "the person who died", 222, 619),
        ("joint.alcohol", "the person who abused or killed", 294, 619),
        ("joint.alcohol", "either", 356, 619),
        ("joint.alcohol", "both", 160, 619),
        ("homicides.sub_type", "intimate partner", 402, 554),  # published: of 548 with one tag only
        ("homicides.sub_type", "familial", 80 + 39, 554),  # parricide and other familial
        ("homicides.sub_type", "neither tagged", 27, 554),
        ("suicides.sub_type", "intimate partner", 59, 65),
        ("register-tags.incident_tags", "Coercive control", 403, 647),
    ],
)
def test_published_figures_come_out(
    whole: Analysis, name: str, group: str, numerator: int, denominator: int
) -> None:
    found = row(whole, name, group)
    assert (found.numerator, found.denominator) == (numerator, denominator)


def test_all_cases_can_be_the_denominator(whole: Analysis) -> None:
    every = analyse(dhrd.read(), Selection(denominator="all"))
    assert row(every, "joint.sex_of_victim", "Female").denominator == 619
    assert row(every, "joint.sex_of_victim", "Female").not_recorded == 5


def test_the_band_that_overlaps_joins_its_neighbours(whole: Analysis) -> None:
    found = counts(whole, "joint.age_of_perpetrator")
    assert found["20-34"] == 42 + 118
    assert "25-34" not in found
    assert "42 people are recorded" in table(whole, "joint.age_of_perpetrator").definition


def test_deaths_not_tagged_as_suicide_are_called_so(whole: Analysis) -> None:
    assert "not tagged as suicide" in table(whole, "homicides.sex_of_victim").of
    assert counts(whole, "joint.death_type") == {
        "homicide (or not tagged as suicide)": 554,
        "suicide": 65,
    }
    assert table(whole, "joint.death_type").not_recorded == 28


def test_the_other_side_of_deaths_with_one_victim() -> None:
    whole = dhrd.read().register
    kept = {one.incident for one in whole.victims}
    only = Register(
        incidents=tuple(one for one in whole.incidents if one.id in kept),
        victims=whole.victims,
        perpetrators=tuple(one for one in whole.perpetrators if one.incident in kept),
    )
    found = analyse(Material(register=only))
    assert counts(found, "joint.sex_of_perpetrator") == {"Male": 534, "Female": 79}
    assert table(found, "joint.sex_of_perpetrator").not_recorded == 6


def test_the_projects_reader_gives_the_same_tables(whole: Analysis) -> None:
    theirs = analyse(Material(register=read_register(dhrd.SHARED).register))
    assert [numbers(one) for one in theirs.tallies] == [numbers(one) for one in whole.tallies]


def numbers(one: Tally) -> tuple[object, ...]:
    """Give what a table says in numbers."""
    rows = sorted((row.group, row.numerator, row.denominator) for row in one.findings)
    return one.id, one.total, one.not_recorded, tuple(rows)
