"""`learnt demo`: fictional reviews, written and extracted, beside the truth, and a library of them."""

import json
import os
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from typing import Any

import click

from learnt.cli.summary import print_summary
from learnt.pipeline import Batch, Settings, run
from learnt.records import Review

FORMATS = ("pdf", "docx", "html")
"""What can be written without a word processor or a browser."""
OUTPUTS = ("recommendations.xlsx", "recommendations.csv", "reviews.jsonl")
OVERVIEW = ("overview.html", "overview.docx")
CASES = 40
"""Cases of the fictional register: enough that not every number must be withheld."""
HEAD = ("Partnership", "Layout", "Files", "Recommendations", "Actions", "Lessons")


@click.command(context_settings={"show_default": True})
@click.option("--reviews", type=click.IntRange(1, 100), default=6, help="How many.")
@click.option("--seed", type=int, default=1, help="The same seed writes the same reviews.")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("demo"),
    help="The folder to write to.",
)
@click.option("--serve/--once", default=False, help="Serve the library, or end when it is ready.")
@click.option("--address", default="127.0.0.1:8000", help="Where the library is served.")
@click.pass_context
def demo(
    context: click.Context, reviews: int, seed: int, output: Path, serve: bool, address: str
) -> None:
    """Write a few fictional reviews, extract them, show what was found, and make a library of them.

    It needs no word processor, no browser and no database server.

    \b
    Example:
      learnt demo --output demo --serve
    """
    from learnt.cli.extract import encode
    from learnt.export.files import write_whole

    click.echo(f"Writing {reviews} fictional reviews into {output / 'fictional'} ...", err=True)
    folders = write_fictional(reviews, seed, output / "fictional")
    click.echo("Reading and extracting them ...", err=True)
    kept = output / "library" / "reading"
    batches = [run([folder], Settings(one_review=True, keep=kept)) for folder in folders]
    found = [review for batch in batches for review in batch.reviews]
    for name in OUTPUTS:
        write_whole(output / name, encode(found, Path(name).suffix.lstrip(".")))
    print_found(folders, batches)
    for batch in batches:
        print_summary(batch, quiet=True)
    click.echo(f"\nThe fictional reviews are in {output / 'fictional'}, the results in:")
    for name in OUTPUTS:
        click.echo(f"  {output / name}")
    click.echo(f"Look at one as Learnt sees it:  learnt show {first_file(folders[0])}")
    home = output / "library"
    os.environ.setdefault("LEARNT_SITE_ADDRESS", f"http://{address}")
    fill_library(context, home, folders)
    write_overview(context, home, seed, output)
    if serve:
        from learnt.web.serving import run as run_server

        click.echo(f"\nThe library is at http://{address}/ (Ctrl-C stops it)")
        run_server(address, workers=2)
    click.echo(f"\nThe library is in {home}. To see it:  learnt library --home {home} serve")
    context.exit(1 if any(batch.failures for batch in batches) else 0)


def fill_library(context: click.Context, home: Path, folders: list[Path]) -> None:
    """Make a library in `home`, add the reviews and publish what the gate lets through."""
    from learnt.cli.library import add, init, publish

    context.obj = home.absolute()
    click.echo("\nMaking a library of them ...", err=True)
    context.invoke(init)
    for command, given in (
        (add, {"paths": tuple(folders), "one_review": True, "again": False}),
        (publish, {"slugs": (), "every": True}),
    ):
        with suppress(click.exceptions.Exit):
            context.invoke(command, **given)


def write_overview(context: click.Context, home: Path, seed: int, output: Path) -> None:
    """Take a fictional case register into the library, and write the overview report of it all."""
    from learnt.cli.library_ready import start_django
    from learnt.fictional.register import make_register, write_register
    from learnt.register import read_register
    from learnt.reporting.making import Wanted, make_report, save_report

    click.echo("Taking a fictional case register in and writing the overview ...", err=True)
    write_register(make_register(CASES, seed), output / "register")
    context.obj = home.absolute()
    start_django(context)
    from learnt.web.register.importing import import_register
    from learnt.web.register.material import whole_material

    for line in import_register(read_register(output / "register")).done():
        click.echo(line)
    click.echo("Its people, places and partnerships are invented.")

    paths = [output / name for name in OVERVIEW]
    save_report(make_report(whole_material(), Wanted()), paths)
    click.echo(f"The overview report for the public: {' and '.join(map(str, paths))}")


def write_fictional(reviews: int, seed: int, output: Path) -> list[Path]:
    """Write reviews in layouts as different as there are, in formats that need no tool."""
    from learnt.fictional.generate import write_reviews
    from learnt.fictional.layouts import all_layouts

    folders: list[Path] = []
    forms = cycle(FORMATS)
    for number, layout in zip(range(reviews), spread(all_layouts(), reviews), strict=False):
        form = next(form for form in forms if form in usable(layout))
        where = output / f"{number + 1:02d}"
        folders += write_reviews(1, seed + number, where, formats=[form], layouts=[layout.name])
    return folders


def usable(layout: Any) -> set[str]:
    """Give the formats of a layout that can be written here without a tool."""
    from learnt.fictional.typeset import FORMATS as KNOWN

    known = {form for form in FORMATS if form in KNOWN and KNOWN[form].available() is None}
    return known & set(layout.formats)


def spread(layouts: dict[str, Any], count: int) -> list[Any]:
    """Give `count` layouts from all over the list, each once before any comes twice."""
    names = [name for name, layout in layouts.items() if usable(layout)]
    step = max(1, len(names) // count)
    order = [name for start in range(step) for name in names[start::step]]
    return [layouts[order[place % len(order)]] for place in range(count)]


def print_found(folders: list[Path], batches: list[Batch]) -> None:
    """Print a table of what was found beside what is there."""
    from rich.console import Console
    from rich.table import Table

    table = Table(*HEAD, caption="found of what is truly there", show_lines=False)
    for column in table.columns[2:]:
        column.no_wrap, column.min_width = True, len(str(column.header))
    table.columns[1].overflow = "fold"
    for folder, batch in zip(folders, batches, strict=True):
        truth = json.loads((folder / "truth.json").read_text("utf-8"))
        table.add_row(*row(truth, batch))
    Console(highlight=False, emoji=False, markup=False).print(table)


def row(truth: dict[str, Any], batch: Batch) -> tuple[str, ...]:
    """Give the cells of one review."""
    review = batch.reviews[0] if batch.reviews else Review()
    files = truth["files"]
    counts = [
        f"{len(getattr(review, part))} of {len(truth[part])}"
        for part in ("recommendations", "actions", "lessons")
    ]
    csp = (truth["review"]["csp"] or "").replace(" Community Safety Partnership", "")
    return (csp, truth["layout"], f"{len(files)} {files[0]['format']}", *counts)


def first_file(folder: Path) -> Path:
    """Give a document of a review's folder."""
    return next(path for path in sorted(folder.iterdir()) if path.name != "truth.json")
