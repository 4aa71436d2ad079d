"""Years, time to publication, status: dates as precise as they are recorded."""

import pytest

from learnt.analyse import analyse
from learnt.records.case import Material, ReviewEntry
from learnt.records.finding import Selection
from tests.analyse.making import counts, death, library, row, table, together


def dated(*dates: str) -> Material:
    """Give homicides of these dates; "" is not recorded."""
    return together(
        *(death(n, {"death_date": date} if date else {}) for n, date in enumerate(dates))
    )


def test_years_without_a_death_are_shown() -> None:
    found = analyse(dated("2012", "2014-03", "2014-03-14"))
    assert counts(found, "trend.deaths") == {"2012": 1, "2013": 0, "2014": 2}
    assert table(found, "trend.deaths").unit == "incidents"


def test_a_death_without_a_date_is_not_recorded() -> None:
    assert table(analyse(dated("2012", "")), "trend.deaths").not_recorded == 1


def test_chosen_years_leave_others_out_and_say_so() -> None:
    found = analyse(dated("2012", "2014", "2019", ""), Selection(first=2013, last=2020))
    assert list(counts(found, "trend.deaths")) == [str(year) for year in range(2013, 2021)]
    assert counts(found, "reviews.counted")["deaths"] == 2
    assert any(one.code == "no-year" for one in found.quality)


def test_homicides_and_suicides_apart() -> None:
    material = together(
        death(1, {"death_date": "2012"}),
        death(2, {"death_date": "2012", "death_type": "suicide"}),
    )
    found = analyse(material)
    assert counts(found, "trend.homicides") == counts(found, "trend.suicides") == {"2012": 1}
    assert counts(found, "trend.deaths") == {"2012": 2}


@pytest.mark.parametrize(
    ("died", "published", "months"),
    [
        ("2015-01", "2018-01", 36),
        ("2015-12-31", "2016-01-01", 1),
        ("2015", "2018-01", None),  # a bare year has no month
        ("2018-01", "2015-01", None),  # published before the death: told, not counted
    ],
)
def test_months_to_publication(died: str, published: str, months: int | None) -> None:
    found = analyse(together(death(1, {"death_date": died, "published_on": published})))
    told = found.tally("reviews.time_to_publication")
    assert (row(found, told.id, "median").value if told else None) == months


def test_quartiles_are_linear_between_values() -> None:
    rows = [death(n, {"death_date": "2015-01", "published_on": f"2016-0{n}"}) for n in range(1, 5)]
    found = table(analyse(together(*rows)), "reviews.time_to_publication")
    assert [one.value for one in found.findings] == [12.75, 13.5, 14.25]
    assert found.findings[0].unit == "months"


def test_a_published_review_without_a_status_is_published() -> None:
    material = together(
        death(1, {"published_on": "2018-05"}),
        death(2, {"review_status": "in-progress"}),
        death(3),
    )
    found = analyse(material)
    assert counts(found, "reviews.status") == {"published": 1, "in progress": 1}
    assert table(found, "reviews.status").not_recorded == 1


def test_reviews_of_a_library_by_year() -> None:
    found = analyse(
        library(
            [
                ReviewEntry(id="R1", published="2018-05", year_of_death=2015),
                ReviewEntry(id="R2", published="2019", year_of_death=2015),
                ReviewEntry(id="R3"),
            ],
            [],
        )
    )
    assert counts(found, "trend.published") == {"2018": 1, "2019": 1}
    assert counts(found, "trend.reviewed") == {"2015": 2}
    assert table(found, "trend.published").not_recorded == 1


def test_a_review_that_is_not_published_yet_lacks_no_year() -> None:
    values = [{"published_on": "2018-05"}, {"review_status": "with-quality-assurance"}, {}]
    register = together(*(death(n, one) for n, one in enumerate(values, 1))).register
    reviews = tuple(
        ReviewEntry(id=one.id, incident=one.id, published=str(one.values.get("published_on", "")))
        for one in register.incidents
    )
    found = table(analyse(Material(register=register, reviews=reviews)), "trend.published")
    assert (found.total, found.not_recorded) == (2, 1)  # the third may have been published


def test_kinds_are_those_of_the_reviews_that_are_counted() -> None:
    register = together(*(death(n, {"review_kind": "dhr"}) for n in (1, 2))).register
    assert counts(analyse(Material(register=register)), "reviews.kind") == {"dhr": 2}
    review = ReviewEntry(id="R1", kind="dhr", incident=register.incidents[0].id)
    found = analyse(Material(register=register, reviews=(review,)))
    assert counts(found, "reviews.kind")["dhr"] == counts(found, "reviews.counted")["reviews"] == 1


def test_a_linked_review_counts_once() -> None:
    register = death(1, {"published_on": "2018-05", "death_date": "2015-02"}).incidents
    material = together(death(1, {"published_on": "2018-05", "death_date": "2015-02"}))
    linked = Material(
        register=material.register,
        reviews=(ReviewEntry(id="R1", incident=register[0].id, published="2018-05"),),
    )
    assert counts(analyse(linked), "trend.published") == {"2018": 1}


def test_a_review_without_a_year_is_left_out_and_told() -> None:
    reviews = [ReviewEntry(id="R1", year_of_death=2015), ReviewEntry(id="R2")]
    found = analyse(library(reviews, []), Selection(first=2014))
    assert counts(found, "reviews.counted")["reviews"] == 1
    assert [one.ids for one in found.quality if one.code == "no-year"] == [("R2",)]
    assert not [one for one in analyse(library(reviews, [])).quality if one.code == "no-year"]
