"""Draws how a homicide was done and what the courts made of it."""

import random

from learnt.fictional.story.lists import Relation, case_lists
from learnt.fictional.story.settle import KILLED, Told

OUTCOMES = {"murder": 46, "manslaughter": 12, "diminished": 14, "acquitted": 5, "unfit": 5}
DIED = {"died": 13}
VERDICTS = {
    "murder": "Murder",
    "manslaughter": "Manslaughter",
    "diminished": "Manslaughter w/ diminished responsibility",
    "acquitted": "Not guilty",
    "unfit": "Unfit to plead",
}


def draw_outcome(rng: random.Random, facts: Told, relation: Relation) -> None:
    """Add to `facts` how and where the person died and what followed."""
    incident, victim, perpetrator = facts.incident, facts.victims[0], facts.perpetrators[0]
    if incident["death_type"] == "suicide":
        victim["victim_suicide"] = True
        perpetrator["charged"] = False
        return
    known = case_lists()
    causes = known.cause_weights
    incident["cause_of_death"] = rng.choices(list(causes), list(causes.values()))[0]
    incident["place_of_death"] = rng.choice(relation.places)
    if incident["cause_of_death"] in ("arson", "drowning"):
        incident["place_of_death"] = relation.places[0]
    weights = OUTCOMES | DIED
    outcome = rng.choices(list(weights), list(weights.values()))[0]
    if outcome != "acquitted":
        perpetrator[KILLED] = True
    perpetrator["charged"] = outcome != "died"
    if outcome == "died":
        incident["homicide_suicide"] = True
        return
    perpetrator["court_verdict"] = VERDICTS[outcome]
    if outcome == "murder":
        perpetrator["minimum_term_years"] = rng.randint(13, 31)
    elif outcome == "unfit":
        perpetrator["perpetrator_mh_psychosis"] = True
        perpetrator["hospital_order"] = True
    elif outcome == "diminished":
        perpetrator["hospital_order"] = rng.random() < 0.6
        perpetrator["perpetrator_mh_psychosis"] = True
    if perpetrator.get("perpetrator_mh_psychosis"):
        perpetrator.pop("perpetrator_mental_health_issues", None)
