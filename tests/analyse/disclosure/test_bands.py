"""Bands and years merge with their neighbours, as few as need be."""

import pytest

from learnt.analyse.disclosure.bands import cut, protect_bands
from learnt.analyse.disclosure.ranges import name_of, range_of
from tests.analyse.disclosure.making import RULES

AGES = ["20 and under", "21–30", "31–40", "41–50", "51–60", "61 and over"]

MERGED = [
    ([9, 8, 7, 6, 5, 5], AGES),  # nothing small: as they are
    ([1, 2, 3, 3, 3, 3], ["40 and under", "41 and over"]),  # the most even of the cuts
    ([0, 10, 0, 10, 0, 0], ["30 and under", "31 and over"]),
    ([0, 5, 1, 0, 5, 5], ["30 and under", "31–60", "61 and over"]),
]


@pytest.mark.parametrize(("counts", "expected"), MERGED)
def test_neighbours_are_put_together(counts: list[int], expected: list[str]) -> None:
    found = protect_bands(AGES, counts, RULES)
    assert [cell.group for cell in found.cells] == expected
    assert [one for cell in found.cells for one in cell.members] == AGES


@pytest.mark.parametrize("counts", [[0, 0, 14, 2, 0, 0], [1, 1, 1, 1, 1, 1], [9, 0, 0, 0, 0, 0]])
def test_bands_that_cannot_be_cut_are_withheld_whole(counts: list[int]) -> None:
    assert protect_bands(AGES, counts, RULES).whole == "few"


def test_parts_are_cut_where_the_whole_is() -> None:
    parts = [[6, 1, 8, 5], [5, 5, 0, 6]]
    assert cut(parts, [1, 2, 3], RULES) == (1, 3)
    assert cut(parts, [2], RULES) == (2,)


NAMES = [
    (["16-24", "25-34"], "16–34"),
    (["20 and under", "21–30"], "30 and under"),
    (["Under 20", "20-24", "25-34"], "Under 35"),
    (["51–60", "61 and over"], "51 and over"),
    (["55-64", "65+"], "55+"),
    (["2011", "2012", "2013"], "2011–2013"),
    (["low", "middle"], "low to middle"),
    (["21–30"], "21–30"),
]


@pytest.mark.parametrize(("bands", "expected"), NAMES)
def test_merged_bands_are_named_from_end_to_end(bands: list[str], expected: str) -> None:
    assert name_of(bands) == expected


RANGES = [
    ("21–30", (21, 30)),
    ("20 and under", (0, 20)),
    ("Under 20", (0, 19)),
    ("61 and over", (61, 120)),
    ("65+", (65, 120)),
    ("2014", (2014, 2014)),
    ("not in years", (0, 120)),
]


@pytest.mark.parametrize(("band", "expected"), RANGES)
def test_a_band_says_from_where_to_where(band: str, expected: tuple[int, int]) -> None:
    assert range_of(band) == expected
