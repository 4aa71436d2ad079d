"""What mean and median give away of the bands that are put together for the public.

Of thirteen people seven are 41 or older and the median is 68: then nobody is from 41 to 60. So the averages are
held against the bands: each band that no table shows must keep enough possible numbers.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from learnt.analyse.disclosure.outcomes import Outcome
from learnt.analyse.disclosure.ranges import range_of
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.disclosure.tables import counts_of
from learnt.records.finding import Tally

MEAN, MEDIAN = "mean", "median"


class Merged:
    """A row of the public: how many people, and the first and last year of each band in it."""

    def __init__(self, people: int, bands: Sequence[tuple[int, int]]) -> None:
        """Take the number of people and the bands in order."""
        self.people = people
        self.bands = tuple(bands)
        self.low, self.high = bands[0][0], bands[-1][1]


def told_of_ages(
    tally: Tally, told: Outcome, bands: Tally, merged: Outcome, rules: Settings, *, median: bool
) -> Outcome | None:
    """Give the decision `told` on averages, less what would give back a band that `merged` put together.

    The interval of the mean goes, since it tells how far the ages lie apart; the median, if need be or not
    wanted; None where not even the mean can be told.
    """
    counts, people = counts_of(bands), _people(tally)
    if sum(counts.values()) != people:
        return told
    rows = [
        Merged(sum(counts[name] for name in cell.members), [range_of(one) for one in cell.members])
        for cell in merged.cells
    ]
    values = {one.group: round(one.value) for one in tally.findings if one.value is not None}
    if not all(_mean_leaves(rows, people, values[MEAN], rules)):
        return None
    if MEDIAN in values:
        median = median and all(_median_leaves(rows, people, values[MEDIAN], rules))
    cells = tuple(cell for cell in told.cells if median or cell.group != MEDIAN)
    return Outcome(cells=cells, bare=True)


def _people(tally: Tally) -> int:
    return max((one.numerator or 0 for one in tally.findings), default=0)


def _mean_leaves(rows: Sequence[Merged], people: int, mean: int, rules: Settings) -> Iterator[bool]:
    """Give for each band within a row if the mean, in whole years, leaves it enough numbers.

    With a number of people in the band, the sum of all ages can be anything from the least to the most.
    """
    least = sum(row.people * row.low for row in rows)
    most = sum(row.people * row.high for row in rows)
    for row in rows:
        for low, high in row.bands if len(row.bands) > 1 else ():
            others = [one for one in row.bands if one != (low, high)]
            up = min(one for one, _ in others) - row.low
            down = row.high - max(one for _, one in others)
            fits = 0
            for many in range(row.people + 1):
                rest = row.people - many
                lowest = least + many * (low - row.low) + rest * up
                highest = most - many * (row.high - high) - rest * down
                fits += lowest <= (mean + 0.5) * people and highest >= (mean - 0.5) * people
            yield fits >= rules.possible_values


def _median_leaves(
    rows: Sequence[Merged], people: int, median: int, rules: Settings
) -> Iterator[bool]:
    """Give for each row if the median leaves enough numbers to the bands within it.

    At most half of all are younger than the median, at most half older: that bounds the bands below and above
    it in its own row. Of an even number the two in the middle bind one another, which takes one more away; where
    these two stand in two rows, the one tells how far the other lies from the edge.
    """
    half, even = people // 2, people % 2 == 0
    before = 0
    for row in rows:
        after = people - before - row.people
        if len(row.bands) > 1 and before <= half and after <= half:
            below, above = half - before - even, half - after - even
            yield _is_open(row, median, below, above, rules.possible_values - 1)
        before += row.people
    edges = {end for end, _ in pairwise(_ends(rows))}
    if even and half in edges:
        yield not any(len(row.bands) > 1 for row in _beside(rows, half))


def _is_open(row: Merged, median: int, below: int, above: int, enough: int) -> bool:
    lower = any(high < median for _, high in row.bands)
    upper = any(low > median for low, _ in row.bands)
    middle = any(low <= median <= high for low, high in row.bands)
    fine = (not lower or below >= enough) and (not upper or above >= enough)
    return middle and fine


def _ends(rows: Sequence[Merged]) -> list[int]:
    """Give how many people stand in the rows up to each."""
    ends = [0]
    for row in rows:
        ends.append(ends[-1] + row.people)
    return ends


def _beside(rows: Sequence[Merged], edge: int) -> Iterator[Merged]:
    """Give the rows on the two sides of an edge, which so many people are before."""
    before = 0
    for row in rows:
        if edge in (before, before + row.people):
            yield row
        before += row.people
