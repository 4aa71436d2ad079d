"""Puts a register that was handed in where it can be read: as it is, or out of a zip."""

import zipfile
from pathlib import Path, PurePosixPath
from typing import IO

from learnt.errors import Unreadable

MOST = 200_000_000
"""Bytes that a zip may hold when unpacked."""
MOST_FILES = 50
KEPT = (".csv", ".json")


def unpack(name: str, body: IO[bytes], folder: Path) -> Path:
    """Put the file `name` into `folder`, a zip unpacked; gives what to read.

    Of a zip only tables and `datapackage.json` are taken, each under its own name without folders.
    Raises `Unreadable`.
    """
    plain = PurePosixPath(name.replace("\\", "/")).name or "register"
    if not plain.casefold().endswith(".zip"):
        path = folder / plain
        path.write_bytes(body.read())
        if path.suffix.casefold() == ".xlsx" and not zipfile.is_zipfile(path):
            raise Unreadable(plain, "damaged", "it cannot be opened as a workbook")
        return path
    inside = folder / "register"
    inside.mkdir()
    try:
        with zipfile.ZipFile(body) as packed:
            _take(plain, packed, inside)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise Unreadable(plain, "damaged", "it is not a zip that can be opened") from error
    return inside


def _take(name: str, packed: zipfile.ZipFile, folder: Path) -> None:
    wanted = [one for one in packed.infolist() if not one.is_dir() and _is_table(one.filename)]
    if len(wanted) > MOST_FILES or sum(one.file_size for one in wanted) > MOST:
        raise Unreadable(name, "too-large", "it holds more than a register does")
    for one in wanted:
        path = folder / PurePosixPath(one.filename).name
        if path.exists():
            raise Unreadable(name, "damaged", f"it holds {path.name} twice")
        with packed.open(one) as body:
            path.write_bytes(body.read(one.file_size))


def _is_table(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__")) for part in path.parts)
    return path.suffix.casefold() in KEPT and not hidden
