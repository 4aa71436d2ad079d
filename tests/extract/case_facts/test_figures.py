"""Who is who by figures and frames, with near misses beside the hits."""

import pytest

from learnt.extract.case_facts.cast import find_cast
from learnt.extract.case_facts.figures import read_figures
from learnt.extract.case_facts.frames import choose, hear
from learnt.extract.case_facts.sentences import read_told
from tests.extract.case_facts.told import doc


def parties(text: str) -> tuple[list[str], list[str]]:
    """Give the names of the figures taken for victim and perpetrator."""
    company, spoken = read_figures(read_told([doc(text)]).sentences)
    found = choose(company, hear(company, spoken))
    victim, other = found.victim, found.perpetrator
    return (victim.names if victim else [], other.names if other else [])


@pytest.mark.parametrize(
    ("text", "victim", "perpetrator"),
    [
        ("Petra worked at a school. Odo strangled her in their kitchen.", ["Petra"], ["Odo"]),
        ("Petra's husband was Odo. He was later convicted of her murder.", ["Petra"], ["Odo"]),
        ("Her only son, Odo, had moved in with Petra. He killed her.", ["Petra"], ["Odo"]),
        ("Mrs Quill died when her son, Odo, set fire to the house.", ["Mrs Quill"], ["Odo"]),
        ("Odo then turned on Petra and stabbed her with a chisel.", ["Petra"], ["Odo"]),
        # a relative who is only spoken of is neither
        ("Odo killed Petra. Her sister Vera told the panel so.", ["Petra"], ["Odo"]),
        # a threat and an attempt are no killing
        ("Odo threatened to kill Vera. Petra was murdered by Odo.", ["Petra"], ["Odo"]),
        # words that open a sentence, and places, are no names
        ("Detectives arrested Odo in Carrick. He had murdered Petra.", ["Petra"], ["Odo"]),
    ],
)
def test_frames_tell_the_parties(text: str, victim: list[str], perpetrator: list[str]) -> None:
    assert parties(text) == (victim, perpetrator)


@pytest.mark.parametrize(
    "text", ["The panel met six times.", "Women are killed by partners.", "What should be done?"]
)
def test_no_party_is_made_up(text: str) -> None:
    assert parties(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Petra was at home. Odo, her nephew, killed her.", ("to_victim", "nephew", False)),
        ("Odo was with his ex-wife, Petra. He killed her.", ("to_perpetrator", "wife", True)),
        ("Odo lived nearby. He killed Petra.", None),
    ],
)
def test_figures_tell_the_relation(text: str, relation: tuple[str, str, bool] | None) -> None:
    assert find_cast(read_told([doc(text)])).told_relation == relation


def test_a_given_name_alone_tells_no_sex() -> None:
    cast = find_cast(read_told([doc("Odo killed Margaret. A friend rang for help.")]))
    assert [person.sex for person in cast.people] == ["", ""]
