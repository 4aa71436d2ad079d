"""`learnt register`: a case register as a workbook or a folder of CSV files."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from learnt.export.cells import plain

if TYPE_CHECKING:
    from learnt.records.case import Register
    from learnt.register import ReadRegister

FAILED = 1
path_argument = click.argument("path", type=click.Path(path_type=Path))


@click.group()
def register() -> None:
    """Keep a register of deaths and their reviews: begin one, check it, turn it into another form.

    A register is a workbook (.xlsx, .xlsm, .ods) with a sheet a table, or a folder with a CSV file a
    table (incidents.csv and others); people may also stand beside their incident in one sheet. A
    release of the Domestic Homicide Review Dataset (DHRD) is read as it is, and so is what `learnt
    library export` writes.

    \b
    Examples:
      learnt register template register.xlsx
      learnt register check register.xlsx
      learnt register convert register.xlsx register/
    """


@register.command()
@click.argument("file", metavar="FILE.xlsx", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def template(file: Path, force: bool) -> None:
    """Write an empty register to fill in, with lists to choose from, notes and an invented example.

    \b
    Example:
      learnt register template register.xlsx
    """
    from learnt.register import write_template

    if file.suffix.lower() != ".xlsx" or file.is_dir():
        raise click.BadParameter(f"{file}: name a file that ends in .xlsx")
    if file.exists() and not force:
        raise click.BadParameter(f"{file}: is there already; --force writes over it")
    write_template(file)
    click.echo(f"The empty register is {file}: fill it in, then check it.")


@register.command()
@path_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_context
def check(context: click.Context, path: Path, form: str) -> None:
    """Say what is wrong with a register, by file, sheet, row (as a spreadsheet shows it) and column.

    PATH is a workbook, a folder, or one CSV file. The exit status is 1 if there is an error: such a
    register is not imported, not even in part. Warnings are to know of: what was read otherwise than
    it is written, what is left out, what may be a slip.

    \b
    Examples:
      learnt register check register.xlsx
      learnt register check dataset/ --format json
    """
    from learnt.register import read_register

    told = read_register(path)
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(answer_of(told)), indent=2).decode())
    else:
        click.echo("\n".join(plain(line) for line in lines_of(told)))
    context.exit(FAILED if told.errors else 0)


@register.command()
@path_argument
@click.argument("out", metavar="FOLDER|FILE.xlsx", type=click.Path(path_type=Path))
@click.pass_context
def convert(context: click.Context, path: Path, out: Path) -> None:
    """Turn a register into a workbook, or into a folder of CSV files with datapackage.json.

    Nothing is written if there is an error. What is unknown becomes an empty cell, dates become
    2020, 2020-03 or 2020-03-14, and bands of age are filled in from ages.

    \b
    Examples:
      learnt register convert register.xlsx register/
      learnt register convert dhrd/ dhrd.xlsx
    """
    from learnt.register import read_register, write_folder, write_workbook

    book = out.suffix.lower() == ".xlsx"
    if (book and out.is_dir()) or (not book and (out.suffix or out.is_file()) and not out.is_dir()):
        raise click.BadParameter(f"{out}: name a folder, or a file that ends in .xlsx")
    told = read_register(path)
    click.echo("\n".join(plain(line) for line in lines_of(told)), err=True)
    if told.errors:
        context.exit(FAILED)
    (write_workbook if book else write_folder)(told.register, out)
    click.echo(f"The register is in {out}")


def answer_of(told: "ReadRegister") -> dict[str, object]:
    """Give what was found as it is told in JSON."""
    return {
        "ok": not told.errors,
        "rows": counts_of(told.register),
        "problems": told.problems,
        "notes": told.notes,
    }


def lines_of(told: "ReadRegister") -> Iterator[str]:
    """Give the problems, a line each, the notes, and what was read."""
    yield from map(str, told.problems)
    yield from told.notes
    if told.errors:
        errors, more = len(told.errors), len(told.warnings)
        yield f"{errors} {'error' if errors == 1 else 'errors'}, {more} warnings: nothing is read."
    else:
        rows = ", ".join(f"{number:,} {name}" for name, number in counts_of(told.register).items())
        yield f"No error: {rows}."


def counts_of(register: "Register") -> dict[str, int]:
    """Give how many rows each table has; one that the register does not have is left out."""
    tables = {name: getattr(register, name) for name in register.__struct_fields__}
    return {name: len(rows) for name, rows in tables.items() if rows is not None}
