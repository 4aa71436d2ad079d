"""A folder for what a command needs only while it runs."""

import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

LARGEST_STDIN = 300_000_000


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a folder where all temporary files go, and remove it with them, also after Ctrl-C."""
    before, folder = tempfile.tempdir, tempfile.mkdtemp(prefix="learnt-run-")
    ended = signal.signal(signal.SIGTERM, _stop)
    tempfile.tempdir = folder
    try:
        yield Path(folder)
    finally:
        tempfile.tempdir = before
        signal.signal(signal.SIGTERM, ended)
        shutil.rmtree(folder, ignore_errors=True)


def _stop(*_: object) -> NoReturn:
    """Treat a request to end as Ctrl-C."""
    raise KeyboardInterrupt


def keep_stdin(folder: Path) -> Path:
    """Write standard input to a file in `folder`, since a reader needs to go back and forth."""
    path = folder / "stdin"
    with path.open("wb") as file:
        left = LARGEST_STDIN
        while chunk := sys.stdin.buffer.read(min(1 << 20, left + 1)):
            left -= len(chunk)
            if left < 0:
                raise click.UsageError(f"standard input holds more than {LARGEST_STDIN:,} bytes")
            file.write(chunk)
    return path
