"""`learnt library alerts`."""

import click

from learnt.cli.library_ready import start_django


@click.command()
@click.pass_context
def alerts(context: click.Context) -> None:
    """Send people what is new in the searches they asked to be told of; once a day is usual.

    Goes to the screen unless EMAIL_URL names a mail server. One that cannot be sent is tried again
    the next time; the command then ends with 1.

    \b
    Examples:
      learnt library alerts
      EMAIL_URL=smtp://mail.example.org:25 learnt library alerts
    """
    start_django(context)
    from learnt.web.feeds.alerts.sending import send_all

    sent = failed = 0
    for one in send_all():
        sent += bool(one.entries)
        failed += bool(one.trouble)
        if one.trouble:
            click.echo(f"alert {one.alert.pk}: not sent: {one.trouble}", err=True)
    click.echo(f"{sent} sent, {failed} failed")
    context.exit(1 if failed else 0)
