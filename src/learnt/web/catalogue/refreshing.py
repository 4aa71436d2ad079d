"""Lets what was said again follow a publication: at once in a small library, else in the background.

Comparing tens of thousands of recommendations takes a minute or two, too long for a page to wait. A
process of its own does it then, one at a time; what comes meanwhile is compared in the next round.
Until then the groups count what they hold, and a new review stands in none (`repeats.settle`).

Two marks in the library's folder tell what is to be done: `repeats-due`, that something changed since
the comparison began, and `repeats-begun`, that one began and has not ended. Whoever is killed leaves
the second behind, and the next one takes it up (`learnt library resume`, the start of the server).

All is compared each time. Comparing only the groups that a change touches would not give the same: how
much a word weighs depends on how many recommendations of the library hold it, and how near two are on
which others are nearer (`learnt.link.pairs`), so that one review more moves every score.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from learnt.web.apart import alone, is_held, start_process
from learnt.web.catalogue.models import Recommendation
from learnt.web.catalogue.repeats import refresh_repeats

AT_ONCE = 1_000
"""Up to so many recommendations are compared while the page waits: a second or two."""


@dataclass(frozen=True, slots=True)
class Comparing:
    """How far comparing is: whether somebody is at it, since when it is due, and when it last ended."""

    at_work: bool
    due: datetime | None
    ended: datetime | None


def mark_due() -> None:
    """Note that something was published which has not been compared."""
    due = _mark("due")
    due.parent.mkdir(parents=True, exist_ok=True)
    due.touch()


def refresh_soon() -> None:
    """See to it that all published recommendations are compared, now or soon."""
    mark_due()
    if Recommendation.objects.count() <= AT_ONCE:
        refresh_when_due()
    else:
        start_process("resume", "--automatic")


def refresh_when_due(*, wait: bool = False) -> int:
    """Compare all recommendations while something is due; gives how often.

    Where another process is at it, that one looks once more at its end; with `wait` its end is
    waited for.
    """
    rounds = 0
    due, begun = _mark("due"), _mark("begun")
    while due.exists() or begun.exists():
        with alone(_mark("lock"), wait=wait) as mine:
            if not mine:
                return rounds
            if due.exists():
                due.replace(begun)
            if begun.exists():
                refresh_repeats()
                begun.rename(_mark("ended"))
                _mark("ended").touch()
                rounds += 1
    return rounds


def comparing() -> Comparing:
    """Give how far the comparison is."""
    marks = [time for time in (_time("due"), _time("begun")) if time]
    return Comparing(is_held(_mark("lock")), min(marks, default=None), _time("ended"))


def _mark(name: str) -> Path:
    return Path(settings.MEDIA_ROOT).parent / f"repeats-{name}"


def _time(name: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(_mark(name).stat().st_mtime, UTC)
    except FileNotFoundError:
        return None
