"""Makes Django ready for the commands that work on a library."""

import os

import click

from learnt.errors import LearntError


def start_django(context: click.Context, *, fresh: bool = False, any_age: bool = False) -> None:
    """Make Django ready with the library in `context.obj`; `fresh` allows one that is not made yet.

    With `any_age` the database is not looked at: a copy can be made of an older one too.
    Raises `LearntError` where there is no library, the settings are not safe, its database cannot be
    reached, or an older version made it.
    """
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
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise LearntError(f"the settings do not do: {error}") from error
    if not any_age:
        _look_at_database(fresh)


def _look_at_database(fresh: bool) -> None:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        steps = MigrationExecutor(connection)
        behind = steps.migration_plan(steps.loader.graph.leaf_nodes())
    except DatabaseError as error:
        told = str(error).strip().partition("\n")[0]
        raise LearntError(f"the library's database cannot be used: {told}") from error
    if behind and not fresh:
        raise LearntError(
            "the library was made by an older version: bring it up to date with `learnt library init`"
        )
