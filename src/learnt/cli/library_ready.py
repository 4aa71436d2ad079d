"""Makes Django ready for the commands that work on a library."""

import os

import click

from learnt.errors import LearntError


def start_django(context: click.Context, *, fresh: bool = False) -> None:
    """Make Django ready with the library in `context.obj`; `fresh` allows one that is not made yet."""
    home = context.obj
    by_address = bool(os.environ.get("DATABASE_URL"))
    if not fresh and not by_address and not (home / "library.sqlite3").exists():
        raise LearntError(f"there is no library in {home}: make one with `learnt library init`")
    try:
        import django
    except ImportError as error:
        raise LearntError("the library needs its extra: pip install 'learnt[web]'") from error
    os.environ["LEARNT_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "learnt.web.settings")
    django.setup()
