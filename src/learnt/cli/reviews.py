"""The reviews that a command works on: extracted before (`learnt.review/1`), or extracted now.

Shared by the commands that take PATH...: a document, a folder of documents, a file of reviews that
`learnt extract` wrote as JSON or JSON lines, or - for standard input.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from learnt.cli.progress import show_progress
from learnt.cli.scratch import keep_stdin, scratch_folder
from learnt.errors import LearntError, NothingToExtract
from learnt.export.cells import plain
from learnt.files import OWN_CSV, find_files, is_own_output
from learnt.records import Review


def load_reviews(
    paths: Iterable[str | Path], *, jobs: int = 1, quiet: bool = False
) -> list[Review]:
    """Give the reviews that `paths` hold, in their order; "-" is standard input, once.

    Documents are read and extracted, `jobs` at once, with a progress bar unless `quiet`. A folder
    is walked for documents; what Learnt wrote there counts only where it holds no document. A
    file that cannot be read is told on standard error and makes the command end with status 1;
    raises `LearntError` where nothing at all could be loaded, or a file of reviews is broken.
    """
    named = [str(path) for path in paths]
    if named.count("-") > 1:
        raise click.UsageError("standard input can be read once")
    with scratch_folder() as folder:
        given = [keep_stdin(folder) if path == "-" else Path(path) for path in named]
        reviews: list[Review] = []
        for stored, some in groupby(_expand(given), key=holds_reviews):
            if stored:
                for path in some:
                    reviews.extend(read_reviews(path))
            else:
                reviews.extend(_extract(list(some), jobs, quiet))
    if not reviews:
        raise NothingToExtract("no review was found in what was given")
    return reviews


def holds_reviews(path: Path) -> bool:
    """Whether the file is one that Learnt wrote: its JSON, JSON lines or CSV."""
    return is_own_output(path)


def read_reviews(path: Path) -> list[Review]:
    """Read a file of reviews: one JSON object, or one a line.

    Raises `LearntError`, naming file and line, where it is none.
    """
    from learnt.export.as_json import decode

    data = path.read_bytes()
    if data.startswith(OWN_CSV):
        raise LearntError(f"{path.name}: a CSV of Learnt; give the JSON or JSON lines instead")
    lines = [(n, line) for n, line in enumerate(data.splitlines(), 1) if line.strip()]
    if not lines[0][1].rstrip().endswith(b"}"):
        lines = [(1, data)]
    reviews = []
    for number, line in lines:
        try:
            review = decode(line)
        except ValueError as error:
            raise LearntError(f"{path.name}, line {number}: {error}") from error
        if not isinstance(review, Review):
            raise LearntError(f"{path.name}, line {number}: a document, not a review")
        reviews.append(review)
    return reviews


def _expand(paths: Sequence[Path]) -> Iterator[Path]:
    """Give the paths, each once; a folder without documents as the files of reviews in it."""
    for path in dict.fromkeys(path.absolute() for path in paths):
        found = list(find_files(path)) if path.is_dir() else []
        own = [file for file, reason in found if reason and _is_json(file)]
        if own and all(reason for _, reason in found):
            yield from own
        else:
            yield path


def _is_json(path: Path) -> bool:
    return path.suffix in (".json", ".jsonl") and is_own_output(path)


def _extract(paths: Sequence[Path], jobs: int, quiet: bool) -> list[Review]:
    """Read and extract documents; tell of those that fail, and go on."""
    from learnt.pipeline import Settings, run

    with show_progress(quiet) as progress:
        batch = run(paths, Settings(jobs=jobs), progress)
    for trouble in batch.failures:
        click.echo(plain(f"failed: {trouble.name}: {trouble.message}"), err=True)
    context = click.get_current_context(silent=True)
    if batch.failures and context is not None:
        context.call_on_close(lambda: context.exit(1))
    return batch.reviews
