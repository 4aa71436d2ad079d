"""Numbers of findings as they are printed, each with its origin."""

from learnt.publish.report.composed import Number, Sentence, What
from learnt.publish.report.grammar import fill, percent, percent_of, plain, rate, with_unit
from learnt.publish.report.rules import rules
from learnt.records.finding import Finding, Tally


def withheld(finding: Finding) -> str:
    """Give what is printed in place of a number that is not told; empty where it is told."""
    words = rules().words
    if finding.least is not None:
        return words["at_least"].format(n=f"{finding.least:,}")
    return words[finding.withheld] if finding.withheld else ""


def is_told(finding: Finding) -> bool:
    """Whether a count can be printed and drawn."""
    return not finding.withheld and finding.numerator is not None


def number(printed: str, tally: Tally, group: str, what: What) -> Sentence:
    """Print a number with its origin."""
    return Sentence(printed, (Number(printed, tally.id, group, what),))


def count(tally: Tally, finding: Finding) -> Sentence:
    """Print how many: a number, or why it is not told."""
    if finding.least is not None:
        least = number(f"{finding.least:,}", tally, finding.group, "least")
        return fill(rules().words["at_least"], n=least)
    if finding.withheld:
        return Sentence(withheld(finding))
    if finding.numerator is None:
        return Sentence("")
    return number(f"{finding.numerator:,}", tally, finding.group, "numerator")


def base(tally: Tally, finding: Finding) -> Sentence:
    """Print of how many; nothing where that is withheld.

    A withheld number is of those recorded, which the total and the number not recorded tell between them; rows
    that stand alone beside others have each their own.
    """
    of = finding.denominator
    if of is None and finding.withheld and (tally.form == "categories" or len(tally.findings) == 1):
        of = None if tally.total is None else tally.total - (tally.not_recorded or 0)
    return Sentence("") if of is None else number(f"{of:,}", tally, finding.group, "denominator")


def has_share(finding: Finding) -> bool:
    """Whether a percentage may be printed for a count."""
    return is_told(finding) and finding.share is not None and bool(finding.denominator)


def share(tally: Tally, finding: Finding) -> Sentence:
    """Print the share as a percentage from the exact fraction; nothing where there is none."""
    if not has_share(finding):
        return Sentence("")
    assert finding.numerator is not None
    assert finding.denominator
    printed = percent(finding.numerator, finding.denominator)
    return number(printed, tally, finding.group, "share")


def share_interval(tally: Tally, finding: Finding) -> Sentence:
    """Print the 95% interval of a share: "62% to 96%"; nothing where there is none."""
    if not has_share(finding) or finding.share is None:
        return Sentence("")
    low, high = percent_of(finding.share.low), percent_of(finding.share.high)
    return Sentence(
        f"{low} to {high}",
        (
            Number(low, tally.id, finding.group, "share_low"),
            Number(high, tally.id, finding.group, "share_high"),
        ),
    )


def value(tally: Tally, finding: Finding, *, unit: bool = True) -> Sentence:
    """Print a mean, rate or other value, with its unit if asked for."""
    if finding.withheld:
        return Sentence(withheld(finding))
    if finding.value is None:
        return Sentence("")
    printed = with_unit(finding.value, finding.unit) if unit else bare(finding.value, finding.unit)
    return number(printed, tally, finding.group, "value")


def bare(amount: float, unit: str) -> str:
    """Print a value as `with_unit` does, without the unit's words (a table's head has them)."""
    return rate(amount) if unit == "per 100,000" else plain(amount)


def value_interval(tally: Tally, finding: Finding) -> Sentence:
    """Print the 95% interval of a rate or mean: "0.8 to 3.1"; nothing where there is none."""
    if finding.withheld or finding.low is None or finding.high is None:
        return Sentence("")
    low, high = bare(finding.low, finding.unit), bare(finding.high, finding.unit)
    return Sentence(
        f"{low} to {high}",
        (
            Number(low, tally.id, finding.group, "low"),
            Number(high, tally.id, finding.group, "high"),
        ),
    )


def unrecorded(tally: Tally, finding: Finding) -> Sentence:
    """Print for how many the fact of one row is not recorded; nothing where that is withheld."""
    if finding.not_recorded is None:
        return Sentence("")
    return number(f"{finding.not_recorded:,}", tally, finding.group, "not_recorded")


def total(tally: Tally) -> Sentence:
    """Print the size of a table's population; nothing where it is withheld."""
    if tally.total is None:
        return Sentence("")
    return number(f"{tally.total:,}", tally, "", "total")


def not_recorded(tally: Tally) -> Sentence:
    """Print for how many of a table nothing is recorded; nothing where there are none or withheld."""
    if not tally.not_recorded:
        return Sentence("")
    return number(f"{tally.not_recorded:,}", tally, "", "not_recorded")
