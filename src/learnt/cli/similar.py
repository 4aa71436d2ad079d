"""`learnt similar`: has this been recommended before?"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from learnt.cli.reviews import load_reviews
from learnt.export.cells import plain

if TYPE_CHECKING:
    from learnt.link import Entry, Similar


LONGEST, OPENING = 320, 120
"""Letters of a recommendation that the table shows, and of its opening; JSON has it whole."""


@click.command(context_settings={"show_default": True})
@click.argument("words")
@click.argument("more", metavar="", nargs=-1)
@click.option("-k", type=click.IntRange(1, 1000), default=5, help="Answers at most.")
@click.option("--in", "paths", metavar="PATH...", multiple=True, help="Where to look.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--quiet", is_flag=True, help="No progress bar.")
def similar(
    words: str, more: tuple[str, ...], k: int, paths: tuple[str, ...], form: str, quiet: bool
) -> None:
    """Find the recommendations nearest to WORDS: "has this been recommended before?"

    WORDS is a question or a draft in any words, the id of a recommendation among those searched
    (its neighbours are given), or - to read it from standard input. PATH is a document, a folder,
    or a file that `learnt extract` wrote as JSON or JSON lines. The score is the share of what was
    asked that the recommendation holds, from 0 to 1; under it stand the words that answer each other.

    \b
    Examples:
      learnt similar "do family doctors ask about abuse?" --in reviews.jsonl
      learnt similar "train call handlers in stalking" -k 10 --in reports reviews.jsonl --format json
      learnt similar e693f0ef4f-r12 --in reviews.jsonl
    """
    from learnt.link import WordIndex, find_similar, make_entries

    where = [*paths, *more]
    if not paths:
        raise click.UsageError("say where to look: --in PATH")
    if words == "-":
        if "-" in where:
            raise click.UsageError("standard input can be read once")
        words = sys.stdin.read()
    if not words.strip():
        raise click.UsageError("no words to look for")
    entries = make_entries(load_reviews(where, quiet=quiet))
    found = find_similar(words.strip(), WordIndex.of(entries), k)
    (write_json if form == "json" else write_table)(found)


def write_table(found: Sequence["Similar"]) -> None:
    """Print each answer with its score, where it stands, and the words that matched."""
    if not found:
        click.echo("nothing like it was found")
    for one in found:
        click.echo(plain(f"{one.score:.2f}  {place_of(one.entry)}"))
        click.echo(plain(f"      {shown(one.entry.text)}"))
        told = "; ".join(
            word.asked if word.asked == word.found else f"{word.asked} = {word.found}"
            for word in one.words
        )
        click.echo(plain(f"      {told}\n"))


def write_json(found: Sequence["Similar"]) -> None:
    """Print a list with an object an answer."""
    import msgspec

    objects = [
        {**describe(one.entry), "score": one.score, "words": one.words, "text": one.entry.text}
        for one in found
    ]
    click.echo(msgspec.json.format(msgspec.json.encode(objects), indent=2).decode())


def describe(entry: "Entry") -> dict[str, object]:
    """Give what tells an entry from others, as JSON holds it."""
    return {
        "id": entry.id,
        "ref": entry.ref,
        "review": entry.review,
        "csp": entry.area or None,
        "year": entry.year,
        "addressees": [addressee.printed for addressee in entry.addressees],
    }


def shown(text: str) -> str:
    """Give a text on one line, its middle left out where it is long: the ask may open or close it."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:OPENING]} … {line[OPENING - LONGEST :]}"


def place_of(entry: "Entry") -> str:
    """Give where an entry stands: its reference or id, area, year and addressees."""
    parts = [entry.ref or entry.id, entry.area, str(entry.year or ""), entry.addressed_to]
    return " · ".join(part for part in parts if part)
