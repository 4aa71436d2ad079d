"""`learnt facts`: what a report tells of its case, with the words that tell it."""

from collections.abc import Iterator
from pathlib import Path

import click

from learnt.cli.scratch import keep_stdin, scratch_folder
from learnt.export.cells import plain
from learnt.records import CaseFact, CaseFacts

WIDTH = 160
"""Letters of a quotation that the text form shows."""


@click.command(context_settings={"show_default": True})
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--no-ocr", is_flag=True, help="Do not recognise scanned pages.")
def facts(files: tuple[str, ...], form: str, no_ocr: bool) -> None:
    """Propose the facts of a case (age, relation, method, verdict ...) from its report's own words.

    FILE... are the documents of one review, or - for standard input. Each proposal names the table and
    variable of the case register and the words that tell it. They are proposals for a person to check:
    nothing is counted before. What the report tells in two ways is shown as a doubt. A variable that is
    not shown was not found, which does not mean "no".

    \b
    Examples:
      learnt facts overview-report.pdf
      learnt facts overview-report.docx executive-summary.pdf --format json > facts.json
    """
    import msgspec

    from learnt.extract import find_case_facts
    from learnt.pipeline import read_path

    if len(files) > 1 and "-" in files:
        raise click.UsageError("standard input is one document: name it alone")
    with scratch_folder() as folder:
        paths = [keep_stdin(folder) if file == "-" else Path(file) for file in files]
        found = find_case_facts([read_path(path, ocr=not no_ocr) for path in paths])
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
        return
    for line in lines_of(found):
        click.echo(plain(line))


def lines_of(found: CaseFacts) -> Iterator[str]:
    """Give the lines that the text form prints."""
    for fact in found.facts:
        yield from _lines(fact)
    for doubt in found.doubts:
        yield f"{_where(doubt.table, doubt.person)} {doubt.variable}: DOUBT, {doubt.reason}"
        for fact in doubt.values:
            yield from (f"  {line}" for line in _lines(fact))
    yield f"{len(found.facts)} facts proposed, {len(found.doubts)} in doubt"


def _lines(fact: CaseFact) -> Iterator[str]:
    value = (
        {True: "yes", False: "no"}.get(fact.value, fact.value)
        if isinstance(fact.value, bool)
        else fact.value
    )
    yield f"{_where(fact.table, fact.person)} {fact.variable}: {value} ({fact.confidence:.2f}, {fact.rule})"
    for evidence in fact.evidence[:1]:
        page = f", page {evidence.page}" if evidence.page else ""
        quote = evidence.quote if len(evidence.quote) <= WIDTH else evidence.quote[:WIDTH] + "…"
        yield f"    {evidence.document}{page}: {quote}"


def _where(table: str, person: int) -> str:
    names = {"incidents": "case", "victims": "victim", "perpetrators": "perpetrator"}
    return f"{names[table]} {person}" if person else names[table]
