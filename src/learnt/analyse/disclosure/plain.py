"""Tables made from rows that are told elsewhere: they are told as they are, or not at all.

Mentions are the rows of the tables of tags once more, and the number of vulnerabilities of a person is made from the
same rows. The broad kinds of relationship are made from DHRD's tags where these are told. Merging would
hide in one table what the other tells, and the difference is a small number.
"""

from collections.abc import Iterator, Sequence

from learnt.analyse.disclosure.outcomes import Outcome
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.measures import Measure, measures
from learnt.records.finding import Tally

FROM_ROWS = ("mentions", "number")
FROM_TAGS = ("sub_type",)
SAME_DEATHS = "register-tags"
"""A section that counts the same deaths as the joint one."""


def keep_plain(tallies: Sequence[Tally], decided: dict[str, Outcome], rules: Settings) -> None:
    """Withhold, in `decided`, what is made from rows and not told in full as it is."""
    for one in tallies:
        measure = measures().get(one.measure)
        outcome = decided.get(one.id)
        if measure is None or outcome is None or outcome.whole:
            continue
        sources = [
            decided[name] for name in _sources(one, measure, tallies, rules) if name in decided
        ]
        whole = outcome.complete() and not outcome.merged()
        if measure.derived in FROM_ROWS and not (whole and all(map(_told, sources))):
            decided[one.id] = Outcome(whole="plain")
        elif measure.derived in FROM_TAGS and any(map(_told_some, sources)) and not whole:
            decided[one.id] = Outcome(whole="plain")


def _told(outcome: Outcome) -> bool:
    return outcome.complete()


def _told_some(outcome: Outcome) -> bool:
    return outcome.whole is None


def _sources(
    table: Tally, measure: Measure, tallies: Sequence[Tally], rules: Settings
) -> Iterator[str]:
    """Give the tables of tags that hold the same variables of the same people."""
    for one in tallies:
        other = measures().get(one.measure)
        if other is None or other.table != measure.table or one.id == table.id:
            continue
        same = set(other.variables) & set(measure.variables)
        beside = one.section == table.section or (
            one.section == SAME_DEATHS and table.section == rules.whole
        )
        if same and one.form == "tags" and beside:
            yield one.id
