"""Age bands: one scheme a table, no two bands overlapping.

Where every recorded age is in whole years the bands are of ten years (`rules/measures.toml`). Where
any is known as a band only, the whole table has the scheme in which more of the printed bands lie within
one band: the register's (that of DHRD), or the ten years of overviews. A printed band that lies in none of
it (DHRD's 20-34, beside 25-34) joins the two that it overlaps, so that everybody is counted once. A band
that would join more than two is told and not counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from learnt.analyse.measures import Band, measure_file, value_list
from learnt.words import fold

OLDEST = 120
AT_MOST = 2
"""Bands that a printed band may join."""

_BAND = re.compile(r"(\d{1,3}) ?- ?(\d{1,3})|(\d{1,3}) ?\+")


@dataclass(frozen=True)
class Aged:
    """The age of one person: in years, else as the printed band; neither where not recorded."""

    id: str
    years: int | None = None
    printed: str = ""


@dataclass(frozen=True)
class Banding:
    """The bands of a table in order, each person's band, and what must be said about it."""

    labels: tuple[str, ...]
    of: tuple[tuple[str, str | None], ...]
    note: str = ""


def band(people: Sequence[Aged], among: Sequence[Aged] = ()) -> Banding:
    """Give the bands for these people, so that they serve all those `among` whom they are too."""
    everybody = (*people, *among)
    printed = {one.printed for one in everybody if one.years is None and one.printed}
    if not printed:
        return _sorted(people, everybody, measure_file().ages.ten_years, "")
    ours: tuple[Band, ...] = tuple(
        Band(label=one.value, low=one.low, high=one.high) for one in value_list("age_band").bands
    )
    schemes = (ours, measure_file().ages.ten_years)
    scheme = min(schemes, key=lambda bands: sum(len(_touched(one, bands)) != 1 for one in printed))
    return _by_scheme(people, everybody, printed, scheme)


def _touched(text: str, bands: Sequence[Band]) -> list[Band]:
    """Give the bands that a printed band overlaps."""
    found = parse_band(text)
    return [one for one in bands if found and one.low <= found[1] and one.high >= found[0]]


def _by_scheme(
    people: Sequence[Aged], everybody: Sequence[Aged], printed: set[str], bands: tuple[Band, ...]
) -> Banding:
    joined, odd = [], []
    for text in sorted(printed):
        touched = _touched(text, bands)
        if not touched or len(touched) > AT_MOST:
            odd.append(text)
        elif len(touched) > 1:
            bands = _join(bands, touched)
            joined.append(text)
    notes = [_joined_note(people, text) for text in joined]
    notes += [
        f"Ages printed as {text} fit no band and are counted as not recorded." for text in odd
    ]
    return _sorted(people, everybody, bands, " ".join(filter(None, notes)))


def _joined_note(people: Sequence[Aged], text: str) -> str:
    count = sum(one.printed == text and one.years is None for one in people)
    if not count:
        return f"Bands are put together where another table of this report has a band {text}."
    who = "1 person is" if count == 1 else f"{count} people are"
    return (
        f"{who} recorded in a band {text}, which overlaps others: the bands are put together there."
    )


def _join(bands: tuple[Band, ...], touched: list[Band]) -> tuple[Band, ...]:
    low, high = touched[0].low, touched[-1].high
    plain = touched[-1].label.endswith(("+", f"-{high}"))  # as the register writes its bands
    label = f"{low}+" if plain else f"{low} and over"
    if high < OLDEST:
        label = f"{low}-{high}" if plain else f"{low}–{high}" if low else f"{high} and under"
    kept = [one for one in bands if one not in touched]
    whole = Band(label=label, low=low, high=high)
    return tuple(sorted([*kept, whole], key=lambda one: one.low))


def _sorted(
    people: Sequence[Aged], everybody: Sequence[Aged], bands: tuple[Band, ...], note: str
) -> Banding:
    of = tuple((one.id, _band_of(one, bands)) for one in people)
    used = {_band_of(one, bands) for one in everybody}
    children = measure_file().ages.children
    labels = tuple(one.label for one in bands if one.label != children or one.label in used)
    return Banding(labels, of, note)


def _band_of(person: Aged, bands: tuple[Band, ...]) -> str | None:
    if person.years is not None:
        span: tuple[int, int] | None = (person.years, person.years)
    else:
        span = parse_band(person.printed)
    if not span:
        return None
    low, high = span
    return next((one.label for one in bands if one.low <= low and high <= one.high), None)


def parse_band(text: str) -> tuple[int, int] | None:
    """Give the first and last year of a printed band ("25-34", "65+"), None where it is none."""
    found = _BAND.fullmatch(fold(text))
    if not found:
        return None
    if found[3]:
        return int(found[3]), OLDEST
    low, high = int(found[1]), int(found[2])
    return (low, high) if low <= high else None
