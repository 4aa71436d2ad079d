"""Where homicides and suicides are not told apart, nothing tells how many there are, nor what is known of them."""

import msgspec
import pytest

from learnt.analyse import analyse
from learnt.analyse.disclosure import protect
from learnt.records.case import Material, Value
from learnt.records.finding import Analysis
from tests.analyse.disclosure.registers import register

OF_HOMICIDES = ("homicide_suicide", "court_verdict", "death_type")


def with_suicides(seed: int, many: int) -> Analysis:
    """Give the public analysis of a register of 24 deaths of which the first `many` are suicides."""
    register_of = register(seed, 24).register

    def told(values: dict[str, Value]) -> dict[str, Value]:
        return {name: value for name, value in values.items() if name not in OF_HOMICIDES}

    incidents = tuple(
        msgspec.structs.replace(
            one,
            values={**told(one.values), "death_type": "suicide" if at < many else "homicide"},
        )
        for at, one in enumerate(register_of.incidents)
    )
    people = tuple(
        msgspec.structs.replace(one, values=told(one.values)) for one in register_of.perpetrators
    )
    changed = msgspec.structs.replace(register_of, incidents=incidents, perpetrators=people)
    return protect(analyse(Material(register=changed, source="invented")))


@pytest.mark.parametrize("seed", [3, 4, 8])
def test_none_to_four_suicides_read_the_same(seed: int) -> None:
    """Whether a table of suicides is named would tell that there are some, and of what nothing is recorded."""
    first, *others = (with_suicides(seed, many) for many in range(5))
    assert all(one == first for one in others)
    names = {one.id for one in first.tallies}
    assert {"suicides.sex_of_victim", "homicides.sex_of_victim", "trend.suicides"} <= names
    assert first.tally("suicides.hospital_order") is None


def test_five_suicides_are_told() -> None:
    found = with_suicides(3, 5).tally("joint.death_type")
    assert found is not None
    assert [(one.group, one.numerator) for one in found.findings] == [
        ("homicide", 19),
        ("suicide", 5),
    ]
