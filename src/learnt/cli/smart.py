"""`learnt smart`: can the recommendations be acted on as written."""

import click

from learnt.cli.reviews import load_reviews
from learnt.export.cells import plain
from learnt.records import Recommendation, Review, Smart

CRITERIA = ("owner", "action", "measure", "time")


@click.command(context_settings={"show_default": True})
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.option("--quiet", is_flag=True, help="No progress bar.")
def smart(paths: tuple[str, ...], form: str, quiet: bool) -> None:
    """Say of each recommendation whether it names owner, action, measure and time, and why.

    PATH is a document, a folder of documents, a file that `learnt extract` wrote as JSON or JSON
    lines, or - for standard input. The table gives each criterion a yes or no, then what is
    missing; JSON and CSV give the words that meet it too.

    \b
    Examples:
      learnt smart overview-report.pdf
      learnt extract reports --format jsonl | learnt smart - --format csv > smart.csv
    """
    from learnt.theme.smart import assess_review

    reviews = [assess_review(review) for review in load_reviews(paths, quiet=quiet)]
    writers = {"table": write_table, "json": write_json, "csv": write_csv}
    writers[form](reviews)


def rated(reviews: list[Review]) -> list[tuple[Review, Recommendation, Smart]]:
    """Give each recommendation that was assessed, with its review and what was found."""
    return [
        (review, item, item.smart)
        for review in reviews
        for item in review.recommendations
        if isinstance(item.smart, Smart)
    ]


def write_table(reviews: list[Review]) -> None:
    """Print a line a recommendation and the totals."""
    rows = rated(reviews)
    for review in reviews:
        click.echo(plain(review.review.title or review.documents[0].name))
        for _, item, found in (row for row in rows if row[0] is review):
            marks = "  ".join(
                f"{name} {'yes' if met(found, name) else 'no ':3}" for name in CRITERIA
            )
            missing = "; ".join(why(found, name) for name in CRITERIA if not met(found, name))
            click.echo(plain(f"  {item.ref or item.id:>8}  {marks}  {missing}".rstrip()))
    for name in CRITERIA:
        click.echo(f"{name}: met by {sum(met(row[2], name) for row in rows)} of {len(rows)}")


def write_json(reviews: list[Review]) -> None:
    """Print a list with an object a recommendation."""
    import msgspec

    objects = [
        {"id": item.id, "ref": item.ref, "text": item.text, "smart": found}
        for _, item, found in rated(reviews)
    ]
    click.echo(msgspec.json.format(msgspec.json.encode(objects), indent=2).decode())


def write_csv(reviews: list[Review]) -> None:
    """Print a row a recommendation: each criterion met or not, and why."""
    import csv
    import io

    from learnt.export.as_csv import harmless

    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    head = [column for name in CRITERIA for column in (name, f"{name}_why")]
    writer.writerow(["id", "ref", *head, "text"])
    for _, item, found in rated(reviews):
        cells = [c for name in CRITERIA for c in (str(met(found, name)).upper(), why(found, name))]
        writer.writerow([harmless(cell) for cell in (item.id, item.ref, *cells, item.text)])
    click.echo(stream.getvalue().encode("utf-8-sig"), nl=False)


def met(found: Smart, name: str) -> bool:
    """Whether the criterion `name` is met."""
    return bool(getattr(found, name).met)


def why(found: Smart, name: str) -> str:
    """Give the words that meet the criterion `name`, or what is missing."""
    return str(getattr(found, name).why)
