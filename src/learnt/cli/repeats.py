"""`learnt repeats`: what was recommended more than once."""

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from learnt.cli.reviews import load_reviews
from learnt.cli.similar import describe, place_of, shown
from learnt.export.cells import SEPARATOR, plain

if TYPE_CHECKING:
    from learnt.link import Repeat

COLUMNS = ("group", "score", "words", "id", "ref", "review", "csp", "year", "addressees", "text")


@click.command(context_settings={"show_default": True})
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.option("--quiet", is_flag=True, help="No progress bar.")
def repeats(paths: tuple[str, ...], form: str, quiet: bool) -> None:
    """Group the recommendations of several reviews that ask the same thing in other words.

    PATH is a document, a folder, a file that `learnt extract` wrote as JSON or JSON lines, or - for
    standard input. Recommendations of one review are not held against each other. The surest group
    comes first; its score is the mean probability of its pairs, its words are those that they share.

    \b
    Examples:
      learnt repeats reviews.jsonl
      learnt repeats norfolk-2023.pdf norfolk-2025.pdf --format json
      learnt extract reports | learnt repeats - --format csv > repeats.csv
    """
    from learnt.link import find_repeats, make_entries

    found = find_repeats(make_entries(load_reviews(paths, quiet=quiet)))
    {"table": write_table, "json": write_json, "csv": write_csv}[form](found)


def write_table(found: Sequence["Repeat"]) -> None:
    """Print each group: its score and shared words, then its recommendations, the oldest first."""
    if not found:
        click.echo("no recommendation repeats another")
    for number, one in enumerate(found, start=1):
        click.echo(plain(f"{number}  {one.score:.2f}  {'; '.join(one.words)}"))
        for entry in one.entries:
            click.echo(plain(f"   {place_of(entry)}"))
            click.echo(plain(f"      {shown(entry.text)}"))
        click.echo("")


def write_json(found: Sequence["Repeat"]) -> None:
    """Print a list with an object a group."""
    import msgspec

    objects = [
        {
            "score": one.score,
            "words": one.words,
            "recommendations": [{**describe(entry), "text": entry.text} for entry in one.entries],
        }
        for one in found
    ]
    click.echo(msgspec.json.format(msgspec.json.encode(objects), indent=2).decode())


def write_csv(found: Sequence["Repeat"]) -> None:
    """Print a row a recommendation, with the number of its group."""
    from learnt.export.as_csv import harmless

    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for number, one in enumerate(found, start=1):
        for entry in one.entries:
            told = describe(entry)
            cells = [told[name] for name in ("id", "ref", "review", "csp", "year")]
            bodies = SEPARATOR.join(addressee.printed for addressee in entry.addressees)
            row = [number, one.score, SEPARATOR.join(one.words), *cells, bodies, entry.text]
            writer.writerow([harmless(c) if isinstance(c, str) else c for c in row])
    click.echo(stream.getvalue().encode("utf-8-sig"), nl=False)
