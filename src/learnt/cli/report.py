"""`learnt report`."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from learnt.errors import LearntError

if TYPE_CHECKING:
    from learnt.analyse import Comparators
    from learnt.records.case import Material
    from learnt.records.finding import Protection, Selection
    from learnt.reporting.making import Made, Wanted

FILE = click.Path(path_type=Path)
KINDS = (".html", ".pdf", ".docx", ".json", ".zip")


@click.command()
@click.argument("source", required=False, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="LEARNT_HOME",
    default=Path("library"),
    show_default=True,
    help="The folder of the library, where no SOURCE is given.",
)
@click.option("--area", default="", help="A district, partnership or region (default: all).")
@click.option("--from", "first", type=int, metavar="YEAR", help="First year of death.")
@click.option("--to", "last", type=int, metavar="YEAR", help="Last year of death.")
@click.option("--public/--internal", default=True, help="Protect small numbers of people, or not.")
@click.option(
    "--output",
    "-o",
    "outputs",
    type=FILE,
    multiple=True,
    help="FILE.html, .pdf, .docx, "
    ".json (findings), .zip (tables as CSV); may be given several times; - for HTML.",
)
@click.option("--section", "sections", multiple=True, help="Only this section; may be repeated.")
@click.option("--without", multiple=True, help="Leave this section out; may be repeated.")
@click.option("--words", type=FILE, help="Your own paragraphs: a Markdown file or folder.")
@click.option("--population", type=FILE, help="CSV: area, population, year, source.")
@click.option("--comparators", type=FILE, help="CSV of further published figures.")
@click.option(
    "--denominator",
    type=click.Choice(["recorded", "all"]),
    default="recorded",
    help="What shares are of: cases in which it is recorded, or all.",
)
@click.option(
    "--filter",
    "filters",
    multiple=True,
    metavar="NAME=VALUE",
    help="Only cases and reviews with this value, as kind=dardr; may be repeated.",
)
@click.option("--cross", "crosses", multiple=True, metavar="A,B", help="Two variables to cross.")
@click.option("--preview", type=FILE, help="Write what was merged or withheld, and why (CSV).")
def report(
    source: Path | None,
    home: Path,
    outputs: tuple[Path, ...],
    words: Path | None,
    population: Path | None,
    comparators: Path | None,
    preview: Path | None,
    public: bool,
    sections: tuple[str, ...],
    without: tuple[str, ...],
    crosses: tuple[str, ...],
    filters: tuple[str, ...],
    **chosen: object,
) -> None:
    """Write the overview report of an area's reviews, or of all.

    SOURCE is a dataset's folder, a workbook of the case register or a release of DHRD; without it
    the library is taken. In a public report small numbers of people are merged or withheld; an
    internal one keeps them and says on every page that it is not for publication.

    \b
    Examples:
      learnt report dataset/ --area Elmbury --output report.html
      learnt report dhrd/ --internal -o report.pdf -o report.docx -o findings.json -o tables.zip
      learnt report --area Elmbury --from 2011 --to 2020 --words my-words/ -o report.docx
      learnt report register.xlsx --population people.csv --output - > report.html
    """
    from learnt.analyse import parse_populations
    from learnt.publish.report.paragraphs import read_paragraphs
    from learnt.reporting.gate import plain_gate
    from learnt.reporting.making import Wanted, make_report

    _check(outputs)
    material = _material(source, home)
    wanted = Wanted(
        selection=_selection(crosses, filters, chosen),
        public=public,
        sections=_sections(sections, without),
        paragraphs=read_paragraphs(words) if words else None,
        populations=parse_populations(*_text(population)) if population else None,
        comparators=_comparators(comparators),
    )
    made = make_report(material, wanted, gate=plain_gate())
    _check_found(made, material)
    _save(made, outputs)
    _tell(made, preview, wanted)


def _text(path: Path) -> tuple[str, str]:
    """Give a file's text and name; raises `LearntError` where it is not text."""
    try:
        return path.read_text("utf-8-sig"), path.name
    except UnicodeDecodeError as error:
        raise LearntError(f"{path}: is not UTF-8 text; save it as “CSV UTF-8”") from error


def _comparators(path: Path | None) -> "Comparators":
    from learnt.analyse import own_comparators, parse_comparators

    own = own_comparators()
    return own.with_more(parse_comparators(*_text(path))) if path else own


def _check_found(made: "Made", material: "Material") -> None:
    """Refuse a report on nothing, and tell of recommendations that belong to no case."""
    chosen = made.analysis.selection
    counted = made.analysis.tally("reviews.counted")
    narrowed = chosen.area or chosen.filters or chosen.first or chosen.last
    if narrowed and not any(one.numerator for one in (counted.findings if counted else ())):
        what = chosen.area or "what was asked for"
        raise LearntError(
            f"there is no case and no review of {what}: look how areas and values are written"
        )
    loose = sum(not one.review for one in material.asks or ())
    if loose:
        click.echo(
            f"{loose} recommendations are not counted: give each its incident_id or document_id",
            err=True,
        )


def _check(outputs: tuple[Path, ...]) -> None:
    if not outputs:
        raise click.UsageError("name a file to write: --output report.html")
    for path in outputs:
        if str(path) != "-" and path.suffix.lower() not in KINDS:
            raise click.BadParameter(f"{path}: name a file that ends in {', '.join(KINDS)}")


def _selection(
    pairs: Iterable[str], filters: Iterable[str], chosen: dict[str, object]
) -> "Selection":
    import msgspec

    from learnt.records.finding import Selection

    crosses = []
    for pair in pairs:
        first, comma, second = pair.partition(",")
        if not comma or not first.strip() or not second.strip():
            raise click.BadParameter(
                f"--cross {pair}: name two variables, as sex_of_victim,age_at_death"
            )
        crosses.append((first.strip(), second.strip()))
    narrowed = [_filter(one) for one in filters]
    told = msgspec.convert(chosen | {"crosses": crosses, "filters": narrowed}, Selection)
    if told.first and told.last and told.first > told.last:
        raise click.BadParameter(f"--from {told.first} is after --to {told.last}")
    return told


def _filter(told: str) -> tuple[str, str]:
    """Give the name and value of a filter; a name that nothing has is wrong use."""
    from learnt.analyse.narrowing import OPEN
    from learnt.register import schema

    name, equals, value = (part.strip() for part in told.partition("="))
    of_cases = (schema().table(table) for table in ("incidents", "victims", "perpetrators"))
    known = {*OPEN, *(column for table in of_cases for column in table.names)}
    if not equals or not value or name not in known:
        raise click.BadParameter(f"--filter {told}: name a variable and its value, as kind=dardr")
    return name, value


def _sections(only: Iterable[str], without: Iterable[str]) -> tuple[str, ...] | None:
    from learnt.publish.report.compose import BadReport, section_names

    known = section_names()
    wanted: tuple[str, ...] = tuple(only)
    left: tuple[str, ...] = tuple(without)
    for name in (*wanted, *left):
        if name not in known:
            raise BadReport(f"there is no section “{name}”; the sections are {', '.join(known)}")
    if not wanted and not left:
        return None
    return tuple(name for name in known if (not wanted or name in wanted) and name not in left)


def _material(source: Path | None, home: Path) -> "Material":
    if source is None:
        return _library(home)
    from learnt.register import read_register
    from learnt.reporting.gather import gather

    read = read_register(source)
    for problem in read.problems:
        click.echo(str(problem), err=True)
    if read.errors:
        raise LearntError(f"{source}: put these right first; nothing was counted")
    changed = max(
        (one.stat().st_mtime for one in ([*source.glob("*.csv")] if source.is_dir() else [source])),
        default=0.0,
    )
    day = datetime.datetime.fromtimestamp(changed, datetime.UTC).date().isoformat()
    return gather(read.register, source=source.name, date=day)


def _library(home: Path) -> "Material":
    context = click.get_current_context()
    from learnt.cli.library_ready import start_django

    context.obj = home.absolute()
    start_django(context)
    from learnt.web.register.material import whole_material

    return whole_material()


def _save(made: "Made", outputs: tuple[Path, ...]) -> None:
    from learnt.reporting.making import save_report, write_report

    for path in outputs:
        if str(path) == "-":
            click.echo(write_report(made, ".html"), nl=False)
        else:
            save_report(made, [path])
            click.echo(f"Wrote {path}", err=True)


def _tell(made: "Made", preview: Path | None, wanted: "Wanted") -> None:
    for held in made.composed.held:
        reasons = "; ".join(held.reasons)
        click.echo(f"not printed, section {held.section}: “{held.text}”: {reasons}", err=True)
    for gap in made.analysis.gaps:
        click.echo(gap, err=True)
    if not wanted.public:
        return
    done = made.protections
    withheld = sum(one.did == "withheld" for one in done)
    click.echo(
        f"Protected for the public: {withheld} withheld, {len(done) - withheld} merged", err=True
    )
    if preview:
        _write_preview(preview, done)


def _write_preview(path: Path, done: "tuple[Protection, ...]") -> None:
    import csv

    from learnt.export.as_csv import harmless

    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["table", "group", "did", "why"])
        for one in done:
            writer.writerow([harmless(text) for text in (one.tally, one.group, one.did, one.why)])
    click.echo(f"Wrote {path}", err=True)
