"""The published dataset, counted, gives the published figures where these are defined alike."""

import pytest

from learnt.analyse import analyse
from learnt.records.finding import Analysis
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
    from learnt.records.finding import Selection

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
        "homicide, or not tagged as suicide": 554,
        "suicide": 65,
    }
    assert table(whole, "joint.death_type").not_recorded == 28
