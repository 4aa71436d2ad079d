"""`learnt agencies`: who is meant by a printed name, what could not be told, and what a person adds."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from learnt.export.cells import plain

if TYPE_CHECKING:
    from learnt.agencies.matching import AgencyMatch
    from learnt.agencies.register import Register
    from learnt.agencies.resolving import Unresolved
    from learnt.agencies.told import Told

MOST_NEAR = 10
REGISTER_HELP = "Your own file of names; else $LEARNT_AGENCIES, else one in your settings."
register_option = click.option(
    "--register", type=click.Path(dir_okay=False, path_type=Path), help=REGISTER_HELP
)


@click.group()
def agencies() -> None:
    """Tell which bodies are meant by the names that reviews print.

    What no rule can tell is listed for a person, who can add what the name means; what is added
    counts in every command from then on.

    \b
    Examples:
      learnt agencies unresolved reports/
      learnt agencies show "Children's Social Care" --area Norfolk
      learnt agencies show "Norfolk Police" --in reviews.jsonl
      learnt agencies add "The Amber Gate" --agency leeway --source "its own web page"
    """


@agencies.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.option("--quiet", is_flag=True, help="No progress bar.")
@register_option
def unresolved(paths: tuple[str, ...], form: str, quiet: bool, register: Path | None) -> None:
    """List the addressees of which the body could not be told, with the type and the reason.

    PATH is a document, a folder of documents, a file that `learnt extract` wrote as JSON or JSON
    lines, or - for standard input. Groups such as "All agencies" are no open question and are
    left out.

    \b
    Examples:
      learnt agencies unresolved overview-report.pdf
      learnt extract reports --format jsonl | learnt agencies unresolved - --format csv > open.csv
    """
    from learnt.agencies.own import load_register
    from learnt.agencies.resolving import find_unresolved
    from learnt.cli.reviews import load_reviews

    known = load_register(_given(register))
    reviews = load_reviews(paths, quiet=quiet)
    rows = find_unresolved(reviews, register=known)
    total = sum(len(rec.addressees) for one in reviews for rec in one.recommendations)
    if form == "json":
        click.echo(_as_json(rows))
    elif form == "csv":
        click.echo(_as_csv(rows).encode("utf-8-sig"), nl=False)
    else:
        for line in _lines(rows):
            click.echo(plain(line))
        left = sum(len(row.places) for row in rows)
        click.echo(f"{left} of {total} addressees are not resolved, under {len(rows)} names")


@agencies.command()
@click.argument("printed")
@click.option("--agency", default="", metavar="ID", help="The body that it means.")
@click.option("--type", "kind", default="", metavar="TYPE", help="Its type, with or without ID.")
@click.option("--source", required=True, metavar="WORDS", help="How you know, in a few words.")
@register_option
def add(printed: str, agency: str, kind: str, source: str, register: Path | None) -> None:
    """Add what a printed name means: a body of the register, a new body, or its type alone.

    An ID that is not in the register makes a new body and needs a type. What cannot be right (an
    unknown type, a name that already means another body) is refused, and nothing is kept.

    \b
    Examples:
      learnt agencies add "The Amber Gate" --agency leeway --source "its own web page"
      learnt agencies add "Haven" --type domestic-abuse-service --source "report, section 3"
    """
    from learnt.agencies.own import Told, add_alias, own_file

    today = datetime.now(UTC).date().isoformat()
    alias = add_alias(Told(printed.strip(), agency, kind, source.strip(), today), _given(register))
    meant = f"{alias.agency}, {alias.type}" if alias.agency else f"of type {alias.type}"
    click.echo(plain(f"{alias.printed}: {meant}; kept in {register or own_file()}"))


@agencies.command()
@click.argument("name")
@click.option("--area", metavar="PARTNERSHIP", help="The review's partnership, for bare names.")
@click.option("--year", metavar="YEAR", help="When the review was written.")
@click.option(
    "--in", "paths", metavar="PATH", multiple=True, help="Reviews: what they recommend to it."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@register_option
def show(
    name: str,
    area: str | None,
    year: str | None,
    paths: tuple[str, ...],
    form: str,
    register: Path | None,
) -> None:
    """Show who is meant by NAME (or by an ID): type, body then and now, why, other names.

    With --in, every recommendation of those reviews that concerns it follows, grouped by the
    reason: addressed to it, to a predecessor, to bodies of its type, to all of its area.

    \b
    Examples:
      learnt agencies show "the Constabulary" --area Norfolk
      learnt agencies show probation-service --in reviews.jsonl --in new-report.pdf
    """
    from learnt.agencies import match_agency, recommendations_to
    from learnt.agencies.own import load_register
    from learnt.cli.reviews import load_reviews
    from learnt.records import Metadata, Review

    known = load_register(_given(register))
    review = Review(review=Metadata(csp=area, published=year))
    match = match_agency(_name_for(name, known), review, register=known)
    told: tuple[Told, ...] = ()
    if paths and match.agency:
        reviews = load_reviews(paths)
        told = recommendations_to(match.agency, reviews, type=match.type, register=known)
    if form == "json":
        click.echo(_as_json({"match": match, "recommendations": told}))
        return
    for line in (*_of_match(match, known), *_of_told(told)):
        click.echo(plain(line))
    if match.agency is None and paths:
        raise click.UsageError("no body is told by this name, so nothing can be looked for")


def _given(register: Path | None) -> Path | None:
    """Refuse a folder that is not there before anything is read; the file may be new."""
    if register and not register.parent.is_dir():
        raise click.UsageError(f"{register.parent}: there is no such folder")
    return register


def _name_for(name: str, register: "Register") -> str:
    """Give the name of what may be an ID ("loxley-council-education"), else `name` itself."""
    from learnt.agencies import agency_name, match_agency
    from learnt.agencies.names import slug

    if name not in register.bodies and ("-" not in name or name != slug(name)):
        return name
    shown = agency_name(name, register)
    return shown if match_agency(shown, register=register).agency == name else name


def _lines(rows: Sequence["Unresolved"]) -> Iterator[str]:
    for row in rows:
        times = f" ({len(row.places)} times)" if len(row.places) > 1 else ""
        yield f"{row.printed}{times}"
        yield f"    type {row.type or 'unknown'}: {row.reason}"
        yield f"    in {', '.join(row.places[:5])}{' ...' if len(row.places) > 5 else ''}"


def _as_csv(rows: Sequence["Unresolved"]) -> str:
    import csv
    import io

    from learnt.export.as_csv import harmless

    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(["printed", "type", "reason", "times", "places"])
    for row in rows:
        cells = (row.printed, row.type or "", row.reason, len(row.places), " | ".join(row.places))
        writer.writerow([harmless(cell) for cell in cells])
    return stream.getvalue()


def _as_json(value: object) -> str:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def _of_match(match: "AgencyMatch", register: "Register") -> Iterator[str]:
    """Give what is known of the body, or the names that are near."""
    yield f"{match.name or match.printed}"
    yield f"  id    {match.agency or 'not resolved'}"
    yield f"  type  {match.type or 'unknown'}"
    yield f"  why   {match.why}"
    if match.agency_now and match.agency_now != match.agency:
        yield f"  now   {match.agency_now}{f' ({match.now_name})' if match.now_name else ''}"
    if match.agency is None:
        near = list(_near(match.printed, register))[:MOST_NEAR]
        yield from (f"  like  {agency}: {name}" for agency, name in near)
        return
    body = register.bodies.get(match.agency)
    if body and (body.since or body.until):
        yield f"  era   {body.since or '?'} to {body.until or 'today'}"
    names = [*(body.aliases if body else ())]
    names += [one.printed for one in register.told.values() if one.agency == match.agency]
    if names:
        yield f"  also  {'; '.join(names)}"
    yield from _of_area(match.agency)
    before = sorted(register.predecessors(match.agency))
    if before:
        shown = ", ".join(before[:MOST_NEAR])
        yield f"  after {shown}{f' and {len(before) - MOST_NEAR} more' if len(before) > 10 else ''}"


def _of_area(agency: str) -> Iterator[str]:
    """Give what lies in the area of a partnership."""
    from learnt.agencies.naming import agency_name
    from learnt.agencies.partnerships import partnerships

    area = next((one for one in partnerships().all if one.id == agency), None)
    if area is None:
        return
    here = (area.police, area.council, area.icb, area.health_board, area.ambulance)
    bodies = (agency_name(body) for body in here if body)
    yield f"  area  {area.area}, {area.region}: {'; '.join(bodies)}"
    if len(area.districts) > 1:
        yield f"  with  {', '.join(area.districts)}"


def _near(printed: str, register: "Register") -> Iterator[tuple[str, str]]:
    """Give bodies of the register that share the longest words of a name."""
    from learnt.agencies.names import key

    words = sorted((word for word in key(printed).split() if len(word) > 3), key=len, reverse=True)
    for word in words[:2]:
        for body in register.bodies.values():
            if word in key(body.name).split():
                yield body.id, body.name


def _of_told(told: Iterable["Told"]) -> Iterator[str]:
    for group in told:
        count = len(group.recommendations)
        yield f"\n{count} recommendation{'s' if count != 1 else ''} {group.says}"
        for item in group.recommendations:
            rec = item.recommendation
            yield f"  {item.csp or '?'} {rec.ref or rec.id} ({item.printed}): {rec.text[:160]}"
