import io
import zipfile

from learnt.publish.report.csv_tables import to_csv, to_zip
from tests.publish.report.composed_factory import make_report, make_table


def test_a_table_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    told = to_csv(make_table())
    assert told.startswith("\ufeff".encode())
    assert told.decode("utf-8-sig").splitlines() == [
        "Sex,People",
        "Female,13",
        "'=1+1,7",
        "Total,20",
    ]


def test_every_table_has_its_file_and_stands_in_the_list() -> None:
    with zipfile.ZipFile(io.BytesIO(to_zip(make_report()))) as archive:
        assert archive.namelist() == ["tables.csv", "homicides.sex.csv"]
        listed = archive.read("tables.csv").decode("utf-8-sig")
    assert "Sex of the people who died" in listed
    assert "Internal, not for publication" in listed


def test_the_same_report_gives_the_same_bytes() -> None:
    assert to_zip(make_report()) == to_zip(make_report())
