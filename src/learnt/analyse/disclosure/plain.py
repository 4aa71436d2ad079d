"""Tables made from rows that are told elsewhere: they are told as they are, or not at all.

Mentions are the rows of the tables of tags once more, and the number of vulnerabilities of a person is made from the
same rows. The broad kinds of relationship are made from DHRD's tags where these are set: merging would
hide in one table what the other tells, and the difference is a small number. So they are told in full
where all of those tags are, and with withheld or merged rows only where none of the tags is told.
"""

from collections.abc import Iterator, Mapping, Sequence

from learnt.analyse.disclosure.outcomes import Outcome
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.measures import Measure, measures, title_of
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
        rows = list(_rows(one, measure, tallies, decided, rules))
        full = outcome.complete() and not outcome.merged()
        of_rows = measure.derived in FROM_ROWS and not (full and all(rows))
        of_tags = measure.derived in FROM_TAGS and not (all(rows) if full else not any(rows))
        by_totals = one.measure in rules.told_by_totals and not full
        if of_rows or of_tags or by_totals:
            decided[one.id] = Outcome(whole="plain")


def _rows(
    table: Tally,
    measure: Measure,
    tallies: Sequence[Tally],
    decided: Mapping[str, Outcome],
    rules: Settings,
) -> Iterator[bool]:
    """Give for each row of tags that holds a variable of the table, of the same people, if it is told."""
    for one in tallies:
        other = measures().get(one.measure)
        beside = one.section == table.section or (
            one.section == SAME_DEATHS and table.section == rules.whole
        )
        if other is None or other.derived or not beside or other.table != measure.table:
            continue
        if one.form != "tags" or one.id == table.id or one.id not in decided:
            continue
        outcome = decided[one.id]
        names = {
            title_of(other.table, name) for name in other.variables if name in measure.variables
        }
        if names and outcome.whole:
            yield False
        yield from (not cell.mark for cell in outcome.cells if cell.group in names)
