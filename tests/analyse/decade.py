"""An invented register of twenty deaths with the totals of a published overview of one area.

The people are made up: each variable's values are dealt out to the deaths at random (with a seed), so
that only the totals are those of the overview. Where the overview contradicts itself (eleven murders,
three manslaughters, one not charged and one without a trial among fifteen), one total is mended.
"""

import random
from collections.abc import Sequence

from learnt.records.case import (
    AskEntry,
    Incident,
    Material,
    Perpetrator,
    Register,
    ReviewEntry,
    Value,
    Victim,
)

Dealt = list[tuple[Value | None, int]]
HOMICIDES, SUICIDES = 15, 5

INCIDENTS: dict[str, tuple[Dealt, Dealt]] = {
    "area": (
        [
            ("Peterborough", 6),
            ("Fenland", 3),
            ("Huntingdonshire", 3),
            ("South Cambridgeshire", 2),
            ("Cambridge", 1),
        ],
        [
            ("South Cambridgeshire", 2),
            ("East Cambridgeshire", 1),
            ("Huntingdonshire", 1),
            ("Fenland", 1),
        ],
    ),
    "place_of_death": (
        [
            ("victim's home", 10),
            (None, 2),
            ("perpetrator's home", 1),
            ("outside", 1),
            ("friend's home", 1),
        ],
        [("victim's home", 4), ("relative's home", 1)],
    ),
    "cause_of_death": (
        [
            ("stabbing", 5),
            ("dismembering", 2),
            ("strangulation", 2),
            ("beating", 1),
            ("drowning", 1),
            ("blunt instrument", 1),
            ("suffocation", 1),
            (None, 2),
        ],
        [("hanging", 4), ("overdose", 1)],
    ),
}
VICTIMS: dict[str, tuple[Dealt, Dealt]] = {
    "sex_of_victim": ([("Female", 13), ("Male", 2)], [("Female", 3), ("Male", 2)]),
    "victim_ethnicity": (
        [
            ("White - British", 8),
            ("Any other white background", 5),
            ("Asian British - Pakistani", 1),
            ("Asian British - Chinese", 1),
        ],
        [("White - British", 4), ("White - Gypsy/Traveller", 1)],
    ),
    "nationality": ([("British", 10), ("Lithuanian", 4), ("Polish", 1)], [("British", 5)]),
    "tenure": (
        [
            ("private-rented", 5),
            ("social-rented", 4),
            ("owned", 3),
            (None, 2),
            ("no-fixed-abode", 1),
        ],
        [("private-rented", 2), ("owned", 1), ("social-rented", 1), (None, 1)],
    ),
    "age_years": (
        [(age, 1) for age in (19, 24, 28, 33, 36, 39, 43, 46, 49, 52, 55, 58, 63, 64, 66)],
        [(27, 3), (55, 1), (99, 1)],
    ),
}
PERPETRATORS: dict[str, tuple[Dealt, Dealt]] = {
    "age_years": (
        [(age, 1) for age in (25, 33, 36, 38, 41, 43, 44, 45, 46, 48, 49, 52, 55, 57, 63)],
        [(None, 3), (66, 1), (24, 1)],
    ),
    "sex_of_perpetrator": ([("Male", 13), ("Female", 2)], [("Male", 3), ("Female", 2)]),
    "relationship_to_victim": (
        [
            ("husband", 5),
            ("partner", 5),
            ("ex-husband", 1),
            ("ex-partner", 1),
            ("wife", 1),
            ("son", 1),
            ("step-father", 1),
        ],
        [("ex-partner", 3), ("wife", 1), ("partner", 1)],
    ),
}
JOINT: dict[str, tuple[str, int]] = {
    "known_to_domestic_abuse_services": ("incident", 3),
    "heard_at_marac": ("incident", 3),
    "previous_domestic_abuse_recorded": ("incident", 10),
    "care_needs": ("victim", 2),
    "known_to_substance_services": ("perpetrator", 4),
    "known_to_mental_health_services": ("perpetrator", 3),
    "perpetrator_vuln_alcohol": ("perpetrator", 6),
    "perpetrator_vuln_substance_misuse": ("perpetrator", 4),
}
STATUS: Dealt = [("published", 12), ("with-quality-assurance", 6), ("in-progress", 2)]
ASKS, REVIEWS = 153, 18


def deal(values: Dealt, chance: random.Random) -> list[Value | None]:
    """Give each value as often as it stands, in random order."""
    cards = [value for value, times in values for _ in range(times)]
    chance.shuffle(cards)
    return cards


def decade(seed: int = 1) -> Material:
    """Give the register with its reviews and recommendations."""
    chance = random.Random(seed)
    incidents = _dealt(INCIDENTS, chance)
    victims = _dealt(VICTIMS, chance)
    perpetrators = _dealt(PERPETRATORS, chance)
    tables = {"incident": incidents, "victim": victims, "perpetrator": perpetrators}
    for name, (table, many) in JOINT.items():
        so = deal([(True, many), (False, HOMICIDES + SUICIDES - many)], chance)
        for row, value in zip(tables[table], so, strict=True):
            row[name] = value
    _courts(incidents, victims, perpetrators, chance)
    for number, (row, status) in enumerate(zip(incidents, deal(STATUS, chance), strict=True)):
        row["review_status"] = status
        row["death_type"] = "homicide" if number < HOMICIDES else "suicide"
        row["death_date"] = f"{2011 + number % 11}-0{1 + number % 9}"
    return _material(incidents, victims, perpetrators)


def _dealt(
    table: dict[str, tuple[Dealt, Dealt]], chance: random.Random
) -> list[dict[str, Value | None]]:
    rows: list[dict[str, Value | None]] = [{} for _ in range(HOMICIDES + SUICIDES)]
    for name, (killed, died) in table.items():
        for row, value in zip(rows, deal(killed, chance) + deal(died, chance), strict=True):
            row[name] = value
    return rows


def _courts(
    incidents: Sequence[dict[str, Value | None]],
    victims: Sequence[dict[str, Value | None]],
    perpetrators: Sequence[dict[str, Value | None]],
    chance: random.Random,
) -> None:
    order = list(range(HOMICIDES))
    chance.shuffle(order)
    for place, number in enumerate(order):
        row = perpetrators[number]
        incidents[number]["homicide_suicide"] = place == 14
        row["hospital_order"] = 10 <= place < 13
        if place < 10:
            row |= {"court_verdict": "Murder", "minimum_term_years": 14 + place * 2}
        elif place < 13:
            row["court_verdict"] = "Manslaughter w/ diminished responsibility"
        elif place == 13:
            row["charged"] = False
        victims[number] |= {"parent": place % 3 != 0, "children_under_18": place in (1, 2, 4, 5, 7)}


def _material(
    incidents: Sequence[dict[str, Value | None]],
    victims: Sequence[dict[str, Value | None]],
    perpetrators: Sequence[dict[str, Value | None]],
) -> Material:
    register = Register(
        incidents=tuple(
            Incident(id=f"I{number}", values=_known(row)) for number, row in enumerate(incidents)
        ),
        victims=tuple(
            Victim(id=f"V{number}", incident=f"I{number}", values=_known(row))
            for number, row in enumerate(victims)
        ),
        perpetrators=tuple(
            Perpetrator(id=f"P{number}", incident=f"I{number}", values=_known(row))
            for number, row in enumerate(perpetrators)
        ),
    )
    written = [f"I{n}" for n, row in enumerate(incidents) if row["review_status"] != "in-progress"]
    reviews = tuple(
        ReviewEntry(id=f"R-{one}", csp="Cambridgeshire", incident=one) for one in written
    )
    asks = tuple(
        AskEntry(id=f"A{number}", review=reviews[number % len(reviews)].id)
        for number in range(ASKS)
    )
    return Material(register=register, reviews=reviews, asks=asks, source="invented")


def _known(row: dict[str, Value | None]) -> dict[str, Value]:
    return {name: value for name, value in row.items() if value is not None}
