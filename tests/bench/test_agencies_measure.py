"""The score of addressees: each kind of error is counted as what it is."""

from typing import Any

import pytest
from benchmarks.measures.agencies import APART, JOINED, NOW, TYPES, measure, unresolved

from tests.agencies.factory import review_of


def item(printed: str, types: list[str], **more: Any) -> dict[str, Any]:
    return {"id": printed, "printed": printed, "types": types, **more}


@pytest.mark.parametrize(
    ("marked", "right"),
    [
        (item("Loxley Constabulary", ["police"]), 1),
        (item("Loxley Constabulary", ["courts"]), 0),
        (item("Loxley Constabulary", ["courts", "police"]), 1),
        (item("as above", []), 1),  # left open, as it should be
        (item("Loxley Constabulary", []), 0),  # told, though nobody can tell
        (item("Employers", ["courts", "unresolved"]), 1),
    ],
)
def test_types_are_judged(marked: dict[str, Any], right: int) -> None:
    tally = measure([marked]).tallies[TYPES]
    assert (tally.right, tally.of) == (right, 1)


def test_pairs_of_one_body_and_of_two_are_counted_apart() -> None:
    items = [
        item("Loxley Police", ["police"], same="a"),
        item("Loxley Constabulary", ["police"], same="a"),
        item("the police", ["police"], same="a"),  # without an area: not joined
        item("Arden Police", ["police"], same="b"),
        item("Arden Constabulary", ["police"], same="c"),  # wrongly marked as another
    ]
    result = measure(items)
    assert (result.tallies[JOINED].right, result.tallies[JOINED].of) == (1, 3)
    assert (result.tallies[APART].right, result.tallies[APART].of) == (2, 3)
    assert len(result.misses) == 3


def test_the_body_of_today_is_compared() -> None:
    right = item("NPS", ["probation"], now="Probation Service")
    wrong = item("NPS", ["probation"], now="Home Office")
    tally = measure([right, wrong]).tallies[NOW]
    assert (tally.right, tally.of) == (1, 2)


def test_addressees_are_counted_by_what_is_told() -> None:
    review = review_of("Loxley", "Loxley Police", "Medical Centre", "Haven", "All agencies")
    assert set(unresolved([review]).values()) == {1}
