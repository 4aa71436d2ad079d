"""Age bands: one scheme a table, none overlapping, everybody in one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.analyse.ages import Aged, band, parse_band

DHRD = ("16-19", "20-24", "25-34", "35-44", "45-54", "55-64", "65+")
TEN = ("20 and under", "21–30", "31–40", "41–50", "51–60", "61 and over")


def of_years(*years: int) -> list[Aged]:
    """Give people of these ages."""
    return [Aged(f"y{number}", years=age) for number, age in enumerate(years)]


def of_bands(*bands: str) -> list[Aged]:
    """Give people whose age is known as a band only."""
    return [Aged(f"b{number}", printed=text) for number, text in enumerate(bands)]


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (16, TEN[0]),
        (20, TEN[0]),
        (21, TEN[1]),
        (30, TEN[1]),
        (31, TEN[2]),
        (50, TEN[3]),
        (61, TEN[5]),
    ],
)
def test_edges_of_the_ten_year_bands(age: int, expected: str) -> None:
    assert band(of_years(age)).of[0][1] == expected


def test_ages_in_years_have_ten_year_bands() -> None:
    assert band(of_years(18, 45)).labels == TEN


def test_one_band_among_years_makes_all_bands() -> None:
    found = band([*of_years(18, 45), *of_bands("25-34")])
    assert found.labels == DHRD
    assert [label for _, label in found.of] == ["16-19", "45-54", "25-34"]


def test_nobody_recorded_is_nobody_counted() -> None:
    assert band([Aged("a")]).of == (("a", None),)


def test_a_band_that_overlaps_two_joins_them() -> None:
    found = band(of_bands("20-34", "25-34", "20-24", "35-44"))
    assert found.labels == ("16-19", "20-34", "35-44", "45-54", "55-64", "65+")
    assert [label for _, label in found.of] == ["20-34", "20-34", "20-34", "35-44"]
    assert found.note.startswith("1 person is recorded in a band 20-34")


def test_an_open_band_joins_the_last_two() -> None:
    found = band(of_bands("60+", "65+"))
    assert found.labels[-1] == "55+"
    assert [label for _, label in found.of] == ["55+", "55+"]


def test_bands_of_ten_years_stay_bands_of_ten_years() -> None:
    found = band(of_bands("0-19", "21-30", "31-40", "61+"))
    assert found.labels == TEN
    assert [one for _, one in found.of] == [TEN[0], TEN[1], TEN[2], TEN[5]]
    assert not found.note


def test_a_band_over_two_of_ten_years_joins_them() -> None:
    found = band([*of_bands("21-30", "31-40", "41-50", "60+"), *of_years(55)])
    assert found.labels == (*TEN[:4], "51 and over")
    assert [one for _, one in found.of] == [*TEN[1:4], "51 and over", "51 and over"]
    younger = band(of_bands("31-40", "41-50", "18-25"))
    assert younger.labels[0] == "30 and under"


def test_as_many_of_either_scheme_are_those_of_the_register() -> None:
    found = band(of_bands("25-34", "31-40"))
    assert found.labels == ("16-19", "20-24", "25-44", "45-54", "55-64", "65+")


def test_a_band_wider_than_two_is_told_and_not_counted() -> None:
    found = band(of_bands("18-60", "25-34"))
    assert [label for _, label in found.of] == [None, "25-34"]
    assert "18-60 fit no band" in found.note


def test_children_have_a_band_only_if_there_are_any() -> None:
    assert "0-15" not in band(of_bands("25-34")).labels
    assert band([*of_bands("25-34"), *of_years(12)]).labels[0] == "0-15"


def test_tables_of_one_report_share_their_bands() -> None:
    found = band(of_years(27, 55), [*of_years(27, 55), *of_bands("20-34")])
    assert found.labels == ("16-19", "20-34", "35-44", "45-54", "55-64", "65+")
    assert [label for _, label in found.of] == ["20-34", "55-64"]
    assert found.note.startswith("Bands are put together where another table")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25-34", (25, 34)),
        ("25–34", (25, 34)),
        ("65+", (65, 120)),
        ("34-25", None),
        ("adult", None),
        ("", None),
        ("25", None),
    ],
)
def test_printed_bands(text: str, expected: tuple[int, int] | None) -> None:
    assert parse_band(text) == expected


PRINTED = st.sampled_from([*DHRD, "20-34", "60+", "18-24", "40-49", ""])
PEOPLE = st.lists(
    st.one_of(
        st.integers(0, 110).map(lambda age: Aged("a", years=age)),
        PRINTED.map(lambda text: Aged("a", printed=text)),
    ),
    min_size=1,
    max_size=25,
)


@settings(deadline=None)
@given(PEOPLE)
def test_no_two_bands_overlap_and_each_age_is_in_its_band(people: list[Aged]) -> None:
    found = band(people)
    spans = [parse_band(label) for label in found.labels] if found.labels[0] not in TEN else []
    known = [span for span in spans if span]
    assert all(first[1] < second[0] for first, second in pairwise(known))
    assert {label for _, label in found.of} <= {*found.labels, None}
    for person, (_, label) in zip(people, found.of, strict=True):
        if person.years is not None and known:
            low, high = parse_band(label or "") or (1, 0)
            assert low <= person.years <= high
