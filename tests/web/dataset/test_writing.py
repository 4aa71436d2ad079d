"""The dataset: right by its own description, without loss, without formulas, public things alone."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import Client
from openpyxl import load_workbook

from learnt.cli.library_export import export
from learnt.web.catalogue.models import Recommendation, Review
from learnt.web.curation.publishing import publish, withdraw
from learnt.web.dataset import kept, rows
from learnt.web.dataset.tables import TABLES
from learnt.web.dataset.writing import write_folder, write_xlsx
from tests.web.dataset.reading import read_package
from tests.web.factories import intake, published
from tests.web.search.shelf import shelf

pytestmark = pytest.mark.django_db
ODD = (
    "=HYPERLINK should not be typed into forms by staff of the service.",
    'Staff should say "no", and why;\nthen write it down — every time.',
    "- Train all staff",
)


def test_a_folder_is_as_it_is_described(tmp_path: Path) -> None:
    published(1)
    published(2, kind="susr", year_of_death=None, published=None)
    write_folder(tmp_path)
    tables = read_package(tmp_path)
    assert [len(tables[name]) for name in ("incidents", "documents", "recommendations")] == [
        2,
        2,
        6,
    ]
    assert {path.name for path in tmp_path.iterdir()} == {
        "datapackage.json",
        "incidents.csv",
        "documents.csv",
        "recommendations.csv",  # no victims, perpetrators, actions and responses: absent, not empty
    }


def test_what_is_written_is_read_again_without_loss(tmp_path: Path) -> None:
    shelf(1, *ODD)
    write_folder(tmp_path)
    tables = read_package(tmp_path)
    for name, make in rows.ROWS.items():
        wanted = [{k: v if v != "" else None for k, v in row.items()} for row in make()]
        assert tables[name] == wanted, name
    texts = Recommendation.objects.order_by("order").values_list("text", flat=True)
    assert [row["text"] for row in tables["recommendations"]] == list(texts)


def test_no_cell_runs_as_a_formula(tmp_path: Path) -> None:
    shelf(1, *ODD)
    write_folder(tmp_path)
    with (tmp_path / "recommendations.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for line in csv.reader(file) for cell in line]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    write_xlsx(tmp_path / "all.xlsx")
    book = load_workbook(tmp_path / "all.xlsx")
    assert not [c for page in book for line in page for c in line if c.data_type == "f"]


def test_a_workbook_holds_the_same(tmp_path: Path) -> None:
    published(1)
    write_xlsx(tmp_path / "all.xlsx")
    book = load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames == [*(table.name for table in TABLES), "columns", "about"]
    for table in TABLES:
        lines = list(book[table.name].iter_rows(values_only=True))
        assert list(lines[0]) == list(table.names)
        wanted = [[v if v != "" else None for v in row.values()] for row in rows.ROWS[table.name]()]
        assert [[v if v != "" else None for v in line] for line in lines[1:]] == wanted


def test_only_what_is_published_is_in_it(tmp_path: Path) -> None:
    published(1)
    intake(2)
    withdraw(published(3))
    restricted = intake(4)
    restricted.restricted = True
    restricted.save()
    publish(restricted)
    write_folder(tmp_path)
    everything = "".join(path.read_text("utf-8") for path in tmp_path.iterdir())
    assert "fallowmere-2030-1" in everything
    assert not [number for number in (2, 3, 4) if f"-2030-{number}" in everything]
    assert not [number for number in (2, 3, 4) if f"rec-{number}-" in everything]


def test_a_death_is_told_to_the_year(tmp_path: Path) -> None:
    published(1, death_date="2030-04-17")
    write_folder(tmp_path)
    assert read_package(tmp_path)["incidents"][0]["death_date"] == "2030"
    assert "2030-04" not in (tmp_path / "incidents.csv").read_text("utf-8")


def test_nothing_published_is_an_empty_dataset(tmp_path: Path) -> None:
    write_folder(tmp_path)
    assert not any(read_package(tmp_path).values())


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    published(1)
    first = [write_folder(tmp_path / name) for name in "ab"]
    assert first[0] == first[1]
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def download(form: str) -> bytes:
    answer = Client().get(f"/data/learnt-dataset.{form}")
    assert answer.status_code == 200
    assert f"learnt-dataset.{form}" in answer["Content-Disposition"]
    return b"".join(answer)


def test_strangers_download_it(tmp_path: Path) -> None:
    published(1)
    with zipfile.ZipFile(io.BytesIO(download("zip"))) as archive:
        archive.extractall(tmp_path)
    assert len(read_package(tmp_path / "learnt-dataset")["recommendations"]) == 3
    assert len(list(load_workbook(io.BytesIO(download("xlsx")))["incidents"])) == 2


def test_a_download_follows_each_change() -> None:
    published(1)
    stored = published(2)
    first = download("zip")
    answer = Client().get("/data/learnt-dataset.zip")
    again = Client().get("/data/learnt-dataset.zip", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    withdraw(stored)
    later = Client().get("/data/learnt-dataset.zip", headers={"If-None-Match": answer["ETag"]})
    assert later.status_code == 200
    assert b"".join(later) != first


@pytest.mark.django_db(transaction=True)
def test_files_from_before_a_change_do_not_stay() -> None:
    stored = published(1)
    download("zip")
    assert list(kept.folder().iterdir())
    withdraw(stored)
    assert not kept.folder().exists()


def test_a_download_is_written_once() -> None:
    published(1)
    assert kept.keep("zip") == kept.keep("zip")
    assert len(list(kept.folder().glob("*.zip"))) == 1


def run(*arguments: str) -> tuple[int, str]:
    from django.conf import settings

    (settings.HOME / "library.sqlite3").touch()
    result = CliRunner().invoke(export, list(arguments), obj=settings.HOME)
    return result.exit_code, result.output


def test_the_command_writes_both(tmp_path: Path) -> None:
    published(1)
    assert run(str(tmp_path / "folder"))[0] == 0
    assert run(str(tmp_path / "all.xlsx"))[0] == 0
    assert len(read_package(tmp_path / "folder")["recommendations"]) == 3
    told = json.loads((tmp_path / "folder" / "datapackage.json").read_text("utf-8"))
    assert told["made_with"]["data_of"] == told["created"]
    assert load_workbook(tmp_path / "all.xlsx")["about"]


@pytest.mark.parametrize("name", ["all.csv", "file", "folder.xlsx"])
def test_the_command_says_what_it_cannot_write(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.xlsx").mkdir()
    code, told = run(str(tmp_path / name))
    assert code == 2
    assert name in told


def test_documents_are_those_of_the_sealed_record() -> None:
    published(1)
    review = Review.objects.get()
    (document,) = rows.documents_of(review)
    assert document["sha256"] == review.public().documents[0].sha256
    assert document["document_part"] == "document.pdf"
