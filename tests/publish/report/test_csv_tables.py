import io
import zipfile

from learnt.publish.report.csv_tables import to_csv, to_zip
from learnt.publish.report.tables import table_of
from learnt.records.finding import Finding, Tally
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


def test_a_year_is_counted_in_one_column() -> None:
    years = tuple(
        Finding(measure="deaths", group=year, numerator=2, denominator=4, value=2, unit="incidents")
        for year in ("2019", "2020")
    )
    tally = Tally(
        id="trend.deaths",
        section="trend",
        measure="deaths",
        title="Deaths by year",
        of="deaths",
        form="years",
        unit="incidents",
        findings=years,
        total=4,
    )
    assert to_csv(table_of(tally)).decode("utf-8-sig").splitlines()[:2] == ["Year,Deaths", "2019,2"]
