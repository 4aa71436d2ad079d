"""What a run ends with, on standard error."""

import click

from learnt.export.cells import plain
from learnt.pipeline import Batch

SHOWN = 20


def print_summary(batch: Batch, quiet: bool = False) -> None:
    """Print a line for each file that failed, and one line of totals."""
    for trouble in batch.failures:
        click.echo(plain(f"failed: {trouble.name}: {trouble.message}"), err=True)
    if quiet:
        return
    skipped = [trouble for trouble in batch.troubles if trouble.skipped]
    for trouble in skipped[:SHOWN]:
        click.echo(plain(f"skipped: {trouble.name}: {trouble.message}"), err=True)
    if len(skipped) > SHOWN:
        click.echo(f"skipped: {len(skipped) - SHOWN} more", err=True)
    click.echo(totals(batch), err=True)


def totals(batch: Batch) -> str:
    """Give the line of totals."""
    reviews = batch.reviews
    doubts = sum(len(review.unplaced) + len(review.warnings) for review in reviews)
    counts = (
        ("file", batch.files),
        ("review", len(reviews)),
        ("recommendation", sum(len(review.recommendations) for review in reviews)),
        ("doubt", doubts),
        ("failure", len(batch.failures)),
    )
    return ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for name, number in counts)
