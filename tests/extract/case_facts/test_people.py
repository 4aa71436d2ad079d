"""Who is who, and what is told of whom."""

import pytest

from learnt.extract.case_facts.cast import find_cast
from learnt.extract.case_facts.names import clean_name, is_same
from learnt.extract.case_facts.sentences import read_told
from learnt.records import Value
from tests.extract.case_facts.told import doc, perpetrator, values, victim
from tests.extract.factories import document, para, table


@pytest.mark.parametrize(
    ("text", "victims", "perpetrators"),
    [
        # an apposition on either side
        (
            "Petra, the victim, lived in Ashcombe. The perpetrator, Odo, did not.",
            ["Petra"],
            ["Odo"],
        ),
        # named by a clause
        (
            "The victim will be referred to as Petra and the perpetrator, known as Odo.",
            ["Petra"],
            ["Odo"],
        ),
        # codes
        ("Adult C is the victim and Adult D the perpetrator.", ["Adult C"], ["Adult D"]),
        # the killing itself tells both
        ("Petra was killed by her husband, Odo.", ["Petra"], ["Odo"]),
        # a court
        ("Odo was convicted of the murder of Petra.", ["Petra"], ["Odo"]),
        # "the victim's sister" is not the victim
        ("Hanne, the victim's sister, spoke to the chair.", [], []),
        # a month and a body are nobody
        ("The victim, May 2019. The death of Police standards.", [], []),
    ],
)
def test_names_are_found_by_role(text: str, victims: list[str], perpetrators: list[str]) -> None:
    cast = find_cast(read_told([doc(text)]))
    assert cast.of("victims")[0].names == victims
    assert cast.of("perpetrators")[0].names[:1] == perpetrators[:1]


def test_a_table_of_pseudonyms_goes_before_prose() -> None:
    pseudonyms = table(
        ("Pseudonym", "Relationship", "Age", "Ethnicity"),
        ("Petra", "Victim", "41", "White British"),
        ("Odo", "Perpetrator and husband", "44", "White Irish"),
        ("Hanne", "Victim's sister", "38", "White British"),
    )
    made = document(pseudonyms, para("Hanne told the panel that she had been anxious."))
    cast = find_cast(read_told([made]))
    assert [p.names for p in cast.people] == [["Petra"], ["Odo"]]
    assert cast.others == {"Hanne"}


@pytest.mark.parametrize(
    ("text", "variable", "value"),
    [
        ("The victim was a 52-year-old woman.", "sex_of_victim", "Female"),
        ("The victim was stabbed by her son.", "sex_of_victim", "Female"),
        ("Petra, the victim, died in 2016. She had worked as a baker.", "sex_of_victim", "Female"),
        ("Petra, the victim, died in 2016. Her work was baking.", "sex_of_victim", "Female"),
    ],
)
def test_sex_is_told_by_nouns_and_pronouns(text: str, variable: str, value: Value) -> None:
    assert victim(text)[variable] == value


def test_a_first_name_tells_no_sex() -> None:
    assert "sex_of_victim" not in victim("Petra was the victim. The panel met in June.")


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("The victim was 36 years old when she died.", 36),
        ("Petra, the victim, was aged 36 at the time of her death.", 36),
        ("Petra, a 36-year-old woman, was killed by Odo.", 36),
        # at another time of life
        ("Petra, the victim, was 19 when she moved to Ashcombe.", None),
        # somebody else's
        ("The victim's sister was aged 36 when the victim died.", None),
        # of a child
        ("The victim had two children, aged 4 and 7.", None),
    ],
)
def test_age_is_the_one_at_the_death(text: str, age: int | None) -> None:
    assert victim(text).get("age_years") == age


def test_the_band_follows_from_the_age() -> None:
    told = victim("The victim was 36 years old when she died.")
    assert told["age_at_death"] == "35-44"


@pytest.mark.parametrize(
    ("text", "mine", "theirs"),
    [
        ("Petra was killed by her husband, Odo.", "husband", "Spouse (incl civil partner)"),
        ("Petra was killed by her ex-husband, Odo.", "ex-husband", "Ex-spouse"),
        ("Petra was stabbed by her son, Odo.", "son", "Parent"),
        ("Odo killed his mother, Petra.", "son", "Parent"),
        ("Petra was murdered by her nephew, Odo.", "nephew", "Other (relative)"),
        # nothing is said of living together
        ("Petra was killed by her partner, Odo.", "partner", None),
    ],
)
def test_relations_are_told_both_ways(text: str, mine: str, theirs: str | None) -> None:
    told = values(text)
    assert told.get(("perpetrators", 1, "relationship_to_victim"), mine) == mine
    assert told.get(("victims", 1, "relationship_to_perpetrator")) == theirs


def test_ethnic_group_and_nationality_are_two_things() -> None:
    told = victim("The victim was a Polish national. The victim was White British.")
    assert told["nationality"] == "Polish"
    assert told["victim_ethnicity"] == "White - British"
    assert "nationality" not in victim("The victim was White British.")


def test_a_figure_of_the_area_is_nobodys_ethnic_group() -> None:
    text = "The victim lived in Ashcombe. In Ashcombe 86% of people are White British."
    assert "victim_ethnicity" not in victim(text)


def test_both_are_told_of_at_once() -> None:
    text = "Both the victim and the perpetrator misused alcohol."
    assert victim(text)["victim_vuln_alcohol"] is True
    assert perpetrator(text)["perpetrator_vuln_alcohol"] is True


@pytest.mark.parametrize(
    ("printed", "name"),
    [("Petra", "Petra"), ("The Panel", ""), ("May", ""), ("Adult B", "Adult B"), ("Mrs", "")],
)
def test_names_are_cleaned(printed: str, name: str) -> None:
    assert clean_name(printed) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Petra", "Petra Ashe", True),
        ("Mr Ashe", "Mrs Ashe", False),
        ("Adult A", "Adult B", False),
        ("Petra", "Odo", False),
    ],
)
def test_names_of_one_person_are_joined(one: str, other: str, same: bool) -> None:
    assert is_same(one, other) is same
