"""Differences: told only where chance alone would not give them; published figures beside ours."""

from collections.abc import Sequence
from math import sqrt

from learnt.publish.report import numbers
from learnt.publish.report.composed import Cell, Number, Sentence, TableBlock
from learnt.publish.report.grammar import fill, listed, lower_first
from learnt.publish.report.rules import rules
from learnt.publish.report.tables import slug
from learnt.publish.report.wording import caption, label_of, word_for
from learnt.records.finding import Comparison, Finding, Share, Tally

MEASURED = ("years", "months", "per 100,000")
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
            out.append(fill(words[key], rest=rest, groups=listed(groups, "; ", "; ")))
    if not out and pairs:
        out.append(fill(words["beside_similar"], rest=rest))
    return tuple(out)


def _apart(pair: tuple[Finding, Finding]) -> float:
    mine, yours = pair
    return -abs((mine.share.value if mine.share else 0) - (yours.share.value if yours.share else 0))


def beside_published(tally: Tally, comparisons: Sequence[Comparison]) -> TableBlock | None:
    """Give the table of published figures beside a tally; None where none is set beside it.

    Declined ones stand in the appendix only.
    """
    told = [one for one in comparisons if one.tally == tally.id and one.comparator]
    told = [one for one in told if not one.declined]
    if not told:
        return None
    found = {one.group: one for one in tally.findings}
    rows = tuple(_row(tally, found.get(one.group), one) for one in told)
    return TableBlock(
        id=f"table-{slug(tally.id)}-published",
        label="",
        caption=rules().words["caption_beside"].format(caption=lower_first(caption(tally))),
        headers=rules().heads["beside"],
        rows=rows,
        tally=tally.id,
    )


def _row(tally: Tally, finding: Finding | None, one: Comparison) -> tuple[Cell, ...]:
    here = _here(tally, finding, one) if finding is not None else Sentence("")
    figure = Number(one.comparator, tally.id, one.group, "comparator")
    told = "; ".join(part for part in (one.base, one.period, one.coverage, one.source) if part)
    return (
        Cell(label_of(tally, one.group)),
        Cell(here.text, here.numbers),
        Cell(one.comparator, (figure,)),
        Cell(told),
        Cell(_difference(finding, one)),
    )


def _here(tally: Tally, finding: Finding, one: Comparison) -> Sentence:
    """Print our figure in the unit of the published one: a share, a mean or rate, or a count."""
    if finding.withheld:
        return Sentence(numbers.withheld(finding))
    if one.unit == "percent":
        return numbers.share(tally, finding)
    if tally.form == "single" and finding.value is not None:
        return numbers.value(tally, finding, unit=finding.unit in MEASURED)
    return numbers.count(tally, finding)


def _difference(finding: Finding | None, one: Comparison) -> str:
    words = rules().words
    if one.differs:
        return words["not_told"].format(differs=lower_first(one.differs).rstrip("."))
    sign = verdict(finding, one)
    return words[{1: "higher", -1: "lower", 0: "similar"}[sign]] if sign is not None else ""


def verdict(finding: Finding | None, one: Comparison) -> int | None:
    """Give 1 or -1 where our share is higher or lower than a published one beyond chance, else 0.

    The published figure must lie outside our 95% interval. None where the two cannot be compared.
    """
    if finding is None or not numbers.has_share(finding) or finding.share is None:
        return None
    if one.differs or one.value is None or one.unit != "percent":
        return None
    theirs = one.value / 100
    return 1 if theirs < finding.share.low else -1 if theirs > finding.share.high else 0


def say_published(tally: Tally, comparisons: Sequence[Comparison]) -> tuple[Sentence, ...]:
    """Give the sentences on published figures with the same base; none where there are none."""
    words, rule = rules().words, rules().of_measure(tally.measure)
    found = {one.group: one for one in tally.findings}
    signs: dict[int, list[str]] = {}
    for one in comparisons:
        sign = verdict(found.get(one.group), one) if one.tally == tally.id else None
        if sign is not None and not one.declined:
            signs.setdefault(sign, []).append(word_for(rule, one.group))
    keys = {1: "higher", -1: "lower", 0: "similar"}
    return tuple(
        fill(
            words["told_alike"],
            verdict=words[keys[sign]],
            group=listed(list(dict.fromkeys(groups))),
        )
        for sign, groups in sorted(signs.items(), reverse=True)
    )
