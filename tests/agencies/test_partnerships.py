"""Partnerships by the names that reviews give them."""

import csv
from pathlib import Path

import pytest

from learnt.agencies import find_partnership, match_agency
from learnt.agencies.names import slug
from learnt.agencies.partnerships import council_name, partnership_place, partnerships
from learnt.agencies.register import built_in


@pytest.mark.parametrize(
    "name",
    [
        "Norfolk",
        "Norfolk County Community Safety Partnership",
        "Norfolk CSP",
        "the Norfolk County Community Safety Partnership (NCCSP)",
        "NORFOLK",
    ],
)
def test_names_of_one_partnership_are_joined(name: str) -> None:
    found = find_partnership(name)
    assert found
    assert found.id == "norfolk-community-safety-partnership"
    assert (found.police, found.council) == ("norfolk-police", "norfolk-council")


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("Safer Leeds", "Leeds"),
        ("Safer Peterborough Partnership", "Peterborough"),
        ("London Borough of Ealing", "Ealing"),
        ("Southend", "Southend-on-Sea"),
        ("Newcastle-under-Lyme", "Newcastle-Under-Lyme"),
        ("South Norfolk", "South Norfolk"),  # another partnership than Norfolk
        ("Loxley", None),
        ("", None),
        ("Safer", None),
    ],
)
def test_areas_are_told(name: str, area: str | None) -> None:
    found = find_partnership(name)
    assert (found.area if found else None) == area


def test_a_council_printed_is_the_council_of_the_area() -> None:
    alone = [p for p in partnerships().all if p.council == f"{slug(p.area)}-council"]
    assert len(alone) > 100
    for one in alone:
        assert match_agency(f"{one.area} Council", register=built_in()).agency == one.council
        for alias in one.aliases:
            told = match_agency(f"{alias} Council", register=built_in()).agency
            assert told == one.council or " " in alias, alias


def test_a_bodys_area_is_in_the_register() -> None:
    known = built_in().bodies
    for one in partnerships().all:
        bodies = (one.police, one.icb, one.health_board, one.ambulance)
        assert all(body in known for body in bodies if body), one.id


def test_the_place_is_left_of_an_unknown_partnership() -> None:
    assert partnership_place("Safer and Stronger Loxley Partnership") == "loxley"
    assert partnership_place("Loxley and Arden Community Safety Board") == "loxley and arden"


def test_county_councils_are_told_from_others() -> None:
    assert council_name("norfolk-council") == "Norfolk County Council"
    assert council_name("leeds-council") == "Leeds Council"


def test_all_partnerships_of_the_dataset_are_there(shared: Path) -> None:
    with (shared / "dhrd" / "incidents.csv").open(encoding="utf-8") as file:
        rows = {(row["csp"], row["region"]) for row in csv.DictReader(file)}
    told = {(one.area, one.region) for one in partnerships().all if one.source == "dhrd"}
    assert told == rows
    for csp, _ in rows:
        found = find_partnership(csp)
        assert found
        assert found.area == csp
