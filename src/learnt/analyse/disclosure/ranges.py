"""What a band of ages or years reaches from and to, and what several are called together."""

import re
from collections.abc import Sequence

from learnt.analyse.disclosure.settings import settings

_NUMBERS = re.compile(r"\d+")
YOUNGEST, OLDEST = 0, 120
"""The ages between which people are recorded (`case-register`: ages outside are errors)."""


def range_of(band: str) -> tuple[int, int]:
    """Give the first and the last whole number of a band; 0 to 120 where it holds no number."""
    numbers = [int(found) for found in _NUMBERS.findall(band)]
    if not numbers:
        return YOUNGEST, OLDEST
    if len(numbers) > 1:
        return numbers[0], numbers[-1]
    number = numbers[0]
    if _has(band, settings().open_below):
        return YOUNGEST, number if band.strip()[0].isdigit() else number - 1
    return number, OLDEST if _has(band, settings().open_above) else number


def name_of(bands: Sequence[str]) -> str:
    """Name bands that are put together: `16–24` and `25–34` are `16–34`; years `2011–2013`.

    An open end keeps its words: "20 and under" and "21–30" are "30 and under". Bands without numbers are
    named as "A to B".
    """
    first, last = bands[0], bands[-1]
    if len(bands) == 1:
        return first
    if not _NUMBERS.search(first) or not _NUMBERS.search(last):
        return f"{first} to {last}"
    low, high = range_of(first)[0], range_of(last)[1]
    if _has(first, settings().open_below):
        inclusive = first.strip()[0].isdigit()
        return _NUMBERS.sub(str(high if inclusive else high + 1), first, count=1)
    if _has(last, settings().open_above):
        return _NUMBERS.sub(str(low), last, count=1)
    return f"{low}–{high}"


def _has(band: str, words: Sequence[str]) -> bool:
    text = band.casefold()
    return any(word in text for word in words)
