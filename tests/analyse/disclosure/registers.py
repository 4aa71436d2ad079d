"""Small random registers of invented deaths, and the analyses made of them."""

from collections.abc import Sequence
from functools import cache
from random import Random

from learnt.analyse import analyse
from learnt.analyse.disclosure import protect
from learnt.records.case import Incident, Material, Perpetrator, Register, Value, Victim
from learnt.records.finding import Analysis, Selection

AREAS = ("Ashmere", "Brackenford", "Coldwick", "Dunholt")
PLACES = ("victim's home", "shared home", "outside", "friend's home", "other")
METHODS = ("sharp instrument", "strangulation", "blunt instrument", "fire", "drowning")
ETHNICITIES = ("White - British", "White - Irish", "Black - African", "Asian - Indian", "Other")
RELATIONS = ("husband", "partner", "ex-partner", "son", "step-father", "ex-husband")
VERDICTS = ("Murder", "Manslaughter", "Not guilty", "Unfit to plead")
TAGS = ("alcohol", "substance_misuse", "housing", "neurodiversity", "physical_disability", "other")
KINDS = ("anxiety", "depression", "ptsd", "psychosis", "selfharm")


@cache
def register(seed: int, size: int | None = None) -> Material:
    """Give a register of 5 to 40 deaths (or `size`), the same for the same seed."""
    chance = Random(seed)
    size = size or chance.randint(5, 40)
    gaps = chance.choice((0.0, 0.0, 0.1, 0.4))
    suicides = chance.choice((0.0, 0.1, 0.25, 0.5))
    unknown = chance.choice((0.0, 0.0, 0.0, 0.05))
    incidents, victims, perpetrators = [], [], []
    for number in range(1, size + 1):
        suicide = chance.random() < suicides
        incidents.append(
            Incident(id=f"I{number}", values=_incident(chance, suicide, gaps, unknown))
        )
        values = _person(chance, "victim", gaps)
        victims.append(Victim(id=f"V{number}", incident=f"I{number}", values=values))
        if suicide or chance.random() < 0.95:
            other = _perpetrator(chance, gaps)
            perpetrators.append(Perpetrator(id=f"P{number}", incident=f"I{number}", values=other))
    whole = Register(
        incidents=tuple(incidents), victims=tuple(victims), perpetrators=tuple(perpetrators)
    )
    return Material(register=whole, source="invented", date="2026-01-01")


@cache
def analysis(seed: int, size: int | None = None, denominator: str = "recorded") -> Analysis:
    """Give the internal analysis of such a register."""
    every = Selection(denominator="all") if denominator == "all" else Selection()
    return analyse(register(seed, size), every)


@cache
def protected(seed: int, size: int | None = None, denominator: str = "recorded") -> Analysis:
    """Give what the public may see of it."""
    return protect(analysis(seed, size, denominator))


def _some(chance: Random, gaps: float, values: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if chance.random() >= gaps}


def _skewed(chance: Random, values: Sequence[str]) -> str:
    """Give the first of the values most often, the last seldom, as real groups are."""
    return values[min(int(chance.expovariate(0.9)), len(values) - 1)]


def _incident(chance: Random, suicide: bool, gaps: float, unknown: float) -> dict[str, Value]:
    values: dict[str, Value] = {
        "place_of_death": _skewed(chance, PLACES),
        "cause_of_death": _skewed(chance, METHODS),
        "homicide_suicide": not suicide and chance.random() < 0.1,
        "children_present": chance.random() < 0.3,
        "intimate_partner_violence": chance.random() < 0.7,
        "familial_homicide": chance.random() < 0.3,
        "known_to_domestic_abuse_services": chance.random() < 0.4,
        "heard_at_marac": chance.random() < 0.2,
        "coercive_control": chance.random() < 0.5,
        "stalking": chance.random() < 0.2,
    }
    found = _some(chance, gaps, values)
    found["death_date"] = f"{chance.randint(2012, 2021)}-0{chance.randint(1, 9)}"
    found["area"] = _skewed(chance, AREAS)
    if chance.random() >= unknown:
        found["death_type"] = "suicide" if suicide else "homicide"
    return found


def _person(chance: Random, side: str, gaps: float) -> dict[str, Value]:
    kinds = {name: chance.random() < 0.25 for name in KINDS}
    parent = chance.random() < 0.6
    values: dict[str, Value] = {
        "age_years": min(90, max(16, round(chance.gauss(43, 17)))),
        f"sex_of_{side}": _skewed(chance, ("Female", "Male", "Female", "Other")),
        f"{side}_ethnicity": _skewed(chance, ETHNICITIES),
        "parent": parent,
        "children_under_18": parent and chance.random() < 0.5,
        "care_needs": chance.random() < 0.15,
        f"{side}_mental_health_issues": any(kinds.values()) or chance.random() < 0.1,
        **{f"{side}_mh_{name}": value for name, value in kinds.items()},
        **{f"{side}_vuln_{name}": chance.random() < 0.3 for name in TAGS},
    }
    return _some(chance, gaps, values)


def _perpetrator(chance: Random, gaps: float) -> dict[str, Value]:
    values = _person(chance, "perpetrator", gaps)
    values.pop("parent", None)
    values.pop("children_under_18", None)
    more: dict[str, Value] = {
        "relationship_to_victim": _skewed(chance, RELATIONS),
        "court_verdict": _skewed(chance, VERDICTS),
        "hospital_order": chance.random() < 0.1,
        "minimum_term_years": chance.randint(10, 33),
        "role": _skewed(chance, ("both", "abused", "killed")),
        "known_to_mental_health_services": chance.random() < 0.4,
        "known_to_substance_services": chance.random() < 0.3,
    }
    return values | _some(chance, gaps, more)
