"""What facts of a case settle between them: a role, a kind of violence, the broad kind of a place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from learnt.fictional.story.lists import Fact

ABUSE = (
    "coercive_control",
    "economic_abuse",
    "stalking",
    "physical_abuse",
    "sexual_abuse",
)
PARTNERS = (
    "Spouse (incl civil partner)",
    "Common-law spouse",
    "Boyfriend or girlfriend",
    "Ex-spouse",
    "Ex-boyfriend or ex-girlfriend",
)
FAMILY = ("Parent", "Grandparent", "Son or daughter", "Sibling", "Other (relative)")
HOMES = ("victim's home", "perpetrator's home", "shared home", "relative's home", "friend's home")
KILLED = "killed"
"""A note beside a perpetrator's values: the death was that person's act."""


@dataclass(slots=True)
class Told:
    """Facts by table: the incident, the people who died, the people who abused or killed."""

    incident: dict[str, Fact] = field(default_factory=dict)
    victims: list[dict[str, Fact]] = field(default_factory=lambda: [{}])
    perpetrators: list[dict[str, Fact]] = field(default_factory=lambda: [{}])

    def at(self, key: str) -> tuple[dict[str, Fact], str]:
        """Give the table and the variable of a key such as `i.stalking`, `v.age_years`, `p2.role`."""
        where, _, name = key.partition(".")
        if where == "i":
            return self.incident, name
        people = self.victims if where[0] == "v" else self.perpetrators
        place = int(where[1:] or 1) - 1
        while len(people) <= place:
            people.append({})
        return people[place], name

    def get(self, key: str) -> Fact | None:
        """Give the value of a key, None where it has none."""
        where, _, _ = key.partition(".")
        people = {"v": self.victims, "p": self.perpetrators}.get(where[0], [])
        if where != "i" and len(people) < int(where[1:] or 1):
            return None
        table, name = self.at(key)
        return table.get(name)

    def note(self, key: str, value: Fact) -> None:
        """Note a fact."""
        table, name = self.at(key)
        table[name] = value

    def settled(self) -> dict[str, Any]:
        """Give the facts, and what they settle, as the answer file holds them."""
        done = settle(self)
        return {
            "incident": done.incident,
            "victims": done.victims,
            "perpetrators": done.perpetrators,
        }


def settle(told: Told) -> Told:
    """Give a copy with what follows from the facts, and without the notes that are no variables."""
    incident = dict(told.incident)
    victims = [_health(one, "victim") for one in told.victims]
    perpetrators = [_health(one, "perpetrator") for one in told.perpetrators]
    abused = any(incident.get(name) is True for name in ABUSE)
    for one in victims:
        if one.get("relationship_to_perpetrator") == "Parent":
            one["parent"] = True
    relations = {one.get("relationship_to_perpetrator") for one in victims[:1]}
    for place, one in enumerate(perpetrators):
        killed = one.pop(KILLED, False) is True
        role = _role(killed, abused and place == 0)
        if role:
            one["role"] = role
        if killed:
            incident["death_type"] = "homicide"
        if place == 0:
            incident |= _violence(role, relations)
    if any(one.get("victim_suicide") is True for one in victims):
        incident["death_type"] = "suicide"
    if incident.get("place_of_death") in HOMES:
        incident["location_of_death"] = "residential_location"
    elif incident.get("place_of_death") == "outside":
        incident["location_of_death"] = "public_place"
    return Told(incident, victims, perpetrators)


def _role(killed: bool, abused: bool) -> str:
    if killed:
        return "both" if abused else "killed"
    return "abused" if abused else ""


def _violence(role: str, relations: Iterable[Fact | None]) -> dict[str, Fact]:
    """Give the kinds of violence that a role and a relation make."""
    found: dict[str, Fact] = {}
    for relation in relations:
        if role and relation in PARTNERS:
            found["intimate_partner_violence"] = True
        if role in ("killed", "both") and relation in FAMILY:
            found["familial_homicide"] = True
            if relation == "Parent":
                found["parricide"] = True
    return found


def _health(one: Mapping[str, Fact], who: str) -> dict[str, Fact]:
    """Give a person's facts with `mental_health_issues` where an illness is told."""
    found = dict(one)
    if any(name.startswith(f"{who}_mh_") and value is True for name, value in one.items()):
        found[f"{who}_mental_health_issues"] = True
    return found
