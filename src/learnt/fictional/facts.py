"""The facts of a fictional case: people, area, bodies, dates and what happened, drawn from a seed."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from learnt.fictional.bodies import LOCAL_PANEL, NATIONAL, Area, Body, make_area, make_bodies
from learnt.fictional.grammar import expand, say_date
from learnt.fictional.lists import Names, Prose, load
from learnt.fictional.wording import Ask, Asker, Style
from learnt.records import Kind

KIND_WORDS: dict[Kind, str] = {
    "dhr": "Domestic Homicide Review",
    "dardr": "Domestic Abuse Related Death Review",
    "susr": "Single Unified Safeguarding Review",
    "other": "Review",
}
Size = Literal["brief", "full"]


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the chronology; `date` is a partial ISO date."""

    date: str
    body: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """One fictional case. Dates are partial ISO dates, as precise as the report prints them."""

    seed: int
    kind: Kind
    area: Area
    victim: str
    perpetrator: str
    relative: str
    chair: str
    author: str
    system: str
    death: str
    completed: str
    published: str
    agencies: tuple[Body, ...]
    bodies: dict[str, Body]
    panel: tuple[tuple[str, str, str], ...]
    """Name, job and agency of each member."""
    events: tuple[Event, ...]
    lessons: tuple[str, ...]
    slots: dict[str, str]
    depth: int
    """How many paragraphs the analysis gives each agency."""

    @property
    def csp(self) -> Body:
        """The partnership that commissioned the review."""
        return self.bodies["csp"]

    @property
    def year_of_death(self) -> int:
        """The year of the death."""
        return int(self.death[:4])

    @property
    def kind_words(self) -> str:
        """The kind of review in words."""
        return KIND_WORDS[self.kind]

    def rng(self, purpose: str) -> random.Random:
        """Give the case's own dice for one purpose, so that a change elsewhere moves nothing here."""
        return random.Random(f"{self.seed}:{purpose}")  # nosec B311 # seeded on purpose, no secret

    def asks(self, style: Style, count: int = 0, kinds: list[str] | None = None) -> list[Ask]:
        """Draw the recommendations, `count` of them or 8 to 24."""
        rng = self.rng(f"asks:{style}")
        shared = ["csp", "collective", "meeting", *NATIONAL]
        chosen = kinds or [body.kind for body in self.agencies] + shared
        return Asker(rng, self.bodies, self.slots, style).draw(count or rng.randint(8, 24), chosen)


def make_case(
    seed: int,
    kind: Kind = "dhr",
    size: Size = "full",
    welsh: bool = False,
    people: Mapping[str, str] | None = None,
) -> Case:
    """Give the case of `seed`: the same seed, the same case. `brief` has a few pages, `full` 15 to 80.

    `people` sets names of its own (`victim`, `perp`, `relative`).
    """
    rng = random.Random(f"case:{seed}")  # nosec B311 # seeded on purpose, no secret
    names = load("names.toml", Names)
    area = make_area(rng, welsh)
    bodies = make_bodies(area, rng)
    drawn = _draw_people(rng, names) | dict(people or {})
    dates = _draw_dates(rng)
    depth = 1 if size == "brief" else rng.choice([5, 6, 8, 11, 15, 20])
    agencies = tuple(bodies[kind] for kind in _draw_agencies(rng))
    slots = _slots(rng, area, drawn, dates, agencies, kind)
    return Case(
        seed=seed,
        kind=kind,
        area=area,
        victim=drawn["victim"],
        perpetrator=drawn["perp"],
        relative=drawn["relative"],
        chair=drawn["chair"],
        author=drawn["author"],
        system=slots["system"],
        death=dates["death"],
        completed=dates["completed"],
        published=dates["published"],
        agencies=agencies,
        bodies=bodies,
        panel=_draw_panel(rng, names, agencies, bodies["csp"]),
        events=_draw_events(rng, slots, agencies, depth),
        lessons=tuple(
            expand(text, rng, slots)
            for text in rng.sample(load("prose.toml", Prose).lessons, rng.randint(4, 9))
        ),
        slots=slots,
        depth=depth,
    )


def _draw_agencies(rng: random.Random) -> list[str]:
    chosen = {"police", *rng.sample(LOCAL_PANEL[1:], rng.randint(6, 11))}
    return [kind for kind in LOCAL_PANEL if kind in chosen]


def _draw_people(rng: random.Random, names: Names) -> dict[str, str]:
    female = rng.random() < 0.75
    victim = _draw_victim(rng, names, female)
    perpetrator = rng.choice(
        names.perpetrators_male if female or rng.random() < 0.4 else names.perpetrators_female
    )
    if rng.random() < 0.25:
        fitting = [pair for pair in names.codes if female or not pair[0].startswith("Ms")]
        victim, perpetrator = rng.choice(fitting)
        if not female and victim.startswith(("Mrs", "Female")):
            victim, perpetrator = "Adult A", "Adult B"
    he = "She" if female else "He"
    his, him = ("her", "her") if female else ("his", "him")
    chair = _professional(rng, names) + rng.choice(names.honours)
    author = chair if rng.random() < 0.5 else _professional(rng, names)
    return {
        "victim": victim,
        "perp": perpetrator,
        "relative": rng.choice(names.relatives),
        "chair": chair,
        "author": author,
        "his_her": his,
        "him_her": him,
        "he_she": he.lower(),
        "He_She": he,
        "he_she_cap": he,
        "his_her_perp": "her" if perpetrator in names.perpetrators_female else "his",
    }


def _draw_victim(rng: random.Random, names: Names, female: bool) -> str:
    """Give a victim's name, every fourth time one that is a word or a month too."""
    pool = names.victims_female if female else names.victims_male
    if rng.random() < 0.25:
        pool = [name for name in pool if name in names.also_words]
    return rng.choice(pool)


def _professional(rng: random.Random, names: Names) -> str:
    title = rng.choice(["", "", "Dr ", "Ms ", "Mr "]) if rng.random() < 0.5 else ""
    return f"{title}{rng.choice(names.professionals_first)} {rng.choice(names.professionals_last)}"


def _draw_dates(rng: random.Random) -> dict[str, str]:
    year, month, day = rng.randint(2012, 2021), rng.randint(1, 12), rng.randint(1, 28)
    precision = rng.choice(["day", "month", "month", "year"])
    death = f"{year:04d}"
    if precision != "year":
        death += f"-{month:02d}"
    if precision == "day":
        death += f"-{day:02d}"
    completed = _later(year, month, rng.randint(18, 30))
    published = _later(int(completed[:4]), int(completed[5:]), rng.randint(6, 16))
    began = _later(year, month, rng.randint(2, 6))
    if rng.random() < 0.3:
        completed += f"-{rng.randint(1, 28):02d}"
    return {"death": death, "completed": completed, "published": published, "began": began}


def _later(year: int, month: int, months: int) -> str:
    ahead = year * 12 + month - 1 + months
    return f"{ahead // 12:04d}-{ahead % 12 + 1:02d}"


def _slots(
    rng: random.Random,
    area: Area,
    people: dict[str, str],
    dates: dict[str, str],
    agencies: tuple[Body, ...],
    kind: Kind,
) -> dict[str, str]:
    year = int(dates["death"][:4])
    return people | {
        "county": area.county,
        "town": area.town,
        "system": rng.choice(load("names.toml", Names).systems),
        "kind_words": KIND_WORDS[kind],
        "start_year": str(year - 4),
        "early_year": str(year - rng.randint(5, 12)),
        "next_year": str(int(dates["completed"][:4]) + 1),
        "began": say_date(dates["began"]),
        "completed_when": ("on " if dates["completed"].count("-") == 2 else "in ")
        + say_date(dates["completed"]),
        "n_agencies": str(len(agencies)),
    }


def _draw_panel(
    rng: random.Random, names: Names, agencies: tuple[Body, ...], csp: Body
) -> tuple[tuple[str, str, str], ...]:
    members = []
    for body in (*agencies, csp):
        person = f"{rng.choice(names.professionals_first)} {rng.choice(names.professionals_last)}"
        members.append((person, rng.choice(names.job_titles), body.printed))
    return tuple(members)


def _draw_events(
    rng: random.Random, slots: dict[str, str], agencies: tuple[Body, ...], depth: int
) -> tuple[Event, ...]:
    templates = load("prose.toml", Prose).chronology
    last = int(slots["start_year"]) + 4
    dates = sorted(_event_date(rng, last) for _ in range(8 + 10 * depth))
    return tuple(
        Event(date, rng.choice(agencies).printed, expand(rng.choice(templates), rng, slots))
        for date in dates
    )


def _event_date(rng: random.Random, last: int) -> str:
    date = f"{rng.randint(last - 4, last - 1)}-{rng.randint(1, 12):02d}"
    return date if rng.random() < 0.2 else f"{date}-{rng.randint(1, 28):02d}"
