"""`learnt show`: a document as Learnt sees it."""

from collections.abc import Iterator
from pathlib import Path

import click

from learnt.cli.scratch import keep_stdin, scratch_folder
from learnt.export.cells import plain
from learnt.records import Block, Document, Furniture

MARKS = {"paragraph": "¶", "item": "-", "table": "table"}


@click.command(context_settings={"show_default": True})
@click.argument("file", metavar="FILE")
@click.option("--furniture/--no-furniture", default=True, help="Headers, footers, contents, notes.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    show_default="180, and 20 more for each scanned page",
    help="Time for the file.",
)
@click.option("--no-ocr", is_flag=True, help="Do not recognise scanned pages.")
def show(file: str, furniture: bool, form: str, timeout: float | None, no_ocr: bool) -> None:
    """Print the outline of a document: headings, numbers, tables, furniture.

    It tells why a recommendation was missed: whether its words were read, as what, and where.
    A line is the page, what the block is (H1 a heading, ¶ a paragraph, - an item), its printed
    number in brackets, and its text; [box 1] stands for a drawn frame, ~ for furniture.

    \b
    Examples:
      learnt show overview-report.pdf
      learnt show action-plan.docx --no-furniture
      learnt show overview-report.pdf --format json > document.json
    """
    from learnt.export.as_json import encode
    from learnt.pipeline import read_path

    with scratch_folder() as folder:
        path = keep_stdin(folder) if file == "-" else Path(file)
        document = read_path(path, ocr=not no_ocr, timeout=timeout)
    if form == "json":
        click.echo(encode(document), nl=False)
        return
    for line in outline(document, furniture):
        click.echo(plain(line))


def outline(document: Document, furniture: bool) -> Iterator[str]:
    """Give the document's lines, page by page."""
    yield (
        f"{document.name}: {document.media_type}, {document.pages} pages, "
        f"language {document.language or 'unknown'}, {len(document.blocks)} blocks"
    )
    for warning in document.warnings:
        yield f"! {warning}"
    left = list(document.furniture) if furniture else []
    for block in document.blocks:
        while left and left[0].page < block.page:
            yield furniture_line(left.pop(0))
        yield from block_lines(block)
    yield from map(furniture_line, left)


def block_lines(block: Block) -> Iterator[str]:
    """Give the lines of one block: one, or one a row of a table."""
    page = f"p{block.page:<4}" if block.page else ""
    indent = "  " * (block.level + 1 if block.kind == "item" else block.level)
    mark = f"H{block.level}" if block.kind == "heading" else f"{indent}{MARKS[block.kind]}"
    number = f" [{block.number}]" if block.number else ""
    notes = f" [box {block.frame}]" if block.frame else ""
    notes += f" [ocr {block.confidence:.2f}]" if block.source == "ocr" else ""
    yield f"{page}{mark}{notes}{number} {block.text}".rstrip()
    for row in block.rows:
        cells = " | ".join('"' if cell.merged else cell.text for cell in row.cells)
        where = f"p{row.page:<4}" if row.page else ""
        yield f"{where}  {'=' if row.header else '|'} {cells}"


def furniture_line(item: Furniture) -> str:
    """Give the line of one piece of furniture."""
    page = f"p{item.page:<4}" if item.page else ""
    return f"{page}~ {item.kind}: {item.number} {item.text}".replace(":  ", ": ")
