"""Random small registers of several shapes, from 3 to 60 deaths."""

from pathlib import Path
from random import Random

import msgspec

from learnt.records.case import Incident, Material, Perpetrator, Register, Victim
from learnt.register import read_register
from learnt.reporting.gather import gather
from tests.analyse.disclosure.outsider.common_sense import PARTNERS
from tests.analyse.disclosure.registers import register
from tests.reporting.random_registers import write_register

LEAST, MOST = 3, 60
SHAPES = 4


def material_of(seed: int, folder: Path) -> Material:
    """Give a register: as outsiders write it, as it is kept, with several people a death, with skewed values."""
    chance = Random(seed)
    size = chance.randint(LEAST, MOST)
    if seed % SHAPES == 0:
        read = read_register(write_register(folder, seed, size=size))
        return gather(read.register, source="invented", date="2026-01-01")
    kept = _sound(register(seed, size).register)
    if seed % SHAPES >= 2:
        kept = _several(chance, kept)
    if seed % SHAPES == SHAPES - 1:
        kept = _skewed(chance, kept)
    return gather(kept, source="invented", date="2026-01-01")


def _sound(kept: Register) -> Register:
    """Let the tags of each death say what the relationship of its people does."""
    said = {one.incident: one.values.get("relationship_to_victim") for one in kept.perpetrators}
    return msgspec.structs.replace(
        kept,
        incidents=tuple(
            _with(
                one,
                intimate_partner_violence=said.get(one.id) in PARTNERS,
                familial_homicide=said.get(one.id) not in (*PARTNERS, None),
            )
            for one in kept.incidents
        ),
    )


def _several(chance: Random, kept: Register) -> Register:
    """Add to some deaths a second person who died, or who abused or killed; to some no one who killed."""
    died = [
        msgspec.structs.replace(one, id=f"{one.id}-b")
        for one in kept.victims
        if chance.random() < 0.12
    ]
    killed = [
        msgspec.structs.replace(one, id=f"{one.id}-b")
        for one in kept.perpetrators
        if chance.random() < 0.15
    ]
    multiple = {one.incident for one in died}
    return msgspec.structs.replace(
        kept,
        victims=(*kept.victims, *died),
        perpetrators=(*kept.perpetrators, *killed),
        incidents=tuple(_with(one, multiple_victims=one.id in multiple) for one in kept.incidents),
    )


def _skewed(chance: Random, kept: Register) -> Register:
    """Give ages near one another, one method for nearly all, and some deaths no kind or another kind."""
    centre, spread = chance.randint(20, 75), chance.choice((2, 6, 12))

    def aged(one: Victim | Perpetrator) -> dict[str, int]:
        known = "age_years" in one.values
        return {"age_years": min(95, max(16, round(chance.gauss(centre, spread))))} if known else {}

    incidents = []
    for one in kept.incidents:
        changed = _with(one, cause_of_death=chance.choice(("fire", *["stabbing"] * 5)))
        kind = chance.random()
        if kind < 0.15:
            left = {name: v for name, v in changed.values.items() if name != "death_type"}
            changed = msgspec.structs.replace(changed, values=left)
        elif kind < 0.2:
            changed = _with(changed, death_type="other")
        incidents.append(changed)
    return msgspec.structs.replace(
        kept,
        incidents=tuple(incidents),
        victims=tuple(
            msgspec.structs.replace(one, values=one.values | aged(one)) for one in kept.victims
        ),
        perpetrators=tuple(
            msgspec.structs.replace(one, values=one.values | aged(one)) for one in kept.perpetrators
        ),
    )


def _with(one: Incident, **values: bool | str) -> Incident:
    return msgspec.structs.replace(one, values=one.values | values)
