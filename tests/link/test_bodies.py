import pytest
from msgspec.structs import replace

from learnt.link.bodies import OTHER, SAME, SECTOR, UNKNOWN, Addressed, nearness
from learnt.records import Addressee
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
        ("Wick Fire and Rescue Service", "Wick Chamber of Commerce", UNKNOWN),  # both "other"
    ],
)
def test_bodies_are_near_by_type(one: str, other: str, near: float) -> None:
    first, second = (Addressed(entry("x", to=name)) for name in (one, other))
    assert nearness(first, second) == nearness(second, first) == near


def test_predecessor_and_successor_are_one_body() -> None:
    then = Addressee(printed="Then", agency="then", type="x", agency_now="now")
    now = Addressee(printed="Now", agency="now", type="y", agency_now="now")
    first, second = (Addressed(replace(entry("x"), addressees=(one,))) for one in (then, now))
    assert nearness(first, second) == SAME


def test_null_is_looked_at_and_not_told() -> None:
    nobody = Addressee(printed="Wick Police", agency=None, type=None, agency_now=None)
    assert not Addressed(replace(entry("x"), addressees=(nobody,))).types
