"""ZIPs and folders of reports: what is unpacked, what is refused, what the page then tells."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from learnt.web.curation import unpacking, uploads
from learnt.web.curation.models import Intake, Upload
from learnt.web.curation.unpacking import unpack
from tests.web.factories import HERE, person

REPORT = """# Fallowmere Community Safety Partnership

Domestic Homicide Review, death in {year}

## Recommendations

Recommendation 1: Fallowmere Police should review its policy of {year}.
"""


def packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return stream.getvalue()


def put(folder: Path, body: bytes) -> Path:
    path = folder / "001-reports.zip"
    path.write_bytes(body)
    return path


def inside(folder: Path) -> list[str]:
    """Give the files of a folder, without the ZIP itself: whoever unpacks it removes it."""
    files = [p for p in folder.rglob("*") if p.is_file() and p.name != "001-reports.zip"]
    return sorted(str(p.relative_to(folder)) for p in files)


def test_files_come_out_in_their_folders(tmp_path: Path) -> None:
    path = put(tmp_path, packed({"all/a.md": b"a", "all/b/c d.md": b"c", "all/b/.x": b"x"}))
    assert unpack(path, tmp_path) == []
    assert inside(tmp_path) == ["001-001-a.md", "b/001-002-c d.md"]


REFUSED = [
    ("../../out.md", "its path leads out of the ZIP", "a path up"),
    ("/etc/out.md", "its path leads out of the ZIP", "a path from the root"),
    ("C:\\out.md", "its path leads out of the ZIP", "a path on a drive"),
    ("a/..\\..\\out.md", "its path leads out of the ZIP", "a path up, with other strokes"),
    ("more.zip", "a ZIP in a ZIP is not opened", "a ZIP in it"),
]


@pytest.mark.parametrize(("name", "why", "reason"), REFUSED)
def test_what_is_not_safe_is_left_out(tmp_path: Path, name: str, why: str, reason: str) -> None:
    home = tmp_path / "uploads" / "one"
    home.mkdir(parents=True)
    told = unpack(put(home, packed({name: b"x", "good.md": b"y"})), home)
    assert [line.partition(": ")[2] for line in told] == [why], reason
    assert inside(tmp_path) == ["uploads/one/001-002-good.md"]


def test_a_pointer_to_another_file_is_left_out(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("link.md")
    entry.external_attr = 0o120777 << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(entry, "/etc/hostname")
    assert "only points" in unpack(put(tmp_path, stream.getvalue()), tmp_path)[0]
    assert inside(tmp_path) == []


WHOLE = [
    (packed({"a.md": b" " * 400_000_000}), "unpacks like a zip bomb", "a bomb"),
    (packed({"a.md": b"words"})[:40], "damaged", "cut off"),
    (b"no zip at all", "damaged", "something else that is called ZIP"),
]


@pytest.mark.parametrize(("body", "why", "reason"), WHOLE, ids=[row[2] for row in WHOLE])
def test_a_zip_that_is_not_opened_is_told(
    tmp_path: Path, body: bytes, why: str, reason: str
) -> None:
    told = unpack(put(tmp_path, body), tmp_path)
    assert len(told) == 1, reason
    assert why in told[0], reason
    assert inside(tmp_path) == []


def test_too_many_files_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_FILES", 1)
    told = unpack(put(tmp_path, packed({"a.md": b"a", "b.md": b"b"})), tmp_path)
    assert "holds 2 files" in told[0]
    assert inside(tmp_path) == []


def reports() -> bytes:
    years = (2030, 2031)
    return packed({f"all/{y}/report.md": REPORT.format(year=y).encode() for y in years})


@pytest.mark.django_db
def test_a_zip_is_read_and_what_was_found_is_told(client: Client) -> None:
    editor = person("editor", HERE)
    given = [SimpleUploadedFile("reports.zip", reports()), SimpleUploadedFile("b.zip", b"no")]
    upload = uploads.keep(given, editor, HERE)
    uploads.read(upload.pk)
    upload.refresh_from_db()
    assert (upload.total, upload.read, upload.done, upload.state) == (2, 2, 2, "done")
    assert sorted(upload.found) == sorted(Intake.objects.values_list("slug", flat=True))
    assert len(upload.messages) == 1
    client.force_login(editor)
    shown = client.get(f"/desk/upload/{upload.pk}/").content.decode()
    assert "2 of 2 files opened, 2 reviews stored." in shown
    for slug in upload.found:
        assert f"/desk/reviews/{slug}/" in shown


@pytest.mark.django_db
def test_a_review_that_is_gone_is_not_told_of(client: Client) -> None:
    editor = person("editor", HERE)
    made = Upload.objects.create(by=editor, folder="", state="done", found=["gone-2030"])
    client.force_login(editor)
    assert "gone-2030" not in client.get(f"/desk/upload/{made.pk}/").content.decode()


@pytest.mark.django_db
def test_a_folder_is_taken_without_its_hidden_files(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "start", lambda upload: None)
    client.force_login(person("editor", HERE))
    body = REPORT.format(year=2030).encode()
    many = [SimpleUploadedFile(f"a{n}.md", body) for n in range(120)]
    sent = {"partnership": HERE, "folder": [*many, SimpleUploadedFile(".DS_Store", b"x")]}
    assert client.post("/desk/upload/", sent).status_code == 302
    assert Upload.objects.get().total == 120
    nothing = {"partnership": HERE, "folder": [SimpleUploadedFile(".DS_Store", b"x")]}
    assert client.post("/desk/upload/", nothing).status_code == 422
