"""Reads printed dates into ISO text, as precise as they are printed; days come before months."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

import msgspec

from learnt.rulebook import load
from learnt.words import fold_quotes

Found = tuple[int, int, str]
_TWO_FIGURES = re.compile(r"\d\d")
_DIGITS_PARTED = re.compile(r"\d[/.-]\d")
"""What every form with a month in figures holds."""
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
Form = tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]
"""A form of a date and its reading."""
CENTURY_TURN = 70
"""Two-figure years below it are of the 2000s, others of the 1900s."""


class _Years(msgspec.Struct, frozen=True):
    before: tuple[str, ...]


class _DateRules(msgspec.Struct, frozen=True):
    source: str
    months: dict[str, tuple[str, ...]]
    years: _Years


@cache
def _month_numbers() -> dict[str, int]:
    months = load("dates.toml", _DateRules).months
    return {name: int(number) for number, names in months.items() for name in names}


@cache
def _patterns() -> tuple[Form, ...]:
    """Give the forms of a date, those that print most first, each with its reading."""
    month = "(?P<m>" + "|".join(sorted(_month_numbers(), key=len, reverse=True)) + r")\b\.?"
    day, year = r"(?P<d>\d{1,2})", r"(?P<y>(?:19|20)\d\d)(?!\d|/\d|-\d)"
    short, nth = (
        r"(?P<y>(?:19|20)\d\d|'?\d\d)(?![\d/-]|\.\d)",
        r"(?:\s?(?:st|nd|rd|th|ain|fed|af|eg))?",
    )
    free = r"(?<![\w/.-])"
    before = "|".join(load("dates.toml", _DateRules).years.before)
    forms = (
        rf"{free}(?P<y>(?:19|20)\d\d)-(?P<mm>\d\d)-(?P<d>\d\d)(?![\d-])",
        rf"{free}(?P<y>(?:19|20)\d\d)-(?P<mm>0[1-9]|1[0-2])(?![\d-])",
        rf"{free}{day}{nth}(?:\s+of)?[\s-]*{month},?[\s-]*{short}",
        rf"{free}{month}[\s-]+{day}{nth}(?:,\s*|\s+){year}",
        rf"{free}{month},?\s+(?:of\s+)?{year}",
        rf"{free}{month}[\s-]*(?P<y>'\d\d|(?<=-)\d\d)(?![\w/])",
        rf"{free}{day}(?P<sep>[/.-])(?P<mm>\d{{1,2}})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?![\w/]|[.-]\d)",
        rf"{free}(?P<mm>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)(?![\w/])",
        rf"(?:^\W*|\b(?:{before})[\s-]+(?:the\s+)?(?:end\s+of\s+|year\s+)?){year}(?![\w])",
    )
    return tuple((re.compile(form, re.IGNORECASE), _iso) for form in forms)


def _iso(match: re.Match[str]) -> str | None:
    """Give the ISO text of a match, None where no such day is in the calendar."""
    parts = match.groupdict()
    digits = parts["y"].lstrip("'")
    year = int(digits)
    if len(digits) == 2:
        year += 2000 if year < CENTURY_TURN else 1900
    month = int(parts.get("mm") or 0) or _month_numbers().get((parts.get("m") or "").casefold(), 0)
    day = int(parts.get("d") or 0)
    if not month:
        return f"{year:04}" if "d" not in parts else None
    if month > 12 or (parts.get("d") and not 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def find_dates(text: str) -> list[Found]:
    """Give (start, end, ISO date) of each date in `text`, in order; impossible ones left out.

    A month without a year is none. A bare year counts after a word such as "in" or "by", or where it
    opens the text.
    """
    return list(_dates(text)) if _TWO_FIGURES.search(text) else []


@lru_cache(maxsize=8192)
def _dates(text: str) -> tuple[Found, ...]:
    plain = fold_quotes(text)
    if len(plain) != len(text):
        plain = text.replace("’", "'").replace("–", "-").replace("\u00a0", " ")
    taken: list[tuple[int, int]] = []
    found: list[Found] = []
    for pattern, reading in _hopeful(plain):
        for match in pattern.finditer(plain):
            start, end = match.span()
            if match.re.groups == 1:
                start = match.start("y")
            if any(start < b and a < end for a, b in taken):
                continue
            taken.append((start, end))
            iso = reading(match)
            if iso:
                found.append((start, end, iso))
    return tuple(sorted(found))


def _hopeful(text: str) -> Iterator[Form]:
    """Give the forms of which the text holds what they cannot do without."""
    counted, year = _DIGITS_PARTED.search(text), _FULL_YEAR.search(text)
    for pattern, reading in _patterns():
        needs = pattern.groupindex
        if "m" in needs or (counted if "mm" in needs else year):
            yield pattern, reading


def parse_date(text: str) -> str | None:
    """Give the first date printed in `text` as ISO text (`2023`, `2023-06`, `2023-06-14`), else None.

    "Ongoing", "Immediate" and days that no calendar has ("31 June") give None.
    """
    return next((iso for _, _, iso in find_dates(text)), None)


def year_of(iso: str | None) -> int | None:
    """Give the year of an ISO date, None where there is none."""
    return int(iso[:4]) if iso else None
