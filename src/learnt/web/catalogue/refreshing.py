"""Lets what was said again follow a publication: at once in a small library, else in the background.

Comparing tens of thousands of recommendations takes a minute or two, too long for a page to wait. A
process of its own does it then, one at a time; what comes meanwhile is compared in the next round.
Until then the groups count what they hold, and a new review stands in none (`repeats.settle`).
"""

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from learnt.web.catalogue.models import Recommendation
from learnt.web.catalogue.repeats import refresh_repeats

AT_ONCE = 1_000
"""Up to so many recommendations are compared while the page waits: a second or two."""
_running: list["subprocess.Popen[bytes]"] = []


def refresh_soon() -> None:
    """See to it that all published recommendations are compared, now or soon."""
    if Recommendation.objects.count() <= AT_ONCE:
        refresh_repeats()
        return
    due = _due()
    due.parent.mkdir(parents=True, exist_ok=True)
    due.touch()
    command = [sys.executable, "-m", "learnt", "library", "--home", str(settings.HOME)]
    _running[:] = [one for one in _running if one.poll() is None]
    _running.append(
        subprocess.Popen(
            [*command, "rebuild-index", "--when-due"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
    )


def refresh_when_due() -> int:
    """Compare all recommendations if somebody asked for it, until nobody does; gives how often."""
    rounds = 0
    while _due().exists():
        with _alone() as alone:
            if not alone:
                return rounds  # whoever is at it looks once more at the end
            _due().unlink(missing_ok=True)
            refresh_repeats()
            rounds += 1
    return rounds


def _due() -> Path:
    return Path(settings.MEDIA_ROOT).parent / "repeats-due"


@contextmanager
def _alone() -> Iterator[bool]:
    """Give whether no other process compares; it is so until the caller is done, or killed."""
    with _due().with_suffix(".lock").open("w") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
