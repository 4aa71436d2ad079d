"""The two pages for those who decide: what happened, what was asked, of whom, what was said before."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from learnt.publish.report.composed import Block, Heading, Note, Paragraph
from learnt.publish.report.grammar import say
from learnt.publish.report.pictures import figure_of
from learnt.publish.report.rules import BriefRule, rules
from learnt.publish.report.sentences import sentences
from learnt.publish.report.tables import slug, table_of
from learnt.records.finding import Analysis, Tally

MOST_ROWS = 5
MOST_GROUPS = 12
"""A table with more groups is shown only where no shorter one is there."""


def brief_of(analysis: Analysis) -> Iterator[Block]:
    """Give the blocks of the brief; none where the analysis counted nothing."""
    if not any(one.findings for one in analysis.tallies):
        return
    for rule in rules().brief:
        yield Heading(id=f"brief-{slug(rule.title)}", text=rule.title)
        found = list(_part(analysis, rule))
        yield from found or [Note(kind="gap", sentence=say(rule.empty))]


def _part(analysis: Analysis, rule: BriefRule) -> Iterator[Block]:
    told = [one for name in rule.says for one in _first_told(analysis, name)]
    for tally in told:
        said = sentences(tally)[: rule.each]
        if said:
            yield Paragraph(said)
    for tally in _named(analysis, rule.draws)[:1]:
        figure = figure_of(tally, name=f"brief-{slug(tally.id)}", most=MOST_ROWS)
        if figure is not None:
            yield figure
    shown = _named(analysis, rule.shows)
    for tally in sorted(shown, key=lambda one: len(one.findings) > MOST_GROUPS)[:1]:
        if tally.findings and not tally.withheld:
            yield table_of(tally, name=f"brief-{slug(tally.id)}", most=MOST_ROWS)


def _first_told(analysis: Analysis, names: str) -> list[Tally]:
    """Give the tallies of a name, or of the one after its bar where it is withheld as a whole."""
    name, _, instead = names.partition("|")
    tally = analysis.tally(name)
    withheld = tally is not None and bool(tally.withheld)
    return _named(analysis, (instead if withheld and instead else name,))


def _named(analysis: Analysis, names: tuple[str, ...]) -> list[Tally]:
    """Give the tallies by name, in the order of the names."""
    return [
        one
        for name in names
        for one in analysis.tallies
        if fnmatchcase(one.id, name) and one.findings
    ]
