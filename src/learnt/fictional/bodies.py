"""The invented (and, as addressees, the national) bodies of a fictional review."""

import random
from dataclasses import dataclass

from learnt.fictional.grammar import expand
from learnt.fictional.lists import Bodies, BodyForm, Places, load

LOCAL_PANEL = [
    "police",
    "probation",
    "acute-trust",
    "mental-health-trust",
    "icb",
    "adult-social-care",
    "housing",
    "da-service",
    "childrens-social-care",
    "education",
    "substance",
    "safeguarding-board",
    "gp-practice",
    "community-health",
    "prosecution",
    "ambulance",
    "court",
]
NATIONAL = ["home-office", "justice-ministry", "health-department", "policing-college"]
REGIONS = ("North Marches", "Eastern Wolds", "Severn Reach", "Mid Downs")


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its name as printed, another name of it, and how the text calls it in short."""

    kind: str
    printed: str
    alias: str
    short: str
    national: bool = False
    the: bool = False

    @property
    def in_text(self) -> str:
        """The printed name as a sentence uses it, with its article."""
        return f"the {self.printed}" if self.the else self.printed


@dataclass(frozen=True, slots=True)
class Area:
    """An invented area: its county, its principal town and another town; and a neighbouring county."""

    county: str
    county2: str
    town: str
    town2: str
    region: str


def make_area(rng: random.Random, welsh: bool = False) -> Area:
    """Draw an area of invented places."""
    places = load("places.toml", Places)
    counties = places.welsh_counties if welsh else places.counties
    towns = rng.sample(places.welsh_towns if welsh else places.towns, 2)
    county, county2 = rng.sample(counties, 2)
    return Area(county, county2, towns[0], towns[1], rng.choice(REGIONS))


def _make_body(form: BodyForm, area: Area, rng: random.Random) -> Body:
    slots = {
        "county": area.county,
        "county2": area.county2,
        "town": area.town,
        "town2": area.town2,
        "region": area.region,
    }
    slots["initials"] = f"N{area.town[0]}H"
    names = list(dict.fromkeys(expand(name, rng, slots) for name in form.names))
    printed = names[0] if rng.random() < 0.5 else rng.choice(names)
    alias = next((name for name in names if name != printed), printed)
    short = expand(rng.choice(form.short), rng, slots)
    return Body(form.kind, printed, alias, short, form.national, form.the)


def make_bodies(area: Area, rng: random.Random) -> dict[str, Body]:
    """Give one body of each kind for the area."""
    return {form.kind: _make_body(form, area, rng) for form in load("bodies.toml", Bodies).body}
