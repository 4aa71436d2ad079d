"""Merging of bands and years: neighbours are put together until none is small."""

import itertools
from collections.abc import Sequence

from learnt.analyse.disclosure.outcomes import Cell, Outcome
from learnt.analyse.disclosure.ranges import name_of
from learnt.analyse.disclosure.settings import Settings


def protect_bands(groups: Sequence[str], counts: Sequence[int], rules: Settings) -> Outcome:
    """Give the public rows of one table in order, such as age bands or years."""
    cuts = cut([counts], list(range(1, len(counts))), rules)
    return Outcome(cells=join(groups, cuts)) if cuts else Outcome(whole="few")


def cut(parts: Sequence[Sequence[int]], allowed: Sequence[int], rules: Settings) -> tuple[int, ...]:
    """Give the places to cut so that each piece has enough people in every one of `parts`.

    As many pieces as can be, and of those the most even (least sum of squares); the first of equals. `allowed`
    are the places where a cut may be, counted in groups from the start. Empty where no cut can be made.
    """
    size = len(parts[0])
    places = [0, *sorted(allowed), size]
    best: dict[int, tuple[int, int, tuple[int, ...]]] = {0: (0, 0, ())}
    for position, end in enumerate(places[1:], start=1):
        options = [
            _after(best[start], parts, start, end)
            for start in places[:position]
            if start in best and _enough(parts, start, end, rules)
        ]
        if options:
            best[end] = min(options)
    if size not in best:
        return ()
    return best[size][2][:-1]


def _after(
    before: tuple[int, int, tuple[int, ...]], parts: Sequence[Sequence[int]], start: int, end: int
) -> tuple[int, int, tuple[int, ...]]:
    piece = sum(sum(part[start:end]) for part in parts)
    return before[0] - 1, before[1] + piece * piece, (*before[2], end)


def _enough(parts: Sequence[Sequence[int]], start: int, end: int, rules: Settings) -> bool:
    return all(sum(part[start:end]) >= rules.small for part in parts)


def join(groups: Sequence[str], cuts: Sequence[int]) -> tuple[Cell, ...]:
    """Give the rows that the cuts make, each named from the first to the last of its bands."""
    ends = [0, *cuts, len(groups)]
    pieces = [tuple(groups[start:end]) for start, end in itertools.pairwise(ends)]
    return tuple(Cell(group=name_of(piece), members=piece) for piece in pieces)
