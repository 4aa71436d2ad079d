"""`learnt fictional`: fictional reviews to try Learnt on."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click


def split(_: click.Context, __: click.Parameter, value: str) -> list[str]:
    """Give the parts of a value that holds several, between commas."""
    return [part.strip() for part in value.split(",") if part.strip()]


@click.command(context_settings={"show_default": True})
@click.option("--reviews", type=click.IntRange(1, 100_000), default=3, help="How many.")
@click.option("--seed", type=int, default=1, help="The same seed writes the same reviews.")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("fictional"),
    help="The folder to write to.",
)
@click.option(
    "--formats",
    callback=split,
    default="",
    show_default="all that this machine can write",
    metavar="NAME,...",
    help="File formats.",
)
@click.option(
    "--layouts",
    callback=split,
    default="",
    show_default="all in turn",
    metavar="NAME,...",
    help="Ways of setting out a review.",
)
@click.option(
    "--register",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write a case register of the same cases into this folder, as CSV.",
)
def fictional(
    reviews: int,
    seed: int,
    output: Path,
    formats: list[str],
    layouts: list[str],
    register: Path | None,
) -> None:
    """Write complete fictional reviews, with the true answer in truth.json beside each.

    All people, places and bodies in them are invented, and every title page says so.

    \b
    Examples:
      learnt fictional --reviews 3 --output fictional
      learnt fictional --reviews 20 --seed 7 --formats pdf,docx --output practice
      learnt fictional --reviews 20 --formats txt --output practice --register practice-register
    """
    from learnt.fictional.generate import cases_of, write_reviews
    from learnt.fictional.layouts import all_layouts
    from learnt.fictional.register import register_of, write_register
    from learnt.fictional.typeset import FORMATS, CannotTypeset

    check_names("--layouts", layouts, all_layouts())
    check_names("--formats", formats, FORMATS)
    try:
        write_reviews(reviews, seed, output, formats=formats or None, layouts=layouts or None)
    except CannotTypeset as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{reviews} fictional reviews written to {output}", err=True)
    if register:
        write_register(register_of(cases_of(reviews, seed, layouts or None)), register)
        click.echo(f"the register of their cases written to {register}", err=True)


def check_names(option: str, names: Sequence[str], known: Iterable[str]) -> None:
    """Refuse a name that is not known, and tell those that are."""
    wrong = sorted(set(names) - set(known))
    if wrong:
        raise click.UsageError(f"{option}: no {', '.join(wrong)}; there are {', '.join(known)}")
