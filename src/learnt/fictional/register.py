"""A case register of fictional cases: those of reviews that were written, or many without any document."""

import csv
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from learnt.fictional.bodies import Area, make_area, make_bodies
from learnt.fictional.facts import Case
from learnt.fictional.story.draw import Story, draw_story, story_of
from learnt.fictional.story.settle import settle
from learnt.records import Incident, Perpetrator, Register, Victim
from learnt.records.case import Value

AREAS = 24
FIRST_YEAR, LAST_YEAR = 2012, 2024
REGISTER_DATE = (2025, 6)
"""Year and month at which a register without documents was closed."""
REGIONS = ("East", "East Midlands", "North West", "South East", "South West", "Wales")
NOT_RECORDED = {"tenure": 0.35, "nationality": 0.3, "care_needs": 0.25, "victim_ethnicity": 0.2}
"""How often a variable is left empty; others, 0.08."""
ALWAYS = {"death_date", "death_type", "csp", "area", "region", "review_status"} | {
    "victim_suicide",
    "role",
    "charged",
    "court_verdict",
    "multiple_victims",
    "fictional",
    "notified_on",
    "commissioned_on",
    "submitted_on",
    "published_on",
}
FILES = ("incidents.csv", "victims.csv", "perpetrators.csv")


@dataclass(frozen=True, slots=True)
class Place:
    """An area of the register."""

    area: str
    csp: str
    region: str


def make_register(count: int, seed: int = 1) -> Register:
    """Give a register of `count` incidents in 24 invented areas; the same seed, the same register.

    Deaths are of 2012 to 2024, homicides and suicides, some with two victims or two perpetrators;
    some values are not recorded. There are no documents behind it. Raises `ValueError` for a
    negative count.
    """
    if count < 0:
        raise ValueError("a register cannot hold fewer than no incidents")
    rng = random.Random(f"register:{seed}")  # nosec B311 # seeded on purpose, no secret
    places = _draw_places(rng)
    weights = [1 / (rank + 3) for rank in range(len(places))]
    rows = []
    for number in range(count):
        # each area comes once before any comes again by chance, so that a small register has many
        place = places[number] if number < len(places) else rng.choices(places, weights)[0]
        rows.append((_draw_case(rng), _place_values(place) | _dates(rng)))
    return _gather(rng, rows)


def register_of(cases: Iterable[Case]) -> Register:
    """Give the register of the cases of fictional reviews, in their order: published, all of them."""
    rows = []
    for case in cases:
        place = Place(case.area.town, case.csp.printed, _region(case.area))
        known: dict[str, Value] = {
            "death_date": case.death,
            "review_status": "published",
            "submitted_on": case.completed,
            "published_on": case.published,
        }
        rows.append((story_of(case), _place_values(place) | known))
    return _gather(random.Random("register of cases"), rows)  # nosec B311 # seeded, no secret


def write_register(register: Register, folder: Path) -> None:
    """Write `incidents.csv`, `victims.csv` and `perpetrators.csv` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    incidents = [({"incident_id": one.id}, one.values) for one in register.incidents]
    victims = [
        ({"victim_id": one.id, "incident_id": one.incident}, one.values) for one in register.victims
    ]
    perpetrators = [
        ({"perpetrator_id": one.id, "incident_id": one.incident}, one.values)
        for one in register.perpetrators
    ]
    for name, rows in zip(FILES, (incidents, victims, perpetrators), strict=True):
        _write(folder / name, rows)


def _write(path: Path, rows: Sequence[tuple[Mapping[str, str], Mapping[str, Value]]]) -> None:
    keys = list(rows[0][0]) if rows else []
    columns = keys + sorted({name for _, values in rows for name in values})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        for ids, values in rows:
            writer.writerow({**ids, **{name: _cell(value) for name, value in values.items()}})


def _cell(value: Value) -> str:
    return str(value).upper() if isinstance(value, bool) else str(value)


def _draw_places(rng: random.Random) -> list[Place]:
    """Give the areas, no two of one name or of one partnership."""
    found: dict[str, Place] = {}
    partnerships: set[str] = set()
    while len(found) < AREAS:
        area = make_area(rng)
        csp = make_bodies(area, rng)["csp"].printed
        if area.town not in found and csp not in partnerships:
            partnerships.add(csp)
            found[area.town] = Place(area.town, csp, _region(area))
    return list(found.values())


def _region(area: Area) -> str:
    """Give a region, the same for all that lies in one county."""
    return REGIONS[sum(map(ord, area.county)) % len(REGIONS)]


def _place_values(place: Place) -> dict[str, Value]:
    return {"area": place.area, "csp": place.csp, "region": place.region, "fictional": True}


def _draw_case(rng: random.Random) -> Story:
    victim = "f" if rng.random() < 0.76 else "m"
    perpetrator = "m" if victim == "f" or rng.random() < 0.5 else "f"
    return draw_story(rng, {"v": victim, "p": perpetrator}, set())


def _dates(rng: random.Random) -> dict[str, Value]:
    """Give the death, what followed as far as it has happened, and the status that makes."""
    year, month = rng.randint(FIRST_YEAR, LAST_YEAR), rng.randint(1, 12)
    at = year * 12 + month
    death = f"{year}-{month:02d}"
    if rng.random() < 0.6:
        death += f"-{rng.randint(1, 28):02d}"
    found: dict[str, Value] = {"death_date": death}
    if rng.random() < 0.04:
        return found | {"review_status": "no-review", "notified_on": _say(at + 1)}
    status = "notified"
    for name, after, reached in (
        ("notified_on", rng.randint(1, 2), "notified"),
        ("commissioned_on", rng.randint(1, 3), "commissioned"),
        ("submitted_on", rng.randint(12, 26), "with-quality-assurance"),
        ("published_on", rng.randint(5, 16), "published"),
    ):
        at += after
        if at > REGISTER_DATE[0] * 12 + REGISTER_DATE[1]:
            break
        found[name] = _say(at)
        status = reached
    if status == "commissioned" and rng.random() < 0.7:
        status = "in-progress"
    return found | {"review_status": status}


def _say(months: int) -> str:
    return f"{(months - 1) // 12}-{(months - 1) % 12 + 1:02d}"


def _gather(rng: random.Random, rows: Iterable[tuple[Story, Mapping[str, Value]]]) -> Register:
    """Give the tables; some values are dropped as not recorded."""
    incidents, victims, perpetrators = [], [], []
    for number, (story, known) in enumerate(rows, 1):
        facts, incident = settle(story.facts), f"FIC-{number:04d}"
        emotional = {"emotional_abuse": rng.random() < 0.5}
        values = _recorded(rng, {**facts.incident, **emotional, **known})
        incidents.append(Incident(id=incident, values=values))
        for place, one in enumerate(facts.victims, 1):
            values = _recorded(rng, one)
            victims.append(Victim(id=f"{incident}-V{place}", incident=incident, values=values))
        for place, one in enumerate(facts.perpetrators, 1):
            values = _recorded(rng, one)
            identity = f"{incident}-P{place}"
            perpetrators.append(Perpetrator(id=identity, incident=incident, values=values))
    return Register(
        incidents=tuple(incidents), victims=tuple(victims), perpetrators=tuple(perpetrators)
    )


def _recorded(rng: random.Random, values: Mapping[str, Value]) -> dict[str, Value]:
    return dict(_kept(rng, values))


def _kept(rng: random.Random, values: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    for name, value in values.items():
        if name in ALWAYS or rng.random() >= NOT_RECORDED.get(name, 0.08):
            yield name, value
