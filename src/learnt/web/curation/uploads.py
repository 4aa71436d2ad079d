"""Files that were handed in: kept apart, read in the background, each told what became of it.

Whoever reads an upload holds its lock. A process that is killed leaves the files, what was stored of
them and no lock behind: the upload has stopped, and reading it again goes on with what is missing. A
review and its place in `Upload.found` are stored by one transaction; a file is set aside only after the
line that tells it is kept. So nothing is lost, doubled or told twice, whenever the process ends.
"""

import shutil
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import close_old_connections

from learnt.files import hash_of
from learnt.web.accounts.models import User
from learnt.web.apart import alone, is_held
from learnt.web.curation.intake import take_in
from learnt.web.curation.models import Intake, SourceFile, Upload
from learnt.web.curation.reach import visible
from learnt.web.curation.unpacking import is_archive, plain, unpack

NOT_WHOLE = "The files did not all arrive: hand them in again"
NOT_HERE = "The files are no longer in the library: hand in again what is missing"
REMOVED = "What was not read has been removed, as you asked"
MOST_TRIES = 3
"""So often reading is begun without anybody asking: a file may be what ends the process."""


def keep(files: Iterable["UploadedFile[Any]"], by: User, partnership: str) -> Upload:
    """Store the files in a folder of their own, under plain names, and note the upload."""
    upload = Upload.objects.create(by=by, partnership=partnership, folder="", state="receiving")
    with alone(_lock(upload)):
        folder = Path(tempfile.mkdtemp(prefix=f"{upload.pk}-", dir=_home()))
        for number, file in enumerate(files, start=1):
            target = folder / f"{number:03d}-{plain(file.name or '')}"
            with target.open("wb") as stream:
                for chunk in file.chunks():
                    stream.write(chunk)
            upload.total += 1
        upload.folder, upload.state = str(folder), "waiting"
        upload.save()
    return upload


def start(upload: Upload) -> None:
    """Read the files of an upload in a thread; the page of the upload tells how far it is.

    Nothing happens where somebody reads them already.
    """
    held = ExitStack()
    if not held.enter_context(alone(_lock(upload))):
        return

    def work() -> None:
        close_old_connections()
        try:
            with held:
                _read_alone(upload.pk)
        finally:
            close_old_connections()

    threading.Thread(target=work, daemon=True).start()


def read(upload_id: int) -> bool:
    """Read what was not read of an upload and store the reviews; safe to call again after a crash.

    Gives whether it was read: not where somebody else is at it. A fault of the program is raised, and
    leaves the files where they are.
    """
    with alone(_lock_of(upload_id)) as mine:
        if mine:
            _read_alone(upload_id)
        return mine


def is_stopped(upload: Upload) -> bool:
    """Whether reading an upload, or taking it in, ended before it was done."""
    return upload.state != "done" and not is_held(_lock(upload))


def stopped() -> list[Upload]:
    """Give the uploads that were not read to the end, and that nobody reads, the least tried first."""
    left = Upload.objects.exclude(state="done").order_by("tries", "id")
    return [one for one in left if is_stopped(one)]


def give_up(upload: Upload) -> None:
    """Remove what was not read of an upload; what was stored stays."""
    with alone(_lock(upload)) as mine:
        upload.refresh_from_db()
        if mine and upload.state != "done":
            _end(upload, [*upload.left_out, REMOVED])


def sweep() -> None:
    """Remove the folders of uploads that are done: a process was killed before it came to it."""
    at_work = {str(number) for (number,) in Upload.objects.exclude(state="done").values_list("id")}
    for path in _home().iterdir():
        if path.is_dir() and path.name.partition("-")[0] not in at_work:
            shutil.rmtree(path, ignore_errors=True)


def _home() -> Path:
    home = Path(settings.MEDIA_ROOT).parent / "uploads"
    home.mkdir(parents=True, exist_ok=True)
    return home


def _lock(upload: Upload) -> Path:
    return _lock_of(upload.pk)


def _lock_of(upload_id: int) -> Path:
    return Path(settings.MEDIA_ROOT).parent / "locks" / f"upload-{upload_id}"


def _read_alone(upload_id: int) -> None:
    upload = Upload.objects.get(pk=upload_id)
    if upload.state == "done":
        return
    if upload.state == "receiving":
        _end(upload, [NOT_WHOLE])
        return
    if not Path(upload.folder).is_dir():
        _end(upload, [*upload.messages, NOT_HERE])
        return
    upload.state, upload.tries = "reading", upload.tries + 1
    upload.save()
    _end(upload, _read(upload))


def _end(upload: Upload, messages: list[str]) -> None:
    upload.state, upload.messages = "done", messages
    upload.save()
    for folder in _home().glob(f"{upload.pk}-*"):
        shutil.rmtree(folder, ignore_errors=True)
    _lock(upload).unlink(missing_ok=True)


def _read(upload: Upload) -> list[str]:
    """Read the files of an upload; gives a line for each that was left out or not read."""
    folder = Path(upload.folder)
    _open_archives(upload, folder)
    _set_apart(upload, folder)
    ours = set(_stored(upload).values_list("name", flat=True))

    def progress(step: str, done: int, total: int) -> None:
        if step == "read":
            Upload.objects.filter(pk=upload.pk).update(read=done)
            upload.read = done

    def stored(intake: Intake) -> None:
        upload.found = list(dict.fromkeys([*upload.found, intake.slug]))
        upload.done = len(upload.found)
        upload.save()

    told: list[str] = []
    if _files(folder):
        taking = take_in([folder], partnership=upload.partnership, progress=progress, stored=stored)
        for taken in taking:
            told = [line.replace(f"{folder}/", "") for line in (*taken.troubles, *taken.skipped)]
            told += upload.left_out
            told += [f"{name}: known already" for name in taken.known if name not in ours]
            upload.messages = told
            upload.save()
    return told or upload.left_out


def _stored(upload: Upload) -> Any:
    return SourceFile.objects.filter(intake__slug__in=upload.found)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _open_archives(upload: Upload, folder: Path) -> None:
    """Unpack what was handed in as a ZIP."""
    for path in filter(is_archive, _files(folder)):
        _tell_and_remove(upload, path, unpack(path, folder))
    upload.total = len(_files(folder))
    upload.save()


def _set_apart(upload: Upload, folder: Path) -> None:
    """Remove files that belong to a review which the person may not edit."""
    for path in _of_others(upload, folder):
        _tell_and_remove(upload, path, [f"{path.name}: known already"])


def _of_others(upload: Upload, folder: Path) -> Iterator[Path]:
    mine = visible(upload.by, "editor") if upload.by else Intake.objects.none()
    others = SourceFile.objects.exclude(intake__in=mine).exclude(intake__slug__in=upload.found)
    for path in _files(folder):
        if others.filter(sha256=hash_of(path)).exists():
            yield path


def _tell_and_remove(upload: Upload, path: Path, lines: list[str]) -> None:
    upload.left_out = list(dict.fromkeys([*upload.left_out, *lines]))
    upload.save()
    path.unlink(missing_ok=True)
