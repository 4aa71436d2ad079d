"""Whole registers as people keep them: titles above, totals below, people beside, ids of their own kind."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from learnt.register import ReadRegister, read_register

Write = Callable[[str, str], Path]
INCIDENTS = "incident_id,death_date\nI1,2011\nI2,2012\n"


def said(told: ReadRegister) -> list[tuple[str, int, str, int]]:
    """Give the column, the first row, the severity and the number of rows of each problem."""
    return [(one.column, one.row, one.severity, one.count) for one in told.problems]


def test_headings_are_found_below_a_title(tmp_path: Path) -> None:
    book: Any = Workbook()
    page = book.active
    page.title = "Incidents 2011-20 "
    page["A1"] = "Fallowmere CSP: domestic homicide register"
    page.merge_cells("A1:C1")
    page["A2"] = "Last brought up to date 3 March 2021"
    for row in (["Case ref", "Date of death", "Cause of death?", "Officer"],):
        for number, text in enumerate(row, start=1):
            page.cell(4, number, text)
    page.append(["F1", datetime(2011, 3, 14), "Stabbing ", "x"])
    page.append([])
    page.append(["F2", "02/06/2012", "soon", None])
    page.append(["Case ref", "Date of death", "Cause of death?", "Officer"])  # on the next page
    page.append(["F3", "never", None, None])
    page.append(["Total", 3])
    book.save(tmp_path / "a.xlsx")
    told = read_register(tmp_path / "a.xlsx")
    assert said(told) == [
        ("death_date", 9, "error", 1),
        ("Officer", 0, "warning", 1),
        ("cause_of_death", 7, "warning", 1),
        ("incident_id", 10, "warning", 1),
    ]
    page["B9"] = 2013
    book.save(tmp_path / "a.xlsx")
    found = read_register(tmp_path / "a.xlsx").register.incidents
    assert [(one.id, one.values["death_date"]) for one in found] == [
        ("F1", "2011-03-14"),
        ("F2", "2012-06-02"),
        ("F3", "2013"),
    ]


def test_titles_stand_above_csv_files_too(write: Write, tmp_path: Path) -> None:
    write("incidents.csv", "Register of deaths;;\n;;\nCase;Date of death;Area\nI1;2011;Elmbury\n")
    told = read_register(tmp_path)
    assert not told.problems
    assert told.register.incidents[0].values == {"death_date": "2011", "area": "Elmbury"}


@pytest.mark.parametrize(
    "heading",
    ["Age", "AGE (years)", "Age of victim", "Victim's age", "Victim age:", "Victim age (Years)"],
)
def test_headings_may_name_the_person(heading: str, write: Write, tmp_path: Path) -> None:
    write("incidents.csv", INCIDENTS)
    write("victims.csv", f"ID,Case,{heading}\nV1,I1,34\nV2,I2,35\n")
    told = read_register(tmp_path)
    assert not told.problems
    assert [one.values["age_years"] for one in told.register.victims] == [34, 35]


@pytest.mark.parametrize("heading", ["Perpetrator age", "Age (perpetrator)", "Age of the child"])
def test_headings_of_somebody_else_are_not_read(heading: str, write: Write, tmp_path: Path) -> None:
    write("incidents.csv", INCIDENTS)
    write("victims.csv", f"victim_id,incident_id,{heading}\nV1,I1,34\nV2,I2,35\n")
    assert said(read_register(tmp_path)) == [(heading, 0, "warning", 1)]


FLAT = """Case ref,Date of death,Area,Victim sex,Age of victim,Perp age,Age,Verdict,Notes
I1,2011,Elmbury,F,34,37,9,Murder,x
I2,2012,Elmbury,M,71,,9,,
"""


def test_people_may_stand_beside_their_incident(write: Write, tmp_path: Path) -> None:
    write("deaths.csv", FLAT)
    told = read_register(tmp_path / "deaths.csv")
    assert not told.errors
    assert {one.column for one in told.warnings} >= {"Age", "Notes"}  # whose age is not said
    register = told.register
    assert [one.values.get("area") for one in register.incidents] == ["Elmbury", "Elmbury"]
    assert [(one.id, one.incident, one.values) for one in register.victims] == [
        ("I1-V1", "I1", {"age_at_death": "25-34", "sex_of_victim": "Female", "age_years": 34}),
        ("I2-V1", "I2", {"age_at_death": "65+", "sex_of_victim": "Male", "age_years": 71}),
    ]
    (person,) = register.perpetrators  # of the second nothing is told
    assert (person.incident, person.values["court_verdict"]) == ("I1", "Murder")
    assert any("Victims are read from columns of deaths.csv" in note for note in told.notes)


def test_a_problem_beside_an_incident_has_its_place(write: Write, tmp_path: Path) -> None:
    write("deaths.csv", FLAT.replace(",M,71,", ",M,abc,"))
    told = read_register(tmp_path)
    assert [(one.file, one.row, one.column) for one in told.errors] == [
        ("deaths.csv", 3, "age_years")
    ]


def test_a_person_may_head_several_columns(tmp_path: Path) -> None:
    book: Any = Workbook()
    page = book.active
    page.title = "Register"
    page.append(["", "", "Victim details", "", "Perpetrator", ""])
    page.append(["Case ref", "Date of death", "Sex", "Age", "Sex", "Age"])
    page.append(["I1", 2011, "F", 34, "M", 37])
    book.save(tmp_path / "a.xlsx")
    told = read_register(tmp_path / "a.xlsx")
    assert not told.errors
    assert told.register.victims[0].values["sex_of_victim"] == "Female"
    assert told.register.victims[0].values["age_years"] == 34
    assert told.register.perpetrators[0].values["age_years"] == 37


def test_people_of_a_table_of_their_own_go_before(write: Write, tmp_path: Path) -> None:
    write("incidents.csv", "incident_id,Victim sex\nI1,F\n")
    write("victims.csv", "victim_id,incident_id,sex\nV1,I1,Male\n")
    told = read_register(tmp_path)
    assert said(told) == [("Victim sex", 0, "warning", 1)]
    assert told.register.victims[0].values == {"sex_of_victim": "Male"}


def test_two_sheets_that_could_be_the_incidents_are_not_chosen_between(
    write: Write, tmp_path: Path
) -> None:
    from learnt.errors import Unreadable

    write("old.csv", INCIDENTS)
    write("new.csv", INCIDENTS)
    with pytest.raises(Unreadable, match="no table of incidents"):
        read_register(tmp_path)


def test_ids_that_begin_again_in_each_incident(write: Write, tmp_path: Path) -> None:
    write("incidents.csv", INCIDENTS)
    write("victims.csv", "victim_id,incident_id,sex\nV1,I1,F\nV2,I1,M\nV1,I2,F\n")
    told = read_register(tmp_path)
    assert not told.errors
    assert [one.id for one in told.register.victims] == ["I1-V1", "I1-V2", "I2-V1"]
    write("victims.csv", "victim_id,incident_id,sex\nV1,I1,F\nV1,I1,M\nV1,I2,F\n")
    assert [(one.row, one.column) for one in read_register(tmp_path).errors] == [(3, "victim_id")]


def test_one_id_that_stands_twice_is_a_slip(write: Write, tmp_path: Path) -> None:
    write("incidents.csv", "incident_id\nI1\nI2\nI3\nI4\nI5\n")
    write("victims.csv", "victim_id,incident_id\nV1,I1\nV2,I2\nV3,I3\nV4,I4\nV4,I5\n")
    assert [(one.row, one.column) for one in read_register(tmp_path).errors] == [(6, "victim_id")]


def test_recommendations_without_an_id_are_given_one(write: Write, tmp_path: Path) -> None:
    write("incidents.csv", INCIDENTS)
    text = "Case,No.,Recommendation\nI1,1,Train staff.\nI1,2,Write a policy.\nI2,1,Share more.\n"
    write("recommendations.csv", text)
    told = read_register(tmp_path)
    assert said(told) == [("recommendation_id", 2, "warning", 3)]
    assert [(one.id, one.values["reference"]) for one in told.register.recommendations or ()] == [
        ("I1-R1", "1"),
        ("I1-R2", "2"),
        ("I2-R1", "1"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "I1-R2,I1,a\n,I1,b\n",  # the id that its place gives is another row's
        "R1,I1,a\n,,b\n",  # of no incident: no id would be its own in a library
    ],
)
def test_an_id_that_cannot_be_given_is_asked_for(rows: str, write: Write, tmp_path: Path) -> None:
    write("incidents.csv", INCIDENTS)
    write("recommendations.csv", f"recommendation_id,incident_id,text\n{rows}")
    (error,) = read_register(tmp_path).errors
    assert (error.row, error.column) == (3, "recommendation_id")


@pytest.mark.parametrize(
    ("written", "meant"), [("i1", "I1"), (" I 1", "I1"), ("007", "7"), ("7", "7")]
)
def test_links_may_be_spelled_otherwise(
    written: str, meant: str, write: Write, tmp_path: Path
) -> None:
    write("incidents.csv", "incident_id\nI1\n7\n")
    write("victims.csv", f"victim_id,incident_id\nV1,{written}\n")
    told = read_register(tmp_path)
    assert not told.errors
    assert told.register.victims[0].incident == meant


@pytest.mark.parametrize("written", ["I2", "1", "i-1"])
def test_links_to_nothing_are_refused(written: str, write: Write, tmp_path: Path) -> None:
    write("incidents.csv", "incident_id\nI1\ni1\n")
    write("victims.csv", f"victim_id,incident_id\nV1,{written}\n")
    assert [one.column for one in read_register(tmp_path).errors] == ["incident_id"]


def test_a_link_that_could_mean_two_is_refused(write: Write, tmp_path: Path) -> None:
    write("incidents.csv", "incident_id\nAb\naB\n")
    write("victims.csv", "victim_id,incident_id\nV1,AB\n")
    assert [one.column for one in read_register(tmp_path).errors] == ["incident_id"]


@pytest.mark.parametrize(
    ("header", "cell", "wanted"),
    [
        ("age_at_death", "34", {"age_at_death": "25-34", "age_years": 34}),
        ("age_at_death", "34 years", {"age_at_death": "25-34", "age_years": 34}),
        ("age_years", "25-34", {"age_at_death": "25-34"}),
        ("age_years", "65 and over", {"age_at_death": "65+"}),
        ("age_years", "35 to 44", {"age_at_death": "35-44"}),
    ],
)
def test_ages_and_bands_may_change_places(
    header: str, cell: str, wanted: dict[str, Any], write: Write, tmp_path: Path
) -> None:
    write("incidents.csv", "incident_id\nI1\n")
    write("victims.csv", f"victim_id,incident_id,{header}\nV1,I1,{cell}\n")
    told = read_register(tmp_path)
    assert not told.errors
    assert [one.column for one in told.warnings] == [header]
    assert told.register.victims[0].values == wanted


def test_an_age_and_another_in_the_place_of_its_band_stay_apart(
    write: Write, tmp_path: Path
) -> None:
    write("incidents.csv", "incident_id\nI1\n")
    write("victims.csv", "victim_id,incident_id,age_years,age_at_death\nV1,I1,34,52\n")
    told = read_register(tmp_path)
    assert told.problems, "one of the two is wrong"


@pytest.mark.parametrize(
    ("heading", "named"),
    [("Date of the death", "death_date"), ("Cause of deth", "cause_of_death"), ("Officer", "")],
)
def test_a_heading_that_is_not_known_is_told_with_the_likeliest(
    heading: str, named: str, write: Write, tmp_path: Path
) -> None:
    write("incidents.csv", f"incident_id,{heading}\nI1,x\n")
    (problem,) = read_register(tmp_path).problems
    assert ("name it so" in problem.message) is bool(named)
    assert named in problem.message
