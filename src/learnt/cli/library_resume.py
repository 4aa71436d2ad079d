"""`learnt library resume`."""

import click

from learnt.cli.library_ready import start_django


@click.command()
@click.option("--automatic", is_flag=True, hidden=True)
@click.pass_context
def resume(context: click.Context, automatic: bool) -> None:
    """Go on with what was cut short: uploads not read to the end, the comparison of repeats.

    Safe to repeat and to interrupt. The server does it when it starts and when one of its processes
    ends; an upload that has stopped three times is then left for a person to ask for.

    \b
    Example:
      learnt library resume
    """
    start_django(context)
    from learnt.web.catalogue.refreshing import refresh_when_due
    from learnt.web.curation import uploads

    uploads.sweep()
    done = 0
    for upload in uploads.stopped():
        if automatic and upload.tries >= uploads.MOST_TRIES:
            continue
        done += uploads.read(upload.pk)
    rounds = refresh_when_due()
    click.echo(
        f"{done} upload{'' if done == 1 else 's'} read to the end; "
        f"what was said again {'is compared anew' if rounds else 'was not due'}"
    )
