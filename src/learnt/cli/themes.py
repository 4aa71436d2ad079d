"""`learnt themes`: code to themes, exchange codings with people, and tell how far coders agree."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from learnt.cli.reviews import load_reviews
from learnt.export.cells import plain

if TYPE_CHECKING:
    from learnt.records import Recommendation
    from learnt.theme import Codebook, Codings
    from learnt.theme.codebook import Grouping
    from learnt.theme.sheet import CodedRow

GROUPINGS = ("home_office", "library", "cambridgeshire")
NO_COUNTERPART = "(no counterpart)"
MOST_PROBLEMS = 20

codebook_option = click.option(
    "--codebook",
    "codebook",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A codebook of your own with its cues, in place of the project's.",
)
by_option = click.option(
    "--by", "grouping", type=click.Choice(GROUPINGS), help="By the groups of a published report."
)


@click.group()
def themes() -> None:
    """Code recommendations to the themes of a codebook.

    A codebook of your own is a TOML file with a [[theme]] for each theme (id, axis, name, asks_for)
    and a table [cues.ID] with the words that speak for it, as docs/codebook.md tells.

    \b
    Examples:
      learnt themes code overview-report.pdf
      learnt themes export reports --coder rules --output rules.csv
      learnt themes import coded-by-hand.csv --into codings.csv
      learnt themes agreement rules.csv coded-by-hand.csv
    """


@themes.command()
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("--text", help="Code these words instead of files.")
@by_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@codebook_option
def code(
    paths: tuple[str, ...],
    text: str | None,
    grouping: str | None,
    form: str,
    codebook: Path | None,
) -> None:
    """Print the themes of each recommendation, and the words that led to them.

    PATH is a document, a folder, reviews as JSON or JSON lines, or - for standard input. With --by,
    the counts by the groups of a published report.

    \b
    Examples:
      learnt themes code overview-report.pdf
      learnt themes code --text "Train all staff in risk assessment"
      learnt extract reports | learnt themes code - --by home_office
    """
    from learnt.theme import code_recommendation
    from learnt.theme.rule_coder import rule_coder

    book = open_codebook(codebook)
    coder = rule_coder(book)
    coded = [(one.id, code_recommendation(one, coder)) for one in to_code(paths, text)]
    if grouping:
        print_counts(coded, book, grouping, form)
    elif form == "json":
        click.echo(as_json([told(ident, codings) for ident, codings in coded]))
    else:
        for ident, codings in coded:
            for line in coding_lines(ident, codings):
                click.echo(plain(line))


@themes.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--coder", default="rules", show_default=True, help="The name beside the codings.")
@click.option("--blank", is_flag=True, help="No codings: a sheet for a person to fill in.")
@click.option("--texts", is_flag=True, help="Add the words of each recommendation.")
@click.option("--output", metavar="FILE|-", default="-", help="Where to; - is standard output.")
@codebook_option
def export(
    paths: tuple[str, ...],
    coder: str,
    blank: bool,
    texts: bool,
    output: str,
    codebook: Path | None,
) -> None:
    """Write codings as CSV: recommendation_id, coder, theme, main.

    What is already coded in a file of reviews is written as it stands; the rest is coded now. A row
    with no theme says that none was given.

    \b
    Examples:
      learnt themes export reviews.jsonl --coder rules --output rules.csv
      learnt themes export reviews.jsonl --coder "A. Reader" --blank --texts --output sheet.csv
    """
    from learnt.theme.coder import Codings
    from learnt.theme.sheet import rows_of, write_rows

    book = open_codebook(codebook)
    found = to_code(paths, None)
    give: Callable[[Recommendation], Codings] = coding_giver(book, kept=codebook is None)
    rows: list[CodedRow] = []
    for one in found:
        rows += rows_of(one.id, coder, Codings() if blank else give(one))
    write(write_rows(rows, {one.id: one.text for one in found} if texts else None), output)


@themes.command(name="import")
@click.argument("file", metavar="FILE.csv")
@click.option(
    "--into",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file of codings to add them to; it is made if it is not there.",
)
@click.option("--in", "known", metavar="PATH", multiple=True,
              help="Where the recommendations are, to check their ids; may be given again.")  # fmt: skip
@codebook_option
def import_(file: str, into: Path | None, known: tuple[str, ...], codebook: Path | None) -> None:
    """Check codings from a CSV, and keep them beside those of other coders.

    Each fault is told with its line and column; then nothing is written. What a coder says anew of
    a recommendation takes the place of what the same coder said before; other coders' stay.

    \b
    Examples:
      learnt themes import coded-by-hand.csv
      learnt themes import coded-by-hand.csv --in reviews.jsonl --into codings.csv
    """
    from learnt.export.files import write_whole
    from learnt.theme.sheet import merge_rows, write_rows

    book = open_codebook(codebook)
    ids = [one.id for one in to_code(known, None)] if known else None
    new = read_sheet(file, book, ids)
    old = read_sheet(str(into), book) if into is not None and into.exists() else []
    merged = merge_rows(old, new)
    if into is not None:
        write_whole(into, write_rows(merged).encode())
    coders = sorted({row.coder for row in new})
    told_of = len({(row.recommendation_id, row.coder) for row in new})
    click.echo(f"{told_of} recommendations coded by {', '.join(coders) or 'nobody'}", err=True)
    if into is None:
        click.echo(write_rows(merged), nl=False)


@themes.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--in", "sheet", metavar="FILE.csv", help="The file in which A and B are coders.")
@by_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@codebook_option
def agreement(
    first: str,
    second: str,
    sheet: str | None,
    grouping: str | None,
    form: str,
    codebook: Path | None,
) -> None:
    """Tell how far two coders agree, human or machine.

    A and B are CSV files of one coder each or, with --in, the names of two coders in one file.
    Cohen's kappa and F1 for each theme, their means, the main theme, and what is confused.

    \b
    Examples:
      learnt themes agreement rules.csv coded-by-hand.csv
      learnt themes agreement rules "A. Reader" --in codings.csv --by home_office
    """
    import msgspec

    from learnt.theme.agreement import compare, count_groups

    book = open_codebook(codebook)
    rows = [rows_by(name, sheet, book) for name in (first, second)]
    group = grouper(book, grouping)
    order = list(dict.fromkeys(filter(None, map(group, book.ids))))
    found = compare(rows[0], rows[1], order, group)
    counts = [count_groups(some, group) for some in rows] if grouping else []
    if form == "json":
        click.echo(as_json({**msgspec.to_builtins(found), "groups": counts}))
        return
    for line in agreement_lines(found, Path(first).stem, Path(second).stem):
        click.echo(plain(line))
    for name, some in zip((first, second), counts, strict=False):
        click.echo(f"\n{plain(name)}, recommendations by {grouping}")
        print_group_counts(some)


def open_codebook(path: Path | None) -> "Codebook":
    """Give the codebook at `path`, else the project's own."""
    from learnt.theme import load_codebook, own_codebook

    return load_codebook(path) if path else own_codebook()


def to_code(paths: Sequence[str], text: str | None) -> list["Recommendation"]:
    """Give the recommendations to be coded: those of the reviews, or the words given."""
    from learnt.records import Recommendation

    if (text is None) == (not paths):
        raise click.UsageError("give files to code, or words with --text")
    if text is not None:
        return [Recommendation(id="text", ref="", text=text)]
    return [one for review in load_reviews(paths) for one in review.recommendations]


def coding_giver(book: "Codebook", kept: bool) -> "Callable[[Recommendation], Codings]":
    """Give what codes a recommendation; `kept` leaves a coding that it already has."""
    from learnt.theme import code_recommendation
    from learnt.theme.coder import Codings
    from learnt.theme.rule_coder import rule_coder

    coder = rule_coder(book)

    def give(one: "Recommendation") -> Codings:
        if kept and isinstance(one.themes, tuple):
            main = one.main_theme if isinstance(one.main_theme, str) else None
            return Codings(codings=one.themes, main=main)
        return code_recommendation(one, coder)

    return give


def grouper(book: "Codebook", grouping: str | None) -> Callable[[str], str]:
    """Give what tells a theme's group, or the theme itself where no grouping is asked for."""
    if grouping is None:
        return str
    return lambda theme: book.counterpart(theme, cast("Grouping", grouping))


def read_sheet(name: str, book: "Codebook", ids: list[str] | None = None) -> "list[CodedRow]":
    """Read a table of codings, or tell each of its faults and leave with status 1."""
    from learnt.theme.sheet import BadSheet, read_rows

    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    try:
        return read_rows(data, name, book, ids)
    except BadSheet as error:
        for problem in error.problems[:MOST_PROBLEMS]:
            click.echo(plain(f"{name}, {problem}"), err=True)
        if len(error.problems) > MOST_PROBLEMS:
            click.echo(f"{name}: {len(error.problems) - MOST_PROBLEMS} faults more", err=True)
        raise click.exceptions.Exit(1) from error


def rows_by(name: str, sheet: str | None, book: "Codebook") -> "list[CodedRow]":
    """Give the rows of the coder `name` in `sheet`, or of the only coder in the file `name`."""
    rows = read_sheet(sheet or name, book)
    coders = sorted({row.coder for row in rows})
    if sheet is None:
        if len(coders) > 1:
            names = ", ".join(coders)
            raise click.UsageError(f"{name} has several coders: name two of {names} with --in")
        return rows
    if name not in coders:
        raise click.UsageError(f"{sheet} has no coder {name!r}, but {', '.join(coders)}")
    return [row for row in rows if row.coder == name]


def told(ident: str, codings: "Codings") -> dict[str, Any]:
    """Give one recommendation's codings for JSON."""
    import msgspec

    found: dict[str, Any] = msgspec.to_builtins(codings)
    return {"recommendation_id": ident, "main": codings.main, **found}


def coding_lines(ident: str, codings: "Codings") -> list[str]:
    """Give the lines for one recommendation: its id, and each theme with its words."""
    lines = [ident] if codings.codings else [f"{ident}\n  no theme"]
    for one in codings.codings:
        mark = "main" if one.id == codings.main else ""
        lines.append(f"  {one.id:<20}{mark:<6}{'; '.join(one.words)}")
    return lines


def print_counts(
    coded: "list[tuple[str, Codings]]", book: "Codebook", grouping: str, form: str
) -> None:
    """Print how many recommendations each published group has."""
    from learnt.theme.agreement import count_groups
    from learnt.theme.sheet import rows_of

    rows = [row for ident, codings in coded for row in rows_of(ident, "rules", codings)]
    counts = count_groups(rows, grouper(book, grouping))
    if form == "json":
        found = [{"group": name, "recommendations": n, "main": m} for name, n, m in counts]
        click.echo(as_json({"grouping": grouping, "of": len(coded), "groups": found}))
        return
    click.echo(f"{len(coded)} recommendations by {grouping}")
    print_group_counts(counts)


def print_group_counts(counts: Sequence[tuple[str, int, int]]) -> None:
    """Print a table of groups."""
    click.echo(f"{'group':<26}{'recommendations':>16}{'as main theme':>15}")
    for name, number, main in counts:
        click.echo(f"{name or NO_COUNTERPART:<26}{number:>16}{main:>15}")


def agreement_lines(found: Any, first: str, second: str) -> list[str]:
    """Give the agreement as lines of text."""
    lines = [
        f"{found.recommendations} recommendations coded by both",
        f"coded by one only: {found.only_first} ({first}), {found.only_second} ({second})",
        f"{'theme':<20}{'A':>6}{'B':>6}{'both':>6}{'kappa':>8}{'F1':>7}",
    ]
    for one in found.themes:
        kappa = "-" if one.kappa is None else f"{one.kappa:.2f}"
        counts = f"{one.first:>6}{one.second:>6}{one.both:>6}"
        lines.append(f"{one.theme:<20}{counts}{kappa:>8}{one.f1:>7.2f}")
    mean = "-" if found.mean_kappa is None else f"{found.mean_kappa:.2f}"
    lines.append(f"mean kappa {mean}, micro-F1 {found.micro_f1:.2f}, macro-F1 {found.macro_f1:.2f}")
    lines.append(f"main theme the same in {found.same_main} of {found.mains}")
    if found.confusion:
        lines.append("main themes confused (A, B, how often)")
        lines += [f"  {a:<20}{b:<20}{n:>4}" for a, b, n in found.confusion]
    return lines


def as_json(value: Any) -> str:
    """Give a value as JSON, indented."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def write(text: str, output: str) -> None:
    """Write to a file, whole or not at all, or to standard output."""
    from learnt.export.files import write_whole

    if output == "-":
        click.echo(text, nl=False)
    else:
        write_whole(Path(output), text.encode())
