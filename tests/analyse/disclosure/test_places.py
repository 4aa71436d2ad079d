"""Homicides and suicides by area and year, which are told however few, tell nothing of the people."""

from random import Random

import msgspec
import pytest

from learnt.analyse import analyse
from learnt.analyse.disclosure import protect
from learnt.records.case import Material, Value
from tests.analyse.disclosure.registers import register

PLACE_AND_TIME = ("area", "death_date", "death_type")


def moved(material: Material, seed: int) -> Material:
    """Give the register with area and date of each death changed for those of another death of its kind."""
    kept, chance = material.register, Random(seed)
    places = [
        {name: one.values[name] for name in PLACE_AND_TIME if name in one.values}
        for one in kept.incidents
    ]
    by_kind: dict[object, list[dict[str, Value]]] = {}
    for place in places:
        by_kind.setdefault(place.get("death_type"), []).append(place)
    for one in by_kind.values():
        chance.shuffle(one)
    incidents = tuple(
        msgspec.structs.replace(
            one, values={**one.values, **by_kind[one.values.get("death_type")].pop()}
        )
        for one in kept.incidents
    )
    changed = msgspec.structs.replace(kept, incidents=incidents)
    return msgspec.structs.replace(material, register=changed)


@pytest.mark.parametrize("seed", [2, 17, 33])
def test_whoever_died_where_and_when_the_report_is_the_same(seed: int) -> None:
    """Any death of a kind may be that of any area and year: who knows one from the news learns nothing of it."""
    material = register(seed, 36)
    public = protect(analyse(material))
    years = public.tally("trend.suicides")
    assert years is not None
    others = [moved(material, one) for one in range(3)]
    assert all(one.register != material.register for one in others)
    assert all(protect(analyse(one)) == public for one in others)


def test_a_few_by_area_and_year_are_told() -> None:
    told = []
    for seed in (2, 17, 33):
        public = protect(analyse(register(seed, 36)))
        for name in ("trend.suicides", "suicides.area"):
            table = public.tally(name)
            told += [one.numerator for one in (table.findings if table else ())]
    assert any(one in (1, 2, 3, 4) for one in told)
