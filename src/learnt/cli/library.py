"""`learnt library`: the library of reviews, its store and its server."""

import os
from pathlib import Path

import click

from learnt.cli.library_alerts import alerts
from learnt.cli.library_export import export
from learnt.cli.library_import import import_
from learnt.cli.library_keeping import backup, check, createuser, restore, status
from learnt.cli.library_ready import start_django
from learnt.cli.library_resume import resume
from learnt.cli.library_search import rebuild_index, search
from learnt.cli.progress import show_progress


@click.group()
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="LEARNT_HOME",
    default=Path("library"),
    show_default=True,
    help="The folder of the library: database, reports, keys.",
)
@click.pass_context
def library(context: click.Context, home: Path) -> None:
    """Keep reviews, correct what was found, publish, search and serve.

    \b
    Examples:
      learnt library init
      learnt library add reports/
      learnt library publish --all
      learnt library serve
      learnt library backup friday.tar.gz
    """
    context.obj = home.absolute()


@library.command()
@click.pass_context
def init(context: click.Context) -> None:
    """Make the library, or bring an older one up to date. Safe to repeat.

    \b
    Example:
      learnt library --home /srv/learnt init
    """
    start_django(context, fresh=True)
    from django.core.management import call_command

    from learnt.web.build_assets import NoAssets
    from learnt.web.build_assets import main as build_assets

    try:
        build_assets()
    except NoAssets as error:
        click.echo(f"{error}. The library works without, and looks plain.", err=True)
    call_command("migrate", verbosity=0, interactive=False)
    collect()
    click.echo(f"The library in {context.obj} is ready.")


def collect() -> None:
    """Collect styles and scripts, compressed, under names that change with them."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import override_settings

    hashed = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    storages = settings.STORAGES | {"staticfiles": {"BACKEND": hashed}}
    with override_settings(STORAGES=storages):
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)


@library.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--one-review", is_flag=True, help="All files of a folder are one review.")
@click.option("--again", is_flag=True, help="Read known files again; decisions stay.")
@click.pass_context
def add(context: click.Context, paths: tuple[Path, ...], one_review: bool, again: bool) -> None:
    """Read documents and store what they hold. Safe to repeat and to interrupt.

    \b
    Examples:
      learnt library add reports/
      learnt library add case-12/ --one-review --again
    """
    start_django(context)
    from learnt.web.curation.intake import Taken, take_in

    taken = Taken()
    with show_progress(quiet=False) as progress:
        for state in take_in(paths, one_review=one_review, again=again, progress=progress):
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
    """Publish reviews through the gate; what may still name somebody is held, with the reason.

    \b
    Examples:
      learnt library publish --all
      learnt library publish fallowmere-2030-ab12cd
    """
    if not slugs and not every:
        raise click.UsageError("name the reviews, or use --all")
    start_django(context)
    from learnt.web.curation import publishing
    from learnt.web.curation.models import Intake

    chosen = Intake.objects.exclude(state="withdrawn").order_by("id")
    if not every:
        chosen = chosen.filter(slug__in=slugs)
        for slug in sorted(set(slugs) - set(chosen.values_list("slug", flat=True))):
            click.echo(f"{slug}: no such review, or it was withdrawn", err=True)
    held = total = 0
    for intake in chosen:
        outcome = publishing.publish(intake)
        total += 1
        held += not outcome.published
        for reason in outcome.reasons:
            click.echo(f"{intake.slug}: held: {reason}", err=True)
    publishing.after_many()
    click.echo(f"{total - held} published, {held} held")
    context.exit(1 if held or (slugs and total < len(set(slugs))) else 0)


@library.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port.")
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True)
@click.pass_context
def serve(context: click.Context, address: str, workers: int) -> None:
    """Serve the library until stopped with Ctrl-C.

    On this machine as it is; for others to reach it, see docs/library.md (LEARNT_ENV=production,
    behind a server that speaks HTTPS).

    \b
    Example:
      learnt library serve --address 127.0.0.1:8000
    """
    os.environ.setdefault("LEARNT_SITE_ADDRESS", f"http://{address}")
    start_django(context)
    from learnt.web.serving import run

    click.echo(f"The library is at http://{address}/ (Ctrl-C stops it)")
    run(address, workers)


for command in (
    status,
    check,
    backup,
    restore,
    createuser,
    resume,
    search,
    rebuild_index,
    export,
    import_,
    alerts,
):
    library.add_command(command)
