"""An upload whose reading is killed is told, and read to its end: nothing lost, doubled or told twice."""

import io
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from learnt.web.accounts.models import User
from learnt.web.apart import alone
from learnt.web.curation import takedown, uploads
from learnt.web.curation.models import Intake, SourceFile, Upload
from tests.web.browser.library import free_port
from tests.web.curation.test_killing import TEXT, learnt, made
from tests.web.factories import HERE, person

REPORTS, KILLS = 4, 4
HAND_IN = """
import sys
import time
from pathlib import Path
import django
django.setup()
from django.core.files.uploadedfile import SimpleUploadedFile
from learnt.web.accounts.models import Grant, User
from learnt.web.curation import uploads
by, _ = User.objects.get_or_create(username="ann@example.org", email="ann@example.org")
Grant.objects.get_or_create(user=by, role="editor", partnership="fallowmere")
files = [SimpleUploadedFile(p.name, p.read_bytes()) for p in sorted(Path(sys.argv[1]).iterdir())]
print(uploads.keep(files, by, "fallowmere").pk)
"""


def text_of(number: int) -> str:
    return TEXT.format(place=f"Mere{chr(97 + number)}ton", year=2001 + number)


def report(number: int = 0) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"report-{number}.md", text_of(number).encode())


def write_upload(folder: Path) -> None:
    """Write reports, one of them a bad file, and a ZIP with more, of which two are left out."""
    folder.mkdir()
    for number in range(REPORTS):
        (folder / f"report-{number}.md").write_text(text_of(number), "utf-8")
    (folder / "bad.pdf").write_bytes(b"%PDF-")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(REPORTS, REPORTS + 2):
            archive.writestr(f"report-{number}.md", text_of(number))
        archive.writestr("more.zip", b"x")
        archive.writestr("again.zip", b"x")
    (folder / "more.zip").write_bytes(stream.getvalue())


def hand_in(home: Path, folder: Path) -> None:
    environment = os.environ | {
        "LEARNT_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "learnt.web.settings",
    }
    subprocess.run([sys.executable, "-c", HAND_IN, str(folder)], env=environment, check=True)


def outcome(home: Path) -> tuple[object, ...]:
    """Give everything that is told of the upload, and what was stored."""
    with closing(sqlite3.connect(home / "library.sqlite3")) as store:
        told = store.execute(
            "select state, total, read, done, found, messages from curation_upload"
        ).fetchone()
        reviews = store.execute("select slug, partnership from curation_intake").fetchall()
        files = store.execute("select sha256, count(*) from curation_sourcefile group by sha256")
        found, messages = json.loads(told[4]), json.loads(told[5])
        return (told[:4], sorted(found), messages, sorted(reviews), sorted(files.fetchall()))


def test_reading_killed_at_random_moments_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    folder = tmp_path / "handed-in"
    write_upload(folder)
    homes = [tmp_path / name for name in ("whole", "killed")]
    for home in homes:
        made(home)
        hand_in(home, folder)
    whole = learnt(homes[0], "resume")
    said = whole.communicate(timeout=300)[0]
    assert (whole.returncode, said.startswith("1 upload read to the end")) == (0, True), said
    dice = random.Random(11)
    killed = 0
    for _ in range(KILLS):
        running = learnt(homes[1], "resume")
        try:
            running.wait(dice.uniform(0.8, 2.5))
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            killed += 1
        running.communicate()
    last = learnt(homes[1], "resume")
    said = last.communicate(timeout=300)[0]
    assert last.returncode == 0, said
    assert killed, "the kills came too late to tell anything"
    assert outcome(homes[1]) == outcome(homes[0])
    done, found, messages, reviews, _ = outcome(homes[1])
    assert done[0] == "done"  # type: ignore[index]
    assert len(found) == len(reviews) == REPORTS + 2  # type: ignore[arg-type]
    assert {partnership for _, partnership in reviews} == {"fallowmere"}  # type: ignore[attr-defined]
    assert len(messages) == 3  # type: ignore[arg-type]
    assert not any(path.is_dir() for path in (homes[1] / "uploads").iterdir())


@pytest.fixture
def editor(db: None) -> User:
    return person("editor", HERE)


@pytest.fixture
def stopped(editor: User) -> Upload:
    """Give an upload of two reports, one of which is stored, as a killed process leaves it."""
    upload = uploads.keep([report(0), report(1)], editor, HERE)
    folder = Path(upload.folder)
    rest = folder / "002-report-1.md"
    body = rest.read_bytes()
    rest.unlink()

    def killed(upload: Upload, messages: list[str]) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(uploads, "_end", killed)
        with pytest.raises(KeyboardInterrupt):
            uploads.read(upload.pk)
    rest.write_bytes(body)
    upload.refresh_from_db()
    return upload


def test_the_page_and_the_desk_tell_that_it_stopped(
    client: Client, editor: User, stopped: Upload
) -> None:
    client.force_login(editor)
    answer = client.get(f"/desk/upload/{stopped.pk}/")
    assert "Read the rest" in answer.content.decode()
    assert "Refresh" not in answer, "nothing will change by itself"
    assert "not read to the end" in client.get("/desk/").content.decode()


def test_the_button_reads_the_rest(
    client: Client, editor: User, stopped: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "start", lambda upload: uploads.read(upload.pk))
    client.force_login(editor)
    told = client.post(f"/desk/upload/{stopped.pk}/resume/", follow=True).content.decode()
    assert "2 reviews stored" in told
    assert "known already" not in told
    assert Intake.objects.count() == SourceFile.objects.count() == 2
    client.post(f"/desk/upload/{stopped.pk}/resume/")
    assert Intake.objects.count() == 2


def test_what_was_not_read_can_be_removed(client: Client, editor: User, stopped: Upload) -> None:
    client.force_login(editor)
    told = client.post(f"/desk/upload/{stopped.pk}/give-up/", follow=True).content.decode()
    assert "has been removed" in told
    assert not Path(stopped.folder).exists()
    assert Intake.objects.count() == 1


@pytest.mark.parametrize("what", ["resume", "give-up"])
def test_an_upload_of_somebody_else_is_not_there(
    client: Client, stopped: Upload, what: str
) -> None:
    client.force_login(person("administrator"))
    assert client.post(f"/desk/upload/{stopped.pk}/{what}/").status_code == 404
    assert Path(stopped.folder).exists()


def test_it_is_not_read_by_two(stopped: Upload) -> None:
    with alone(uploads._lock(stopped)):
        assert not uploads.is_stopped(stopped)
        assert not uploads.read(stopped.pk)
        uploads.give_up(stopped)
    assert Path(stopped.folder).exists()
    assert uploads.is_stopped(stopped)


def test_files_that_did_not_all_arrive_are_told(editor: User) -> None:
    class CutOff(SimpleUploadedFile):
        def chunks(self, chunk_size: int | None = None) -> None:  # type: ignore[override]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        uploads.keep([report(0), CutOff("b.md", b"words")], editor, HERE)
    upload = Upload.objects.get()
    assert uploads.stopped() == [upload]
    uploads.read(upload.pk)
    upload.refresh_from_db()
    assert (upload.state, upload.messages) == ("done", [uploads.NOT_WHOLE])
    assert not Intake.objects.exists(), "half of a review is none"


def test_files_that_are_gone_are_told(stopped: Upload) -> None:
    """A library that was restored from a copy has no folder of what was handed in."""
    for path in Path(stopped.folder).iterdir():
        path.unlink()
    Path(stopped.folder).rmdir()
    uploads.read(stopped.pk)
    stopped.refresh_from_db()
    assert stopped.messages == [uploads.NOT_HERE]
    assert stopped.done == 1


def test_what_was_taken_down_meanwhile_does_not_come_back(editor: User, stopped: Upload) -> None:
    takedown.remove_review(Intake.objects.get(), editor, "asked")
    uploads.read(stopped.pk)
    assert SourceFile.objects.get().name == "002-report-1.md"


def test_folders_that_a_killed_process_left_are_removed(stopped: Upload) -> None:
    done = Upload.objects.create(folder="", state="done")
    left = Path(stopped.folder).with_name(f"{done.pk}-x")
    left.mkdir()
    uploads.sweep()
    assert not left.exists()
    assert Path(stopped.folder).exists()


def workers_of(server: int) -> list[int]:
    """Give the server's own processes, without what it started beside them."""
    listed = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    told = {int(one): Path(f"/proc/{one}/cmdline").read_bytes() for one in listed}
    return [number for number, words in told.items() if b"serve" in words]


def states(home: Path) -> list[str]:
    with closing(sqlite3.connect(home / "library.sqlite3")) as store:
        return [state for (state,) in store.execute("select state from curation_upload")]


def wait_until(done: Callable[[], bool]) -> None:
    for _ in range(600):
        if done():
            return
        time.sleep(0.1)
    raise AssertionError("it was not taken up")


def test_the_server_takes_up_what_was_left(tmp_path: Path) -> None:
    """When it starts, and when one of its processes is killed."""
    home, folder = tmp_path / "library", tmp_path / "handed-in"
    made(home)
    folder.mkdir()
    (folder / "report.md").write_text(text_of(0), "utf-8")
    hand_in(home, folder)
    server = learnt(home, "serve", "--address", f"127.0.0.1:{free_port()}", "--workers", "1")
    try:
        wait_until(lambda: states(home) == ["done"])
        wait_until(lambda: bool(workers_of(server.pid)))
        (folder / "report.md").write_text(text_of(1), "utf-8")
        hand_in(home, folder)
        assert states(home) == ["done", "waiting"]
        os.kill(workers_of(server.pid)[0], signal.SIGKILL)
        wait_until(lambda: states(home) == ["done", "done"])
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.communicate(timeout=60)
