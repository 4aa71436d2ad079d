"""Deaths that may be the same are told; those that differ in what is recorded are not."""

import pytest

from learnt.analyse import analyse
from learnt.analyse.disclosure import protect
from learnt.analyse.doubles import likely_doubles
from learnt.records.case import Incident, Material, Origin, Register, Victim
from tests.analyse.making import Values

PLACE: Values = {"csp": "Norfolk", "death_date": "2020-03-14"}
WOMAN: Values = {"sex_of_victim": "Female", "age_at_death": "25-34"}


def register(*deaths: tuple[Origin, Values, Values]) -> Register:
    """Give a register of deaths: where from, the incident, the person who died."""
    return Register(
        incidents=tuple(
            Incident(id=f"I-{n}", values=dict(values), origin=origin)
            for n, (origin, values, _) in enumerate(deaths, start=1)
        ),
        victims=tuple(
            Victim(id=f"V-{n}", incident=f"I-{n}", values=dict(values))
            for n, (_, _, values) in enumerate(deaths, start=1)
        ),
    )


SAME: list[tuple[str, Values, Values]] = [
    ("the month is told, not the day", {**PLACE, "death_date": "2020-03"}, WOMAN),
    ("another name of the partnership", {**PLACE, "csp": "Norfolk CSP"}, WOMAN),
    ("its age in years too", PLACE, {**WOMAN, "age_years": 30}),
    ("what is recorded beside", PLACE, {**WOMAN, "nationality": "British"}),
]


@pytest.mark.parametrize(("why", "incident", "victim"), SAME, ids=[row[0] for row in SAME])
def test_a_death_of_both_kinds_of_rows_is_told(why: str, incident: Values, victim: Values) -> None:
    both = register(("dhrd", PLACE, WOMAN), ("register", incident, victim))
    assert likely_doubles(both) == (("I-1", "I-2"),)


OTHER: list[tuple[str, Values, Values]] = [
    ("another month", {**PLACE, "death_date": "2020-04-14"}, WOMAN),
    ("a year alone", {**PLACE, "death_date": "2020"}, WOMAN),
    ("another partnership", {**PLACE, "csp": "Suffolk"}, WOMAN),
    ("no partnership", {"death_date": "2020-03-14"}, WOMAN),
    ("another sex", PLACE, {**WOMAN, "sex_of_victim": "Male"}),
    ("no sex", PLACE, {"age_at_death": "25-34"}),
    ("another band", PLACE, {**WOMAN, "age_at_death": "35-44"}),
    ("no age", PLACE, {"sex_of_victim": "Female"}),
]


@pytest.mark.parametrize(("why", "incident", "victim"), OTHER, ids=[row[0] for row in OTHER])
def test_deaths_that_differ_are_not(why: str, incident: Values, victim: Values) -> None:
    both = register(("dhrd", PLACE, WOMAN), ("register", incident, victim))
    assert likely_doubles(both) == ()


YEARS = [(30, 30, True), (30, 31, False), (30, None, False)]


@pytest.mark.parametrize(("first", "second", "told"), YEARS)
def test_two_rows_of_one_kind_must_have_the_same_age_in_years(
    first: int, second: int | None, told: bool
) -> None:
    other = WOMAN if second is None else {**WOMAN, "age_years": second}
    both = register(("register", PLACE, {**WOMAN, "age_years": first}), ("register", PLACE, other))
    assert bool(likely_doubles(both)) is told


def test_two_who_died_in_one_event_are_no_doubles() -> None:
    whole = register(("register", PLACE, {**WOMAN, "age_years": 30}))
    twin = Victim(id="V-9", incident="I-1", values={**WOMAN, "age_years": 30})
    assert likely_doubles(Register(incidents=whole.incidents, victims=(*whole.victims, twin))) == ()


def test_the_reports_quality_tells_them_and_counts_both() -> None:
    both = register(("dhrd", PLACE, WOMAN), ("register", PLACE, WOMAN))
    found = analyse(Material(register=both))
    (told,) = [one for one in found.quality if one.code == "doubles"]
    assert told.ids == ("I-1", "I-2")
    assert "may be the same" in told.says
    alone = analyse(Material(register=register(("dhrd", PLACE, WOMAN), ("register", {}, WOMAN))))
    assert "doubles" not in {one.code for one in alone.quality}
    public = " ".join(one.says for one in protect(found).quality)
    assert "may be in both" in public
    assert "2 deaths agree" not in public
