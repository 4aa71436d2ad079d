import pytest

from learnt.link.bodies import OTHER, SAME, SECTOR, UNKNOWN, Addressed, nearness
from tests.link.factories import entry


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Wick Police", "Ashby Constabulary", SAME),
        ("Fenholme Clinical Commissioning Group", "NHS Fenholme ICB", SAME),
        ("Fenholme ICB", "Ashby Hospital", SECTOR),
        ("Wick Police", "Wick Probation Service", SECTOR),
        ("Wick Police", "Ashby Hospital", OTHER),
        ("Wick Police", "", UNKNOWN),
        ("Wick Police", "All agencies", UNKNOWN),
        ("The Lantern", "Ashby Hospital", UNKNOWN),  # a name that tells nothing
    ],
)
def test_bodies_are_near_by_type(one: str, other: str, near: float) -> None:
    first, second = (Addressed(entry("x", to=name)) for name in (one, other))
    assert nearness(first, second) == nearness(second, first) == near
