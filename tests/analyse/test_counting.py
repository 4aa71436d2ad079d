"""Tables: what is recorded, what is not, and sums that must hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.analyse import BadTally, MixedShares, analyse
from learnt.analyse.counting import Frame, categories, check_table, mentions
from learnt.analyse.measures import Measure, measures
from learnt.analyse.shares import Cases, Mentions, share_of_mentions, share_of_people
from learnt.records.case import Incident, Material, Perpetrator, Register, Victim
from learnt.records.finding import Finding, Selection, ShareOfMentions, ShareOfPeople, Tally
from tests.analyse.making import Values, counts, death, row, table, together, victims

SEX = "homicides.sex_of_victim"
FRAME = Frame(measures()["sex_of_victim"], "homicides", "people who died by homicide")


def test_not_recorded_is_never_no() -> None:
    found = analyse(victims({"parent": True}, {"parent": False}, {}, {}))
    one = row(found, "homicides.parent", "A parent")
    assert (one.numerator, one.denominator, one.not_recorded) == (1, 2, 2)
    assert one.value == 50


def test_a_fact_recorded_only_where_it_is_so_has_no_share() -> None:
    """Three entries of yes and ten empty cells are not 100%; where all are recorded they are."""
    found = analyse(victims(*[{"parent": True}] * 3, *[{}] * 10))
    one = row(found, "homicides.parent", "A parent")
    assert (one.numerator, one.denominator, one.not_recorded) == (3, 3, 10)
    assert (one.share, one.value) == (None, None)
    every = row(analyse(victims(*[{"parent": True}] * 3)), "homicides.parent", "A parent")
    assert every.value == 100


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        # a register that says no of homicides means no of suicides too
        (False, (1, 3, 0)),
        # one that writes down only what is so says nothing of the others
        (None, (1, 1, 2)),
    ],
)
def test_a_suicide_is_no_homicide_followed_by_suicide(
    other: bool | None, expected: tuple[int, int, int]
) -> None:
    told: Values = {} if other is None else {"homicide_suicide": other}
    found = analyse(
        together(
            death(1, {"homicide_suicide": True, "death_type": "homicide"}),
            death(2, {"death_type": "homicide", **told}),
            death(3, {"death_type": "suicide"}),
        )
    )
    one = row(found, "joint.homicide_suicide", "Homicide followed by suicide")
    assert (one.numerator, one.denominator, one.not_recorded) == expected


def test_an_area_without_a_homicide_is_shown_with_none() -> None:
    incidents = (
        Incident(id="I1", values={"death_type": "homicide", "area": "Fordham"}),
        Incident(id="I2", values={"death_type": "suicide", "area": "Merrow"}),
    )
    found = analyse(Material(register=Register(incidents=incidents)))
    assert counts(found, "homicides.area") == {"Fordham": 1, "Merrow": 0}
    assert counts(found, "joint.area") == {"Fordham": 1, "Merrow": 1}


def test_unknown_is_not_recorded() -> None:
    found = analyse(victims({"sex_of_victim": "Female"}, {"sex_of_victim": "Unknown"}))
    assert counts(found, SEX) == {"Female": 1}
    assert table(found, SEX).not_recorded == 1


def test_all_cases_as_denominator_keep_what_is_not_recorded() -> None:
    material = victims({"sex_of_victim": "Female"}, {}, {})
    one = row(analyse(material, Selection(denominator="all")), SEX, "Female")
    assert (one.numerator, one.denominator, one.not_recorded, one.value) == (1, 3, 2, 33)


def test_spellings_of_one_value_are_one_group() -> None:
    found = analyse(
        victims({"tenure": "owned"}, {"tenure": "Owned"}, {"tenure": "owned"}, {"tenure": "other"})
    )
    assert counts(found, "homicides.tenure") == {"owned": 3, "other": 1}


def test_a_table_without_any_record_is_a_gap() -> None:
    found = analyse(victims({"sex_of_victim": "Female"}))
    assert found.tally("homicides.nationality") is None
    assert any("Nationality of the people who died" in gap for gap in found.gaps)


def test_people_of_one_event_are_counted_each() -> None:
    register = Register(
        incidents=(Incident(id="I", values={"death_type": "homicide"}),),
        victims=(
            Victim(id="V1", incident="I", values={"sex_of_victim": "Female"}),
            Victim(id="V2", incident="I", values={"sex_of_victim": "Male"}),
        ),
        perpetrators=(
            Perpetrator(id="P1", incident="I", values={"relationship_to_victim": "son"}),
            Perpetrator(id="P2", incident="I", values={"relationship_to_victim": "partner"}),
        ),
    )
    found = analyse(Material(register=register))
    assert table(found, SEX).total == 2
    assert counts(found, "homicides.relationship_to_victim") == {"son": 1, "partner": 1}
    assert counts(found, "homicides.sub_type") == {"intimate partner and familial": 1}
    assert any(one.code == "several-victims" for one in found.quality)


def test_ethnicity_is_not_nationality() -> None:
    found = analyse(victims({"nationality": "Lithuanian", "victim_ethnicity": "Any other white"}))
    assert counts(found, "homicides.nationality") == {"Lithuanian": 1}
    assert counts(found, "homicides.victim_ethnicity") == {"Any other white": 1}


def test_the_two_ways_of_a_relationship_are_two_tables() -> None:
    found = analyse(
        together(
            death(1, victim={"relationship_to_perpetrator": "Parent"}),
            death(2, perpetrator={"relationship_to_victim": "father"}),
        )
    )
    assert counts(found, "homicides.relationship_to_perpetrator") == {"Parent": 1}
    assert counts(found, "homicides.relationship_to_victim") == {"father": 1}
    assert counts(found, "homicides.sub_type") == {"familial": 2}


@pytest.mark.parametrize(
    ("incident", "perpetrator", "expected"),
    [
        ({"intimate_partner_violence": True}, {}, "intimate partner"),
        ({"familial_homicide": True, "intimate_partner_violence": False}, {}, "familial"),
        # both tags FALSE in a register of one's own is a no to both
        ({"familial_homicide": False, "intimate_partner_violence": False}, {}, "other"),
        # one tag alone says nothing of the other
        ({"familial_homicide": False}, {}, None),
        ({}, {"relationship_to_victim": "ex-husband"}, "intimate partner"),
        ({}, {"relationship_to_victim": "lodger"}, "other"),
        ({}, {}, None),
    ],
)
def test_sub_types(
    incident: Values,
    perpetrator: Values,
    expected: str | None,
) -> None:
    other = death(9, {"intimate_partner_violence": True, "familial_homicide": True})
    found = analyse(together(death(1, incident, {}, perpetrator), other))
    groups = {one.group: one.ids for one in table(found, "homicides.sub_type").findings}
    assert next((name for name, ids in groups.items() if "I1" in ids), None) == expected


@pytest.mark.parametrize(
    ("incident", "perpetrator", "expected"),
    [
        ({}, {"court_verdict": "Murder"}, "Murder"),
        ({}, {"charged": False}, "not charged"),
        ({"homicide_suicide": True}, {}, "no trial: homicide followed by suicide"),
        ({"homicide_suicide": True}, {"court_verdict": "Murder"}, "Murder"),
        ({}, {"charged": True}, None),  # charged, and the verdict is not recorded
        # somebody else's suicide after abuse is no homicide followed by suicide
        ({"homicide_suicide": True, "death_type": "suicide"}, {}, None),
    ],
)
def test_verdicts_add_up(
    incident: Values,
    perpetrator: Values,
    expected: str | None,
) -> None:
    material = together(
        death(1, incident, {}, perpetrator), death(2, {}, {}, {"court_verdict": "Other"})
    )
    found = table(analyse(material), "joint.court_verdict")
    groups = {one.group: one.ids for one in found.findings}
    assert next((name for name, ids in groups.items() if "P1" in ids), None) == expected


def test_mentions_are_counted_apart_from_people() -> None:
    both = {"victim_vuln_alcohol": True, "victim_vuln_housing": True}
    found = analyse(victims(both, {"victim_vuln_alcohol": True, "victim_vuln_housing": False}))
    mentioned = row(found, "joint.victim_vulnerability_mentions", "Alcohol")
    assert (mentioned.numerator, mentioned.denominator) == (2, 3)
    assert isinstance(mentioned.share, ShareOfMentions)
    people = row(found, "joint.victim_vulnerabilities", "Alcohol")
    assert (people.numerator, people.denominator) == (2, 2)
    assert isinstance(people.share, ShareOfPeople)


def test_alcohol_on_either_side_needs_both_recorded() -> None:
    yes, no = {"victim_vuln_alcohol": True}, {"victim_vuln_alcohol": False}
    found = analyse(
        together(
            death(1, {}, yes, {"perpetrator_vuln_alcohol": True}),
            death(2, {}, no, {"perpetrator_vuln_alcohol": True}),
            death(3, {}, no, {"perpetrator_vuln_alcohol": False}),
            death(4, {}, yes),
        )
    )
    assert list(counts(found, "joint.alcohol").values()) == [1, 2, 2, 1]
    assert table(found, "joint.alcohol").findings[0].denominator == 3


def test_a_table_that_does_not_add_up_is_a_defect() -> None:
    one = Finding(measure="sex_of_victim", group="Female", numerator=4)
    wrong = Tally(
        id="homicides.sex_of_victim",
        section="homicides",
        measure="sex_of_victim",
        title="Sex",
        of="people",
        form="categories",
        findings=(one,),
        total=5,
        not_recorded=0,
    )
    with pytest.raises(BadTally):
        check_table(wrong)


def test_a_table_of_two_kinds_of_share_is_refused() -> None:
    people = share_of_people(Cases(1), Cases(2))
    mentioned = share_of_mentions(Mentions(1), Mentions(2))
    mixed = Tally(
        id="x.y",
        section="x",
        measure="y",
        title="Y",
        of="people",
        form="tags",
        findings=(
            Finding(measure="y", group="a", numerator=1, denominator=2, share=people),
            Finding(measure="y", group="b", numerator=1, denominator=2, share=mentioned),
        ),
    )
    with pytest.raises(MixedShares):
        check_table(mixed)


Groups = st.lists(st.sampled_from(["a", "b", "c", None]), min_size=1, max_size=60)


@settings(deadline=None)
@given(Groups, st.booleans())
def test_any_table_adds_up(groups: list[str | None], every: bool) -> None:
    cases = [(str(number), group) for number, group in enumerate(groups)]
    found = categories(Frame(FRAME.measure, "homicides", "people", every), cases)
    assert sum(one.numerator or 0 for one in found.findings) == sum(
        one is not None for one in groups
    )
    for one in found.findings:
        assert one.share is not None
        assert one.share.low <= one.share.value <= one.share.high
        assert one.numerator == len(one.ids) == groups.count(one.group)


@settings(deadline=None)
@given(st.lists(st.sets(st.sampled_from("abc")), min_size=1, max_size=30))
def test_mentions_add_up_to_mentions(named: list[set[str]]) -> None:
    frame = Frame(measures()["theme_mentions"], "recommendations", "recommendations")
    found = mentions(frame, [(str(n), sorted(one)) for n, one in enumerate(named)], 0)
    assert sum(one.numerator or 0 for one in found.findings) == sum(map(len, named))


def test_every_variable_of_the_register_is_counted() -> None:
    from learnt.analyse.measures import RegisterFile
    from learnt.rulebook import load

    counted = {
        (measure.table, name) for measure in measures().values() for name in measure.variables
    }
    counted |= {
        (table, name)
        for measure in measures().values()
        if measure.derived in ("sides", "sub_type", "kind", "death_type")
        for name in measure.variables
        for table in ("incidents", "victims", "perpetrators")
    }
    dates = {"notified_on", "commissioned_on", "submitted_on"}
    keys = {"incident_id", "victim_id", "perpetrator_id", "origin", "fictional", "partnership"}
    missing = [
        f"{table.name}.{column.name}"
        for table in load("register.toml", RegisterFile).tables
        if table.name in ("incidents", "victims", "perpetrators")
        for column in table.columns
        if (table.name, column.name) not in counted and column.name not in dates | keys
    ]
    assert missing in (
        [],
        ["victims.victim_suicide"],
        ["incidents.review_kind", "victims.victim_suicide"],
    )


def test_related_measures_name_each_other() -> None:
    one_sided = [
        f"{measure.id} → {name}"
        for measure in measures().values()
        for name in measure.related
        if measure.id not in measures()[name].related
        and not name.startswith("area")
        and not measure.id.startswith("area")
    ]
    assert one_sided == []


def test_a_measure_is_what_the_rules_say() -> None:
    measure: Measure = measures()["sex_of_victim"]
    assert measure.personal
    assert measure.definition
