"""Work that goes on apart from a page: in a process of its own, and by one process at a time."""

import fcntl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

TRIES, PAUSE = 5, 0.02
"""How often a lock is asked for, and the seconds between: whoever only looks holds it for an instant."""
_running: list["subprocess.Popen[bytes]"] = []


def start_process(*arguments: str) -> None:
    """Start `learnt library` with `arguments` for this library; it outlives the server's processes."""
    command = [sys.executable, "-m", "learnt", "library", "--home", str(settings.HOME)]
    _running[:] = [one for one in _running if one.poll() is None]
    _running.append(
        subprocess.Popen(
            [*command, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
    )


@contextmanager
def alone(lock: Path, *, wait: bool = False) -> Iterator[bool]:
    """Give whether nobody else holds the lock; it is held until the caller is done, or killed.

    With `wait` it is waited for, as long as it takes.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as stream:
        yield _take(stream.fileno(), wait)


def is_held(lock: Path) -> bool:
    """Whether somebody is at the work that the lock stands for."""
    if not lock.exists():
        return False
    with lock.open("a") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _take(number: int, wait: bool) -> bool:
    if wait:
        fcntl.flock(number, fcntl.LOCK_EX)
        return True
    for _ in range(TRIES):
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(PAUSE)
        else:
            return True
    return False
