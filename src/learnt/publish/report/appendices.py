"""The appendices: methods, definitions, quality of the data, published figures, versions."""

from collections.abc import Iterator, Sequence

from learnt.publish.report import numbers
from learnt.publish.report.body import in_lower
from learnt.publish.report.composed import (
    Block,
    Cell,
    Heading,
    Note,
    Number,
    Paragraph,
    TableBlock,
)
from learnt.publish.report.grammar import say
from learnt.publish.report.rules import rules
from learnt.records.finding import Analysis, Comparison, Tally


def methods_of(analysis: Analysis) -> Iterator[Block]:
    """Say how the figures were made."""
    for line in rules().methods:
        yield Paragraph((say(line),))
    words = rules().words
    yield Paragraph((say(words[f"denominator_{analysis.selection.denominator}"]),))
    if analysis.public:
        yield Paragraph((say(words["protected"]),))


def definitions_of(analysis: Analysis) -> Iterator[Block]:
    """Give the definition of each measure once."""
    rows = dict.fromkeys((one.title, one.definition) for one in analysis.tallies if one.definition)
    if rows:
        yield words_table("definitions-table", "definitions", list(rows))


def quality_of(analysis: Analysis) -> Iterator[Block]:
    """Say what is not recorded, what could not be counted, and what the checks found."""
    words = rules().words
    missing = [one for one in analysis.tallies if one.not_recorded and not one.withheld]
    if missing:
        yield Heading(id="quality-not-recorded", text=words["head_not_recorded"])
        yield _not_recorded(missing)
    if analysis.gaps:
        yield Heading(id="quality-gaps", text=words["head_gaps"])
        for gap in analysis.gaps:
            yield Note(kind="gap", sentence=say(in_lower(gap)))
    # What is not recorded stands in the table above already.
    found = [one for one in analysis.quality if one.code != "not-recorded"]
    if found:
        yield Heading(id="quality-checks", text=words["head_checks"])
        for one in found:
            yield Paragraph((say(one.says),))


def _not_recorded(tallies: Sequence[Tally]) -> TableBlock:
    rows = []
    for tally in tallies:
        missing, of = numbers.not_recorded(tally), numbers.total(tally)
        rows.append(
            (
                Cell(tally.title),
                Cell(tally.of),
                Cell(missing.text, missing.numbers),
                Cell(of.text, of.numbers),
            )
        )
    return TableBlock(
        id="quality-table",
        label="",
        caption=rules().words["caption_not_recorded"],
        headers=rules().heads["not_recorded"],
        rows=tuple(rows),
    )


def comparators_of(analysis: Analysis) -> Iterator[Block]:
    """Give the published figures with base, period, coverage, source and licence, then the declined."""
    told = [one for one in analysis.comparisons if not one.declined]
    declined = [one for one in analysis.comparisons if one.declined]
    titles = {one.id: one.title for one in analysis.tallies}
    words, heads = rules().words, rules().heads
    if told:
        yield TableBlock(
            id="comparators-table",
            label="",
            caption=words["caption_comparators"],
            headers=heads["comparators"],
            rows=tuple(_comparator(one, titles) for one in told),
            wide=True,
        )
    if declined:
        rows = dict.fromkeys(
            (titles.get(one.tally, one.tally), one.group, one.declined) for one in declined
        )
        yield words_table("declined-table", "declined", list(rows))


def _comparator(one: Comparison, titles: dict[str, str]) -> tuple[Cell, ...]:
    figure = Number(one.comparator, one.tally, one.group, "comparator")
    return (
        Cell(titles.get(one.tally, one.tally)),
        Cell(one.group),
        Cell(one.comparator, (figure,)),
        *(
            Cell(text)
            for text in (one.base, one.period, one.coverage, one.source, one.licence, one.differs)
        ),
    )


def versions_of(analysis: Analysis) -> Iterator[Block]:
    """Name the source and date of the data, and the versions that made the report."""
    words = rules().words
    rows = [(words["source"], analysis.source), (words["date"], analysis.date)]
    rows += sorted(analysis.versions.items())
    rows = [row for row in rows if row[1]]
    if rows:
        yield words_table("versions-table", "versions", rows)


def words_table(name_of_table: str, name: str, rows: Sequence[tuple[str, ...]]) -> TableBlock:
    """Make a table of words."""
    return TableBlock(
        id=name_of_table,
        label="",
        caption=rules().words[f"caption_{name}"],
        headers=rules().heads[name],
        rows=tuple(tuple(Cell(text) for text in row) for row in rows),
    )
