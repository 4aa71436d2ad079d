"""Differences: told only where chance alone would not give them; published figures beside ours."""

from collections.abc import Sequence
from math import sqrt

from learnt.publish.report import numbers
from learnt.publish.report.composed import Number, Sentence
from learnt.publish.report.grammar import fill, listed, lower_first, say, together
from learnt.publish.report.rules import rules
from learnt.publish.report.sentences import word_for
from learnt.records.finding import Comparison, Finding, Share, Tally

NAMED = 3
"""So many groups are named on each side of a comparison."""


def newcombe(first: Share, second: Share) -> tuple[float, float]:
    """Give the 95% interval of the difference of two independent shares.

    Newcombe's hybrid score interval (1998, *Statistics in Medicine* 17, 873–890, method 10), from
    the Wilson intervals that both shares carry.
    """
    apart = first.value - second.value
    low = sqrt((first.value - first.low) ** 2 + (second.high - second.value) ** 2)
    high = sqrt((first.high - first.value) ** 2 + (second.value - second.low) ** 2)
    return apart - low, apart + high


def differs(first: Finding, second: Finding) -> int:
    """Give 1 or -1 where the first share is higher or lower beyond chance, else 0."""
    if not (numbers.has_share(first) and numbers.has_share(second)):
        return 0
    if type(first.share) is not type(second.share) or first.share is None or second.share is None:
        return 0
    low, high = newcombe(first.share, second.share)
    return 1 if low > 0 else -1 if high < 0 else 0


def say_beside(tally: Tally, other: Tally, rest: str) -> tuple[Sentence, ...]:
    """Give the sentences that set the shares of a tally beside those of another population.

    The two must not overlap: an area and the rest, not an area and the whole.
    """
    words, rule = rules().words, rules().of_measure(tally.measure)
    theirs = {one.group: one for one in other.findings}
    pairs = [(one, theirs[one.group]) for one in tally.findings if one.group in theirs]
    pairs = [pair for pair in pairs if all(map(numbers.has_share, pair))]
    out = []
    for sign, key in ((1, "beside_higher"), (-1, "beside_lower")):
        found = sorted((pair for pair in pairs if differs(*pair) == sign), key=_apart)[:NAMED]
        groups = [
            fill(
                words["beside_group"],
                group=word_for(rule, mine.group),
                share=numbers.share(tally, mine),
                other=numbers.share(other, yours),
            )
            for mine, yours in found
        ]
        if groups:
            out.append(fill(words[key], rest=rest, groups=listed(groups)))
    if not out and pairs:
        out.append(fill(words["beside_similar"], rest=rest))
    return tuple(out)


def _apart(pair: tuple[Finding, Finding]) -> float:
    mine, yours = pair
    return -abs((mine.share.value if mine.share else 0) - (yours.share.value if yours.share else 0))


def say_comparisons(tally: Tally, comparisons: Sequence[Comparison]) -> tuple[Sentence, ...]:
    """Give the sentences on published figures beside a tally; none on those that are declined."""
    found = {one.group: one for one in tally.findings}
    return tuple(
        _say_comparison(tally, found.get(one.group), one)
        for one in comparisons
        if one.tally == tally.id and not one.declined and one.comparator
    )


def _say_comparison(tally: Tally, finding: Finding | None, one: Comparison) -> Sentence:
    words = rules().words
    figure = Sentence(one.comparator, (Number(one.comparator, tally.id, one.group, "comparator"),))
    group = word_for(rules().of_measure(tally.measure), one.group)
    told = "; ".join(part for part in (one.base, one.period, one.coverage, one.source) if part)
    said = fill(words["comparator"], group=group, figure=figure, told=told)
    return together(said, " ", say(_verdict(finding, one)))


def _verdict(finding: Finding | None, one: Comparison) -> str:
    words = rules().words
    if one.differs:
        return words["comparator_differs"].format(differs=lower_first(one.differs).rstrip("."))
    if finding is None or not numbers.has_share(finding) or finding.share is None:
        return ""
    if one.value is None or one.unit != "percent":
        return ""
    if one.value / 100 < finding.share.low:
        return words["comparator_higher"]
    if one.value / 100 > finding.share.high:
        return words["comparator_lower"]
    return words["comparator_similar"]
