"""A copy of the library in one file, and a library out of a copy.

The file is a gzipped tar: the database (SQLite's own online copy, taken while the library runs), the
reports, the keys, and `backup.json` with the hash of each. It holds everything that is not public:
keep it as you keep the reports. With PostgreSQL, `pg_dump` copies the database; the rest is here.
"""

import hashlib
import io
import json
import sqlite3
import tarfile
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from learnt import __version__
from learnt.errors import LearntError

DATABASE = "library.sqlite3"
KEYS = ("secret-key", "seal-key")
TOLD = "backup.json"


class BadBackup(LearntError):
    """A file is no copy of a library, or is damaged."""


def make(home: Path, target: Path) -> int:
    """Write a copy of the library in `home` to `target`; gives the number of files in it.

    It is written beside and then moved, so that a copy is whole or not there.
    """
    partial = target.with_name(f".{target.name}.part")
    told: dict[str, str] = {}
    with tempfile.TemporaryDirectory(dir=home) as work, tarfile.open(partial, "w:gz") as tar:
        copy = _copy_of(home / DATABASE, Path(work) / DATABASE)
        for path, name in [(copy, DATABASE), *_others(home)]:
            told[name] = _hash(path.read_bytes())
            tar.add(path, name)
        about = {
            "learnt": __version__,
            "made": datetime.now(UTC).isoformat(timespec="seconds"),
            "files": told,
        }
        _add_text(tar, TOLD, json.dumps(about, indent=2))
    partial.chmod(0o600)
    partial.replace(target)
    return len(told)


def _copy_of(database: Path, target: Path) -> Path:
    with (
        closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
    return target


def _others(home: Path) -> list[tuple[Path, str]]:
    keys = [(home / name, name) for name in KEYS if (home / name).exists()]
    reports = home / "reports"
    files = sorted(p for p in reports.rglob("*") if p.is_file() and not p.name.startswith("."))
    return [*keys, *((path, path.relative_to(home).as_posix()) for path in files)]


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    body = text.encode()
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(body), 0o600
    tar.addfile(entry, io.BytesIO(body))


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def restore(source: Path, home: Path) -> int:
    """Make a library in the empty folder `home` of the copy `source`; gives the number of files.

    Every file's hash is checked before anything is put in place. Raises `BadBackup`.
    """
    if home.exists() and any(home.iterdir()):
        raise BadBackup(f"{home} is not empty: name a new folder for the restored library")
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as work:
        told = _unpack(source, Path(work))
        home.mkdir(mode=0o700, exist_ok=True)
        home.chmod(0o700)
        for name in told:
            target = home / name
            target.parent.mkdir(parents=True, exist_ok=True)
            (Path(work) / name).replace(target)
            target.chmod(0o600)
    return len(told)


def _unpack(source: Path, work: Path) -> dict[str, str]:
    try:
        with tarfile.open(source, "r:gz") as tar:
            tar.extractall(work, filter="data")
        told: dict[str, str] = json.loads((work / TOLD).read_text("utf-8"))["files"]
    except (tarfile.TarError, OSError, EOFError, ValueError, KeyError) as error:
        raise BadBackup(f"{source}: no copy of a library, or damaged ({error})") from error
    for name, wanted in told.items():
        path = work / name
        if not path.is_file() or _hash(path.read_bytes()) != wanted:
            raise BadBackup(f"{source}: {name} is missing or was changed; use another copy")
    return told
