"""The auditor: what somebody could work out from a public analysis who knows all our rules."""

from collections.abc import Iterator

import msgspec

from learnt.analyse.disclosure.relations import relate
from learnt.analyse.disclosure.settings import Settings, settings
from learnt.analyse.disclosure.solve import bounds
from learnt.analyse.disclosure.system import rows_of
from learnt.analyse.disclosure.tables import is_average
from learnt.records.finding import Analysis, Finding, Tally


class Breach(msgspec.Struct, frozen=True, kw_only=True):
    """A row that a public analysis gives away: from the table alone, or worked out (`low` to `high`)."""

    tally: str
    group: str
    why: str
    low: int | None = None
    high: int | None = None


def audit(analysis: Analysis) -> tuple[Breach, ...]:
    """Give all breaches of a public analysis: none, if it may be published.

    Every row of the protected tables is a whole number; totals, parts and wholes, rows of one variable,
    sides, numbers of mentions and means bind them. The bounds of a breach are exact: the least and the
    greatest value that the row can have. Raises `NoSolver` where scipy is needed and not installed.
    """
    rules = settings()
    plain = [one for tally in analysis.tallies for one in _left(tally, rules)]
    system = rows_of(analysis, rules)
    relate(system, analysis.tallies, rules)
    narrow = [
        Breach(tally=key[0], group=key[1], why="worked out", low=low, high=high)
        for key, (low, high) in sorted(bounds(system, rules.possible_values).items())
        if high - low + 1 < rules.possible_values
    ]
    return (*plain, *narrow)


def _left(tally: Tally, rules: Settings) -> Iterator[Breach]:
    """Give what a table gives away by itself."""
    for one in tally.findings:
        if one.ids:
            yield Breach(tally=tally.id, group=one.group, why="ids are told")
        if one.withheld and _numbers(one):
            yield Breach(tally=tally.id, group=one.group, why="withheld, and a number is left")
        if tally.personal and not one.withheld:
            least = rules.values_for_mean if is_average(tally) else rules.small
            if one.numerator is None or one.numerator < least:
                yield Breach(tally=tally.id, group=one.group, why="a small number is told")


def _numbers(finding: Finding) -> bool:
    numbers = (
        finding.numerator,
        finding.denominator,
        finding.not_recorded,
        finding.value,
        finding.share,
        finding.low,
        finding.high,
        finding.population,
    )
    return any(number is not None for number in numbers)
