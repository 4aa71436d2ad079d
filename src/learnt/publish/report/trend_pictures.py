"""Figures of counts by year: several lines in one picture, a published line beside them."""

from collections.abc import Sequence

from learnt.publish.report import charts, numbers
from learnt.publish.report.composed import Cell, Figure, Number, Sentence, TableBlock
from learnt.publish.report.grammar import fill, listed, say, together
from learnt.publish.report.rules import rules
from learnt.publish.report.tables import cell, slug
from learnt.publish.report.wording import size
from learnt.records.finding import Comparison, Tally

MOST_SAID = 6

Published = dict[str, Comparison]
"""A published figure for a year: the first that the analysis gives."""


def name_of(tally: Tally) -> str:
    """Give the name of a line."""
    return rules().of_measure(tally.measure).nouns or tally.title


def published_by_year(tallies: Sequence[Tally], comparisons: Sequence[Comparison]) -> Published:
    """Give the published figures by year that belong to one of the tallies."""
    groups = {(one.id, found.group) for one in tallies for found in one.findings}
    found: Published = {}
    for one in comparisons:
        if (one.tally, one.group) in groups and one.value is not None and not one.declined:
            found.setdefault(one.group, one)
    return found


def years_figure(
    name: str,
    title: str,
    tallies: Sequence[Tally],
    drawn: Sequence[Tally],
    comparisons: Sequence[Comparison],
    *,
    low: bool = False,
) -> Figure:
    """Draw the counts by year of `drawn`; the table holds those of all `tallies` of the part."""
    years = sorted({one.group for tally in tallies for one in tally.findings})
    published = published_by_year(tallies, comparisons)
    series = [(name_of(one), points_of(one)) for one in drawn]
    beside = (national(published), published_points(published)) if len(published) > 1 else None
    return Figure(
        id=f"figure-{slug(name)}",
        label="",
        title=title,
        spec=charts.trend(series, years, beside, low=low),
        alternative=years_in_words(title, drawn, published if beside else {}),
        table=years_table(name, title, years, tallies, published),
    )


def points_of(tally: Tally) -> list[tuple[str, float, str]]:
    """Give the points of a line: the counts that are told."""
    return [
        (one.group, one.numerator, numbers.count(tally, one).text)
        for one in tally.findings
        if numbers.is_told(one) and one.numerator is not None
    ]


def published_points(published: Published) -> list[tuple[str, float, str]]:
    """Give the points of the published line."""
    return [
        (year, one.value, one.comparator)
        for year, one in sorted(published.items())
        if one.value is not None
    ]


def national(published: Published) -> str:
    """Name the published line."""
    places = dict.fromkeys(one.coverage for one in published.values() if one.coverage)
    return rules().words["national"].format(coverage=", ".join(places))


def years_in_words(title: str, drawn: Sequence[Tally], published: Published) -> Sentence:
    """Describe the picture: the highest values of each line, and the published ones."""
    words = rules().words
    parts = []
    for tally in drawn:
        told = [one for one in sorted(tally.findings, key=size) if numbers.is_told(one)]
        values = [
            together(f"{one.group}: ", numbers.count(tally, one))
            for one in told[:MOST_SAID]
            if one.numerator
        ]
        if values:
            parts.append(together(f"{name_of(tally)}, ", listed(values, ", ")))
    if published:
        figures = [together(f"{year}: ", _figure(one)) for year, one in sorted(published.items())]
        parts.append(together(f"{national(published)}, ", listed(figures, ", ")))
    return fill(words["alternative_lines"], title=title, values=listed(parts, "; ", "; "))


def _figure(one: Comparison) -> Sentence:
    number = Number(one.comparator, one.tally, one.group, "comparator")
    return Sentence(one.comparator, (number,))


def years_table(
    name: str, title: str, years: Sequence[str], tallies: Sequence[Tally], published: Published
) -> TableBlock:
    """Give counts by year of several tallies, a column for each, and the published figures."""
    by_year = [{one.group: one for one in tally.findings} for tally in tallies]
    rows = []
    for year in years:
        cells = [Cell(year)]
        for tally, found in zip(tallies, by_year, strict=True):
            cells.append(cell(numbers.count(tally, found[year])) if year in found else Cell("–"))
        if published:
            one = published.get(year)
            cells.append(cell(_figure(one)) if one else Cell("–"))
        rows.append(tuple(cells))
    last = [("Not recorded", [cell(numbers.not_recorded(one)) for one in tallies])]
    last.append(("Total", [cell(numbers.total(one)) for one in tallies]))
    blank = [Cell("")] if published else []
    closing = [
        (Cell(head), *cells, *blank) for head, cells in last if any(one.text for one in cells)
    ]
    heads = [name_of(one) for one in tallies] + ([national(published)] if published else [])
    note = charts.not_drawn([found for tally in tallies for found in tally.findings])
    return TableBlock(
        id=f"table-{slug(name)}-data",
        label="",
        caption=title,
        headers=("Year", *heads),
        rows=(*rows, *closing),
        notes=(say(note),) if note else (),
        tally=tallies[0].id if len(tallies) == 1 else "",
        last=len(closing),
    )
