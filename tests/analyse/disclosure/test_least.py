"""A withheld number is told to be so many or more only where "fewer than 5" beside it tells that anyway."""

import pytest

from learnt.analyse.disclosure import audit, protect
from learnt.analyse.disclosure.relations import relate
from learnt.analyse.disclosure.solve import bounds
from learnt.analyse.disclosure.system import rows_of
from learnt.records.finding import Analysis, Tally
from tests.analyse.disclosure.making import RULES, table

TOLD: list[tuple[str, Tally, int]] = [
    ("two are outside", table("joint.sex_of_victim", {"Female": 18, "Male": 2}), 16),
    ("nobody is outside, which is the same", table("joint.sex_of_victim", {"Female": 20}), 16),
    (
        "of those recorded only",
        table("joint.sex_of_victim", {"Female": 18, "Male": 1}, total=24, not_recorded=5),
        15,
    ),
    ("a fact of nearly all", table("joint.parent", {"Parents": 19}, "tags", total=20), 16),
    (
        "the least base that is told at all",
        table("joint.sex_of_victim", {"Female": 9, "Male": 1}),
        6,
    ),
]
NOT_TOLD: list[tuple[str, Tally]] = [
    ("five are outside: the number itself is told", table("joint.parent", {"Parents": 15}, "tags", total=20)),
    ("fewer than ten recorded: withheld whole", table("joint.sex_of_victim", {"Female": 8, "Male": 1})),
    (
        "each row has its own base, which is not told",
        table("joint.victim_mental_health_kinds", {"Anxiety": 19, "Depression": 8}, "tags", total=20),
    ),
    ("merged, and so told", table("joint.method", {"a": 12, "b": 4, "c": 4})),
]  # fmt: skip


def protected(tally: Tally) -> Analysis:
    return protect(Analysis(tallies=(tally,)))


@pytest.mark.parametrize(("why", "tally", "least"), TOLD)
def test_nearly_everybody_is_so_many_or_more(why: str, tally: Tally, least: int) -> None:
    found = protected(tally).tallies[0].findings
    assert [one.least for one in found] == [least, None][: len(found)], why
    assert all(one.numerator is None for one in found)


@pytest.mark.parametrize(("why", "tally"), NOT_TOLD)
def test_else_nothing_is_told_of_a_withheld_number(why: str, tally: Tally) -> None:
    assert [one.least for one in protected(tally).tallies[0].findings if one.least] == [], why


def test_a_part_that_is_withheld_tells_no_bound() -> None:
    """Of 20 homicides 19 were parents: it is not told apart, so "16 or more" is said of all deaths alone."""
    kinds = table("joint.death_type", {"homicide": 20, "suicide": 10}, personal=False)
    whole = table("joint.parent", {"Parents": 28}, "tags", total=30)
    parts = [
        table("homicides.parent", {"Parents": 19}, "tags", total=20),
        table("suicides.parent", {"Parents": 9}, "tags", total=10),
    ]
    public = protect(Analysis(tallies=(kinds, whole, *parts)))
    found = {one.id: [row.least for row in one.findings] for one in public.tallies}
    assert found["joint.parent"] == [26]
    assert not any(any(rows) for name, rows in found.items() if not name.startswith("joint."))


@pytest.mark.parametrize("outside", range(5))
def test_the_bound_takes_no_possible_number_away(outside: int) -> None:
    """Whoever knows the rules has the same five numbers without it, and is left with them."""
    public = protected(table("joint.sex_of_victim", {"Female": 20 - outside, "Male": outside}))
    system = rows_of(public, RULES)
    relate(system, public.tallies, RULES)
    assert set(bounds(system).values()) == {(16, 20), (0, 4)}
    assert audit(public) == ()
