"""`learnt library status`, `check`, `backup`, `restore`, `createuser`."""

from pathlib import Path

import click

from learnt.cli.library_ready import start_django
from learnt.errors import LearntError

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.pass_context
def status(context: click.Context) -> None:
    """Tell how many reviews there are in which state, and what waits for a person.

    \b
    Example:
      learnt library status
    """
    start_django(context)
    from learnt.web.keeping.status import lines

    for line in lines():
        click.echo(line)


@click.command()
@click.pass_context
def check(context: click.Context) -> None:
    """Look whether reports, seals, states and pages fit together; ends with 1 if not.

    \b
    Example:
      learnt library check
    """
    start_django(context)
    from learnt.web.keeping.check import faults

    found = 0
    for fault in faults():
        click.echo(fault, err=True)
        found += 1
    click.echo("All is well." if not found else f"{found} faults")
    context.exit(1 if found else 0)


@click.command()
@click.argument("file", type=FILE)
@click.pass_context
def backup(context: click.Context, file: Path) -> None:
    """Copy the whole library into FILE (.tar.gz), while it runs. FILE holds what is not public.

    \b
    Example:
      learnt library backup friday.tar.gz
    """
    start_django(context, any_age=True)
    from django.db import connection

    if connection.vendor != "sqlite":
        raise LearntError(
            "the store is PostgreSQL: copy it with pg_dump, and the folder of the library as files"
        )
    from learnt.web.curation.models import Backup
    from learnt.web.keeping.backup import make

    number = make(context.obj, file)
    Backup.objects.create(name=file.name, files=number)
    click.echo(f"{number} files are in {file}")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_context
def restore(context: click.Context, file: Path) -> None:
    """Make a library of a copy, in a new folder; nothing is overwritten.

    \b
    Example:
      learnt library --home restored restore friday.tar.gz
    """
    from learnt.web.keeping.backup import restore as put_back

    number = put_back(file, context.obj)
    click.echo(f"{number} files are in {context.obj}. Now run: learnt library init")


@click.command()
@click.argument("email")
@click.option(
    "--role",
    type=click.Choice(["reader", "editor", "publisher", "administrator"]),
    default="administrator",
    show_default=True,
)
@click.option("--partnership", default="", help="Its name or id; all if not given.")
@click.option("--password", prompt=True, hide_input=True, confirmation_prompt=True)
@click.pass_context
def createuser(
    context: click.Context, email: str, role: str, partnership: str, password: str
) -> None:
    """Make an account, with a password that is asked for.

    \b
    Example:
      learnt library createuser ann@example.org --role editor --partnership Norfolk
    """
    start_django(context)
    from learnt.web.accounts.making import make_user

    user = make_user(email, password, role, partnership)
    click.echo(f"{user.email} is {user.grants.get()}")
