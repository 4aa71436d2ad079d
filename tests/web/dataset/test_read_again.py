"""What the library exports is a register: it is read without a problem, and comes back the same."""

import io
import zipfile
from pathlib import Path

import pytest
from django.test import Client

from learnt.records.case import Register
from learnt.register import read_register, write_folder, write_workbook
from learnt.web.dataset import rows, writing
from tests.web.factories import published
from tests.web.search.shelf import shelf

pytestmark = pytest.mark.django_db
ODD = (
    "=HYPERLINK should not be typed into forms by staff of the service.",
    'Staff should say "no", and why;\nthen write it down — every time.',
    "- Train all staff",
)


def read(path: Path) -> Register:
    told = read_register(path)
    assert not told.problems
    assert not told.notes
    return told.register


def test_the_folder_the_zip_and_the_workbook_are_the_same_register(tmp_path: Path) -> None:
    shelf(1, *ODD)
    published(2, kind="susr", year_of_death=None, published=None)
    writing.write_folder(tmp_path / "folder")
    writing.write_xlsx(tmp_path / "all.xlsx")
    register = read(tmp_path / "folder")
    assert read(tmp_path / "all.xlsx") == register
    answer = Client().get("/data/learnt-dataset.zip")
    (tmp_path / "all.zip").write_bytes(b"".join(answer))
    assert zipfile.is_zipfile(io.BytesIO((tmp_path / "all.zip").read_bytes()))
    assert read(tmp_path / "all.zip") == register
    assert not register.victims
    assert not register.perpetrators
    assert register.actions is None
    assert register.recommendations is not None
    texts = [one.values["text"] for one in register.recommendations]
    assert texts == [row["text"] for row in rows.recommendations()]
    agencies = [one.values.get("agencies", "") for one in register.recommendations]
    assert agencies == [row["agencies"] for row in rows.recommendations()]


def test_it_is_written_again_without_loss(tmp_path: Path) -> None:
    shelf(1, *ODD)
    writing.write_folder(tmp_path / "library")
    register = read(tmp_path / "library")
    write_folder(register, tmp_path / "a")
    write_workbook(register, tmp_path / "a.xlsx")
    assert read(tmp_path / "a") == read(tmp_path / "a.xlsx") == register
