"""Leaks made by hand, each with the neighbour that is none."""

import msgspec
import pytest

from learnt.analyse.disclosure import audit
from learnt.records.finding import Analysis, Finding, ShareOfPeople
from tests.analyse.disclosure.making import public, table

SEX, KIN = "sex_of_victim", "relationship_to_victim"


def found(analysis: Analysis) -> set[tuple[str, str]]:
    return {(one.tally, one.group) for one in audit(analysis)}


def test_a_single_withheld_row_comes_back_from_the_total() -> None:
    leak = public(table(f"joint.{SEX}", {"Female": 13, "Male": None}, total=15))
    assert found(leak) == {(f"joint.{SEX}", "Male")}


def test_two_withheld_rows_leave_room() -> None:
    marks = {"Female": "linked", "Male": "small"}
    safe = table(f"joint.{SEX}", {"Female": None, "Male": None}, total=15, marks=marks)  # type: ignore[arg-type]  # literals
    assert found(public(safe)) == set()


def test_two_small_rows_of_a_large_rest_leave_none() -> None:
    """Both under 5 and eight together: four each."""
    leak = public(table(f"joint.{KIN}", {"husband": 20, "son": None, "sister": None}, total=28))
    assert found(leak) == {(f"joint.{KIN}", "son"), (f"joint.{KIN}", "sister")}


def test_a_part_comes_back_from_the_whole_and_the_other_part() -> None:
    whole = table("joint.parent", {"Parent": 30}, "tags", total=60)
    one = table("homicides.parent", {"Parent": 28}, "tags", total=40)
    other = table("suicides.parent", {"Parent": None}, "tags", total=20)
    assert found(public(whole, one, other)) == {("suicides.parent", "Parent")}
    hidden = table(
        "homicides.parent", {"Parent": None}, "tags", total=40, marks={"Parent": "linked"}
    )
    assert found(public(whole, hidden, other)) == set()


def test_both_sides_come_back_from_either() -> None:
    rows = {
        "the person who died": 10,
        "the person who abused or killed": 12,
        "either": 20,
        "both": None,
    }
    assert found(public(table("joint.alcohol", rows, "tags", total=40))) == {
        ("joint.alcohol", "both")
    }


def test_a_withheld_tag_comes_back_from_the_mentions() -> None:
    rows = {"Housing": None, "Alcohol": 12}
    tags = table("joint.victim_vulnerabilities", rows, "tags", total=30)
    mentions = table(
        "joint.victim_vulnerability_mentions", {"Alcohol": 12, "Housing": 3}, unit="mentions"
    )
    assert ("joint.victim_vulnerabilities", "Housing") in found(public(tags, mentions))


def test_a_mean_gives_back_a_band() -> None:
    """Of twelve children and old people with a mean age of 8, one at most is over sixty."""
    bands = table(
        "joint.age_of_victim",
        {"20 and under": None, "61 and over": None},
        "ordered",
        total=12,
        marks={"20 and under": "linked"},
    )
    mean = Finding(
        measure="mean_age_of_victim", group="mean", numerator=12, value=8.0, unit="years"
    )
    average = table("joint.mean_age_of_victim", {}, "single", total=12, unit="years")
    average = msgspec.structs.replace(average, findings=(mean,))
    assert found(public(bands)) == set()
    assert found(public(bands, average)) == {
        ("joint.age_of_victim", "20 and under"),
        ("joint.age_of_victim", "61 and over"),
    }
    older = msgspec.structs.replace(mean, value=22.0)
    assert found(public(bands, msgspec.structs.replace(average, findings=(older,)))) == set()


LEFT = [
    {"share": ShareOfPeople(value=0.1, low=0.0, high=0.3)},
    {"value": 2.0},
    {"denominator": 20},
    {"low": 0.1},
    {"not_recorded": 3},
]


@pytest.mark.parametrize("left", LEFT)
def test_a_number_left_in_a_withheld_row_is_a_breach(left: dict[str, object]) -> None:
    marks = {"Female": "linked", "Male": "small"}
    safe = table(f"joint.{SEX}", {"Female": None, "Male": None}, total=15, marks=marks)  # type: ignore[arg-type]  # literals
    row = Finding(measure=SEX, group="Male", withheld="small", **left)  # type: ignore[arg-type]  # fields by name
    leak = msgspec.structs.replace(safe, findings=(safe.findings[0], row))
    assert found(public(leak)) == {(f"joint.{SEX}", "Male")}


def test_ids_and_small_numbers_are_breaches_by_themselves() -> None:
    told = table(f"joint.{SEX}", {"Female": 12, "Male": 4})
    with_ids = msgspec.structs.replace(told.findings[0], ids=("V1",))
    leak = msgspec.structs.replace(told, findings=(with_ids, told.findings[1]))
    assert found(public(leak)) == {(f"joint.{SEX}", "Female"), (f"joint.{SEX}", "Male")}


def test_small_numbers_that_are_not_of_people_are_none() -> None:
    areas = table("joint.area", {"Ashmere": 12, "Coldwick": 1}, personal=False)
    assert found(public(areas)) == set()


@pytest.mark.parametrize(("recorded", "leaks"), [(11, True), (10, False)])
def test_a_mark_tells_what_a_row_is_at_least(recorded: int, leaks: bool) -> None:
    """Of 11 recorded "not shown" means 7 or more, and 8 are parents; of 10 it means 6 or more."""
    parents = table("joint.parent", {"A parent": 8}, "tags", total=13)
    young = table(
        "joint.children_under_18",
        {"Children under 18": None},
        "tags",
        total=13,
        not_recorded=13 - recorded,
        marks={"Children under 18": "linked"},
    )
    assert bool(found(public(parents, young))) == leaks
