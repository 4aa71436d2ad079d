"""Cross-tabulations: over one table, from deaths to people, and by pairs."""

from learnt.analyse import analyse
from learnt.records.case import Incident, Material, Perpetrator, Register, Victim
from learnt.records.finding import Analysis, Selection
from tests.analyse.making import counts, table


def crossed(first: str, second: str) -> Analysis:
    """Give the cross of two variables in a small register."""
    register = Register(
        incidents=(
            Incident(id="I1", values={"cause_of_death": "fall", "stalking": True}),
            Incident(id="I2", values={"cause_of_death": "fire", "stalking": False}),
            Incident(id="I3", values={"cause_of_death": "fire"}),
        ),
        victims=(
            Victim(id="V1", incident="I1", values={"sex_of_victim": "Female", "tenure": "owned"}),
            Victim(id="V2", incident="I2", values={"sex_of_victim": "Female"}),
            Victim(id="V3", incident="I3", values={"sex_of_victim": "Male", "tenure": "owned"}),
            Victim(id="V4", incident="I3", values={}),
        ),
        perpetrators=(
            Perpetrator(id="P1", incident="I1", values={"sex_of_perpetrator": "Male"}),
            Perpetrator(id="P2", incident="I1", values={"sex_of_perpetrator": "Female"}),
            Perpetrator(id="P3", incident="I3", values={"sex_of_perpetrator": "Male"}),
        ),
    )
    return analyse(Material(register=register), Selection(crosses=((first, second),)))


def test_two_variables_of_people() -> None:
    found = crossed("sex_of_victim", "tenure")
    name = "joint.sex_of_victim_by_tenure"
    assert counts(found, name) == {"Female × owned": 1, "Male × owned": 1}
    assert (table(found, name).total, table(found, name).not_recorded) == (4, 2)
    assert table(found, name).form == "cross"


def test_a_variable_of_the_death_goes_to_each_person() -> None:
    name = "joint.method_by_sex_of_victim"
    assert counts(crossed("cause_of_death", "sex_of_victim"), name) == {
        "fire × Female": 1,
        "fire × Male": 1,
        "fall × Female": 1,
        "fall × Male": 0,
    }


def test_both_sides_are_counted_by_pairs() -> None:
    found = crossed("sex_of_victim", "sex_of_perpetrator")
    name = "joint.sex_of_victim_by_sex_of_perpetrator"
    assert counts(found, name) == {
        "Female × Male": 1,
        "Female × Female": 1,
        "Male × Male": 1,
        "Male × Female": 0,
    }
    assert table(found, name).of.startswith("pairs of")


def test_a_true_or_false_variable() -> None:
    found = crossed("stalking", "sex_of_victim")
    assert counts(found, "joint.stalking_by_sex_of_victim") == {
        "yes × Female": 1,
        "yes × Male": 0,
        "no × Female": 1,
        "no × Male": 0,
    }


def test_a_variable_in_two_tables_needs_its_table() -> None:
    assert any("care_needs is no variable" in gap for gap in crossed("care_needs", "tenure").gaps)
    found = crossed("victims.care_needs", "tenure")
    assert any("in no case are both recorded" in gap for gap in found.gaps)


def test_what_is_no_variable_is_told() -> None:
    assert any("shoe_size is no variable" in gap for gap in crossed("tenure", "shoe_size").gaps)


def test_what_names_several_tables_or_one() -> None:
    ages = crossed("age_years", "tenure")
    assert any("age_years is no variable" in gap for gap in ages.gaps)
    assert not any(
        "age_at_death is no variable" in gap for gap in crossed("age_at_death", "tenure").gaps
    )
    assert not any("is no variable" in gap for gap in crossed("victims.age_years", "tenure").gaps)
