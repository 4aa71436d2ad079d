"""Published figures beside ours: like with like, what differs, or a refusal."""

from pathlib import Path

import pytest

from learnt.analyse import BadTable, Comparators, analyse, own_comparators, parse_comparators
from learnt.analyse.comparators import kinds
from learnt.records.finding import Analysis, Comparison
from tests.analyse.decade import decade
from tests.analyse.making import death, together

COLUMNS = "tally,group,kind,value,unit,numerator,denominator,period,coverage,source,licence\n"
NATIONAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "national-figures.csv"


@pytest.fixture(scope="module")
def report() -> Analysis:
    """The invented decade beside the project's own list."""
    return analyse(decade())


def of(report: Analysis, tally: str, group: str) -> list[Comparison]:
    """Give the comparisons of a row."""
    return [one for one in report.comparisons if (one.tally, one.group) == (tally, group)]


def test_figures_carry_base_period_coverage_source_and_licence(report: Analysis) -> None:
    shown = [one for one in report.comparisons if not one.declined]
    assert shown
    for one in shown:
        assert one.comparator
        assert one.base
        assert one.period
        assert one.coverage
        assert one.source
        assert one.licence


def test_official_homicides_stand_beside_homicides_only(report: Analysis) -> None:
    beside = of(report, "homicides.sex_of_victim", "Female")
    assert {one.comparator for one in beside if not one.declined} == {
        "77% (83 of 108)",
        "70% (70 of 100)",
    }
    joint = of(report, "joint.sex_of_victim", "Female")
    assert any("do not include deaths by suicide" in one.declined for one in joint)
    assert not any("Office for National Statistics" in one.source for one in joint)


def test_figures_on_reviews_are_refused_for_homicides_alone(report: Analysis) -> None:
    beside = of(report, "homicides.sex_of_victim", "Female")
    assert any("include deaths by suicide" in one.declined for one in beside)


def test_women_only_is_refused(report: Analysis) -> None:
    found = of(report, "homicides.sub_type", "intimate partner")
    assert any("women killed by men only" in one.declined for one in found)


def test_both_releases_of_a_revised_figure_are_kept(report: Analysis) -> None:
    found = of(report, "trend.homicides", "2022")
    assert found == []  # the decade ends in 2021: too few years for a line
    later = together(*(death(n, {"death_date": f"{2020 + n}-06"}) for n in range(1, 4)))
    values = [one.value for one in of(analyse(later), "trend.homicides", "2022")]
    assert values == [107, 100]


def test_no_national_line_without_figures(report: Analysis) -> None:
    assert not [one for one in report.comparisons if one.tally == "trend.homicides"]
    assert any("no national line is drawn" in gap for gap in report.gaps)


def test_no_comparators_at_all() -> None:
    assert analyse(decade(), comparators=Comparators()).comparisons == ()


def test_a_users_own_figure(report: Analysis) -> None:
    text = COLUMNS + "homicides.tenure,owned,,40,percent,,,2019,Somewhere,A study,CC BY 4.0\n"
    more = own_comparators().with_more(parse_comparators(text))
    found = of(analyse(decade(), comparators=more), "homicides.tenure", "owned")
    assert [(one.comparator, one.source, one.licence) for one in found] == [
        ("40%", "A study", "CC BY 4.0")
    ]
    assert found[0].differs == "It is not told with the figure whether its base is that of ours."


@pytest.mark.parametrize(
    ("told", "differs"), [("nothing", ""), ("It counts women only.", "It counts women only.")]
)
def test_a_user_tells_whether_a_base_is_alike(told: str, differs: str) -> None:
    text = COLUMNS.replace("licence", "licence,differs")
    text += f"homicides.tenure,owned,,40,percent,,,2019,Somewhere,A study,CC BY 4.0,{told}\n"
    found = of(analyse(decade(), comparators=parse_comparators(text)), "homicides.tenure", "owned")
    assert [one.differs for one in found] == [differs]


def test_a_users_figure_without_a_row_is_told() -> None:
    text = COLUMNS + "homicides.tenure,ownd,,40,percent,,,2019,Somewhere,A study,CC BY 4.0\n"
    found = analyse(decade(), comparators=parse_comparators(text)).comparisons
    assert [(one.group, one.declined) for one in found] == [
        ("ownd", "This report has no such row.")
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("homicides.tenure,owned,,many,percent,,,2019,S,A,", "row 2, column value: 'many'"),
        ("homicides.tenure,owned,guess,40,percent,,,2019,S,A,", "row 2, column kind: 'guess'"),
        ("homicides.tenure,owned,,40,percent,,,,S,A,", "row 2, column period"),
        ("tenure,owned,,40,percent,,,2019,S,A,", "row 2, column tally: 'tenure'"),
        ("homicides.tenure,owned,,40,percent,4.5,,2019,S,A,", "row 2, column numerator: '4.5'"),
        ("homicides.tenur,owned,,40,percent,,,2019,S,A,", "no report has a table"),
        ("status.tenure,owned,,40,percent,,,2019,S,A,", "no report has a table"),
        ("homicides.tenure,owned,,400,percent,,,2019,S,A,", "400 is no percentage"),
        ("homicides.tenure,owned,,nan,percent,,,2019,S,A,", "'nan' is no number"),
        ("homicides.tenure,owned,,40,percent,3,20,2019,S,A,", "3 of 20 is not 40 percent"),
        ("homicides.tenure,owned,,40,percent,8,2,2019,S,A,", "8 of 2 is not 40 percent"),
        ("a,b,,1,percent,,,2019,S,A,,one too many", "row 2: there are more cells than columns"),
    ],
)
def test_bad_rows_are_told_in_a_line(row: str, words: str) -> None:
    with pytest.raises(BadTable, match=r"mine\.csv, ") as caught:
        parse_comparators(COLUMNS + row + "\n", "mine.csv")
    assert words in str(caught.value)


def test_missing_columns_are_told() -> None:
    with pytest.raises(BadTable, match="the column group is missing"):
        parse_comparators("tally,value\n", "mine.csv")


def test_the_projects_list_fits_its_kinds() -> None:
    rows = own_comparators().rows
    assert {row.kind for row in rows} <= set(kinds().kind)
    assert len(rows) > 90


@pytest.mark.skipif(not NATIONAL.is_file(), reason="needs shared/data/national-figures.csv")
def test_the_projects_list_has_each_national_figure() -> None:
    import csv

    with NATIONAL.open(encoding="utf-8", newline="") as file:
        theirs = {(row["measure"], row["group"], row["period"]) for row in csv.DictReader(file)}
    ours = {
        (row.published_measure, row.published_group, row.period) for row in own_comparators().rows
    }
    assert theirs == ours
