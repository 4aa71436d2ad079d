"""Sentences on numbers that are no shares: means, ranges, rates, how much is counted."""

from collections.abc import Sequence

from learnt.publish.report import numbers
from learnt.publish.report.composed import Sentence
from learnt.publish.report.grammar import fill, listed, one_of, say, together, upper_first
from learnt.publish.report.rules import MeasureRule, rules
from learnt.publish.report.wording import (
    closed,
    population,
    recorded,
    unrecorded,
    word_for,
)
from learnt.records.finding import Finding, Tally

MEASURED = ("percent", "years", "months", "per 100,000")
"""Units that are printed with a value; a count of the noun itself is not."""
RATE = "per 100,000"


def say_values(tally: Tally) -> tuple[Sentence, ...]:
    """Give the sentences of a table of single numbers; none where all are withheld."""
    rule = rules().of_measure(tally.measure)
    if all(is_count(one) for one in tally.findings):
        return _counts(tally, rule)
    if all(one.unit == RATE for one in tally.findings):
        return _rates(tally)
    return _values(tally, rule)


def _counts(tally: Tally, rule: MeasureRule) -> tuple[Sentence, ...]:
    """Say how many cases are counted, then of what there are none, then how many people are described."""
    words = rules().words
    told = [one for one in tally.findings if numbers.is_told(one)]
    if not told:
        return (say(words["counted_empty"]),)
    cases = [one for one in told if one.unit != "people"]
    some = [_count(tally, rule, one) for one in cases if one.numerator]
    none = [
        fill(words["counted_no"], group=word_for(rule, one.group))
        for one in cases
        if not one.numerator
    ]
    people = [_count(tally, rule, one) for one in told if one.unit == "people" and one.numerator]
    parts = []
    if some or none:
        end = fill(words["counted_none"], groups=listed(none)) if some and none else ""
        parts.append(fill(words["counted"], values=listed(some or none), none=end))
    if people:
        parts.append(fill(words["counted_people"], people=listed(people)))
    return (closed(listed(parts, "; ", "; ")),)


def is_count(finding: Finding) -> bool:
    """Whether a single number is itself how many cases there are, not worked out from them."""
    return finding.unit != RATE and (finding.value is None or finding.value == finding.numerator) and (
        finding.denominator is None
    )  # fmt: skip


def _count(tally: Tally, rule: MeasureRule, finding: Finding) -> Sentence:
    group = word_for(rule, finding.group, one=finding.numerator == 1)
    count = numbers.count(tally, finding)
    return together(count, " ", one_of(group) if finding.numerator == 1 else group)


def _values(tally: Tally, rule: MeasureRule) -> tuple[Sentence, ...]:
    """Say "mean 45.3 years (95% interval 38 to 52) and median 44 years, from 15 people"."""
    told = [one for one in tally.findings if not one.withheld and one.value is not None]
    if not told:
        return ()
    words = rules().words
    if told[0].denominator == 1:
        # Of one case the mean, the median and the most are one number.
        told = told[:1]
    parts = [
        together(
            f"{word_for(rule, one.group)} " if one.denominator != 1 else "",
            numbers.value(tally, one, unit=one.unit in MEASURED),
            interval(tally, one),
        )
        for one in told
    ]
    based = next((one for one in told if one.denominator), None)
    base: Sentence | str = ""
    if based is not None:
        of = population(tally, based)
        base = fill(words["base"], d=numbers.base(tally, based), of=of, recorded=recorded(tally))
    noun = upper_first(Sentence(rule.noun)).text or tally.title
    said = fill(words["single"], noun=noun, values=listed(parts), base=base)
    return (closed(together(said, unrecorded(tally))),)


def interval(tally: Tally, finding: Finding) -> Sentence | str:
    """Give " (95% interval 38 to 52)" where a value has one."""
    found = numbers.value_interval(tally, finding)
    return fill(rules().words["interval"], interval=found) if found.text else ""


def whole_of(tally: Tally, told: Sequence[Finding]) -> Finding | None:
    """Give the rate of all areas together, which stands last and has all deaths and the most people."""
    last = told[-1]
    people = max(one.population or 0 for one in told)
    is_whole = last.numerator == tally.total and last.population == people
    return last if len(told) > 1 and is_whole else None


def _rates(tally: Tally) -> tuple[Sentence, ...]:
    """Name the highest and the lowest rate, then that of the whole; higher only where intervals part."""
    words = rules().words
    told = [one for one in tally.findings if not one.withheld and one.value is not None]
    if not told:
        return ()
    # The whole is neither the highest nor the lowest of its parts.
    whole = whole_of(tally, told)
    ranked = sorted((one for one in told if one is not whole), key=lambda one: -(one.value or 0))
    high, low = ranked[0], ranked[-1]
    parts: dict[str, Sentence | str] = {
        "noun": rules().of_measure(tally.measure).noun or words["noun"],
        "group": high.group,
        "value": numbers.value(tally, high),
        "interval": interval(tally, high),
    }
    end = (_whole_rate(tally, whole),) if whole else ()
    if len(ranked) == 1:
        return (closed(fill(words["rate_one"], **parts)), *end)
    parts |= {
        "low_group": low.group,
        "low_value": numbers.value(tally, low),
        "low_interval": interval(tally, low),
    }
    apart = high.low is not None and low.high is not None and high.low > low.high
    verdict = say(words["rate_apart" if apart else "rate_alike"])
    return (closed(fill(words["rate"], **parts)), verdict, *end)


def _whole_rate(tally: Tally, whole: Finding) -> Sentence:
    said = fill(
        rules().words["rate_whole"],
        group=whole.group,
        value=numbers.value(tally, whole),
        interval=interval(tally, whole),
    )
    return closed(said)
