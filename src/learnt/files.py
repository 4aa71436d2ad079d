"""Which files of a folder are to be read, and the hash of one."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

TRUTH = "truth.json"
"""The true answer beside a fictional review."""

OWN_MARKS = (b'"schema": "learnt.', b'"schema":"learnt.')
OWN_CSV = b"\xef\xbb\xbfreview,title,kind,csp,"
HEAD = 4096


def find_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Give each file under `folder` in order of names, and why it is to be passed over, or "".

    Links to folders are not followed, so that no walk goes round.
    """
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where) / name
            yield path, reason_to_pass(path)


def reason_to_pass(path: Path) -> str:
    """Tell why a file found in a folder is not to be read, or give ""."""
    if path.name.startswith((".", "~$")):
        return "hidden file"
    if path.name == TRUTH or is_own_output(path):
        return "written by Learnt"
    return ""


def is_own_output(path: Path) -> bool:
    """Whether Learnt wrote the file: its JSON, JSON lines or CSV."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False  # reading it will say why it cannot be opened
    return head.startswith(OWN_CSV) or (
        head.lstrip()[:1] == b"{" and any(mark in head for mark in OWN_MARKS)
    )


def hash_of(path: Path) -> str:
    """Give the SHA-256 of a file's bytes (hexadecimal)."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
