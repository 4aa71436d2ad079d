"""Files that are not what they say, handed in at the desk: each is one line of the upload's messages."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from learnt.web.curation import uploads
from learnt.web.curation.models import Intake, SourceFile, Upload
from tests.web.factories import HERE, intake, person

pytestmark = pytest.mark.django_db

PAGE = b"""<!DOCTYPE html><html><head><title>Fallowmere</title>
<script>alert("taken from a report")</script></head><body>
<h1>Domestic Homicide Review</h1><h2>Recommendations</h2>
<p>Recommendation 1: Fallowmere Police should train its call handlers.<img src=x onerror=alert(1)></p>
<p>Recommendation 2: Fallowmere Council should review its policy.</p></body></html>"""


def packed(name: str, body: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, body)
    return stream.getvalue()


def bomb() -> bytes:
    return packed("word/document.xml", b"<w>" + b" " * 400_000_000)


def hand_in(*files: tuple[str, bytes], role: str = "editor", place: str = HERE) -> Upload:
    given = [SimpleUploadedFile(name, body) for name, body in files]
    upload = uploads.keep(given, person(role, place), place)
    uploads.read(upload.pk)
    return Upload.objects.get(pk=upload.pk)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        pytest.param("empty.pdf", b"", id="empty"),
        pytest.param("odd.pdf", os.urandom(4000), id="noise that is called PDF"),
        pytest.param("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<", id="a PDF that was cut off"),
        pytest.param("picture.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 90, id="a picture called PDF"),
        pytest.param("program.docx", b"\x7fELF" + b"\0" * 900, id="a program called Word"),
        pytest.param("half.docx", packed("word/document.xml", b"<w:p>")[:200], id="half a ZIP"),
        pytest.param("none.docx", packed("other.xml", b"<a/>"), id="a ZIP that is no Word file"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(name: str, body: bytes) -> None:
    upload = hand_in((name, body))
    assert upload.state == "done"
    assert (len(upload.messages), upload.done) == (1, 0)
    assert upload.messages[0].startswith(f"001-{name}: ")
    assert "\n" not in upload.messages[0]
    assert not Intake.objects.exists()
    assert not Path(upload.folder).exists()


def test_a_file_that_grows_when_opened_is_given_up() -> None:
    upload = hand_in(("bomb.docx", bomb()))
    assert len(upload.messages) == 1
    assert not Intake.objects.exists()


def test_one_bad_file_does_not_stop_the_others() -> None:
    upload = hand_in(("a.pdf", b"%PDF-"), ("b.html", PAGE))
    assert upload.done == 1
    assert [message.split(":")[0] for message in upload.messages] == ["001-a.pdf"]


def test_no_report_is_served_as_a_page(client: Client) -> None:
    upload = hand_in(("report.pdf", PAGE))
    assert upload.done == 1
    stored = Intake.objects.get()
    file = stored.files.get()
    assert file.media_type == "text/html", "what it is comes from the content, not from the name"
    client.force_login(person("publisher", HERE))
    one = f"/desk/reviews/{stored.slug}/"
    item = stored.proposed().recommendations[0].id
    pages = [one, f"{one}recommendations/{item}/"]
    client.post(f"{one}publish/")
    pages += [f"/reviews/{stored.slug}/"]
    for address in pages:
        shown = client.get(address)
        assert shown.status_code == 200, address
        assert b"taken from a report" not in shown.content
        assert b"onerror" not in shown.content
    picture = f"{one}recommendations/{item}/picture/{file.pk}/1.png"
    for address in (
        picture,
        f"/reports/{file.path}",
        f"/media/{file.path}",
        f"/static/{file.path}",
    ):
        assert client.get(address).status_code == 404, address


def test_a_fault_of_the_program_leaves_the_rest_to_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(paths: list[Path], **_: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(uploads, "take_in", fails)
    upload = uploads.keep([SimpleUploadedFile("a.html", PAGE)], person("editor", HERE), HERE)
    with pytest.raises(RuntimeError):
        uploads.read(upload.pk)
    assert uploads.stopped() == [upload]
    monkeypatch.undo()
    assert uploads.read(upload.pk)
    upload.refresh_from_db()
    assert (upload.state, upload.done, upload.messages) == ("done", 1, [])
    assert not uploads.stopped()


def test_a_report_of_another_partnership_stays_as_it_is() -> None:
    first = hand_in(("report.html", PAGE))
    stored = Intake.objects.get()
    more = b"<h1>Summary</h1><p>A summary of the Domestic Homicide Review.</p>"
    other = hand_in(("report.html", PAGE), ("summary.html", more), place="norfolk")
    stored_again = Intake.objects.get(pk=stored.pk)
    assert "001-report.html: known already" in other.messages
    assert stored_again.proposal == stored.proposal
    assert SourceFile.objects.filter(intake=stored).count() == 1
    assert first.messages == []


def test_a_partnership_cannot_be_chosen_without_a_role_there(client: Client) -> None:
    intake(1)
    client.force_login(person("editor", HERE))
    told = {"partnership": "norfolk", "reports": SimpleUploadedFile("a.txt", b"words")}
    assert client.post("/desk/upload/", told).status_code == 422
    assert not Upload.objects.exists()
