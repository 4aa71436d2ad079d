"""Opens a file to be read, if it is one, and not a larger one than is wanted."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from learnt.errors import Unreadable
from learnt.read.limits import Limits


def open_checked(path: Path, limits: Limits) -> BinaryIO:
    """Open a regular file of fair size; raises `Unreadable` for anything else.

    Looks before it opens and again at what was opened: a pipe would wait for ever.
    """
    try:
        _check_kind(path, path.stat(), limits)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        file = os.fdopen(os.open(path, flags), "rb")
    except FileNotFoundError:
        raise Unreadable(path.name, "missing", "there is no such file; check the path") from None
    except PermissionError:
        advice = "you may not open this file; ask its owner for the right to read it"
        raise Unreadable(path.name, "missing", advice) from None
    except (OSError, ValueError) as error:  # a path too long, a loop of links, a NUL in a name
        advice = f"it cannot be opened ({one_line(str(error))}); check the path"
        raise Unreadable(path.name, "missing", advice) from None
    try:
        _check_kind(path, os.fstat(file.fileno()), limits)
    except Unreadable:
        file.close()
        raise
    return file


def _check_kind(path: Path, status: os.stat_result, limits: Limits) -> None:
    name = path.name or str(path)
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable(name, "unsupported", "this is a folder; give the files in it")
    if not stat.S_ISREG(status.st_mode):
        advice = "this is a pipe, socket or device, not a file; save its content to a file first"
        raise Unreadable(name, "unsupported", advice)
    if status.st_size == 0:
        raise Unreadable(name, "empty", "the file is empty; get it again from where it came")
    if status.st_size > limits.max_bytes:
        size, most = status.st_size / 1e6, limits.max_bytes / 1e6
        advice = (
            f"{size:,.0f} MB is more than the limit of {most:,.0f} MB; raise it or split the file"
        )
        raise Unreadable(name, "too-large", advice)


def one_line(text: str) -> str:
    """Give a library's message as one short line."""
    return " ".join(text.split())[:200]
