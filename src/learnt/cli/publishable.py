"""`learnt publishable`: may the public see it, once the people of the case are told by their roles?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from learnt.cli.reviews import holds_reviews, read_reviews
from learnt.cli.scratch import keep_stdin, scratch_folder
from learnt.errors import LearntError
from learnt.export.cells import plain
from learnt.records import PUBLIC_SCHEMA, Document, Held, PublicReview, Remembered, Review

SHOWN = 20
"""How many reasons are told of a review; all of them in JSON."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of one review or file; `suspects` only where the words were asked for."""

    file: str
    publishable: bool
    problem: str = ""
    recommendations: int = 0
    taken_out: dict[str, int] = {}
    reasons: tuple[dict[str, Any], ...] = ()
    suspects: tuple[dict[str, Any], ...] = ()


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--words", is_flag=True, help="Show the words in question; not for the public.")
@click.option("--as-is", is_flag=True, help="No, too, where anything would have to be taken out.")
@click.option("--person", metavar="WORDS", multiple=True, help="These words name a person.")
@click.option("--no-person", metavar="WORDS", multiple=True, help="These words name nobody.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--no-ocr", is_flag=True, help="Do not recognise scanned pages.")
@click.pass_context
def publishable(
    context: click.Context,
    files: tuple[str, ...],
    words: bool,
    as_is: bool,
    person: tuple[str, ...],
    no_person: tuple[str, ...],
    form: str,
    no_ocr: bool,
) -> None:
    """Say whether a review may become public, or where a person must look first.

    FILE is a document or folder (as for extract), a review in JSON or JSON lines, a public review (its
    seal is checked), or - for standard input. People are told by their roles, days as years, ages as
    bands; the answer is no where a name may remain after that. The exit status is 0 if every answer
    is yes.

    \b
    Examples:
      learnt publishable overview-report.pdf
      learnt publishable reviews.jsonl --words
      learnt publishable overview-report.pdf --no-person Juniper --format json
      learnt extract reports | learnt publishable -
    """
    decided = [Remembered(words=one, is_person=True) for one in person]
    decided += [Remembered(words=one, is_person=False) for one in no_person]
    if list(files).count("-") > 1:
        raise click.UsageError("standard input can be read once")
    verdicts: list[Verdict] = []
    with scratch_folder() as folder:
        for file in files:
            path = keep_stdin(folder) if file == "-" else Path(file)
            for verdict in judge(path, file, decided, not no_ocr):
                told = strict(verdict) if as_is else verdict
                verdicts.append(told if words else msgspec.structs.replace(told, suspects=()))
                if form == "text":
                    click.echo("\n".join(plain(line) for line in lines_of(verdicts[-1])))
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(verdicts), indent=2).decode())
    context.exit(0 if all(verdict.publishable for verdict in verdicts) else 1)


def judge(path: Path, name: str, decided: Sequence[Remembered], ocr: bool) -> Iterator[Verdict]:
    """Give a verdict on each review in a file or folder; a file that cannot be read is no."""
    from learnt.deidentify import deidentify

    try:
        for told, review, documents in reviews_in(path, name, ocr):
            if isinstance(review, PublicReview):
                yield say_yes(told, review)
                continue
            answer = deidentify(review, documents, remembered=decided)
            yield say_no(told, answer) if isinstance(answer, Held) else say_yes(told, answer)
    except LearntError as error:
        yield Verdict(file=name, publishable=False, problem=str(error))


def reviews_in(
    path: Path, name: str, ocr: bool
) -> Iterator[tuple[str, Review | PublicReview, Sequence[Document]]]:
    """Give each review in a file or folder with what it is called, and its documents if there are any."""
    if path.is_file() and holds_reviews(path):
        records: Sequence[Review | PublicReview] = public_in(path) or read_reviews(path)
        for number, record in enumerate(records, 1):
            yield (f"{name}, review {number}" if len(records) > 1 else name), record, ()
        return
    from learnt.pipeline import Settings, extract_group, read_batch

    batch = read_batch([path], Settings(ocr=ocr))
    for trouble in batch.failures:
        raise LearntError(f"{trouble.name}: {trouble.message}")
    for group in batch.groups:
        told = ", ".join(document.name for document in group) if path.is_dir() else name
        yield told, extract_group(group), group


def public_in(path: Path) -> list[PublicReview]:
    """Give the public reviews in a file, or none; raises `BrokenSeal` where a seal does not fit."""
    from learnt.deidentify import load_public

    lines = path.read_bytes().strip().splitlines()
    whole = [path.read_bytes()] if lines and not lines[0].rstrip().endswith(b"}") else lines
    if not whole or PUBLIC_SCHEMA.encode() not in whole[0]:
        return []
    return [load_public(line) for line in whole if line.strip()]


def say_yes(name: str, public: PublicReview) -> Verdict:
    """Give the verdict on a review that may become public."""
    return Verdict(
        file=name,
        publishable=True,
        recommendations=len(public.recommendations),
        taken_out=dict(Counter(entry.kind for entry in public.ledger)),
    )


def say_no(name: str, held: Held) -> Verdict:
    """Give the verdict on a review that is held."""
    return Verdict(
        file=name,
        publishable=False,
        taken_out=dict(Counter(entry.kind for entry in held.ledger)),
        reasons=tuple(msgspec.to_builtins(reason) for reason in held.reasons),
        suspects=tuple(msgspec.to_builtins(suspect) for suspect in held.suspects),
    )


def strict(verdict: Verdict) -> Verdict:
    """Say no where something was taken out, since the text as it is holds it."""
    if not verdict.taken_out:
        return verdict
    return msgspec.structs.replace(verdict, publishable=False)


def lines_of(verdict: Verdict) -> Iterator[str]:
    """Give a verdict as lines: yes or no, then each reason with where to look."""
    counts = ", ".join(f"{n} {kind}" for kind, n in sorted(verdict.taken_out.items()))
    told = verdict.problem or (f"taken out: {counts}" if counts else "nothing to take out")
    yield f"{'yes' if verdict.publishable else 'no '}  {verdict.file}: {told}"
    for number, reason in enumerate(verdict.reasons[:SHOWN]):
        where = f"{reason['record']} {reason['field']}".strip()
        words = verdict.suspects[number]["words"] if verdict.suspects else ""
        quoted = f" “{words}”" if words else ""
        yield f"     {where}, character {reason['offset']}{quoted}: {reason['message']}"
    if len(verdict.reasons) > SHOWN:
        yield f"     and {len(verdict.reasons) - SHOWN} more"
