"""Files that were handed in: kept apart, read in the background, each told what became of it."""

import shutil
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import close_old_connections

from learnt.files import hash_of
from learnt.web.accounts.models import User
from learnt.web.curation.intake import take_in
from learnt.web.curation.models import Intake, SourceFile, Upload
from learnt.web.curation.reach import visible
from learnt.web.curation.unpacking import is_archive, plain, unpack

CUT_SHORT = "Reading was cut short: hand in again what is missing"
"""Stands while files are read, so that a process which is killed leaves it behind."""


def keep(files: Iterable["UploadedFile[Any]"], by: User, partnership: str) -> Upload:
    """Store the files in a folder of their own, under plain names, and note the upload."""
    upload = Upload.objects.create(by=by, partnership=partnership, folder="")
    home = Path(settings.MEDIA_ROOT).parent / "uploads"
    home.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{upload.pk}-", dir=home))
    for number, file in enumerate(files, start=1):
        target = folder / f"{number:03d}-{plain(file.name or '')}"
        with target.open("wb") as stream:
            for chunk in file.chunks():
                stream.write(chunk)
        upload.total += 1
    upload.folder = str(folder)
    upload.save()
    return upload


def start(upload: Upload) -> None:
    """Read the files of an upload in a thread; the page of the upload tells how far it is."""

    def work() -> None:
        close_old_connections()
        try:
            read(upload.pk)
        finally:
            close_old_connections()

    threading.Thread(target=work, daemon=True).start()


def read(upload_id: int) -> None:
    """Read the files of an upload and store the reviews; safe to call again after a crash.

    What was handed in is removed at the end: the library keeps each report that it read, once. A fault
    of the program is told in the upload's messages, and raised for the log.
    """
    upload = Upload.objects.get(pk=upload_id)
    upload.state, upload.messages = "reading", [CUT_SHORT]
    upload.save()
    try:
        _read(upload)
    finally:
        shutil.rmtree(upload.folder, ignore_errors=True)
        upload.state = "done"
        upload.save()


def _read(upload: Upload) -> None:
    folder = Path(upload.folder)
    apart = _open_archives(upload, folder)
    apart += [f"{name}: known already" for name in _set_apart(upload.by, folder)]
    if not _files(folder):
        upload.messages = apart
        return

    def progress(step: str, done: int, total: int) -> None:
        Upload.objects.filter(pk=upload.pk).update(read=done)
        upload.read = done

    for taken in take_in([folder], progress=progress):
        upload.done = len(taken.new) + len(taken.renewed)
        upload.found = [intake.slug for intake in (*taken.new, *taken.renewed)]
        for intake in taken.new:
            if intake.partnership != upload.partnership and upload.partnership:
                intake.partnership = upload.partnership
                intake.save()
        told = [line.replace(f"{folder}/", "") for line in (*taken.troubles, *taken.skipped)]
        told += [*apart, *(f"{name}: known already" for name in taken.known)]
        upload.messages = [CUT_SHORT, *told]
        upload.save()
        upload.messages = told


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _open_archives(upload: Upload, folder: Path) -> list[str]:
    """Unpack what was handed in as a ZIP; gives a line for each file that was left out."""
    left_out: list[str] = []
    for path in filter(is_archive, _files(folder)):
        left_out += unpack(path, folder)
    upload.total = len(_files(folder))
    upload.save()
    return left_out


def _set_apart(by: User | None, folder: Path) -> list[str]:
    """Remove files that belong to a review which the person may not edit; gives their names."""
    mine = visible(by, "editor") if by else Intake.objects.none()
    removed = []
    for path in _files(folder):
        known = SourceFile.objects.filter(sha256=hash_of(path)).exclude(intake__in=mine)
        if known.exists():
            path.unlink()
            removed.append(path.name)
    return removed
