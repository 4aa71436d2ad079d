"""Whether deaths rise or fall over the years: told only where chance alone would not give it."""

import re
from collections.abc import Sequence
from math import sqrt
from typing import Literal

from learnt.publish.report import numbers
from learnt.publish.report.composed import Sentence
from learnt.publish.report.grammar import fill, one_of, say
from learnt.publish.report.rules import rules
from learnt.records.finding import Finding, Tally

Verdict = Literal["few", "none", "uneven", "rise", "fall"]

FEWEST = 20
"""With fewer cases no trend is looked for."""
FEWEST_YEARS = 4
BEYOND_CHANCE, ONE_SIDED = 1.96, 1.645
OPPOSITE: dict[str, Verdict] = {"rise": "fall", "fall": "rise"}


def trend(counts: Sequence[int]) -> Verdict:
    """Tell a trend in the counts of years that follow each other.

    Under no trend each of the N cases falls into any of the k years alike, so that the mean of their
    years has the variance (k²-1)/12N; a mean further off than 1.96 standard errors is a trend (the test
    for trend in Poisson counts, Cox and Lewis 1966, from memory; normal approximation, N ≥ 20). Where one
    half of the years goes the other way beyond chance, and where the years differ without a trend, the
    counts are uneven.
    """
    told = _trend(counts)
    if told == "none":
        return "uneven" if differ(counts) else "none"
    half = len(counts) // 2
    halves = {_trend(counts[: len(counts) - half]), _trend(counts[half:])}
    return "uneven" if OPPOSITE.get(told) in halves else told


def differ(counts: Sequence[int]) -> bool:
    """Tell whether years differ by more than chance alone would give.

    The index of dispersion of Poisson counts against chi-squared at 5%, whose bound is Wilson and
    Hilferty's approximation (1931, from memory: within 0.1 from 3 degrees of freedom on).
    """
    mean, free = sum(counts) / len(counts), len(counts) - 1
    found = sum((count - mean) ** 2 for count in counts) / mean
    return found > free * (1 - 2 / (9 * free) + ONE_SIDED * sqrt(2 / (9 * free))) ** 3


def _trend(counts: Sequence[int]) -> Verdict:
    cases, years = sum(counts), len(counts)
    if cases < FEWEST or years < FEWEST_YEARS:
        return "few"
    mean = sum(place * count for place, count in enumerate(counts)) / cases
    off = (mean - (years - 1) / 2) / sqrt((years**2 - 1) / (12 * cases))
    if abs(off) <= BEYOND_CHANCE:
        return "none"
    return "rise" if off > 0 else "fall"


def counts_by_year(tally: Tally) -> list[int] | None:
    """Give the counts of all years from first to last; None where a year is merged or withheld."""
    by_year: dict[int, int] = {}
    for one in tally.findings:
        if not re.fullmatch(r"\d{4}", one.group) or one.withheld or one.numerator is None:
            return None
        by_year[int(one.group)] = one.numerator
    if not by_year:
        return None
    return [by_year.get(year, 0) for year in range(min(by_year), max(by_year) + 1)]


def say_years(tally: Tally) -> tuple[Sentence, ...]:
    """Give the sentences of counts by year: their span, the most in one year, and whether they trend."""
    counts = counts_by_year(tally)
    told = [one for one in tally.findings if numbers.is_told(one)]
    if not told:
        return ()
    out = [_span(tally, told)]
    if counts is not None and tally.total != 1:
        told_of = trend(counts)
        out.append(say(rules().words[f"trend_{told_of}"]))
        if told_of in ("rise", "fall"):
            out.append(say(rules().words[f"mind_{told_of}"]))
    return tuple(out)


def _span(tally: Tally, told: Sequence[Finding]) -> Sentence:
    words = rules().words
    most = max(told, key=lambda one: one.numerator or 0)
    of = tally.of or tally.unit
    peaks = [one for one in told if one.numerator == most.numerator]
    parts: dict[str, Sentence | str] = {
        "first": tally.findings[0].group,
        "last": tally.findings[-1].group,
        "noun": rules().of_measure(tally.measure).noun or rules().words["noun"],
        "total": numbers.total(tally),
        "of": one_of(of) if tally.total == 1 else of,
        "m": numbers.not_recorded(tally),
        "n": numbers.count(tally, most),
        "year": peaks[0].group,
    }
    if counts_by_year(tally) is None:
        return fill(words["years_plain"], **parts)
    if tally.total == 1 and not tally.not_recorded:
        return fill(words["years_single"], **parts)
    if tally.not_recorded:
        return fill(words["years_some"], **parts)
    if len(tally.findings) == 1:
        return fill(words["years_one"], **parts)
    return fill(
        words["years" if len(peaks) == 1 and most.numerator != 1 else "years_even"], **parts
    )
