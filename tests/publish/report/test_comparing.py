"""Differences are told only where chance alone would not give them."""

import pytest
from msgspec.structs import replace

from learnt.publish.report.comparing import (
    beside_published,
    newcombe,
    say_beside,
    say_published,
    verdict,
)
from learnt.records.finding import Comparison
from tests.publish.factories import asks, mean, share, tally


def test_newcombe_is_that_of_his_paper() -> None:
    # Newcombe 1998, table II, method 10: 56/70 against 48/80 gives 0.0524 to 0.3339.
    low, high = newcombe(share(56, 70), share(48, 80))
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)


def test_more_often_only_beyond_chance() -> None:
    mine = asks("recommendations.theme", {"Training": 80, "Policy": 20, "Risk": 30}, 100)
    rest = asks("rest.theme", {"Training": 500, "Policy": 500, "Risk": 290}, 1000)
    words = [one.text for one in say_beside(mine, rest, "the rest")]
    assert words == [
        "More often than in the rest: training (80% beside 50%).",
        "Less often than in the rest: policy (20% beside 50%).",
    ]


def test_few_cases_are_similar_or_too_few() -> None:
    mine = asks("recommendations.theme", {"Training": 3}, 5)
    rest = asks("rest.theme", {"Training": 400}, 1000)
    (words,) = say_beside(mine, rest, "the rest")
    assert "too few to tell" in words.text


def test_withheld_shares_are_not_compared() -> None:
    mine = asks("recommendations.theme", {"Training": "small"}, 100)
    rest = asks("rest.theme", {"Training": 500}, 1000)
    assert say_beside(mine, rest, "the rest") == ()


SEX = tally("homicides.sex_of_victim", {"Female": 13, "Male": 2})
PUBLISHED = Comparison(
    tally=SEX.id, group="Female", comparator="80%", value=80, unit="percent", base="127 people"
)


@pytest.mark.parametrize(
    ("value", "differs", "sign"),
    [
        (80, "", 0),  # inside 62% to 96%
        (50, "", 1),
        (99, "", -1),
        (50, "counted by another date", None),  # unlike bases: no difference is told
    ],
)
def test_a_published_figure_beside_ours(value: float, differs: str, sign: int | None) -> None:
    one = replace(PUBLISHED, value=value, differs=differs)
    assert verdict(SEX.findings[0], one) == sign


def test_declined_figures_are_not_set_beside() -> None:
    assert beside_published(SEX, [replace(PUBLISHED, declined="no such base")]) is None
    assert beside_published(SEX, [replace(PUBLISHED, tally="other.one")]) is None


def test_our_figure_is_in_the_unit_of_theirs() -> None:
    table = beside_published(SEX, [replace(PUBLISHED, unit="people", comparator="83", value=83)])
    assert table
    assert table.rows[0][1].text == "13"


def test_a_mean_is_set_beside_a_mean_and_not_beside_how_many_it_is_from() -> None:
    ages = mean("homicides.mean_age_of_victim", 44.6666, 35.25, 54.1, 15)
    theirs = replace(PUBLISHED, tally=ages.id, group="mean", unit="years", comparator="41 years")
    table = beside_published(ages, [theirs])
    assert table
    assert table.rows[0][1].text == "44.7 years"
    odd = replace(theirs, unit="recommendations per review", comparator="8.5")
    table = beside_published(ages, [odd])
    assert table
    assert table.rows[0][1].text == "44.7 years"


def test_the_table_beside_says_why_no_difference_is_told() -> None:
    unlike = replace(PUBLISHED, differs="Counted by another date.")
    table = beside_published(SEX, [unlike])
    assert table
    (row,) = table.rows
    assert [one.text for one in row] == [
        "Female",
        "87%",
        "80%",
        "127 people",
        "not told, since the bases differ: counted by another date",
    ]
    assert say_published(SEX, [unlike]) == ()
