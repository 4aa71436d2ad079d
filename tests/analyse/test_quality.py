"""What is said about the data: each oddity once, with its rows, and nothing where there is none."""

import pytest

from learnt.analyse import analyse
from learnt.records.case import AskEntry, Incident, Material, Register, ReviewEntry, Victim
from learnt.records.finding import Quality
from tests.analyse.making import Values, death, library, together


def said(material: Material) -> dict[str, Quality]:
    """Give what is said, by code (that of tables apart)."""
    return {one.code: one for one in analyse(material).quality if one.code != "not-recorded"}


FULL: Values = {"death_date": "2015-03", "review_status": "published", "death_type": "homicide"}


def test_a_plain_register_has_nothing_to_tell() -> None:
    assert said(together(death(1, FULL), death(2, FULL))) == {}


@pytest.mark.parametrize(
    ("incident", "victim", "perpetrator", "code", "row"),
    [
        ({}, {}, {"charged": False, "court_verdict": "Murder"}, "verdict-not-charged", "P1"),
        (
            {"homicide_suicide": True},
            {},
            {"court_verdict": "Murder"},
            "verdict-after-suicide",
            "P1",
        ),
        ({}, {"children_under_18": True, "parent": False}, {}, "children-no-parent", "V1"),
        (
            {"death_date": "2018-03", "published_on": "2017-01"},
            {},
            {},
            "published-before-death",
            "I1",
        ),
        ({"multiple_victims": True}, {}, {}, "several-victims", "I1"),
        ({"death_type": "other"}, {}, {}, "other-death", "I1"),
        ({"fictional": True}, {}, {}, "fictional", "I1"),
    ],
)
def test_each_oddity_is_told_with_its_row(
    incident: Values, victim: Values, perpetrator: Values, code: str, row: str
) -> None:
    found = said(together(death(1, incident, victim, perpetrator), death(2, FULL)))
    assert found[code].ids == (row,)
    assert found[code].says.endswith(".")


@pytest.mark.parametrize(
    ("victim", "perpetrator"),
    [
        ({}, {"charged": True, "court_verdict": "Murder"}),
        ({}, {"charged": False}),
        ({"children_under_18": True}, {}),  # whether a parent is not recorded: no contradiction
        ({"children_under_18": False, "parent": False}, {}),
    ],
)
def test_what_is_no_contradiction(victim: Values, perpetrator: Values) -> None:
    assert said(together(death(1, FULL, victim, perpetrator))) == {}


def test_kinds_of_death_by_the_tag_for_suicide() -> None:
    register = Register(
        incidents=(
            Incident(id="I1", origin="dhrd"),
            Incident(id="I2", origin="dhrd"),
            Incident(id="I3", origin="dhrd"),
            Incident(id="I4"),
            Incident(id="I5"),
        ),
        victims=(
            Victim(id="V1", incident="I1", values={"victim_suicide": True}),
            Victim(id="V2", incident="I2", values={"victim_suicide": False}),
            Victim(id="V4", incident="I4", values={"victim_suicide": False}),
            Victim(id="V5", incident="I5"),
        ),
    )
    found = said(Material(register=register))
    assert found["untagged"].ids == ("I2",)
    assert found["death-type"].ids == ("I3", "I5")
    assert found["no-victim-row"].ids == ("I3",)
    assert "mixed-origins" in found


def test_what_is_not_recorded_is_told_by_table() -> None:
    known = death(1, FULL, {"tenure": "owned"})
    found = analyse(together(known, death(2, FULL))).quality
    assert [one.says for one in found if one.code == "not-recorded"] == [
        "Tenure of the home of the people who died: not recorded for 1 of 2 people who died."
    ]


def test_links_between_library_and_register() -> None:
    register = together(death(1, FULL), death(2, FULL)).register
    reviews = (ReviewEntry(id="R1", incident="I1"), ReviewEntry(id="R2", fictional=True))
    material = Material(register=register, reviews=reviews, asks=(AskEntry(id="a", review="R1"),))
    found = said(material)
    assert found["no-review"].ids == ("I2",)
    assert found["no-incident"].ids == ("R2",)
    assert found["no-recommendation"].ids == ("R2",)
    assert found["fictional"].ids == ("R2",)


def test_themes_that_no_codebook_has_are_told() -> None:
    themes = ("training", "Identification of risk", "Joy")
    asks = [AskEntry(id=one, review="R1", themes=(one,)) for one in themes]
    found = analyse(library([ReviewEntry(id="R1")], asks))
    assert [one.ids for one in found.quality if one.code == "theme-unlisted"] == [("Joy",)]
    grouped = found.tally("recommendations.library_theme")
    assert grouped is not None
    told = {one.group: one.numerator for one in grouped.findings if one.numerator}
    assert told == {"training": 1, "identification of risk": 1}


def test_recommendations_of_no_review_are_said_to_be_left_out() -> None:
    asks = [AskEntry(id="a", review="R1"), AskEntry(id="b", review=""), AskEntry(id="c", review="")]
    found = said(library([ReviewEntry(id="R1")], asks))
    assert found["recommendation-nowhere"].ids == ("b", "c")
    assert "not counted" in found["recommendation-nowhere"].says


def test_a_library_alone_lacks_no_links() -> None:
    found = said(library([ReviewEntry(id="R1")], [AskEntry(id="a", review="R1")]))
    assert found == {}
