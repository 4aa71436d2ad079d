"""A register in the words of published overviews: answers of another column, bands, finer lists, headings."""

from pathlib import Path
from typing import Any

import pytest

from learnt.records.case import Register
from learnt.register import read_register


@pytest.mark.parametrize(
    ("verdict", "charged", "wanted"),
    [
        ("Not charged", "", {"charged": False}),
        ("Not charged (self-defence)", "no", {"charged": False}),
        ("Awaiting trial", "", {"charged": True}),
        ("Hospital order", "", {"hospital_order": True}),
        ("Murder", "yes", {"court_verdict": "Murder", "charged": True}),
    ],
)
def test_an_answer_of_another_column_goes_there(
    tmp_path: Path, verdict: str, charged: str, wanted: dict[str, Any]
) -> None:
    (tmp_path / "incidents.csv").write_text("incident_id\nI1\n", encoding="utf-8")
    people = f"incident_id,perpetrator_id,court_verdict,charged\nI1,P1,{verdict},{charged}\n"
    (tmp_path / "perpetrators.csv").write_text(people, encoding="utf-8")
    (person,) = read_register(tmp_path).register.perpetrators
    assert person.values == wanted


def test_an_answer_that_contradicts_the_other_column_is_refused(tmp_path: Path) -> None:
    (tmp_path / "incidents.csv").write_text("incident_id\nI1\n", encoding="utf-8")
    people = "incident_id,perpetrator_id,court_verdict,charged\nI1,P1,Not charged,yes\n"
    (tmp_path / "perpetrators.csv").write_text(people, encoding="utf-8")
    read = read_register(tmp_path)
    (problem,) = [one for one in read.problems if one.severity == "error"]
    assert (problem.column, problem.row) == ("court_verdict", 2)
    assert read.register == Register()


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("21-30", {"age_at_death": "21-30"}),
        ("Under 20", {"age_at_death": "0-19"}),
        ("61+", {"age_at_death": "61+"}),
        ("34", {"age_years": 34, "age_at_death": "25-34"}),
        ("late 30s", {}),
    ],
)
def test_a_band_under_the_age_is_the_band(
    tmp_path: Path, cell: str, wanted: dict[str, Any]
) -> None:
    (tmp_path / "incidents.csv").write_text("incident_id\nI1\n", encoding="utf-8")
    people = f"incident_id,victim_id,age_years\nI1,V1,{cell}\n"
    (tmp_path / "victims.csv").write_text(people, encoding="utf-8")
    (person,) = read_register(tmp_path).register.victims
    assert person.values == wanted


@pytest.mark.parametrize(
    ("head", "cells", "wanted"),
    [
        ("Location of death", "Victim's home", {"place_of_death": "victim's home"}),
        ("Location of death", "residential", {"location_of_death": "residential_location"}),
        ("Location of death", "other", {"location_of_death": "other"}),
        ("Location of death", "a ferry", {"location_of_death": "a ferry"}),
        (
            "location_of_death,place_of_death",
            "residential,outside",
            {"location_of_death": "residential_location", "place_of_death": "outside"},
        ),
        ("location_of_death,place_of_death", "outside,", {"location_of_death": "outside"}),
    ],
)
def test_words_of_a_finer_list_are_read_in_its_column(
    tmp_path: Path, head: str, cells: str, wanted: dict[str, Any]
) -> None:
    text = f"incident_id,{head}\nI1,{cells}\n"
    (tmp_path / "incidents.csv").write_text(text, encoding="utf-8")
    assert read_register(tmp_path).register.incidents[0].values == wanted


def test_headings_of_an_overview_are_read(tmp_path: Path) -> None:
    head = "DHR,Date of death,Age of victim at death,Home ownership,Victim was a parent,Perpetrator drug misuse"
    (tmp_path / "ours.csv").write_text(f"{head}\nI1,2019,34,owned,yes,no\n", encoding="utf-8")
    found = read_register(tmp_path / "ours.csv").register
    assert found.victims[0].values["age_years"] == 34
    assert found.victims[0].values["parent"] is True
    assert found.victims[0].values["tenure"] == "owned"
    assert found.perpetrators[0].values == {"perpetrator_vuln_substance_misuse": False}
