"""Pictures: what is drawn is what is told, withheld numbers never, the same bytes each time."""

import json
from typing import Any

import pytest
from lxml import etree

from learnt.publish.report import compose, to_png, to_svg
from learnt.publish.report.composed import Figure
from learnt.publish.report.pictures import beside_figure, figure_of, pyramid_of
from learnt.publish.report.trend_pictures import years_figure
from learnt.records.finding import Comparison, Finding, Tally
from tests.publish.factories import YEARS, Counts, an_analysis, asks, finding, national, tally


def values_in(spec: Any) -> list[Any]:
    """Give every row of data in a specification."""
    if isinstance(spec, dict):
        mine = [spec] if "label" in spec and "value" in spec else []
        return mine + [row for one in spec.values() for row in values_in(one)]
    return [row for one in spec for row in values_in(one)] if isinstance(spec, list) else []


def words_in(figure: Figure) -> str:
    """Give the words of the drawn picture."""
    return " ".join(map(str, etree.fromstring(to_svg(figure.spec).encode()).itertext()))


def drawn(table: Tally) -> Figure:
    figure = figure_of(table)
    assert figure
    return figure


def test_bars_carry_their_numbers() -> None:
    figure = drawn(tally("homicides.sex_of_victim", {"Female": 13, "Male": 2}))
    assert "13 (87%)" in words_in(figure)
    assert figure.alternative.text.endswith("Female: 13 and Male: 2.")
    assert [row[0].text for row in figure.table.rows] == ["Female", "Male", "Total"]


SECRET = 4242
HIDDEN: Counts = {"Female": 13, "Male": "small", "Other": "linked"}


def hidden() -> Tally:
    """Give a table whose withheld findings still hold a number, which protection never leaves."""
    table = tally("homicides.sex_of_victim", HIDDEN, whole=20)
    leaky = Finding(measure="sex_of_victim", group="Male", numerator=SECRET, withheld="small")
    found = (table.findings[0], leaky, table.findings[2])
    return Tally(id=table.id, section=table.section, measure=table.measure, title=table.title,
                 of=table.of, form=table.form, findings=found, total=None)  # fmt: skip


def test_a_withheld_number_is_in_no_picture() -> None:
    figure = drawn(hidden())
    assert str(SECRET) not in repr(figure)
    words = words_in(figure)
    assert "fewer than 5" in words
    assert "not shown" in words
    by_group = {one["group"]: one["value"] for one in values_in(figure.spec)}
    assert by_group == {"Female": 13, "Male": 0, "Other": 0}


def test_a_withheld_year_is_left_out_of_the_line_and_named() -> None:
    counts: Counts = {"2011": 5, "2012": "small", "2013": 7}
    figure = drawn(tally("trend.deaths", counts, of="deaths", form="years", whole=14))
    assert {one["year"] for one in values_in(figure.spec)} == {"2011", "2013"}
    assert figure.table.notes[0].text == "Not drawn, because withheld: 2012."


def test_many_groups_are_cut_and_the_title_says_so() -> None:
    counts: Counts = {f"Area {place:02}": 40 - place for place in range(30)}
    figure = drawn(tally("homicides.area", counts))
    assert len({one["group"] for one in values_in(figure.spec)}) == 15
    assert figure.title.endswith("(the 15 largest of 30)")
    assert len(figure.table.rows) == 31, "the table holds all, and the total"


@pytest.mark.parametrize("counts", [{"Female": 15}, {"Female": 15, "Male": 0}, {}])
def test_a_single_bar_is_not_drawn(counts: Counts) -> None:
    assert figure_of(tally("homicides.sex_of_victim", counts)) is None


def test_two_populations_are_drawn_as_shares() -> None:
    mine = asks("recommendations.theme", {"Training": 80, "Policy": 20}, 100)
    rest = asks("rest.theme", {"Training": 500, "Policy": 300}, 1000)
    figure = beside_figure(mine, rest, "Fordhamshire")
    assert figure
    words = words_in(figure)
    assert "Fordhamshire" in words
    assert "the rest of the library" in words
    assert "80%" in words
    assert "50%" in words


def test_a_published_line_stands_beside() -> None:
    mine = tally("trend.homicides", YEARS, of="deaths", form="years", unit="incidents")
    figure = years_figure(
        "x", "Deaths", [mine], [mine], [national("2012", 91), national("2014", 95)]
    )
    words = words_in(figure)
    assert "England and Wales, published figures" in words
    assert "95" in words
    assert figure.table.headers == ("Year", "Homicides", "England and Wales, published figures")
    assert "2014: 95" in figure.alternative.text


def test_one_published_year_is_no_line() -> None:
    mine = tally("trend.homicides", YEARS, of="deaths", form="years", unit="incidents")
    other: list[Comparison] = [national("2012", 91), national("1999", 95)]
    assert "published" not in words_in(years_figure("x", "Deaths", [mine], [mine], other))


def test_a_pyramid_of_ages() -> None:
    groups: Counts = {"21–30 × Female": 3, "21–30 × Male": 1, "31–40 × Female": "small"}
    table = tally("joint.age_by_sex", {}, form="cross")
    found = tuple(finding("x", group, part, 9, 0) for group, part in groups.items())
    table = Tally(id=table.id, section="joint", measure="age_by_sex", title="Age by sex",
                  of="people who died", form="cross", findings=found, total=9)  # fmt: skip
    figure = pyramid_of(table)
    assert figure
    words = words_in(figure)
    assert "fewer than 5" in words
    assert "Female" in words
    assert figure.table.headers == ("Group", "Female", "Male")
    assert figure.table.rows[1][2].text == "–"


def test_a_table_of_other_things_is_no_pyramid() -> None:
    found = (finding("x", "stabbing × home", 3, 9, 0),)
    table = Tally(id="joint.x", section="joint", measure="x", title="X", of="deaths", form="cross",
                  findings=found, total=9)  # fmt: skip
    assert pyramid_of(table) is None


def test_pictures_are_the_same_bytes_each_time() -> None:
    figure = next(one for one in compose(an_analysis()).blocks() if isinstance(one, Figure))
    again = json.loads(json.dumps(figure.spec))
    assert to_svg(figure.spec) == to_svg(again)
    assert to_png(figure.spec).startswith(b"\x89PNG")


def test_colours_stay_apart_in_grey() -> None:
    from learnt.publish.report import charts

    def light(colour: str) -> float:
        red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    assert abs(light(charts.DARK) - light(charts.LIGHT)) > 0.25


def test_where_there_is_little_room_a_line_is_wide_and_low() -> None:
    table = tally("trend.deaths", YEARS, of="deaths", form="years")
    low, usual = figure_of(table, most=5), figure_of(table)
    assert low
    assert usual
    shape = [(one.spec["width"], one.spec["height"]) for one in (low, usual)]
    assert shape[0][0] > 5 * shape[0][1]
    assert shape[1][0] < 2 * shape[1][1]


def test_many_years_are_given_room() -> None:
    counts: Counts = {str(year): year - 1990 for year in range(2000, 2020)}
    many = drawn(tally("trend.deaths", counts, of="deaths", form="years"))
    few = drawn(tally("trend.deaths", YEARS, of="deaths", form="years"))
    assert many.spec["width"] > few.spec["width"]
    assert many.spec["height"] == few.spec["height"]


def test_the_numbers_of_a_line_have_a_white_edge() -> None:
    """Where a line crosses its number, the number stays readable."""
    figure = drawn(tally("trend.deaths", YEARS, of="deaths", form="years"))
    texts = [one["mark"] for one in figure.spec["layer"] if one["mark"]["type"] == "text"]
    assert [one.get("stroke") for one in texts] == ["white", None]
