"""Reading of internal tables: counts by group, and of how many they are."""

from learnt.records.finding import Finding, Tally

NUMBERS = ("years", "months", "per 100,000")
"""Units of figures that are worked out from values, not counts of cases."""


def counts_of(tally: Tally) -> dict[str, int]:
    """Give the count of each group in the order of the table."""
    return {finding.group: finding.numerator or 0 for finding in tally.findings}


def recorded(tally: Tally, finding: Finding) -> int:
    """Give the number of cases in which the finding's variable is recorded.

    Whatever the analyst chose as denominator: the number not recorded is told, so this can be worked out.
    """
    missing = finding.not_recorded if finding.not_recorded is not None else tally.not_recorded
    if tally.total is not None and missing is not None:
        return max(tally.total - missing, 0)
    return finding.denominator or tally.total or 0


def is_average(tally: Tally) -> bool:
    """Whether the table gives figures of values (mean, median, range), not counts of cases."""
    return tally.form == "single" and tally.unit in NUMBERS
