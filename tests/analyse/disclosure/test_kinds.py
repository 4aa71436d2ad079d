"""Broad kinds of relationship beside finer groups and tags: too few of a kind are never left without a name."""

import pytest

from learnt.analyse.disclosure import protect
from learnt.analyse.disclosure.decide import decide
from learnt.analyse.measures import title_of
from learnt.records.finding import Analysis, Tally
from tests.analyse.disclosure.making import RULES, table

DEATHS = {"homicide": 26, "suicide": 15}
ROWS = {"husband": 17, "partner": 7, "ex-partner": 5, "son": 5, "brother": 4, "daughter": 2}


def told(*tallies: Tally) -> dict[str, dict[str, int | None]]:
    kinds = table("joint.death_type", DEATHS, personal=False)
    public = protect(Analysis(tallies=(kinds, *tallies)))
    return {one.id: {row.group: row.numerator for row in one.findings} for one in public.tallies}


BESIDE: list[tuple[str, dict[str, int], dict[str, int], dict[str, int]]] = [
    (
        "one intimate partner is among the others: the smallest that is named joins her",
        {"intimate partner": 30, "familial": 11},
        {**ROWS, "wife": 1},
        {"husband": 17, "partner": 7, "son": 5, "Other groups": 12},
    ),
    (
        "all intimate partners are named, and six of the family are not",
        {"intimate partner": 29, "familial": 11},
        ROWS,
        {"husband": 17, "partner": 7, "ex-partner": 5, "son": 5, "Other groups": 6},
    ),
    (
        "five of each kind are among the others",
        {"intimate partner": 29, "familial": 12},
        {"husband": 24, "son": 7, "wife": 3, "girlfriend": 2, "brother": 3, "daughter": 2},
        {"husband": 24, "son": 7, "Other groups": 10},
    ),
    (
        "partners join a small group of brothers, and then sons, or four of the family would be left",
        {"intimate partner": 29, "familial": 12},
        {"husband": 24, "partner": 5, "son": 8, "brother": 4},
        {"husband": 24, "Other groups": 17},
    ),
]


@pytest.mark.parametrize(("why", "broad", "finer", "expected"), BESIDE)
def test_what_is_left_of_a_kind_is_nobody_or_enough(
    why: str, broad: dict[str, int], finer: dict[str, int], expected: dict[str, int]
) -> None:
    kinds = table("joint.sub_type", broad, unit="incidents")
    one = table("joint.relationship_to_victim", finer)
    found = told(kinds, one)[one.id]
    assert found == expected, why


def test_a_broad_table_that_is_withheld_gives_nothing_back() -> None:
    one = table("joint.relationship_to_victim", {**ROWS, "wife": 1})
    named = {"husband": 17, "partner": 7, "ex-partner": 5, "son": 5, "Other groups": 7}
    assert told(one)[one.id] == named


def test_a_part_names_no_group_that_the_whole_puts_together() -> None:
    """Else the other part's number could be worked out from the sum."""
    broad = table("joint.sub_type", {"intimate partner": 30, "familial": 11}, unit="incidents")
    whole = table(
        "joint.relationship_to_victim", {"husband": 17, "ex-partner": 12, "wife": 1, "son": 11}
    )
    parts = [
        table("homicides.relationship_to_victim", {"husband": 11, "ex-partner": 7, "wife": 1, "son": 7}),
        table("suicides.relationship_to_victim", {"husband": 6, "ex-partner": 5, "son": 4}),
    ]  # fmt: skip
    found = told(broad, whole, *parts)
    joint = set(found[whole.id])
    assert all(set(found[one.id]) <= joint for one in parts)


TAGGED = [
    ("one death is of neither kind", (53, 5), 59, "linked"),
    ("five are", (49, 5), 59, ""),
    ("none is", (54, 5), 59, ""),
    ("some have both tags: how many are of neither, nobody can know", (50, 30), 59, ""),
]


@pytest.mark.parametrize(("why", "tags", "deaths", "mark"), TAGGED)
def test_two_tags_do_not_tell_how_few_have_none(
    why: str, tags: tuple[int, int], deaths: int, mark: str
) -> None:
    names = [
        title_of("incidents", one) for one in ("intimate_partner_violence", "familial_homicide")
    ]
    one = table(
        "register-tags.incident_tags", dict(zip(names, tags, strict=True)), "tags", total=deaths
    )
    cells = {cell.group: cell.mark for cell in decide((one,), (), RULES)[one.id].cells}
    assert cells == {names[0]: "", names[1]: mark}, why
