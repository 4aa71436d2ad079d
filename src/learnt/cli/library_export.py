"""`learnt library export`."""

from pathlib import Path

import click

from learnt.cli.library_ready import start_django


@click.command()
@click.argument("target", metavar="FOLDER|FILE.xlsx", type=click.Path(path_type=Path))
@click.option("--register", "whole", is_flag=True, help="The case register: internal.")
@click.pass_context
def export(context: click.Context, target: Path, whole: bool) -> None:
    """Write all published reviews as one dataset: a folder of CSV files, or a workbook.

    The folder holds incidents.csv, documents.csv, recommendations.csv and datapackage.json, which
    describes their columns. Only what the public may see is in it.

    With --register, the whole case register is written in its place. That is internal, and not for
    publication; `learnt library import` takes it in again without loss.

    \b
    Examples:
      learnt library export dataset/
      learnt library export dataset.xlsx
      learnt library export --register register.xlsx
    """
    start_django(context)
    from learnt.web.dataset.writing import write_folder, write_xlsx

    book = target.suffix.lower() == ".xlsx"
    if target.suffix and not book and not target.is_dir():
        raise click.BadParameter(f"{target}: name a folder, or a file that ends in .xlsx")
    if book and target.is_dir():
        raise click.BadParameter(f"{target}: is a folder")
    if not book and target.is_file():
        raise click.BadParameter(
            f"{target}: is a file; name a folder, or a file that ends in .xlsx"
        )
    if whole:
        _write_register(target)
        return
    state = (write_xlsx if book else write_folder)(target)
    day = f", as the catalogue was on {state.at:%Y-%m-%d}" if state.at else ": nothing is published"
    click.echo(f"The dataset is in {target}{day}")


def _write_register(target: Path) -> None:
    from learnt.web.register.exporting import with_documents
    from learnt.web.register.writing import NOTICE, write

    register = with_documents({""})
    write(register, target)
    click.echo(f"{len(register.incidents)} incidents are in {target}. {NOTICE}.")
