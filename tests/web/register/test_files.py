"""The register as files on the pages: handing one in, taking one away, the same again."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from learnt.register import read_register
from learnt.web.accounts.models import User
from learnt.web.register import writing
from learnt.web.register.exporting import register_of
from learnt.web.register.importing import import_register
from learnt.web.register.models import Incident
from tests.web.register.conftest import HOME, at, body, post
from tests.web.register.factories import HERE, case

pytestmark = pytest.mark.django_db


def archive(**files: str) -> SimpleUploadedFile:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        for name, text in files.items():
            packed.writestr(f"export/{name}.csv", text)
    return SimpleUploadedFile("register.zip", kept.getvalue())


GOOD = {
    "incidents": "incident_id,csp\nA-1,Fallowmere Community Safety Partnership\nA-2,\n",
    "victims": "victim_id,incident_id,age_years\nV-1,A-1,41\n",
}


def test_a_register_is_handed_in(client: Client, publisher: User) -> None:
    answer = client.post(f"{HOME}upload/", {"register": archive(**GOOD), "place": HERE})
    assert answer.status_code == 302
    assert set(Incident.objects.values_list("partnership", flat=True)) == {HERE}
    assert Incident.history.first().history_user == publisher
    shown = body(client, HOME)
    assert "2 new" in shown
    assert "an incident has no row in victims" in shown


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("victims", "victim_id,incident_id,age_years\nV-1,A-1,141\n", "not between 0 and 120"),
        ("victims", "victim_id,incident_id\nV-1,A-9\n", "there is no A-9"),
        ("incidents", "incident_id,csp\nA-1,Norfolk\n", "a partnership that you may not change"),
    ],
)
def test_a_wrong_register_is_told_and_nothing_taken(
    client: Client, publisher: User, name: str, text: str, told: str
) -> None:
    files = archive(**(GOOD | {name: text}))
    answer = client.post(f"{HOME}upload/", {"register": files, "place": HERE})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Incident.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"text"),
        ("a.xlsx", b"no workbook"),
        ("a.zip", b"no zip"),
        ("a", b""),
    ],
)
def test_a_file_that_is_no_register_is_told(
    client: Client, publisher: User, name: str, content: bytes
) -> None:
    given = SimpleUploadedFile(name, content)
    answer = client.post(f"{HOME}upload/", {"register": given, "place": HERE})
    assert answer.status_code == 422
    assert not Incident.objects.exists()


def test_an_editor_of_one_partnership_hands_nothing_in(client: Client, editor: User) -> None:
    answer = client.post(f"{HOME}upload/", {"register": archive(**GOOD), "place": HERE})
    assert answer.status_code == 403
    assert not Incident.objects.exists()


@pytest.mark.parametrize("name", ["register.xlsx", "register.zip"])
def test_what_is_taken_away_is_ones_own_and_says_that_it_is_internal(
    client: Client, publisher: User, tmp_path: Path, name: str
) -> None:
    case(1)
    case(2, partnership="elsewhere")
    answer = client.get(f"{HOME}download/{name}")
    assert "attachment" in answer["Content-Disposition"]
    path = tmp_path / name
    path.write_bytes(answer.content)
    if name.endswith(".zip"):
        with zipfile.ZipFile(path) as packed:
            assert "not for publication" in packed.read("README.txt").decode()
            packed.extractall(tmp_path)
        path = tmp_path
    else:
        from openpyxl import load_workbook

        assert load_workbook(path).worksheets[0]["A1"].value == writing.NOTICE
    read = read_register(path)
    assert not read.errors
    assert read.register.incidents == register_of({HERE}).incidents
    assert [one.id for one in read.register.incidents] == ["CASE-1"]


def test_a_register_comes_back_the_same(client: Client, publisher: User, tmp_path: Path) -> None:
    client.post(f"{HOME}upload/", {"register": archive(**GOOD), "place": HERE})
    one = Incident.objects.get(key="A-1")
    post(client, at(one, "victims/add/"), sex_of_victim="Female", parent="FALSE")
    post(client, at(one, "perpetrators/add/"), role="both", minimum_term_years="14.5")
    writing.write(register_of({""}), tmp_path / "first")
    Incident.objects.all().delete()
    import_register(read_register(tmp_path / "first"))
    writing.write(register_of({""}), tmp_path / "second")
    first = {path.name: path.read_bytes() for path in (tmp_path / "first").iterdir()}
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "second").iterdir()}
    assert set(Incident.objects.values_list("partnership", flat=True)) == {HERE}


def test_the_empty_workbook_is_given_and_goes_in_when_filled(
    client: Client, publisher: User, tmp_path: Path
) -> None:
    answer = client.get(f"{HOME}download/template.xlsx")
    assert answer.status_code == 200
    path = tmp_path / "template.xlsx"
    path.write_bytes(answer.content)
    assert not read_register(path).register.incidents
    assert client.get(f"{HOME}download/other.xlsx").status_code == 404
