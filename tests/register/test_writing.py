"""What is written is read again without loss, and written again it is the same."""

import csv
import hashlib
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from learnt.records.case import Entry, Incident, Perpetrator, Register, Victim
from learnt.register import read_register, schema, write_folder, write_workbook
from learnt.register.writing import LONGEST, Unwritable
from tests.register.registers import LONG, ODD, WORDS, registers, releases

PATIENT = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def cells_of(path: Path) -> dict[str, list[list[Any]]]:
    return {
        page.title: [[(one.value, one.data_type) for one in line] for line in page]
        for page in load_workbook(path)
    }


@given(registers())
@PATIENT
def test_a_folder_written_again_has_the_same_bytes(register: Register) -> None:
    with TemporaryDirectory() as name:
        write_folder(register, Path(name) / "a")
        told = read_register(Path(name) / "a")
        assert not told.errors
        write_folder(told.register, Path(name) / "b")
        assert bytes_of(Path(name) / "a") == bytes_of(Path(name) / "b")
        assert read_register(Path(name) / "b").register == told.register


@given(registers())
@settings(PATIENT, max_examples=25)
def test_a_workbook_written_again_has_the_same_cells(register: Register) -> None:
    with TemporaryDirectory() as name:
        write_workbook(register, Path(name) / "a.xlsx")
        told = read_register(Path(name) / "a.xlsx")
        assert not told.errors
        write_workbook(told.register, Path(name) / "b.xlsx")
        assert cells_of(Path(name) / "a.xlsx") == cells_of(Path(name) / "b.xlsx")
        write_folder(told.register, Path(name) / "b")
        assert read_register(Path(name) / "b").register == told.register


@given(releases())
@settings(PATIENT, max_examples=25)
def test_a_release_written_again_has_the_same_bytes(release: dict[str, list[list[str]]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "dhrd").mkdir()
        for table, rows in release.items():
            with (folder / "dhrd" / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(rows)
        told = read_register(folder / "dhrd")
        assert not told.errors
        assert {one.origin for one in told.register.incidents} == {"dhrd"}
        write_folder(told.register, folder / "a")
        write_workbook(told.register, folder / "a.xlsx")
        assert read_register(folder / "a.xlsx").register == told.register
        write_folder(read_register(folder / "a").register, folder / "b")
        assert bytes_of(folder / "a") == bytes_of(folder / "b")


def test_dhrd_comes_back_the_same(shared: Path, tmp_path: Path) -> None:
    first = read_register(shared / "dhrd")
    write_folder(first.register, tmp_path / "a")
    again = read_register(tmp_path / "a")
    assert again.register == first.register
    assert [(one.count, one.message) for one in again.problems] == [
        (one.count, one.message) for one in first.problems
    ]
    write_folder(again.register, tmp_path / "b")
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")
    write_workbook(first.register, tmp_path / "c.xlsx")
    assert read_register(tmp_path / "c.xlsx").register == first.register


def small(**values: Any) -> Register:
    return Register(incidents=(Incident(id="I1", values=values),))


@pytest.mark.parametrize("text", [*ODD, *WORDS, LONG.strip()])
def test_a_text_like_a_formula_or_a_number_comes_back(text: str, tmp_path: Path) -> None:
    register = small(partnership=text)
    write_folder(register, tmp_path / "a")
    write_workbook(register, tmp_path / "a.xlsx")
    assert read_register(tmp_path / "a").register == register
    assert read_register(tmp_path / "a.xlsx").register == register


def test_no_cell_runs_as_a_formula(tmp_path: Path) -> None:
    write_folder(small(csp="=1+1", area="-x"), tmp_path / "a")
    with (tmp_path / "a" / "incidents.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["csp"], row["area"]) == ("'=1+1", "'-x")
    write_workbook(small(csp="=1+1"), tmp_path / "a.xlsx")
    cell = load_workbook(tmp_path / "a.xlsx")["incidents"]["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_what_is_not_there_is_not_written(tmp_path: Path) -> None:
    write_folder(small(), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"incidents.csv", "datapackage.json"}
    told = read_register(tmp_path).register
    assert told.recommendations is None
    register = Register(incidents=(Incident(id="I1"),), recommendations=(), documents=())
    write_folder(register, tmp_path)
    assert read_register(tmp_path).register == register


def test_a_table_of_another_register_is_not_left_beside(tmp_path: Path) -> None:
    register = Register(incidents=(Incident(id="I1"),), responses=())
    write_folder(register, tmp_path)
    with pytest.raises(Unwritable, match=r"responses\.csv"):
        write_folder(small(), tmp_path)
    write_folder(register, tmp_path)


def test_a_band_is_derived_from_an_age_and_never_the_other_way(tmp_path: Path) -> None:
    register = Register(
        incidents=(Incident(id="I1"), Incident(id="I2")),
        victims=(
            Victim(id="V1", incident="I1", values={"age_years": 34}),
            Victim(id="V2", incident="I2", values={"age_at_death": "25-34"}),
        ),
        perpetrators=(Perpetrator(id="P1", incident="I1", values={"age_years": 65}),),
    )
    write_folder(register, tmp_path)
    told = read_register(tmp_path).register
    assert told.victims[0].values == {"age_at_death": "25-34", "age_years": 34}
    assert told.victims[1].values == {"age_at_death": "25-34"}
    assert told.perpetrators[0].values["age_at_fatal_incident"] == "65+"


def test_a_column_that_is_not_known_is_not_lost_in_silence(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="eye_colour"):
        write_folder(small(eye_colour="green"), tmp_path)


def test_a_text_too_long_for_a_cell_is_refused(tmp_path: Path) -> None:
    document = Entry(id="D1", values={"incident_id": "I1", "title": "x" * (LONGEST + 1)})
    register = Register(incidents=(Incident(id="I1"),), documents=(document,))
    with pytest.raises(Unwritable, match="folder"):
        write_workbook(register, tmp_path / "a.xlsx")
    write_folder(register, tmp_path / "a")
    assert read_register(tmp_path / "a").register == register


def test_the_folder_is_as_it_is_described(tmp_path: Path) -> None:
    victim = Victim(id="V1", incident="I1", values={"age_years": 40})
    write_folder(Register(incidents=(Incident(id="I1"),), victims=(victim,)), tmp_path)
    told = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert [one["name"] for one in told["resources"]] == ["incidents", "victims"]
    for one in told["resources"]:
        content = (tmp_path / one["path"]).read_bytes()
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        header = next(csv.reader(content.decode().splitlines()))
        assert header == [field["name"] for field in one["schema"]["fields"]]
    fields = {one["name"]: one for one in told["resources"][1]["schema"]["fields"]}
    assert fields["age_years"]["constraints"] == {"minimum": 0, "maximum": 120}
    assert fields["parent"]["trueValues"] == ["TRUE"]
    assert "Female" in fields["sex_of_victim"]["knownValues"]  # an open list allows others
    link = told["resources"][1]["schema"]["foreignKeys"]
    assert link[0]["reference"] == {"resource": "incidents", "fields": ["incident_id"]}
    assert len(schema().tables) == 7
