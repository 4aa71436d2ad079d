"""`learnt library import`."""

from pathlib import Path

import click

from learnt.cli.library_ready import start_django


@click.command("import")
@click.argument("path", metavar="FOLDER|FILE.xlsx", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option(
    "--all-names",
    is_flag=True,
    help="Name all partnerships that the list does not have, and all deaths that may be the same.",
)
@click.pass_context
def import_(context: click.Context, path: Path, dry_run: bool, all_names: bool) -> None:
    """Take a case register in: the workbook, a folder of CSV files, a release of DHRD, an own export.

    Each problem is told with file, sheet, row and column; where one is an error nothing is taken in.
    Rows that the library has are brought up to date, so that it is safe to repeat; an empty cell
    leaves what the library has. An id is its partnership's: two may both have an I-1, which an export
    of both tells apart as norfolk:I-1. Cases are seen by signed-in people of their partnership only.

    \b
    Examples:
      learnt library import register.xlsx --dry-run
      learnt library import register.xlsx
      learnt library import dhrd/ --all-names
    """
    start_django(context)
    from learnt.register import read_register
    from learnt.web.register.imported import FEW
    from learnt.web.register.importing import NotImported, import_register

    read = read_register(path)
    for line in (*read.notes, *map(str, read.problems)):
        click.echo(line, err=True)
    try:
        told = import_register(read, dry=dry_run)
    except NotImported as error:
        for problem in error.problems:
            if problem not in read.problems:
                click.echo(str(problem), err=True)
        click.echo(f"Nothing was imported: {len(error.problems)} errors.", err=True)
        context.exit(1)
    for line in told.lines(None if all_names else FEW):
        click.echo(line)
    if max(len(told.unmatched), len(told.doubles)) > FEW and not all_names:
        click.echo("To see them all: the same command with --dry-run --all-names.")
    if dry_run:
        click.echo("This was a dry run: nothing has changed.")
