"""`learnt library search`, `rebuild-index`."""

import sys

import click

from learnt.cli.library_ready import start_django

WIDTH = 400
"""Letters of a recommendation that are shown; JSON has it whole."""


@click.command()
@click.argument("words")
@click.option("--reviews", is_flag=True, help="Find reviews, not recommendations.")
@click.option(
    "--filter",
    "filters",
    multiple=True,
    metavar="NAME=VALUE",
    help="As in the address of the search page, such as region=wales; several narrow further.",
)
@click.option("--sort", type=click.Choice(["relevance", "date"]), default="relevance")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_context
def search(
    context: click.Context,
    words: str,
    reviews: bool,
    filters: tuple[str, ...],
    sort: str,
    limit: int,
    form: str,
) -> None:
    """Search the published reviews, as the search page does; ends with 1 where nothing is found.

    \b
    Examples:
      learnt library search "call handlers"
      learnt library search '"risk assessment" training -housing' --filter region=wales
      learnt library search "are surgeries told about violence?" --format json
    """
    start_django(context)
    from learnt.web.catalogue.search.asked import read_pairs
    from learnt.web.catalogue.search.download import as_json
    from learnt.web.catalogue.search.facets import NAMES
    from learnt.web.catalogue.search.find import search as find
    from learnt.web.catalogue.search.printing import as_text

    pairs = [("q", words), ("sort", sort), ("show", "reviews" if reviews else "")]
    for one in filters:
        name, _, value = one.partition("=")
        if name not in NAMES or not value:
            raise click.BadParameter(f"{one}: not a filter; there are {', '.join(sorted(NAMES))}")
        pairs.append((name, value))
    found = find(read_pairs(pairs))
    click.echo(as_json(found, limit) if form == "json" else as_text(found, limit, WIDTH))
    context.exit(0 if found.total else 1)


@click.command("rebuild-index")
@click.option("--repeats/--no-repeats", default=True, help="Compare all recommendations anew, too.")
@click.pass_context
def rebuild_index(context: click.Context, repeats: bool) -> None:
    """Index all published reviews from the beginning, and find anew what was said again.

    \b
    Example:
      learnt library rebuild-index
    """
    start_django(context)
    from learnt.web.catalogue.models import RepeatGroup
    from learnt.web.catalogue.search.index import rebuild
    from learnt.web.curation.publishing import after_many

    def tell(done: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{done} reviews", nl=False, err=True)

    done = rebuild(tell)
    if sys.stderr.isatty():
        click.echo("\r", nl=False, err=True)
    click.echo(f"{done} review{'' if done == 1 else 's'} indexed")
    if repeats:
        after_many()
        groups = RepeatGroup.objects.count()
        click.echo(f"{groups} thing{'' if groups == 1 else 's'} said again")
