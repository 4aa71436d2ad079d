"""Partial dates as people and spreadsheets write them."""

import calendar
import re

from learnt.register.schema import schema

NUMBERS = re.compile(r"\d{1,4}(?:[-/.]\d{1,4}){0,2}")
WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})\.?,? (\d{4})")
CLOCK = re.compile(r"[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$")


def parse_date(text: str) -> str | None:
    """Give a year, month or day as ISO text (`2020`, `2020-03`, `2020-03-14`), or None.

    Days come before months, as in the UK: `14/03/2020`, `03/2020`, `14 March 2020`, `March 2020`.
    """
    text = " ".join(CLOCK.sub("", text.strip()).casefold().split())
    if found := WORDS.fullmatch(text):
        day, month, year = found.groups()
        number = _month(month)
        return _iso(int(year), number, int(day) if day else None) if number else None
    if not NUMBERS.fullmatch(text):
        return None
    parts = re.split(r"[-/.]", text)
    if len(parts[0]) != 4:
        parts.reverse()
    if len(parts[0]) != 4 or any(len(part) > 2 for part in parts[1:]):
        return None
    return _iso(*(int(part) for part in parts))


def _iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    rules = schema().reading
    if not rules.first_year <= year <= rules.last_year:
        return None
    if month is None:
        return f"{year:04}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _month(name: str) -> int:
    """Give the number of a month by its name or the beginning of it; 0 where it is none."""
    months = enumerate(schema().reading.months, start=1)
    return next((number for number, month in months if month.startswith(name)), 0)


def is_after(one: str, other: str) -> bool:
    """Whether a partial date is certainly after another, as far as both are told."""
    shorter = min(len(one), len(other))
    return one[:shorter] > other[:shorter]
