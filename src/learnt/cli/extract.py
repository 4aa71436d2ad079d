"""`learnt extract`: files and folders to reviews."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from learnt.cli.progress import show_progress
from learnt.cli.scratch import keep_stdin, scratch_folder
from learnt.cli.summary import print_summary
from learnt.enrich import STEPS, enrich
from learnt.pipeline import Batch, Settings, extract_batch, read_batch
from learnt.records import Review

FORMATS = ("json", "jsonl", "csv", "xlsx", "table")
SEVERAL = "json holds one review, and here are several: use --format jsonl (or --one-review)"


@click.command(context_settings={"show_default": True})
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--one-review", is_flag=True, help="All files of a folder are one review.")
@click.option("--separate", is_flag=True, help="Every file is a review, also in a folder.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    show_default="by the name of --output; else a table on a terminal, jsonl elsewhere",
    help="How the result is written.",
)
@click.option("--output", metavar="FILE|-", default="-", help="Where to; - is standard output.")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, help="Files read at once.")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    show_default="180, and 20 more for each scanned page",
    help="Time to read one file; no limit on extracting.",
)
@click.option(
    "--with",
    "steps",
    metavar="STEP,...",
    callback=lambda _context, _option, value: parse_steps(value),
    help="Also say whom it addresses (agencies), what it asks for (themes), can it be acted on (smart).",
)
@click.option("--no-ocr", is_flag=True, help="Do not recognise scanned pages.")
@click.option("--quiet", is_flag=True, help="No progress bar and no summary; failures only.")
@click.pass_context
def extract(
    context: click.Context,
    paths: tuple[str, ...],
    one_review: bool,
    separate: bool,
    form: str | None,
    output: str,
    jobs: int,
    timeout: float | None,
    steps: tuple[str, ...],
    no_ocr: bool,
    quiet: bool,
) -> None:
    """Extract recommendations, action plans, lessons and metadata.

    PATH is a file (a review), a folder (walked; documents found to belong to one review are put
    together) or - for standard input. What a file is comes from its content, not its name.

    \b
    Examples:
      learnt extract overview-report.pdf
      learnt extract reports --jobs 4 --output recommendations.xlsx
      learnt extract reports --with agencies,themes,smart --output coded.csv
      learnt extract case-12 --one-review --format json --output case-12.json
      curl -s ADDRESS | learnt extract - --format json
    """
    if one_review and separate:
        raise click.UsageError("--one-review and --separate cannot both be")
    form = form or format_of(output)
    refuse_early(paths, form, output, one_review)
    settings = Settings(
        jobs=jobs, timeout=timeout, ocr=not no_ocr, one_review=one_review, separate=separate
    )
    batch = run(paths, form, settings, quiet)
    batch.reviews = [enrich(review, steps) for review in batch.reviews]
    if form != "json" or batch.reviews:
        write(batch.reviews, form, output)
    print_summary(batch, quiet)
    context.exit(1 if batch.failures else 0)


def parse_steps(value: str | None) -> tuple[str, ...]:
    """Give the steps that `--with` names; raises `BadParameter` for one that there is not."""
    steps = tuple(part.strip() for part in (value or "").split(",") if part.strip())
    unknown = [step for step in steps if step not in STEPS]
    if unknown:
        known = ", ".join(STEPS)
        raise click.BadParameter(f"there is no step {', '.join(unknown)}; there are {known}")
    return steps


def run(paths: Sequence[str], form: str, settings: Settings, quiet: bool) -> Batch:
    """Read and extract, with a progress bar on a terminal."""
    with scratch_folder() as folder, show_progress(quiet) as progress:
        given = [keep_stdin(folder) if path == "-" else Path(path) for path in paths]
        batch = read_batch(given, settings, progress)
        if form == "json" and len(batch.groups) > 1:
            raise click.UsageError(SEVERAL)
        extract_batch(batch, progress, settings.jobs)
    return batch


def format_of(output: str) -> str:
    """Give the format that the output's name means, else what fits where it goes."""
    suffix = Path(output).suffix.lstrip(".").lower()
    if output != "-":
        return suffix if suffix in FORMATS else "table" if suffix == "txt" else "jsonl"
    return "table" if sys.stdout.isatty() else "jsonl"


def refuse_early(paths: Sequence[str], form: str, output: str, one_review: bool) -> None:
    """Refuse what cannot end well before any work is done."""
    folders = any(Path(path).is_dir() for path in paths)
    if form == "json" and len(paths) > 1 and not (one_review and not folders):
        raise click.UsageError(SEVERAL)
    if list(paths).count("-") > 1:
        raise click.UsageError("standard input can be read once")
    if output == "-":
        if form == "xlsx" and sys.stdout.isatty():
            raise click.UsageError("a workbook is no text: name a file with --output")
        return
    folder = Path(output).absolute().parent
    if Path(output).is_dir():
        raise click.UsageError(f"--output {output}: this is a folder; name a file")
    if folder.exists() and not os.access(folder, os.W_OK):
        raise click.UsageError(f"--output {output}: you may not write to this folder")


def encode(reviews: Sequence[Review], form: str) -> bytes:
    """Give the reviews in the format `form`."""
    from learnt.export import as_csv, as_json, as_table, as_xlsx

    if form == "json":
        return as_json.encode(reviews[0]).encode()
    if form == "jsonl":
        return as_json.encode_lines(reviews).encode()
    if form == "table":
        return as_table.encode(reviews).encode()
    return as_csv.encode(reviews) if form == "csv" else as_xlsx.encode(reviews)


def write(reviews: Sequence[Review], form: str, output: str) -> None:
    """Write the result whole, to a file or to standard output."""
    from learnt.export.files import write_whole

    if output != "-":
        write_whole(Path(output), encode(reviews, form))
        return
    if form == "table" and sys.stdout.isatty():
        from rich.console import Console

        from learnt.export.as_table import print_review

        console = Console(highlight=False, emoji=False, markup=False)
        for review in reviews:
            print_review(review, console)
        return
    sys.stdout.buffer.write(encode(reviews, form))
    sys.stdout.buffer.flush()
