"""Populations by CSV, and rates only where there is one."""

import pytest

from learnt.analyse import BadTable, analyse, parse_populations
from learnt.records.case import Material
from learnt.records.finding import Selection
from tests.analyse.making import death, row, table, together

HEAD = "area,population,year,source\n"


def two_areas() -> Material:
    """Two deaths in one area, one in another."""
    places = (("Upper Valley", "2012"), ("Upper Valley", "2014"), ("Lower Valley", "2014"))
    return together(
        *(death(n, {"area": area, "death_date": year}) for n, (area, year) in enumerate(places))
    )


def test_rate_over_the_period_and_a_year() -> None:
    known = parse_populations(HEAD + 'Upper Valley,"80,000",2013,made up\n')
    found = analyse(two_areas(), populations=known)
    whole = row(found, "homicides.area_rate", "Upper Valley")
    assert (whole.value, whole.population, whole.period) == (2.5, 80_000, "2012–2014")
    assert whole.low is not None
    assert whole.high is not None
    assert whole.low < 2.5 < whole.high
    yearly = row(found, "homicides.area_rate_a_year", "Upper Valley").value
    assert yearly == pytest.approx(2.5 / 3)
    assert "2013" in whole.note


def test_an_area_without_population_has_no_rate_and_is_told() -> None:
    known = parse_populations(HEAD + "Upper Valley,80000,2013,made up\n")
    found = analyse(two_areas(), populations=known)
    groups = [one.group for one in table(found, "homicides.area_rate").findings]
    assert groups == ["Upper Valley"]  # nor one for all areas together
    assert "Rates: no population is given for Lower Valley." in found.gaps


def test_all_areas_together_where_none_is_missing() -> None:
    text = HEAD + "Upper Valley,80000,2013,made up\nLower Valley,20000,2013,made up\n"
    found = analyse(two_areas(), populations=parse_populations(text))
    assert row(found, "homicides.area_rate", "all areas").population == 100_000


def test_the_year_nearest_to_the_middle_is_taken() -> None:
    text = HEAD + "Upper Valley,70000,2005,a\nUpper Valley,90000,2014,b\nUpper Valley,1000,2030,c\n"
    found = analyse(two_areas(), populations=parse_populations(text))
    assert row(found, "homicides.area_rate", "Upper Valley").population == 90_000


def test_a_district_without_deaths_has_a_rate_of_none() -> None:
    material = together(
        death(1, {"area": "Fenland", "csp": "Cambridgeshire", "death_date": "2014"})
    )
    text = HEAD + "Fenland,100000,2014,a\nEast Cambridgeshire,85000,2014,a\nNorwich,140000,2014,a\n"
    found = analyse(material, Selection(area="Cambridgeshire"), populations=parse_populations(text))
    values = {one.group: one.numerator for one in table(found, "homicides.area_rate").findings}
    assert values == {"Fenland": 1, "East Cambridgeshire": 0}
    # a sum without the other districts would be too small, and its rate too large
    assert any("Huntingdonshire" in gap and "no population" in gap for gap in found.gaps)


def test_the_area_itself_may_be_given() -> None:
    material = together(
        death(1, {"area": "Fenland", "csp": "Cambridgeshire", "death_date": "2014"})
    )
    text = HEAD + "Fenland,100000,2014,a\nCambridgeshire,650000,2014,a\n"
    found = analyse(material, Selection(area="Cambridgeshire"), populations=parse_populations(text))
    assert row(found, "homicides.area_rate", "Cambridgeshire").population == 650_000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + "Upper Valley,lots,2013,a\n", "people.csv, row 2, column population: 'lots'"),
        (HEAD + "Upper Valley,0,2013,a\n", "row 2, column population"),
        (HEAD + "Upper Valley,80000,13,a\n", "row 2, column year"),
        (HEAD + ",80000,2013,a\n", "row 2, column area"),
        (HEAD + "Upper Valley,80,2013,in thousands\n", "row 2, column population"),
        (HEAD + "A,1000,2013,a\na,2000,2013,b\n", "row 3: a has a population for 2013 already"),
        ("area,people\n", "the column population is missing"),
    ],
)
def test_bad_populations_are_told_in_a_line(text: str, words: str) -> None:
    with pytest.raises(BadTable) as caught:
        parse_populations(text, "people.csv")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_population_of_the_one_partnership_is_that_of_the_whole() -> None:
    text = (
        HEAD + "Upper Valley,80000,2013,a\nLower Valley,20000,2013,a\nThe Valleys,110000,2013,a\n"
    )
    places = ("Upper Valley", "Upper Valley", "Lower Valley")
    deaths = [
        death(n, {"area": area, "csp": "The Valleys", "death_date": "2013"})
        for n, area in enumerate(places)
    ]
    found = analyse(together(*deaths), populations=parse_populations(text))
    assert row(found, "homicides.area_rate", "The Valleys").population == 110_000
    assert not [one for one in found.gaps if one.startswith("Rates")]


def test_a_population_that_no_rate_is_of_is_told() -> None:
    text = (
        HEAD + "Upper Valley,80000,2013,a\nLower Valley,20000,2013,a\nThe Valleys,110000,2013,a\n"
    )
    found = analyse(two_areas(), populations=parse_populations(text))
    assert row(found, "homicides.area_rate", "all areas").population == 100_000
    assert [one for one in found.gaps if "no rate for The Valleys" in one]


def test_a_death_without_an_area_is_in_no_rate_and_told() -> None:
    text = HEAD + "Upper Valley,80000,2013,a\nLower Valley,20000,2013,a\n"
    nowhere = death(9, {"csp": "The Valleys", "death_date": "2014", "death_type": "suicide"})
    places = (("Upper Valley", "2012"), ("Lower Valley", "2014"))
    deaths = [
        death(n, {"area": area, "death_date": year, "death_type": "homicide"})
        for n, (area, year) in enumerate(places)
    ]
    found = analyse(together(*deaths, nowhere), populations=parse_populations(text))
    assert "Rates: 1 death has no area recorded, and counts in no area's rate." in found.gaps
    rates = table(found, "suicides.area_rate").findings
    assert [one.group for one in rates] == ["all areas"]  # not 0 of each area
    assert found.tally("suicides.area") is None, "a partnership is no area beside other areas"
    assert table(found, "joint.area").not_recorded == 1
