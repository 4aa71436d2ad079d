"""What was found, as a table for people."""

import io
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from learnt.export.cells import SEPARATOR, plain
from learnt.export.flat import name_of, pages_of
from learnt.records import Review

LONGEST = 320
"""Letters of a recommendation that are shown; the other formats have it whole."""


def encode(reviews: Sequence[Review], width: int = 110) -> str:
    """Give the reviews as text of `width` columns."""
    stream = io.StringIO()
    console = Console(file=stream, width=width, highlight=False, emoji=False, markup=False)
    for review in reviews:
        print_review(review, console)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def print_review(review: Review, console: Console) -> None:
    """Print one review: what it says of itself, its recommendations, its doubts."""
    console.print(Text(plain(review.review.title or name_of(review)), style="bold"))
    console.print(Text(plain(about(review))))
    if review.recommendations:
        console.print(recommendation_table(review))
    for warning in review.warnings:
        console.print(Text(plain(f"! {warning.message}"), style="yellow"))
    console.print()


def about(review: Review) -> str:
    """Give the line under a review's title."""
    told = review.review
    parts = [
        told.kind.upper() if told.kind and told.kind != "other" else "",
        told.csp or "",
        f"death {told.year_of_death}" if told.year_of_death else "",
        f"published {told.published}" if told.published else "",
        f"{len(review.recommendations)} recommendations",
        f"{len(review.actions)} actions" if review.actions else "",
        f"{len(review.lessons)} lessons" if review.lessons else "",
        f"{len(review.unplaced)} passages not taken" if review.unplaced else "",
        f"from {name_of(review)}" if told.title else "",
    ]
    return " · ".join(part for part in parts if part)


def recommendation_table(review: Review) -> Table:
    """Give the recommendations as a table."""
    table = Table(show_lines=False, expand=True, row_styles=("", "dim"))
    table.add_column("Ref", no_wrap=True)
    table.add_column("Recommendation", ratio=5)
    table.add_column("Addressed to", ratio=2)
    table.add_column("Page", max_width=12)
    table.add_column("Sure", no_wrap=True, justify="right")
    for item in review.recommendations:
        text = item.text if len(item.text) <= LONGEST else item.text[: LONGEST - 1] + "…"
        bodies = SEPARATOR.join(body.printed for body in item.addressees)
        cells = (item.ref, text, bodies, pages_of(item.evidence), f"{item.confidence:.2f}")
        table.add_row(*(Text(plain(cell)) for cell in cells))
    return table
