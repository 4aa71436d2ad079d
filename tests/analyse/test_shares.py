"""Shares: rounding half up, Wilson's interval, people and mentions kept apart."""

from statistics import stdev
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, chi2, t

from learnt.analyse.averages import mean_interval, t_quantile
from learnt.analyse.problems import BadTally, MixedShares
from learnt.analyse.rates import poisson_interval, rate
from learnt.analyse.shares import Cases, Mentions, percent, share_of_people, wilson


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (7, 15, 47),  # the hand-made report says 46
        (1, 8, 13),  # 12.5: half up, where rounding to even gives 12
        (1, 40, 3),  # 2.5
        (0, 3, 0),
        (3, 3, 100),
    ],
)
def test_percent_rounds_half_up(part: int, whole: int, expected: int) -> None:
    assert percent(part, whole) == expected


def test_percent_with_a_decimal() -> None:
    assert percent(222, 619, 1) == 35.9


@settings(deadline=None)
@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_that_of_scipy(case: tuple[int, int]) -> None:
    part, whole = case
    theirs = binomtest(part, whole).proportion_ci(method="wilson")
    assert wilson(part, whole) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 500))
def test_poisson_interval_is_garwoods(count: int) -> None:
    low = chi2.ppf(0.025, 2 * count) / 2 if count else 0.0
    assert poisson_interval(count) == pytest.approx((low, chi2.ppf(0.975, 2 * count + 2) / 2))


@settings(deadline=None)
@given(st.integers(1, 400))
def test_t_is_that_of_scipy(freedom: int) -> None:
    assert t_quantile(freedom) == pytest.approx(t.ppf(0.975, freedom))


@pytest.mark.parametrize(
    "ages",
    [
        [41.0],
        [28.0, 66.0],  # by t it would reach from -195 to 289
        [20.0, 20.0, 20.0, 20.0, 100.0],  # from -8
    ],
)
def test_few_or_scattered_values_have_no_interval(ages: list[float]) -> None:
    assert mean_interval(ages) is None


def test_five_values_have_an_interval() -> None:
    ages = [23.0, 27.0, 27.0, 55.0, 63.0]
    half = t.ppf(0.975, 4) * stdev(ages) / 5**0.5
    assert mean_interval(ages) == pytest.approx((39 - half, 39 + half))


def test_rate_over_a_period_and_a_year() -> None:
    assert rate(15, 850_000)[0] == pytest.approx(1.7647, abs=1e-4)
    assert rate(15, 850_000, 10)[0] == pytest.approx(0.17647, abs=1e-5)


def test_mentions_are_no_share_of_people() -> None:
    mixed: Any = Mentions(3)
    with pytest.raises(MixedShares):
        share_of_people(mixed, Cases(15))


def test_part_larger_than_the_whole_is_refused() -> None:
    with pytest.raises(BadTally):
        share_of_people(Cases(16), Cases(15))
