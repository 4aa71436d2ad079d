"""Figures: the chart of a tally, its title, its text alternative and the table of what it draws."""

from collections.abc import Sequence

from learnt.publish.report import charts, numbers
from learnt.publish.report.composed import Cell, Figure, Sentence, TableBlock
from learnt.publish.report.grammar import fill, listed, together
from learnt.publish.report.rules import rules
from learnt.publish.report.tables import (
    BETWEEN,
    cell,
    count_word,
    head_of_groups,
    largest,
    notes_of,
    recorded_rows,
    slug,
    table_of,
)
from learnt.publish.report.trend_pictures import years_figure
from learnt.publish.report.wording import caption, label_of
from learnt.records.finding import Finding, Tally

MOST_BARS = 15
MOST_SAID = 6
"""So many values are told in a text alternative; the table holds them all."""


def figure_of(tally: Tally, *, name: str = "", most: int = 0) -> Figure | None:
    """Give the figure of a tally as its rule asks for; None where there is nothing to draw."""
    picture = rules().of_measure(tally.measure).picture
    drawn = [one for one in recorded_rows(tally) if numbers.is_told(one) or one.withheld]
    if not picture or tally.withheld or not any(numbers.is_told(one) for one in drawn):
        return None
    if picture == "line" and tally.form == "years":
        return years_figure(name or tally.id, caption(tally), [tally], [tally], (), low=bool(most))
    if picture == "bars" and sum(1 for one in drawn if one.withheld or one.numerator) > 1:
        return bar_figure(tally, drawn, name, most)
    return None


def bar_figure(tally: Tally, drawn: Sequence[Finding], name: str, most: int) -> Figure:
    """Draw bars for the groups in order, or the largest where there are too many."""
    limit = most or MOST_BARS
    chosen = tuple(drawn) if len(drawn) <= limit else largest(tally, limit)
    name = name or slug(tally.id)
    return Figure(
        id=f"figure-{name}",
        label="",
        title=title_of(tally, len(chosen), len(drawn)),
        spec=charts.bars(tally, chosen),
        alternative=alternative("bars", tally, chosen),
        table=table_of(tally, name=f"{name}-data", most=most),
    )


def title_of(tally: Tally, chosen: int, drawn: int) -> str:
    """Give a picture's title, which says when not all groups are drawn."""
    if chosen >= drawn:
        return caption(tally)
    largest_of = rules().words["drawn_largest"].format(most=chosen, all=drawn)
    return f"{caption(tally)} ({largest_of})"


def alternative(kind: str, tally: Tally, shown: Sequence[Finding]) -> Sentence:
    """Describe a picture in words from what it draws; the rest is in its table."""
    words = rules().words
    told = shown if len(shown) <= MOST_SAID else sorted(
        shown, key=lambda one: -(one.numerator or 0)
    )[:MOST_SAID]  # fmt: skip
    values = [
        together(f"{label_of(tally, one.group)}: ", numbers.count(tally, one)) for one in told
    ]
    said = fill(words[f"alternative_{kind}"], title=caption(tally), values=listed(values))
    if len(told) < len(shown):
        said = together(said, " ", words["alternative_more"])
    return said


def beside_figure(tally: Tally, other: Tally, name: str) -> Figure | None:
    """Draw the shares of an area's groups beside those of the rest; None where there are too few."""
    picture = rules().of_measure(tally.measure).picture
    theirs = {one.group: one for one in other.findings}
    shared = [one for one in tally.findings if numbers.has_share(one) and one.group in theirs]
    shared = [one for one in shared if one.numerator or theirs[one.group].numerator]
    chosen = sorted(shared, key=lambda one: -(one.numerator or 0))[:MOST_BARS]
    if picture != "bars" or len(chosen) <= 1:
        return None
    names = (name or rules().words["here"], rules().words["rest"])
    values = [
        together(f"{label_of(tally, one.group)}: ", numbers.share(tally, one), " beside ",
                 numbers.share(other, theirs[one.group]))
        for one in chosen[:MOST_SAID]
    ]  # fmt: skip
    said = fill(rules().words["alternative_beside"], title=caption(tally), values=listed(values))
    return Figure(
        id=f"figure-{slug(tally.id)}",
        label="",
        title=caption(tally),
        spec=charts.beside(tally, other, chosen, names),
        alternative=said,
        table=beside_table(tally, other, names),
    )


def beside_table(tally: Tally, other: Tally, names: tuple[str, str]) -> TableBlock:
    """Give counts, bases and shares of two tallies in one table."""
    mine = {one.group: one for one in tally.findings}
    theirs = {one.group: one for one in other.findings}
    rows = []
    for group in dict.fromkeys((*mine, *theirs)):
        cells = [Cell(label_of(tally, group))]
        for table, found in ((tally, mine.get(group)), (other, theirs.get(group))):
            for print_it in (numbers.count, numbers.base, numbers.share):
                cells.append(cell(print_it(table, found)) if found else Cell("–"))
        rows.append(tuple(cells))
    unit = count_word(tally)
    heads = [f"{name}: {what}" for name in names for what in (unit, "of", "share")]
    return TableBlock(
        id=f"table-{slug(tally.id)}-data",
        label="",
        caption=caption(tally),
        headers=(head_of_groups(tally), *heads),
        rows=tuple(rows),
        notes=notes_of(tally),
        tally=tally.id,
        wide=True,
    )


def pyramid_of(tally: Tally) -> Figure | None:
    """Draw age bands by sex as a pyramid where a table crosses the two; None where it does not."""
    sides = rules().pyramid
    if tally.form != "cross" or tally.withheld or not fits(tally, sides):
        return None
    pairs = [(*one.group.partition(BETWEEN)[::2], one) for one in tally.findings]
    if sides[0] in {pair[0] for pair in pairs}:
        pairs = [(band, sex, one) for sex, band, one in pairs]
    bands = list(dict.fromkeys(pair[0] for pair in pairs))
    return Figure(
        id=f"figure-{slug(tally.id)}",
        label="",
        title=caption(tally),
        spec=charts.pyramid(pairs, sides, bands, sides),
        alternative=alternative("pyramid", tally, [pair[2] for pair in pairs]),
        table=table_of(tally, name=f"{slug(tally.id)}-pyramid"),
    )


def fits(tally: Tally, sides: tuple[str, str]) -> bool:
    """Whether a crossed table has both sides of a pyramid in one of its dimensions."""
    pairs = [one.group.split(BETWEEN, 1) for one in tally.findings]
    return any(
        set(sides) <= {pair[place] for pair in pairs if len(pair) > place} for place in (0, 1)
    )
