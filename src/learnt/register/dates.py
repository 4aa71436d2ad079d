"""Partial dates as people and spreadsheets write them."""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from learnt.register.schema import schema

NUMBERS = re.compile(r"\d{1,4}(?:[-/.]\d{1,4}){0,2}")
WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -])?([a-z]{3,9})\.?,?[ -](\d{4})")
MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
SHORT_WORDS = re.compile(r"(?:(\d{1,2})-)?([a-z]{3,9})-(\d{2})")
SHORT_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2})")
BUSINESS_YEAR = re.compile(r"(\d\d(\d\d))/(\d\d)")
SERIAL = re.compile(r"[1-9]\d{4}(?:\.0)?")
CLOCK = re.compile(r"[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$")
FIRST_DAY = date(1899, 12, 30)
"""Day 0 of a spreadsheet's count of days (ECMA-376, part 1, 18.17.4)."""
SUCH_AS = "2020, 2020-03 or 2020-03-14"


class BadDate(ValueError):
    """A text that is no date for certain; the message says why, and what to write."""


class Told(NamedTuple):
    """A partial date as ISO text, and what is to be said of the way in which it was written."""

    date: str
    remark: str = ""


def parse_date(text: str) -> str | None:
    """Give a year, month or day as ISO text (`2020`, `2020-03`, `2020-03-14`), or None.

    Days come before months, as in the UK: `14/03/2020`, `03/2020`, `14 March 2020`, `March 2020`.
    """
    text = _plain(text)
    if found := MONTH_FIRST.fullmatch(text):
        month, day, year = found.groups()
        return _by_name(year, month, day)
    if found := WORDS.fullmatch(text):
        day, month, year = found.groups()
        return _by_name(year, month, day)
    if not NUMBERS.fullmatch(text) or is_business_year(text):
        return None
    parts = re.split(r"[-/.]", text)
    if len(parts[0]) != 4:
        parts.reverse()
    if len(parts[0]) != 4 or any(len(part) > 2 for part in parts[1:]):
        return None
    return _iso(*(int(part) for part in parts))


def read_date(text: str) -> Told:
    """Give a date that may be written in a shorter or less certain way; raises `BadDate`.

    A year of two figures is of this century (`14/03/11`, `Mar-11`); of "summer 2014", "c. 2014" and
    "2014?" the year is read. What could be two things is not: `2014/15`, a number of a spreadsheet.
    """
    if exact := parse_date(text):
        return Told(exact)
    plain = _plain(text)
    if short := _short(plain):
        return Told(short, f"the year of “{text}” has two figures: read as {short}")
    if year := _of_about(plain):
        return Told(year, f"“{text}” is not exact: read as {year}")
    if is_business_year(plain):
        year = plain[:4]
        raise BadDate(f"“{text}” may be a year or a month: write {year}, or {year}-{plain[-2:]}")
    if SERIAL.fullmatch(plain):
        day = FIRST_DAY + timedelta(days=int(float(plain)))
        raise BadDate(f"“{text}” may be a spreadsheet's number for {day}: write the date")
    raise BadDate(
        f"“{text}” is not a date such as {SUCH_AS}; write what is known of it, or nothing"
    )


def is_business_year(text: str) -> bool:
    """Whether a text looks like a year that ends in the next one: `2011/12`."""
    found = BUSINESS_YEAR.fullmatch(text)
    return found is not None and (int(found[2]) + 1) % 100 == int(found[3])


def _plain(text: str) -> str:
    """Give a text without the time of day, the day of the week and double blanks."""
    words = CLOCK.sub("", text.strip()).casefold().replace(" - ", " ").split()
    if words and words[0].rstrip(",.") in schema().reading.dates.weekdays:
        words = words[1:]
    return " ".join(words)


def _short(text: str) -> str | None:
    if found := SHORT_NUMBERS.fullmatch(text):
        day, month, year = (int(one) for one in found.groups())
        return _iso(_century(year), month, day)
    if found := SHORT_WORDS.fullmatch(text):
        return _by_name(str(_century(int(found[3]))), found[2], found[1])
    return None


def _century(year: int) -> int:
    """Give a year of two figures in full; 0, which is no likely year, where the century is open."""
    return 2000 + year if year <= schema().reading.dates.last_short_year else 0


def _of_about(text: str) -> str | None:
    """Give the year, or the month, of a text such as "summer 2014" or "c. March 2014"."""
    words = text.rstrip("?").replace("~", "").split()
    known = {*schema().quantities["age"].approximate, *schema().reading.dates.seasons}
    while len(words) > 1 and words[0].rstrip(".,") in known:
        words = words[1:]
    rest = " ".join(words)
    return parse_date(rest) if rest != text else None


def _by_name(year: str, month: str, day: str | None) -> str | None:
    number = _month(month)
    return _iso(int(year), number, int(day) if day else None) if number else None


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
    months = enumerate(schema().reading.dates.months, start=1)
    return next((number for number, month in months if month.startswith(name)), 0)


def is_after(one: str, other: str) -> bool:
    """Whether a partial date is certainly after another, as far as both are told."""
    shorter = min(len(one), len(other))
    return one[:shorter] > other[:shorter]
