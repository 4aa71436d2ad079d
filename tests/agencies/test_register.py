"""The built-in register is whole: unique names, known types, successors that exist and do not circle."""

import pytest

from learnt.agencies.kinds import kinds, phrases
from learnt.agencies.partnerships import partnerships
from learnt.agencies.reading import read_name
from learnt.agencies.register import FILES, Bodies, Register, built_in
from learnt.errors import BadRule
from learnt.rulebook import load

REGISTER = built_in()


@pytest.mark.parametrize("body", REGISTER.bodies.values(), ids=lambda body: body.id)
def test_every_body_is_found_by_its_names(body: object) -> None:
    from learnt.agencies.register import Body

    assert isinstance(body, Body)
    for name in (body.name, *body.aliases):
        assert read_name(name, REGISTER).agency == body.id, name


def test_all_types_are_known() -> None:
    told = {body.type for body in REGISTER.bodies.values()}
    told |= {kind.type for kind in kinds().kind} | {hint.type for hint in kinds().hint}
    assert told <= kinds().types


def test_every_file_tells_its_source() -> None:
    assert all(load(name, Bodies).source for name in FILES)
    assert kinds().source


def test_there_are_43_territorial_forces() -> None:
    special = {
        "british-transport-police",
        "ministry-of-defence-police",
        "royal-military-police",
    }
    forces = {agency for agency in REGISTER.bodies if agency.endswith("-police")} - special
    assert len(forces) == 43


def test_there_are_42_integrated_care_boards() -> None:
    assert sum(agency.endswith("-icb") for agency in REGISTER.bodies) == 42


def test_successions_end() -> None:
    for agency in REGISTER.bodies:
        now = REGISTER.successors(agency)
        assert all(REGISTER.successors(one) == (one,) for one in now), agency


def test_predecessors_are_found_over_several_steps() -> None:
    before = REGISTER.predecessors("norfolk-and-waveney-icb")
    assert {"norfolk-and-waveney-ccg", "norwich-ccg"} <= before
    assert "norfolk-and-waveney-icb" not in before


def test_a_name_of_two_bodies_is_a_mistake() -> None:
    from learnt.agencies.register import Body, _index

    two = [Body("a", "Pottergate", "housing"), Body("b", "Pottergate Ltd", "housing")]
    with pytest.raises(BadRule, match="Pottergate"):
        _index({body.id: body for body in two}, {})


def test_areas_name_bodies_of_the_register() -> None:
    for area in partnerships().all:
        assert not area.police or area.police in REGISTER.bodies, area.id
        assert not area.icb or area.icb in REGISTER.bodies, area.id
        assert area.id.endswith("-community-safety-partnership")


def test_the_index_knows_each_kind() -> None:
    assert {kind.id for kind in kinds().kind} == set(phrases().by_id)
    for kind in kinds().kind:
        assert not kind.now or kind.now in REGISTER.bodies, kind.id


def test_an_unknown_body_lives_on_as_itself() -> None:
    assert Register({}, {}).successors("loxley-police") == ("loxley-police",)
