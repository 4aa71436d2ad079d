"""Rounding, plurals, lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.publish.report.grammar import (
    fill,
    listed,
    one_of,
    percent,
    percent_of,
    plain,
    with_unit,
)


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (7, 15, "47%"),  # a published overview printed 46%
        (1, 8, "13%"),  # 12.5 goes up
        (3, 8, "38%"),  # 37.5 too, where banker's rounding would give 38 and 12
        (0, 9, "0%"),
        (1, 400, "less than 1%"),
        (399, 400, "more than 99%"),
        (9, 9, "100%"),
        (1, 200, "1%"),  # 0.5
    ],
)
def test_percentages_are_halves_up(part: int, whole: int, printed: str) -> None:
    assert percent(part, whole) == printed


@given(st.integers(1, 5000), st.data())
def test_a_percentage_is_near_and_never_hides_somebody(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    printed = percent(part, whole)
    if printed.startswith(("less", "more")):
        assert 0 < part < whole
    else:
        assert abs(int(printed[:-1]) - 100 * part / whole) <= 0.5


@pytest.mark.parametrize(
    ("share", "printed"),
    [
        (0.285, "29%"),
        (0.125, "13%"),
        (0.0, "0%"),
        (1e-17, "0%"),
        (0.004, "less than 1%"),
        (0.996, "more than 99%"),
        (1.0, "100%"),
    ],
)
def test_bounds_are_halves_up_in_decimal(share: float, printed: str) -> None:
    assert percent_of(share) == printed


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [(45.0, 1, "45"), (44.65, 1, "44.7"), (1234.5, 0, "1,235"), (1.005, 2, "1.01"), (0.04, 1, "0")],
)
def test_numbers(value: float, places: int, printed: str) -> None:
    assert plain(value, places) == printed


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [(1, "years", "1 year"), (45.2, "years", "45.2 years"), (1.74, "per 100,000", "1.74 per 100,000"),
     (38, "percent", "38%")],
)  # fmt: skip
def test_units(value: float, unit: str, printed: str) -> None:
    assert with_unit(value, unit) == printed


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("people who died by homicide", "person who died by homicide"),
        ("people who were charged", "person who was charged"),
        ("deaths", "death"),
        ("years", "year"),
        ("sheep", "sheep"),
    ],
)
def test_one_of_many(many: str, one: str) -> None:
    assert one_of(many) == one


@pytest.mark.parametrize(
    ("parts", "printed"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists(parts: list[str], printed: str) -> None:
    assert listed(parts).text == printed


def test_a_pattern_needs_its_parts() -> None:
    assert fill("{n} of {d}", n="1", d="2").text == "1 of 2"
    with pytest.raises(KeyError):
        fill("{n} of {d}", n="1")
