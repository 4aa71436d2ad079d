"""`learnt library`: the library of reviews, its store and its server."""

import os
from pathlib import Path

import click


def start_django(home: Path | None = None) -> None:
    """Make Django ready, with the library in `home`."""
    import django

    if home is not None:
        os.environ["LEARNT_HOME"] = str(home.absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "learnt.web.settings")
    django.setup()


@click.group()
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="LEARNT_HOME",
    default=Path("library"),
    show_default=True,
    help="The folder of the library: database, reports, keys.",
)
def library(home: Path) -> None:
    """Keep reviews, correct what was found, publish, search and serve.

    \b
    Examples:
      learnt library init
      learnt library add reports/
      learnt library publish --all
      learnt library serve
    """
    start_django(home)


@library.command()
def init() -> None:
    """Make the library, or bring an older one up to date. Safe to repeat."""
    from django.core.management import call_command

    from learnt.web.build_assets import main as build_assets

    build_assets()
    call_command("migrate", verbosity=0, interactive=False)
    click.echo("The library is ready.")


@library.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--one-review", is_flag=True, help="All files of a folder are one review.")
@click.option(
    "--again", is_flag=True, help="Read files again that the library has; decisions stay."
)
@click.pass_context
def add(context: click.Context, paths: tuple[Path, ...], one_review: bool, again: bool) -> None:
    """Read documents and store what they hold. Safe to repeat and to interrupt."""
    from learnt.web.curation.intake import Taken, take_in

    taken = Taken()
    for state in take_in(paths, one_review=one_review, again=again):
        taken = state
    click.echo(
        f"{len(taken.new)} new, {len(taken.renewed)} read again, {len(taken.known)} files known"
    )
    for trouble in taken.troubles:
        click.echo(trouble, err=True)
    context.exit(1 if taken.troubles else 0)


@library.command()
@click.argument("slugs", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every review that is not withdrawn.")
@click.pass_context
def publish(context: click.Context, slugs: tuple[str, ...], every: bool) -> None:
    """Publish reviews through the gate; what may still name somebody is held, with the reason."""
    from learnt.web.curation import publishing
    from learnt.web.curation.models import Intake

    chosen = (
        Intake.objects.exclude(state="withdrawn")
        if every
        else Intake.objects.filter(slug__in=slugs)
    )
    held = 0
    for intake in chosen.order_by("id"):
        outcome = publishing.publish(intake)
        held += not outcome.published
        for reason in outcome.reasons:
            click.echo(f"{intake.slug}: held: {reason}", err=True)
    click.echo(f"{len(chosen) - held} published, {held} held")
    context.exit(1 if held else 0)


@library.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port.")
def serve(address: str) -> None:
    """Serve the library on this machine until stopped with Ctrl-C."""
    from django.core.management import call_command

    click.echo(f"The library is at http://{address}/ (stop it with Ctrl-C)")
    call_command("runserver", address, use_reloader=False, verbosity=0)
