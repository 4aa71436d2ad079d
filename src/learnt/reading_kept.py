"""Keeps what was read in a folder, so that a run that was cut short goes on where it stopped.

A document is kept under the hash of the file's bytes and the version of Learnt: another file or
another version is read anew. What is kept holds the whole text of a report.
"""

import os
from collections.abc import Callable
from pathlib import Path

import msgspec

from learnt.files import hash_of
from learnt.records import Document


def read_kept(
    path: Path, folder: Path, read: Callable[[Path], Document], version: str = ""
) -> Document:
    """Give the document of `path`: as it was kept in `folder`, else as `read` gives it, and keep it.

    `version` is that of the reader; what another version kept is not used. A kept file that is
    damaged counts as none. Raises what `read` raises.
    """
    kept = folder / f"{hash_of(path)}-{version}.msgpack"
    try:
        document = msgspec.msgpack.decode(kept.read_bytes(), type=Document)
    except (FileNotFoundError, msgspec.MsgspecError):
        document = read(path)
        _keep(document, kept)
    return msgspec.structs.replace(document, name=path.name)


def _keep(document: Document, target: Path) -> None:
    """Write a document whole, or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(f".{os.getpid()}.part")
    partial.write_bytes(msgspec.msgpack.encode(document))
    partial.replace(target)
