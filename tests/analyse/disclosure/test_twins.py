"""Registers that differ only in what is not told give the same files, byte for byte.

So nothing else in a file tells it: no length or order of bars, no text of a picture, no choice of a sentence, no
order of rows, no size of a file. Beside each stands a register that must give other files.
"""

import io
import zipfile
from functools import cache

import msgspec
import pytest

from learnt.records.case import Incident, Material, Perpetrator, Register, Value, Victim
from learnt.reporting.making import Made, Wanted, make_report, write_report

DEATHS = 20
FILES = (".html", ".json", ".zip")
"""Word and PDF are made of the same composed report as the page; Word is looked at once."""


class Deaths(msgspec.Struct, frozen=True, kw_only=True):
    """Of how many of twenty deaths what holds."""

    men: int = 2
    heard: int = 2
    known: int = 18
    suicides: int = 2
    methods: tuple[int, ...] = (9, 4, 4, 3)
    depressed: int = 2


def values_of(at: int, deaths: Deaths) -> tuple[dict[str, Value], dict[str, Value]]:
    """Give what is recorded of the death and of the person who died; each fact falls on other deaths."""
    methods = [name for name, count in enumerate(deaths.methods) for _ in range(count)]
    place: dict[str, Value] = {
        "death_date": f"{2012 + at % 4}-05",
        "area": ("Ashmere", "Brackenford")[at % 2],
        "death_type": "suicide" if at >= DEATHS - deaths.suicides else "homicide",
        "cause_of_death": ("sharp instrument", "fire", "drowning", "shooting")[methods[at]],
        "heard_at_marac": at < deaths.heard,
        "known_to_domestic_abuse_services": at < deaths.known,
    }
    person: dict[str, Value] = {
        "sex_of_victim": "Male" if (at * 7) % DEATHS < deaths.men else "Female",
        "age_years": 19 if at < 3 else 25 if at < 8 else 45 if at < 14 else 66,
        "parent": (at * 3) % DEATHS < 6,
        "victim_mental_health_issues": (at * 9) % DEATHS < 8,
        "victim_mh_anxiety": (at * 9) % DEATHS < 7,
        "victim_mh_depression": (at * 9) % DEATHS < deaths.depressed,
    }
    return place, person


@cache
def report(deaths: Deaths) -> Made:
    """Make the public report of such a register."""
    both = [values_of(at, deaths) for at in range(DEATHS)]
    register = Register(
        incidents=tuple(Incident(id=f"I{at}", values=one) for at, (one, _) in enumerate(both)),
        victims=tuple(
            Victim(id=f"V{at}", incident=f"I{at}", values=one) for at, (_, one) in enumerate(both)
        ),
        perpetrators=tuple(
            Perpetrator(id=f"P{at}", incident=f"I{at}", values={"sex_of_perpetrator": "Male"})
            for at in range(DEATHS)
        ),
    )
    material = Material(register=register, source="invented", date="2026-01-01")
    return make_report(material, Wanted())


@cache
def files(deaths: Deaths) -> dict[str, bytes]:
    """Give the files of the report."""
    return {form: write_report(report(deaths), form) for form in FILES}


def word(deaths: Deaths) -> dict[str, bytes]:
    """Give the parts of the Word file: the file itself has the time at which it was written."""
    with zipfile.ZipFile(io.BytesIO(write_report(report(deaths), ".docx"))) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


TWINS = [
    ("nobody, or four, in the small group", Deaths(men=0), Deaths(men=4)),
    ("a fact of none, or of four", Deaths(heard=0), Deaths(heard=4)),
    ("a fact of all, or of all but four", Deaths(known=20), Deaths(known=16)),
    ("no suicides, or four", Deaths(suicides=0), Deaths(suicides=4)),
    ("groups that were put together", Deaths(methods=(9, 4, 4, 3)), Deaths(methods=(9, 3, 4, 4))),
    ("one fact of several", Deaths(depressed=0), Deaths(depressed=4)),
]
OTHERS = [
    ("five men are told", Deaths(men=4), Deaths(men=5)),
    ("a fact of five is told", Deaths(heard=4), Deaths(heard=5)),
    ("all but five are told", Deaths(known=16), Deaths(known=15)),
    ("five suicides are told", Deaths(suicides=4), Deaths(suicides=5)),
    ("groups that are named", Deaths(methods=(9, 4, 4, 3)), Deaths(methods=(8, 4, 4, 4))),
    ("one fact more of five", Deaths(depressed=4), Deaths(depressed=5)),
]


@pytest.mark.parametrize(("why", "one", "other"), TWINS)
def test_what_is_not_told_changes_no_byte(why: str, one: Deaths, other: Deaths) -> None:
    changed = [form for form in FILES if files(one)[form] != files(other)[form]]
    assert changed == [], why


@pytest.mark.parametrize(("why", "one", "other"), OTHERS)
def test_what_is_told_changes_every_file(why: str, one: Deaths, other: Deaths) -> None:
    changed = [form for form in FILES if files(one)[form] != files(other)[form]]
    assert changed == list(FILES), why


def test_word_tells_no_more_than_the_page() -> None:
    one, four, five = (word(Deaths(men=men)) for men in (0, 4, 5))
    assert one == four
    assert four != five
