"""A release of DHRD is read as it is: no error, and each warning says in a line what it is."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from learnt.register import ReadRegister, read_register


@pytest.fixture(scope="module")
def release(shared: Path) -> ReadRegister:
    return read_register(shared / "dhrd")


def test_all_rows_are_read(release: ReadRegister) -> None:
    register = release.register
    sizes = [len(register.incidents), len(register.victims), len(register.perpetrators)]
    assert sizes == [647, 619, 647]
    assert register.documents is None
    assert {one.origin for one in register.incidents} == {"dhrd"}


def test_each_warning_is_one_line(release: ReadRegister) -> None:
    assert not release.errors
    assert [(one.column, one.count) for one in release.warnings] == [
        ("age_at_fatal_incident", 42),
        ("", 28),
    ]
    band, several = release.warnings
    assert "20-34" in band.message
    assert "619 of 647" in several.message
    assert any("not tagged" in note for note in release.notes)
    assert any("not recorded" in note for note in release.notes)


def test_what_is_unknown_is_absent(release: ReadRegister) -> None:
    victims = [one.values for one in release.register.victims]
    assert Counter("age_at_death" in one for one in victims) == {True: 498, False: 121}
    incidents = [one.values for one in release.register.incidents]
    causes = Counter(one.get("cause_of_death") for one in incidents)
    assert causes[None] == 88  # 87 unknown and one empty cell
    assert causes["other"] == 40
    assert Counter(one.get("location_of_death") for one in incidents) == {
        "residential_location": 449,
        "other": 114,
        "public_place": 37,
        None: 47,
    }


def test_values_have_their_types(release: ReadRegister) -> None:
    values = release.register.incidents[0].values
    assert values["death_date"] == "2018-09"
    assert values["economic_abuse"] is True or values["economic_abuse"] is False
    years = [one.values["death_date"] for one in release.register.incidents]
    assert sum(len(str(year)) == 4 for year in years) == 50
    verdicts = Counter(one.values.get("court_verdict") for one in release.register.perpetrators)
    assert verdicts["Unfit to plead"] == 2
    assert verdicts[None] == 154


def test_a_release_with_its_documents_is_read(shared: Path, tmp_path: Path) -> None:
    for path in (shared / "dhrd").glob("*.csv"):
        shutil.copy(path, tmp_path)
    (tmp_path / "documents.csv").write_text(
        "document_id,incident_id,title,download_id,upload_date,report_url\n"
        "DOC-1,INC-0001,A review,0a1b,05-2020,https://example.org/1\n",
        "utf-8",
    )
    told = read_register(tmp_path)
    assert not told.errors
    assert told.register.documents is not None
    assert told.register.documents[0].values["upload_date"] == "2020-05"
    assert "document_id" not in told.register.documents[0].values
