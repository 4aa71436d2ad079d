"""Merging of bands and years: neighbours are put together until none is small."""

import itertools
import re
from collections.abc import Sequence

from learnt.analyse.disclosure.outcomes import Cell, Outcome
from learnt.analyse.disclosure.settings import Settings

_NUMBERS = re.compile(r"\d+")


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


def name_of(bands: Sequence[str]) -> str:
    """Name bands that are put together: `16–24` and `25–34` are `16–34`; years `2011–2013`.

    An open first band ("Under 20") gives "Under ..."; an open last one ("65+", "65 and over") keeps its
    own ending. Where the bands hold no numbers, they are named as "A to B".
    """
    first, last = bands[0], bands[-1]
    if len(bands) == 1:
        return first
    low, high = _NUMBERS.findall(first), _NUMBERS.findall(last)
    if not low or not high:
        return f"{first} to {last}"
    if _opens_below(first, low):
        return f"Under {int(high[1]) + 1}" if len(high) > 1 else f"{first} to {last}"
    if len(high) == 1 and last.strip() != high[0]:
        return last.replace(high[0], low[0], 1)
    return f"{low[0]}–{high[-1]}"


def _opens_below(band: str, numbers: Sequence[str]) -> bool:
    return len(numbers) == 1 and not band.strip()[0].isdigit()
