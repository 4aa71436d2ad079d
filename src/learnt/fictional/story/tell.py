"""Tells the story in the sections of a report, and notes in the answer what the text states."""

import random
from collections.abc import Iterator

from learnt.fictional.book import Book
from learnt.fictional.facts import Case
from learnt.fictional.grammar import capital, expand
from learnt.fictional.manuscript import Element, Paragraph, Table
from learnt.fictional.story.draw import NOUNS, Story, story_of
from learnt.fictional.story.lists import Fact, Way, case_lists, ways_of
from learnt.fictional.story.settle import Told

PARAGRAPH = 3
"""Sentences in a paragraph at most."""
RELATION = ["v.relationship_to_perpetrator", "p.relationship_to_victim"]
AN = ("11", "18")
"""Numbers that "an" stands before, beside those that begin with an eight."""
FACE = ("v.sex_of_victim",)
"""What pronouns tell wherever a part of the story is told."""


def tell(book: Book, section: str) -> None:
    """Write the sentences of `section` as paragraphs and note their facts in the book's answer."""
    rng = book.case.rng(f"layout of story:{section}")
    waiting: list[str] = []
    room = rng.randint(1, PARAGRAPH)
    for text, facts in sentences(book.case, section):
        for key, value in facts.items():
            book.answer.told.note(key, value)
        waiting.append(text)
        if len(waiting) == room:
            book.para(" ".join(waiting))
            waiting, room = [], rng.randint(1, PARAGRAPH)
    if waiting:
        book.para(" ".join(waiting))


def note_front(book: Book, elements: list[Element]) -> None:
    """Note in the answer what the front of a report prints of the case: a homicide, a relation."""
    facts, told = story_of(book.case).facts, book.answer.told
    texts = [one.text for one in elements if isinstance(one, Paragraph)]
    rows = [row for one in elements if isinstance(one, Table) for row in one.rows]
    labels = [str(row[0]) for row in rows] + texts
    keys = ["i.death_type"] if any("homicide" in label for label in labels) else []
    if any(label == "Relationship" for label in labels):
        keys += RELATION
    if any(label.startswith("Relationship:") for label in labels):
        keys += RELATION
    for key in keys:
        value = facts.get(key)
        if value is not None:
            told.note(key, value)


def sentences(case: Case, section: str) -> Iterator[tuple[str, dict[str, Fact]]]:
    """Give the sentences of a section, each with the facts it tells by their keys."""
    story, rng = story_of(case), case.rng(f"story:{section}")
    for ways in ways_of(section).values():
        fitting = [way for way in ways if _fits(way, story.facts)]
        if not fitting:
            continue
        way = rng.choice(fitting)
        if rng.random() > way.share:
            continue
        told = {key: story.facts.get(key) for key in (*way.when, *way.tells, *FACE)}
        facts = {key: value for key, value in told.items() if value is not None}
        if not way.when and not way.tells:
            facts = {}
        yield capital(_say(rng, rng.choice(way.texts), story_slots(case, story, rng))), facts


def _say(rng: random.Random, text: str, slots: dict[str, str]) -> str:
    """Fill a template; the values of some slots are templates themselves."""
    return expand(expand(text, rng, slots), rng, slots)


def _fits(way: Way, facts: Told) -> bool:
    wanted = way.when | way.given
    return all(facts.get(key) == value for key, value in wanted.items()) and all(
        facts.get(key) is not None for key in way.tells
    )


def story_slots(case: Case, story: Story, rng: random.Random) -> dict[str, str]:
    """Give what templates of the story are filled with."""
    facts, lists = story.facts, case_lists()
    nationality = str(facts.get("v.nationality"))
    slots = case.slots | {
        "victim": case.victim,
        "perp": case.perpetrator,
        "k": str(rng.randint(0, 6)),
        "ethnic_v": story.ethnicities["v"],
        "ethnic_p": story.ethnicities["p"],
        "nationality": nationality,
        "a_nationality": f"{'an' if nationality[0] in 'AEIOU' else 'a'} {nationality}",
        "min": str(facts.get("p.minimum_term_years")),
        "rel": rng.choice(story.relation.prints),
    }
    for who, key in (("v", "v"), ("p", "p"), ("v2", "v2"), ("p2", "p2")):
        slots |= _person(who, facts.get(f"{key}.age_years"), _sex(facts, key))
    for name in ("friend", "parent", "sibling", "grandparent", "child", "aunt"):
        slots[f"{name}_word"] = NOUNS[_sex(facts, "v")][name]
    slots |= {"v_rel": expand(rng.choice(story.relation.victim_prints), rng, slots)} | story.others
    for key, known in (("cause", "cause_of_death"), ("place", "place_of_death")):
        value = facts.get(f"i.{known}")
        table = lists.causes if key == "cause" else lists.places
        slots[key] = rng.choice(table[str(value)]) if value else ""
    return slots


def _sex(facts: Told, key: str) -> str:
    name = "sex_of_victim" if key.startswith("v") else "sex_of_perpetrator"
    return "f" if facts.get(f"{key}.{name}") == "Female" else "m"


def _person(who: str, age: Fact | None, sex: str) -> dict[str, str]:
    """Give a person's age, noun and pronouns; the pronouns of the victim are the case's own."""
    found = {
        f"{who}_age": str(age),
        f"a_{who}_age": f"{'an' if str(age) in AN or str(age)[0] == '8' else 'a'} {age}",
        f"{who}_noun": NOUNS[sex]["noun"],
        f"{who}_parent": NOUNS[sex]["parent"],
        f"{who}_sex": "female" if sex == "f" else "male",
    }
    if who == "p":
        he, his, him = ("she", "her", "her") if sex == "f" else ("he", "his", "him")
        found |= {"p_he": he, "P_he": capital(he), "p_his": his, "p_him": him}
    return found
