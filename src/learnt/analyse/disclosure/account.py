"""The account of what was merged or withheld, and why: for the preview, never printed in public."""

from collections.abc import Iterator, Mapping

from learnt.analyse.disclosure.outcomes import Outcome
from learnt.analyse.disclosure.settings import Settings
from learnt.records.finding import Analysis, Protection, Tally


def account(
    analysis: Analysis, decided: Mapping[str, Outcome], rules: Settings
) -> tuple[Protection, ...]:
    """Give what was done to each table and row, in the order of the tables."""
    found: list[Protection] = []
    for tally in analysis.tallies:
        if tally.id in decided:
            found += _of_table(tally, decided[tally.id], rules)
    return tuple(found)


def _of_table(tally: Tally, outcome: Outcome, rules: Settings) -> Iterator[Protection]:
    if outcome.whole:
        yield Protection(tally=tally.id, group="", did="withheld", why=rules.why(outcome.whole))
        return
    for cell in outcome.cells:
        if len(cell.members) > 1:
            why = f"{cell.group}: {rules.why('merged')}"
            for group in cell.members:
                yield Protection(tally=tally.id, group=group, did="merged", why=why)
        elif cell.mark:
            yield Protection(
                tally=tally.id, group=cell.group, did="withheld", why=rules.why(cell.mark)
            )
    told = {name for cell in outcome.cells for name in cell.members}
    for finding in tally.findings:
        if finding.group not in told and finding.numerator:
            yield Protection(
                tally=tally.id, group=finding.group, did="withheld", why=rules.why("extremes")
            )
