"""A progress bar on standard error, only where a person looks at it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from learnt.pipeline import Progress

WORDS = {"read": "Reading", "extract": "Extracting"}


@contextmanager
def show_progress(quiet: bool) -> Iterator[Progress]:
    """Give a function that is told the progress; it does nothing where nobody looks."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    tasks: dict[str, TaskID] = {}
    with Bars(console=Console(stderr=True), transient=True) as bars:

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(WORDS[stage], total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield tell
