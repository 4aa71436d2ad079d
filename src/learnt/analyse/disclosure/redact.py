"""From decisions to what is told: public tables hold no number, id or note of what is withheld."""

from collections.abc import Mapping, Sequence

import msgspec

from learnt.analyse.disclosure.least import with_least
from learnt.analyse.disclosure.outcomes import Cell, Outcome
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.disclosure.tables import is_average
from learnt.analyse.disclosure.unseen import list_alike
from learnt.analyse.disclosure.wording import (
    public_definition,
    public_gaps,
    public_quality,
    say_of_others,
)
from learnt.analyse.shares import Cases, Mentions, percent, share_of_mentions, share_of_people
from learnt.records.finding import Analysis, Comparison, Finding, ShareOfMentions, Tally


def public_analysis(
    analysis: Analysis, decided: Mapping[str, Outcome], titles: Sequence[str], rules: Settings
) -> Analysis:
    """Give the public analysis: no ids, nothing said of single rows, no account of what was done.

    Sentences on missing data that begin with one of `titles` (of sections that may not stand apart) go.
    """
    tallies = _with_notes(
        [public_tally(one, decided.get(one.id), rules) for one in analysis.tallies], decided, rules
    )
    hidden = {name for name, one in decided.items() if one.whole == "populations"}
    if titles:
        tallies = list_alike(tallies, hidden, rules)
    told = {one.id: {row.group for row in one.findings if not row.withheld} for one in tallies}
    return msgspec.structs.replace(
        analysis,
        tallies=tuple(tallies),
        comparisons=tuple(one for one in analysis.comparisons if _compared(one, told, decided)),
        quality=public_quality(analysis, decided, rules),
        gaps=public_gaps(analysis.gaps, titles),
        protections=(),
        public=True,
    )


def _with_notes(
    tallies: Sequence[Tally], decided: Mapping[str, Outcome], rules: Settings
) -> list[Tally]:
    wholes = {one.measure: one for one in tallies if one.section == rules.whole}
    return [
        say_of_others(one, wholes.get(one.measure) if one.section in rules.parts else None, rules)
        if one.id in decided
        else one
        for one in tallies
    ]


def _compared(
    one: Comparison, told: Mapping[str, set[str]], decided: Mapping[str, Outcome]
) -> bool:
    if one.tally not in decided:
        return True
    return decided[one.tally].whole is None and (not one.group or one.group in told[one.tally])


def public_tally(tally: Tally, outcome: Outcome | None, rules: Settings) -> Tally:
    """Give a table as it is told in public; None of `outcome` is a table that is not protected.

    The number of mentions is a number about people: it goes where the mentions are withheld.
    """
    if outcome is None:
        findings = tuple(msgspec.structs.replace(one, ids=()) for one in tally.findings)
        return msgspec.structs.replace(tally, findings=findings, merged=())
    definition = public_definition(tally, outcome, rules)
    if outcome.whole:
        return msgspec.structs.replace(
            tally,
            definition=definition,
            findings=(),
            merged=(),
            total=None if outcome.unnamed or tally.unit == "mentions" else tally.total,
            not_recorded=None,
            withheld=rules.sentence(outcome.whole),
        )
    by_group = {one.group: one for one in tally.findings}
    findings = tuple(
        _finding(
            tally, cell, [by_group[name] for name in cell.members if name in by_group], outcome.bare
        )
        for cell in outcome.cells
    )
    told = msgspec.structs.replace(tally, findings=findings, merged=(), definition=definition)
    return with_least(told, rules)


def _finding(tally: Tally, cell: Cell, members: Sequence[Finding], bare: bool) -> Finding:
    if cell.mark or not members:
        return Finding(
            measure=tally.measure, group=cell.group, unit=tally.unit, withheld=cell.mark or "small"
        )
    if is_average(tally):
        return _rounded(members[0], bare)
    if len(members) == 1:
        return msgspec.structs.replace(members[0], group=cell.group, ids=())
    return _merged(cell, members)


def _merged(cell: Cell, members: Sequence[Finding]) -> Finding:
    first = members[0]
    count = sum(one.numerator or 0 for one in members)
    of = first.denominator or 0
    mentions = isinstance(first.share, ShareOfMentions)
    found = (
        share_of_mentions(Mentions(count), Mentions(of))
        if mentions
        else share_of_people(Cases(count), Cases(of))
    )
    return msgspec.structs.replace(
        first,
        group=cell.group,
        numerator=count,
        value=percent(count, of) if first.unit == "percent" else float(count),
        share=found,
        low=None,
        high=None,
        population=None,
        ids=(),
        note="",
    )


def _rounded(finding: Finding, bare: bool) -> Finding:
    """Give an average in whole numbers, `bare` without its interval: a decimal tells more than is meant."""
    figures = {
        name: None if value is None or (bare and name != "value") else float(round(value))
        for name, value in (
            ("value", finding.value),
            ("low", finding.low),
            ("high", finding.high),
        )
    }
    return msgspec.structs.replace(finding, ids=(), **figures)
