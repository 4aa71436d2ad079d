"""What happened in a fictional case is coherent, told in the text, and no more is in the answer."""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from learnt.fictional.draft import Draft
from learnt.fictional.facts import make_case
from learnt.fictional.generate import make_answer, make_draft
from learnt.fictional.grammar import expand
from learnt.fictional.layouts import all_layouts
from learnt.fictional.lists import load
from learnt.fictional.manuscript import Heading, Paragraph
from learnt.fictional.story.draw import story_of
from learnt.fictional.story.lists import WAYS, Way, Ways, case_lists
from learnt.fictional.story.settle import Told, settle
from learnt.fictional.story.tell import sentences, story_slots

SCHEMA = tomllib.loads(files("learnt.rules").joinpath("register.toml").read_text("utf-8"))
COLUMNS = {
    table["name"]: {column["name"]: column for column in table["columns"]}
    for table in SCHEMA["tables"]
}
SECTIONS = ("opening", "equality", "family", "health", "abuse", "services", "death", "courts")
SEEDS = range(1, 251)
EVERY_WAY = [way for name in WAYS for way in load(name, Ways).way]
TOLD_TRUE = [
    "i.coercive_control",
    "i.economic_abuse",
    "i.physical_abuse",
    "i.sexual_abuse",
    "i.stalking",
    "i.separation",
    "i.heard_at_marac",
    "i.known_to_domestic_abuse_services",
    "i.previous_domestic_abuse_recorded",
    "i.children_present",
    "i.homicide_suicide",
    "v.parent",
    "v.children_under_18",
    "v.care_needs",
    "v.victim_vuln_pregnancy",
    "v.victim_vuln_alcohol",
    "v.victim_vuln_substance_misuse",
    "v.victim_suicide",
    "v.victim_mh_depression",
    "v.victim_mh_anxiety",
    "p.charged",
    "p.hospital_order",
    "p.prev_offence_history",
    "p.perpetrator_vuln_alcohol",
    "p.perpetrator_vuln_substance_misuse",
    "p.perpetrator_mh_depression",
    "p.killed",
]
TOLD = [
    "v.sex_of_victim",
    "v.age_years",
    "v.relationship_to_perpetrator",
    "v.victim_ethnicity",
    "v.nationality",
    "p.sex_of_perpetrator",
    "p.age_years",
    "p.relationship_to_victim",
    "p.perpetrator_ethnicity",
    "p.minimum_term_years",
    "i.cause_of_death",
    "i.place_of_death",
]


def facts_of(seed: int) -> dict[str, Any]:
    """All that the sections would tell of the case of a seed."""
    told, case = Told(), make_case(seed)
    for section in SECTIONS:
        for _, facts in sentences(case, section):
            for key, value in facts.items():
                told.note(key, value)
    return told.settled()


def draft_of(layout: str, seed: int) -> Draft:
    return make_draft(all_layouts()[layout], seed, "brief")


def words_of(draft: Draft) -> str:
    parts = [part for part in draft.parts if part.role == "overview"] or list(draft.parts)
    elements = [one for part in parts for one in part.manuscript.elements]
    return " ".join(one.text for one in elements if isinstance(one, Paragraph | Heading))


def wordings(key: str, value: object = None) -> int:
    """How many texts tell a key (with this value, where one is asked)."""
    return sum(
        len(way.texts)
        for way in EVERY_WAY
        if (key in way.tells and value is None)
        or (key in way.when and value in (None, way.when[key]))
    )


@pytest.mark.parametrize("key", TOLD_TRUE)
def test_each_variable_is_told_in_many_ways(key: str) -> None:
    assert wordings(key, True) >= 6


@pytest.mark.parametrize("key", TOLD)
def test_each_value_is_told_in_many_ways(key: str) -> None:
    assert wordings(key) >= 6


@pytest.mark.parametrize("value", sorted({str(v) for v in SCHEMA["lists"]["tenure"]["values"]}))
def test_each_tenure_is_told(value: str) -> None:
    assert wordings("v.tenure", value) >= (2 if value == "other" else 6)


@pytest.mark.parametrize("way", EVERY_WAY, ids=lambda way: f"{way.section}: {way.topic}")
def test_every_wording_can_be_filled(way: Way) -> None:
    case = make_case(3)
    story = story_of(case)
    rng = case.rng("test")
    slots = story_slots(case, story, rng) | {"victim2": "Ada", "perp2": "Bob"}
    for text in way.texts:
        told = expand(expand(text, rng, slots), rng, slots)
        assert not re.search(r"[{}\[\]|]", told)
        assert told.endswith(".")


def test_no_wording_sounds_like_a_recommendation() -> None:
    for way in EVERY_WAY:
        for text in way.texts:
            assert not re.search(r"\b(should|must|recommend\w*|ought)\b", text), text


def test_near_misses_stand_in_most_sections() -> None:
    bare = [way for way in EVERY_WAY if not way.when and not way.tells]
    assert {way.section for way in bare} >= {"opening", "equality", "family"}
    assert len({way.section for way in bare}) >= 7
    assert sum(len(way.texts) for way in bare) >= 40


def test_values_are_the_registers() -> None:
    tables = {"incident": "incidents", "victims": "victims", "perpetrators": "perpetrators"}
    for seed in SEEDS:
        told = facts_of(seed)
        for name, table in tables.items():
            rows = [told[name]] if name == "incident" else told[name]
            for row in rows:
                for variable, value in row.items():
                    column = COLUMNS[table][variable]
                    known = SCHEMA["lists"].get(column.get("list"), {}).get("values")
                    assert known is None or value in known, (variable, value)
                    assert isinstance(value, bool) == (column["type"] == "boolean"), variable


def test_printed_words_are_those_of_the_register() -> None:
    known = SCHEMA["lists"]
    assert set(case_lists().causes) <= set(known["cause_of_death"]["values"])
    assert set(case_lists().places) <= set(known["place_of_death"]["values"])
    assert {one.word for one in case_lists().relation} <= set(
        known["relationship_of_perpetrator"]["values"]
    )


def test_stories_are_coherent() -> None:
    for seed in SEEDS:
        told = settle(story_of(make_case(seed)).facts)
        victim, perpetrator, incident = told.victims[0], told.perpetrators[0], told.incident
        suicide = incident["death_type"] == "suicide"
        assert suicide == (victim.get("victim_suicide") is True)
        assert not (suicide and perpetrator.get("role") in ("killed", "both"))
        assert (perpetrator.get("court_verdict") is None) == (perpetrator["charged"] is False)
        assert not (incident.get("homicide_suicide") and perpetrator["charged"])
        assert not (victim["children_under_18"] and not victim["parent"])
        assert not (incident.get("children_present") and not victim["children_under_18"])
        assert not (perpetrator.get("court_verdict") == "Not guilty" and "role" in perpetrator)
        if victim["relationship_to_perpetrator"] == "Parent":
            assert int(victim["age_years"]) - int(perpetrator["age_years"]) >= 17
            assert victim["parent"] is True
        assert int(perpetrator["age_years"]) >= 17
        assert int(victim["age_years"]) >= 18


def test_seeds_bring_every_kind_of_case() -> None:
    told = [facts_of(seed) for seed in SEEDS]
    assert sum(one["incident"]["death_type"] == "suicide" for one in told) >= 20
    assert sum(len(one["victims"]) > 1 for one in told) >= 3
    assert sum(len(one["perpetrators"]) > 1 for one in told) >= 3
    for key in (*TOLD_TRUE, *TOLD):
        where, _, name = key.partition(".")
        if key == "p.killed":
            continue
        table = {"v": "victims", "p": "perpetrators"}.get(where)
        rows = [one[table][0] if table else one["incident"] for one in told]
        least = 3 if name == "victim_vuln_pregnancy" else 8
        assert sum(row.get(name) not in (None, False) for row in rows) >= least, key


@pytest.mark.parametrize("layout", list(all_layouts()))
def test_numbers_of_the_answer_stand_in_the_text(layout: str) -> None:
    draft = draft_of(layout, 11)
    words, told = words_of(draft), make_answer(draft, layout)["case"]
    for people in (told["victims"], told["perpetrators"]):
        for one in people:
            for name in ("age_years", "minimum_term_years"):
                if name in one:
                    assert re.search(rf"\b{one[name]}\b", words), name
    assert set(told) == {"incident", "victims", "perpetrators"}


@pytest.mark.parametrize("layout", ["headed-inline", "several-documents", "two-column"])
@pytest.mark.parametrize("seed", range(1, 13))
def test_what_is_in_the_answer_stands_in_the_text(layout: str, seed: int) -> None:
    draft = draft_of(layout, seed)
    words, told = words_of(draft), make_answer(draft, layout)["case"]
    victim, perpetrator = told["victims"][0], told["perpetrators"][0]
    signs = {
        "pregnant|expecting|pregnancy": victim.get("victim_vuln_pregnancy"),
        "minimum|at least": perpetrator.get("minimum_term_years"),
        "hospital order": perpetrator.get("hospital_order"),
        "MARAC|Risk Assessment Conference": told["incident"].get("heard_at_marac"),
        "suicide|own life": victim.get("victim_suicide"),
    }
    for words_of_it, value in signs.items():
        if value is not None:
            assert re.search(words_of_it, words)


def test_a_suicide_is_nowhere_called_a_homicide() -> None:
    seeds = [seed for seed in range(1, 80) if story_of(make_case(seed)).suicide]
    assert len(seeds) >= 8
    for seed in seeds[:8]:
        draft = draft_of("headed-inline", seed)
        case = make_case(seed)
        words = words_of(draft)
        assert f"homicide of {case.victim}" not in words
        assert f"{case.victim} was killed" not in words
        assert make_answer(draft, "headed-inline")["case"]["incident"]["death_type"] == "suicide"


def test_settling_adds_only_what_follows() -> None:
    told = Told({"physical_abuse": True}, [{"relationship_to_perpetrator": "Parent"}], [{}])
    done = settle(told)
    assert done.perpetrators[0]["role"] == "abused"
    assert "parricide" not in done.incident
    assert done.victims[0]["parent"] is True
    told.perpetrators[0]["killed"] = True
    done = settle(told)
    assert done.perpetrators == [{"role": "both"}]
    assert done.incident["parricide"] is True
    assert done.incident["death_type"] == "homicide"
    assert told.perpetrators[0] == {"killed": True}
