"""Unpacks a ZIP of reports that was handed in: no path outside, no ZIP in a ZIP, no bomb."""

import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from learnt.errors import Unreadable
from learnt.read.archive import check_archive

MOST_FILES = 1_000
"""Files of one ZIP; the whole library of published reviews has a few thousand."""
LARGEST = 200 * 1024 * 1024
"""Bytes of one file."""


def is_archive(path: Path) -> bool:
    """Whether a file is called a ZIP; Word files are ZIPs too, and reports."""
    return path.suffix.lower() == ".zip"


def unpack(path: Path, into: Path) -> list[str]:
    """Put the files of a ZIP into the folder `into`, in folders of plain names; safe to repeat.

    Gives a line for each file that was left out, or one for the ZIP that was not opened at all. What
    an operating system adds (hidden files) is passed over in silence.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            check_archive(archive, path.name)
            return list(_unpack(archive, path.name, into))
    except Unreadable as error:
        return [str(error)]
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError):
        return [f"{path.name}: the ZIP is damaged or of an unusual kind; hand in its files"]


def _unpack(archive: zipfile.ZipFile, name: str, into: Path) -> Iterator[str]:
    files = [entry for entry in archive.infolist() if not entry.is_dir() and not _hidden(entry)]
    if len(files) > MOST_FILES:
        yield f"{name}: holds {len(files)} files; the most is {MOST_FILES}: hand them in by parts"
        return
    common = _common_folder(files)
    given = name.partition("-")[0]
    for number, entry in enumerate(files, start=1):
        whole = _path(entry)
        why = _refused(entry, whole)
        if why:
            yield f"{name}, {plain(whole.name)}: {why}"
            continue
        folders = [plain(part) for part in whole.parts[len(common) : -1]]
        target = into.joinpath(*folders, f"{given}-{number:03d}-{plain(whole.name)}")
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as source, target.open("wb") as stream:
            shutil.copyfileobj(source, stream)


def _hidden(entry: zipfile.ZipInfo) -> bool:
    parts = _path(entry).parts
    return any(part == "__MACOSX" or (part[0] == "." and part != "..") for part in parts)


def _path(entry: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(entry.filename.replace("\\", "/"))


def _common_folder(files: list[zipfile.ZipInfo]) -> tuple[str, ...]:
    """Give the folder that holds everything: it tells nothing of which files belong together."""
    tops = {_path(entry).parts[:1] for entry in files}
    flat = any(len(_path(entry).parts) < 2 for entry in files)
    return next(iter(tops)) if len(tops) == 1 and not flat else ()


def _refused(entry: zipfile.ZipInfo, whole: PurePosixPath) -> str:
    """Give why a file of a ZIP is left out, or ""."""
    drive = bool(whole.parts) and whole.parts[0].endswith(":")
    if whole.is_absolute() or drive or ".." in whole.parts:
        return "its path leads out of the ZIP"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "it only points to another file"
    if whole.suffix.lower() == ".zip":
        return "a ZIP in a ZIP is not opened"
    return "larger than 200 MB" if entry.file_size > LARGEST else ""


def plain(name: str) -> str:
    """Give a file's name without folders or odd characters."""
    kept = [c if c.isalnum() or c in "._- " else "_" for c in Path(name).name]
    return "".join(kept)[-120:].lstrip(".") or "report"
