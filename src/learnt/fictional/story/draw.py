"""Draws what happened: one coherent set of values of the case register for one seed.

The dice are the case's own for this purpose, so that the rest of a fictional review stays as it is.
"""

import random
from dataclasses import dataclass, field

from learnt.fictional.facts import Case
from learnt.fictional.lists import Names, load
from learnt.fictional.story.lists import Fact, People, Relation, case_lists
from learnt.fictional.story.outcome import draw_outcome
from learnt.fictional.story.settle import KILLED, Told

NOUNS = {
    "f": {"noun": "woman", "friend": "girlfriend", "parent": "mother", "sibling": "sister"}
    | {"grandparent": "grandmother", "child": "daughter", "aunt": "aunt"},
    "m": {"noun": "man", "friend": "boyfriend", "parent": "father", "sibling": "brother"}
    | {"grandparent": "grandfather", "child": "son", "aunt": "uncle"},
}
SEXES = {"f": "Female", "m": "Male"}


@dataclass(slots=True)
class Story:
    """What happened: the values of the register, and the words that tell them."""

    facts: Told
    relation: Relation
    ethnicities: dict[str, str]
    """The words of the ethnicity of `v` and `p`."""
    others: dict[str, str] = field(default_factory=dict)
    """Names of a second victim and a second perpetrator, where there are."""

    @property
    def suicide(self) -> bool:
        """Whether the death was a suicide."""
        return self.facts.incident.get("death_type") == "suicide"


def story_of(case: Case) -> Story:
    """Give the story of a fictional case; the same case, the same story."""
    slots = case.slots
    sexes = {
        "v": "f" if slots["he_she"] == "she" else "m",
        "p": "f" if slots["his_her_perp"] == "her" else "m",
    }
    taken = {case.victim, case.perpetrator, case.relative}
    return draw_story(case.rng("what happened"), sexes, taken)


def draw_story(rng: random.Random, sexes: dict[str, str], taken: set[str]) -> Story:
    """Draw a story for people of these sexes (`v`, `p`: f or m); `taken` names are not used again."""
    suicide = rng.random() < 0.18
    relation = _relation(rng, sexes, suicide)
    facts = Told()
    facts.incident["death_type"] = "suicide" if suicide else "homicide"
    victim, perpetrator = facts.victims[0], facts.perpetrators[0]
    victim |= {"sex_of_victim": SEXES[sexes["v"]], "relationship_to_perpetrator": relation.victim}
    perpetrator |= {
        "sex_of_perpetrator": SEXES[sexes["p"]],
        "relationship_to_victim": relation.word,
    }
    victim["age_years"], perpetrator["age_years"] = _ages(rng, relation)
    ethnicities = _peoples(rng, victim, perpetrator)
    _family(rng, facts, relation, sexes["v"])
    _health(rng, facts)
    story = Story(facts, relation, ethnicities)
    draw_outcome(rng, facts, relation)
    if perpetrator.get(KILLED) or suicide:
        _abuse(rng, facts, relation, suicide)
    _services(rng, facts)
    _others(rng, story, taken)
    return story


def _relation(rng: random.Random, sexes: dict[str, str], suicide: bool) -> Relation:
    fitting = [
        one
        for one in case_lists().relation
        if sexes["p"] in one.p and sexes["v"] in one.v and not (suicide and one.kind == "family")
    ]
    return rng.choices(fitting, [one.weight for one in fitting])[0]


def _ages(rng: random.Random, relation: Relation) -> tuple[int, int]:
    if relation.ages == "child":
        victim = rng.randint(46, 86)
        return victim, victim - rng.randint(19, min(38, victim - 17))
    if relation.ages == "grandchild":
        return rng.randint(66, 91), rng.randint(17, 27)
    if relation.ages == "parent":
        victim = rng.randint(18, 40)
        return victim, victim + rng.randint(20, 34)
    victim = rng.choice([rng.randint(18, 30), rng.randint(25, 50), rng.randint(40, 84)])
    return victim, max(18, victim + rng.randint(-7, 9))


def _peoples(
    rng: random.Random, victim: dict[str, Fact], perpetrator: dict[str, Fact]
) -> dict[str, str]:
    known = case_lists().people
    one: People = rng.choices(known, [people.weight for people in known])[0]
    two = one if rng.random() < 0.7 else rng.choices(known, [p.weight for p in known])[0]
    victim["victim_ethnicity"], victim["nationality"] = one.ethnicity, one.nationality
    perpetrator["perpetrator_ethnicity"] = two.ethnicity
    return {"v": rng.choice(one.prints), "p": rng.choice(two.prints)}


def _family(rng: random.Random, facts: Told, relation: Relation, sex: str) -> None:
    victim, age = facts.victims[0], int(facts.victims[0]["age_years"])
    parent = relation.victim in ("Parent", "Grandparent") or rng.random() < (
        0.6 if age >= 22 else 0.15
    )
    young = parent and age <= 48 and relation.kind != "family" and rng.random() < 0.75
    victim["parent"], victim["children_under_18"] = parent, young
    if facts.incident["death_type"] == "homicide":
        facts.incident["children_present"] = young and rng.random() < 0.5
    if sex == "f" and age <= 42 and rng.random() < 0.18:
        victim["victim_vuln_pregnancy"] = True
    weights = (4, 3, 4, 1, 1) if age < 60 else (8, 1, 4, 0, 1)
    tenures = ("owned", "private-rented", "social-rented", "no-fixed-abode", "other")
    victim["tenure"] = rng.choices(tenures, weights)[0]
    if victim["tenure"] == "no-fixed-abode" and {"shared home", "victim's home"} & {
        *relation.places
    }:
        victim["tenure"] = "private-rented"
    victim["care_needs"] = rng.random() < (0.12 if age < 60 else 0.5)


def _health(rng: random.Random, facts: Told) -> None:
    victim, perpetrator = facts.victims[0], facts.perpetrators[0]
    if rng.random() < 0.3:
        victim["victim_mental_health_issues"] = False
    else:
        _some(rng, victim, {"victim_mh_depression": 0.55, "victim_mh_anxiety": 0.5})
    for person, who in ((victim, "victim"), (perpetrator, "perpetrator")):
        for name in ("alcohol", "substance_misuse"):
            person[f"{who}_vuln_{name}"] = rng.random() < (0.35 if who == "victim" else 0.55)
    perpetrator["prev_offence_history"] = rng.random() < 0.6
    if rng.random() < 0.25:
        perpetrator["perpetrator_mental_health_issues"] = False
    else:
        chances = {"depression": 0.5, "anxiety": 0.3, "psychosis": 0.15}
        _some(rng, perpetrator, {f"perpetrator_mh_{name}": at for name, at in chances.items()})


def _some(rng: random.Random, person: dict[str, Fact], chances: dict[str, float]) -> None:
    for name, chance in chances.items():
        if rng.random() < chance:
            person[name] = True


def _abuse(rng: random.Random, facts: Told, relation: Relation, suicide: bool) -> None:
    """Draw what had gone before; after a suicide there was some abuse, and it was found."""
    partner = relation.kind in ("partner", "former")
    chances = {
        "coercive_control": 0.6 if partner else 0.1,
        "economic_abuse": 0.35,
        "stalking": 0.45 if relation.kind == "former" else 0.05,
        "physical_abuse": 0.6,
        "sexual_abuse": 0.2 if partner else 0.0,
    }
    for name, chance in chances.items():
        facts.incident[name] = rng.random() < chance
    if suicide:
        facts.incident[rng.choice(["coercive_control", "physical_abuse"])] = True
    if partner:
        facts.incident["separation"] = relation.kind == "former" or rng.random() < 0.3


def _services(rng: random.Random, facts: Told) -> None:
    incident = facts.incident
    recorded = rng.random() < 0.65
    incident["previous_domestic_abuse_recorded"] = recorded
    incident["known_to_domestic_abuse_services"] = recorded and rng.random() < 0.55
    incident["heard_at_marac"] = recorded and rng.random() < 0.45


def _others(rng: random.Random, story: Story, taken: set[str]) -> None:
    """Draw a second victim or a second perpetrator: seldom, and never both."""
    facts, names = story.facts, load("names.toml", Names)
    killed = facts.perpetrators[0].get(KILLED)
    both, dice = bool(killed), rng.random()
    facts.incident["multiple_victims"] = both and dice < 0.08
    if not both or dice >= 0.15:
        return
    sex = rng.choice("fm")
    pool = names.victims_female if sex == "f" else names.victims_male
    if dice < 0.08:
        story.others["victim2"] = rng.choice([name for name in pool if name not in taken])
        relation = "Parent" if story.relation.victim == "Parent" else "Other (non-relative)"
        age = int(facts.victims[0]["age_years"]) + (rng.randint(-4, 4) or 5)
        age = age if age >= 18 else age + 9
        facts.victims.append({"sex_of_victim": SEXES[sex], "age_years": age})
        facts.victims[1]["relationship_to_perpetrator"] = relation
    elif facts.perpetrators[0].get("court_verdict") in ("Murder", "Manslaughter"):
        pool = names.perpetrators_female if sex == "f" else names.perpetrators_male
        story.others["perp2"] = rng.choice([name for name in pool if name not in taken])
        verdict = rng.choice(["Murder", "Manslaughter", "Not guilty"])
        second: dict[str, Fact] = {
            "sex_of_perpetrator": SEXES[sex],
            "age_years": rng.randint(18, 60),
            "relationship_to_victim": "other, not a relative",
            "court_verdict": verdict,
        }
        if verdict != "Not guilty":
            second[KILLED] = True
        facts.perpetrators.append(second)
