"""A register with the totals of a published overview gives each of its figures, and none of its slips."""

import pytest

from learnt.analyse import Populations, analyse, parse_populations
from learnt.records.finding import Analysis, Finding, Selection
from tests.analyse.decade import decade
from tests.analyse.making import counts, row, table

PEOPLE = """area,population,year,source
Peterborough,200000,2016,made up
Fenland,100000,2016,made up
Huntingdonshire,176000,2016,made up
South Cambridgeshire,154000,2016,made up
Cambridge,125000,2016,made up
East Cambridgeshire,85000,2016,made up
"""


@pytest.fixture(scope="module", params=[1, 7, 23])
def report(request: pytest.FixtureRequest) -> Analysis:
    """The whole analysis, of several ways of dealing out the values."""
    return analyse(decade(request.param), populations=parse_populations(PEOPLE))


FIGURES: list[tuple[str, dict[str, int], int]] = [
    (
        "homicides.area",
        {
            "Peterborough": 6,
            "Fenland": 3,
            "Huntingdonshire": 3,
            "South Cambridgeshire": 2,
            "Cambridge": 1,
            "East Cambridgeshire": 0,
        },
        0,
    ),
    ("homicides.sex_of_victim", {"Female": 13, "Male": 2}, 0),
    (
        "homicides.victim_ethnicity",
        {
            "White - British": 8,
            "Any other white background": 5,
            "Asian British - Pakistani": 1,
            "Asian British - Chinese": 1,
        },
        0,
    ),
    ("homicides.nationality", {"British": 10, "Lithuanian": 4, "Polish": 1}, 0),
    (
        "homicides.age_of_victim",
        {
            "20 and under": 1,
            "21–30": 2,
            "31–40": 3,
            "41–50": 3,
            "51–60": 3,
            "61 and over": 3,
        },
        0,
    ),
    (
        "homicides.place_of_death",
        {"victim's home": 10, "perpetrator's home": 1, "outside": 1, "friend's home": 1},
        2,
    ),
    (
        "homicides.tenure",
        {"private rented": 5, "social rented": 4, "owned": 3, "no fixed abode": 1},
        2,
    ),
    ("homicides.sub_type", {"intimate partner": 13, "familial": 2}, 0),
    (
        "homicides.method",
        {
            "stabbing": 5,
            "dismembering": 2,
            "strangulation": 2,
            "beating": 1,
            "drowning": 1,
            "blunt instrument": 1,
            "suffocation": 1,
        },
        2,
    ),
    (
        "homicides.age_of_perpetrator",
        {
            "20 and under": 0,
            "21–30": 1,
            "31–40": 3,
            "41–50": 7,
            "51–60": 3,
            "61 and over": 1,
        },
        0,
    ),
    ("homicides.sex_of_perpetrator", {"Male": 13, "Female": 2}, 0),
    (
        "homicides.relationship_to_victim",
        {
            "husband": 5,
            "partner": 5,
            "ex-husband": 1,
            "ex-partner": 1,
            "wife": 1,
            "son": 1,
            "step-father": 1,
        },
        0,
    ),
    (
        "homicides.court_verdict",
        {
            "Murder": 10,
            "Manslaughter w/ diminished responsibility": 3,
            "not charged": 1,
            "no trial: homicide followed by suicide": 1,
        },
        0,
    ),
    ("homicides.hospital_order", {"Hospital order": 3}, 0),
    ("homicides.homicide_suicide", {"Homicide followed by suicide": 1}, 0),
    ("homicides.parent", {"A parent": 10}, 0),
    ("homicides.children_under_18", {"Children under 18": 5}, 0),
    (
        "suicides.area",
        {
            "South Cambridgeshire": 2,
            "East Cambridgeshire": 1,
            "Huntingdonshire": 1,
            "Fenland": 1,
            "Cambridge": 0,
            "Peterborough": 0,
        },
        0,
    ),
    ("suicides.sex_of_victim", {"Female": 3, "Male": 2}, 0),
    ("suicides.victim_ethnicity", {"White - British": 4, "White - Gypsy/Traveller": 1}, 0),
    (
        "suicides.age_of_victim",
        {
            "20 and under": 0,
            "21–30": 3,
            "31–40": 0,
            "41–50": 0,
            "51–60": 1,
            "61 and over": 1,
        },
        0,
    ),
    ("suicides.place_of_death", {"victim's home": 4, "relative's home": 1}, 0),
    ("suicides.tenure", {"private rented": 2, "owned": 1, "social rented": 1}, 1),
    ("suicides.method", {"hanging": 4, "overdose": 1}, 0),
    (
        "suicides.age_of_perpetrator",
        {
            "20 and under": 0,
            "21–30": 1,
            "31–40": 0,
            "41–50": 0,
            "51–60": 0,
            "61 and over": 1,
        },
        3,
    ),
    ("suicides.sex_of_perpetrator", {"Male": 3, "Female": 2}, 0),
    ("suicides.sub_type", {"intimate partner": 5}, 0),
    ("suicides.relationship_to_victim", {"ex-partner": 3, "wife": 1, "partner": 1}, 0),
    (
        "joint.known_to_domestic_abuse_services",
        {"Known to domestic abuse services": 3},
        0,
    ),
    ("joint.heard_at_marac", {"Heard at MARAC": 3}, 0),
    (
        "joint.previous_domestic_abuse_recorded",
        {"Earlier domestic abuse on record": 10},
        0,
    ),
    ("joint.care_needs_of_victim", {"Care needs": 2}, 0),
    (
        "joint.perpetrator_services",
        {
            "Known to mental health services": 3,
            "Known to drug or alcohol services": 4,
        },
        0,
    ),
    ("reviews.status", {"published": 12, "with quality assurance": 6, "in progress": 2}, 0),
]


@pytest.mark.parametrize(("name", "expected", "missing"), FIGURES, ids=[one[0] for one in FIGURES])
def test_each_figure_of_the_overview(
    report: Analysis, name: str, expected: dict[str, int], missing: int
) -> None:
    assert counts(report, name) == expected
    assert table(report, name).not_recorded == missing


def test_substances_of_those_who_abused(report: Analysis) -> None:
    found = counts(report, "joint.perpetrator_vulnerabilities")
    assert found["Alcohol"] == 6
    assert found["Drugs or other substances"] == 4


@pytest.mark.parametrize(
    ("name", "mean"),
    [
        ("homicides.mean_age_of_victim", 45),
        ("homicides.mean_age_of_perpetrator", 45),
        ("suicides.mean_age_of_victim", 47),
    ],
)
def test_means_of_ages(report: Analysis, name: str, mean: float) -> None:
    found = row(report, name, "mean")
    assert found.value is not None
    assert round(found.value) == mean


def test_minimum_terms(report: Analysis) -> None:
    found = {one.group: one.value for one in table(report, "homicides.minimum_term").findings}
    assert found == {"lowest": 14, "highest": 32, "mean": 23, "median": 23}


def test_seven_of_fifteen_is_47_percent(report: Analysis) -> None:
    found = row(report, "homicides.age_of_perpetrator", "41–50")
    assert (found.numerator, found.denominator, found.value) == (7, 15, 47)


def test_recommendations_of_the_reviews_written(report: Analysis) -> None:
    counted = counts(report, "reviews.counted")
    assert (counted["recommendations"], counted["reviews"], counted["deaths"]) == (153, 18, 20)
    assert row(report, "recommendations.per_review", "mean").value == 8.5


def test_rates_with_their_population(report: Analysis) -> None:
    found = row(report, "homicides.area_rate", "Peterborough")
    assert (found.numerator, found.population, found.period) == (6, 200_000, "2011–2021")
    assert found.value == pytest.approx(3.0)
    assert row(report, "homicides.area_rate", "East Cambridgeshire").value == 0
    whole = row(report, "homicides.area_rate", "all areas")
    assert whole.value == pytest.approx(15 / 8.4)
    assert row(report, "homicides.area_rate_a_year", "all areas").value == pytest.approx(
        15 / 8.4 / 11
    )


def test_two_partnerships_are_one_area() -> None:
    found = analyse(decade(), Selection(area="Cambridgeshire and Peterborough"))
    assert counts(found, "reviews.counted")["deaths"] == 20


def test_one_district_leaves_the_others_out() -> None:
    found = analyse(decade(), Selection(area="Fenland"))
    assert counts(found, "reviews.counted")["deaths"] == 4
    assert counts(found, "homicides.area") == {"Fenland": 3}


def test_rates_need_populations() -> None:
    found = analyse(decade(), populations=Populations())
    assert found.tally("homicides.area_rate") is None
    assert any("no rate is given" in gap for gap in found.gaps)


def test_bands_do_not_overlap_and_each_person_is_in_one(report: Analysis) -> None:
    found = table(report, "joint.age_of_victim")
    groups: list[Finding] = list(found.findings)
    people = [one for group in groups for one in group.ids]
    assert len(people) == len(set(people)) == 20


def test_the_parts_add_up_to_the_whole(report: Analysis) -> None:
    """Homicides and suicides together are the joint table, group by group and person by person."""
    checked = 0
    for whole in report.tallies:
        parts = [report.tally(f"{name}.{whole.measure}") for name in ("homicides", "suicides")]
        both = [one for one in parts if one]
        if whole.section != "joint" or whole.form == "single" or len(both) < 2:
            continue
        for group in whole.findings:
            found = [one for part in both for one in part.findings if one.group == group.group]
            assert sorted(case for one in found for case in one.ids) == sorted(group.ids)
        assert whole.total == sum(one.total or 0 for one in both)
        assert whole.not_recorded == sum(one.not_recorded or 0 for one in both)
        checked += 1
    assert checked > 8
