"""Means of enough values; cross tables without a small cell; tables made from others."""

import msgspec
import pytest

from learnt.analyse.disclosure.decide import decide
from learnt.analyse.disclosure.outcomes import Outcome
from learnt.analyse.disclosure.redact import public_tally
from learnt.analyse.measures import title_of
from learnt.records.finding import Finding, Tally
from tests.analyse.disclosure.making import RULES, table

KINDS = table("joint.death_type", {"homicide": 40, "suicide": 20}, personal=False)
BANDS = ("16–24", "25–34", "35–44", "45+")


def averages(section: str, values: int, *names: str) -> Tally:
    empty = table(f"{section}.mean_age_of_victim", {}, "single", total=values, unit="years")
    rows = tuple(
        Finding(
            measure=empty.measure,
            group=name,
            numerator=values,
            value=44.47,
            unit="years",
            low=40.1 if name == "mean" else None,
            high=48.9 if name == "mean" else None,
        )
        for name in names or ("mean", "median")
    )
    return msgspec.structs.replace(empty, findings=rows)


def ages(section: str, *counts: int) -> Tally:
    return table(f"{section}.age_of_victim", dict(zip(BANDS, counts, strict=True)), "ordered")


def told(outcome: Outcome) -> list[str]:
    return [cell.group for cell in outcome.cells if not cell.mark]


def test_a_mean_of_ten_is_told_in_whole_years() -> None:
    mean = averages("joint", 10)
    found = decide((KINDS, mean, ages("joint", 5, 0, 0, 5)), (), RULES)[mean.id]
    assert told(found) == ["mean"]  # the two in the middle stand on either side of 34
    first = public_tally(mean, found, RULES).findings[0]
    assert (first.value, first.low, first.high) == (44.0, None, None)


def test_beside_bands_that_are_told_as_they_are_mean_median_and_interval_are_told() -> None:
    mean = averages("joint", 20)
    found = decide((KINDS, mean, ages("joint", 5, 5, 5, 5)), (), RULES)[mean.id]
    assert told(found) == ["mean", "median"]
    first = public_tally(mean, found, RULES).findings[0]
    assert (first.value, first.low, first.high) == (44.0, 40.0, 49.0)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((2, 3, 5, 9), ["mean", "median"]),  # 16–34 are merged, and the median lies beyond them
        ((7, 1, 4, 5), ["mean"]),  # of 5 from 25 to 44 one at most is younger than 44
        ((7, 2, 4, 8), ["mean", "median"]),  # of 6 from 25 to 44 up to three may be
        ((7, 2, 2, 10), ["mean", "median"]),  # of 11 up to 44 up to ten may be
    ],
)
def test_a_median_gives_no_merged_band_back(counts: tuple[int, ...], expected: list[str]) -> None:
    """The median is 44; told are bands of 5 or more."""
    mean = averages("joint", sum(counts))
    found = decide((KINDS, mean, ages("joint", *counts)), (), RULES)[mean.id]
    assert told(found) == expected


def test_a_mean_near_the_edge_of_all_bands_gives_a_merged_band_back() -> None:
    """Ten people of whom five are 35 or older, and the mean is 25: all the others are very young."""
    mean = averages("joint", 10)
    young = msgspec.structs.replace(mean.findings[0], value=25.6)
    found = decide(
        (KINDS, msgspec.structs.replace(mean, findings=(young,)), ages("joint", 3, 2, 5, 0)),
        (),
        RULES,
    )[mean.id]
    assert found.whole == "mean"


@pytest.mark.parametrize(
    ("values", "counts"),
    [
        (9, (9, 9, 9, 9)),  # too few values
        (14, (0, 2, 12, 0)),  # the bands of the same people are withheld
    ],
)
def test_a_mean_is_withheld(values: int, counts: tuple[int, ...]) -> None:
    mean = averages("joint", values)
    assert decide((KINDS, mean, ages("joint", *counts)), (), RULES)[mean.id].whole == "mean"


def test_means_of_parts_need_all_parts() -> None:
    whole, one, other = averages("joint", 30), averages("homicides", 22), averages("suicides", 8)
    found = decide((KINDS, whole, one, other), (), RULES)
    assert [found[name.id].whole for name in (whole, one, other)] == [None, "mean", "mean"]
    small = averages("joint", 25), averages("homicides", 12), averages("suicides", 11)
    assert decide((KINDS, *small), (), RULES)["homicides.mean_age_of_victim"].whole == "mean"


def test_the_lowest_and_the_highest_are_never_told() -> None:
    mean = averages("joint", 30, "lowest", "highest", "mean", "lower quartile")
    assert told(decide((KINDS, mean), (), RULES)[mean.id]) == ["mean", "lower quartile"]
    few = averages("joint", 19, "lower quartile", "mean")
    assert told(decide((KINDS, few), (), RULES)[few.id]) == ["mean"]


def cross(cells: dict[str, int]) -> Tally:
    return table("joint.sex_of_victim_by_age_of_victim", cells, "cross", closed=True)


def cells(women: tuple[int, ...], men: tuple[int, ...]) -> dict[str, int]:
    rows = {"Female": women, "Male": men}
    return {
        f"{sex} × {band}": count
        for sex, counts in rows.items()
        for band, count in zip(BANDS, counts, strict=True)
    }


def test_a_cross_merges_until_no_cell_is_small() -> None:
    sexes = table("joint.sex_of_victim", {"Female": 39, "Male": 21})
    bands = ages("joint", 14, 12, 16, 18)
    asked = cross(cells((11, 9, 9, 10), (3, 3, 7, 8)))
    found = decide((KINDS, sexes, bands, asked), (), RULES)[asked.id]
    assert told(found) == [
        f"{sex} × {band}" for sex in ("Female", "Male") for band in ("16–34", "35–44", "45+")
    ]


def test_a_cross_with_a_small_cell_left_is_withheld() -> None:
    sexes = table("joint.sex_of_victim", {"Female": 50, "Male": 10})
    asked = cross(cells((25, 20, 3, 2), (1, 0, 4, 5)))
    found = decide((KINDS, sexes, ages("joint", 26, 20, 7, 7), asked), (), RULES)
    assert found[asked.id].whole == "cross"


def test_a_cross_is_withheld_with_the_table_of_its_side() -> None:
    sexes = table("joint.sex_of_victim", {"Female": 57, "Male": 3})
    asked = cross(cells((25, 20, 6, 6), (5, 5, 5, 5)))
    found = decide((KINDS, sexes, ages("joint", 30, 25, 11, 11), asked), (), RULES)
    assert found[asked.id].whole == "cross"


def test_mentions_go_where_a_row_of_theirs_is_withheld() -> None:
    rows = {"Alcohol": 20, "Housing": 3}
    tags = table("joint.victim_vulnerabilities", rows, "tags", total=60)
    mentions = table(
        "joint.victim_vulnerability_mentions", {"Alcohol": 20, "Housing": 3}, unit="mentions"
    )
    found = decide((KINDS, tags, mentions), (), RULES)[mentions.id]
    assert found.whole
    assert public_tally(mentions, found, RULES).total is None


def test_sides_are_told_together_or_not_at_all() -> None:
    names = ("the person who died", "the person who abused or killed", "either", "both")
    full = table("joint.alcohol", dict(zip(names, (10, 12, 17, 5), strict=True)), "tags", total=40)
    assert decide((KINDS, full), (), RULES)[full.id].complete()
    part = table("joint.alcohol", dict(zip(names, (10, 12, 19, 3), strict=True)), "tags", total=40)
    assert decide((KINDS, part), (), RULES)[part.id].whole == "plain"


def test_relationships_do_not_give_back_their_broad_kind() -> None:
    broad = table("joint.sub_type", {"intimate partner": 30, "familial": 2}, unit="incidents")
    all_named = table("joint.relationship_to_victim", {"husband": 20, "partner": 12})
    with_rest = table(
        "joint.relationship_to_victim", {"husband": 20, "partner": 7, "son": 3, "x": 2}
    )
    name = all_named.id
    assert decide((KINDS, broad, all_named), (), RULES)[name].whole == "plain"
    assert decide((KINDS, broad, with_rest), (), RULES)[name].complete()


KINDS_OF_TIE = [
    # the tags are told, and the table made from them would have a merged row
    ({"intimate partner": 30, "familial": 12, "neither tagged": 3}, (30, 12), "plain"),
    # the tags are told, and so is the table, in full
    ({"intimate partner": 30, "familial": 12}, (30, 12), None),
    # one tag is withheld (nearly all have it): the table in full would give it back
    ({"intimate partner": 30, "intimate partner and familial": 12}, (42, 12), "plain"),
    # the tags are withheld, and so are the rows
    ({"intimate partner": 40, "familial": 2}, (40, 2), None),
]


@pytest.mark.parametrize(("counts", "tags", "expected"), KINDS_OF_TIE)
def test_broad_kinds_and_tags_do_not_give_one_another_back(
    counts: dict[str, int], tags: tuple[int, int], expected: str | None
) -> None:
    titles = [
        title_of("incidents", name) for name in ("intimate_partner_violence", "familial_homicide")
    ]
    rows = dict(zip(titles, tags, strict=True))
    broad = table("joint.sub_type", counts, unit="incidents")
    of_tags = table("register-tags.incident_tags", rows, "tags", total=sum(counts.values()))
    assert decide((KINDS, broad, of_tags), (), RULES)[broad.id].whole == expected


def test_events_with_several_victims_are_told_or_withheld_whole() -> None:
    """Deaths and people who died are counted in public, so a mark would be no secret."""
    few = table("joint.multiple_victims", {"Several people died": 2}, "tags", total=60)
    many = table("joint.multiple_victims", {"Several people died": 7}, "tags", total=60)
    assert decide((KINDS, few), (), RULES)[few.id].whole == "plain"
    assert decide((KINDS, many), (), RULES)[many.id].complete()
