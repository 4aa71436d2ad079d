"""A cell of a table, from what stands in a file to a value, and back."""

import math
import re
from functools import cache

from learnt.records.case import Value
from learnt.register.dates import parse_date
from learnt.register.schema import Column, schema
from learnt.words import alike, unguard

Raw = str | int | float | bool | None
"""What stands in a cell; dates of a workbook are ISO text by then."""

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
BAND = re.compile(r"(\d{1,3})-(\d{1,3})|(\d{1,3})\+")
WHOLE = re.compile(r"[+-]?\d{1,15}(\.0*)?")
DECIMAL = re.compile(r"[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})")


class BadCell(ValueError):
    """A cell that does not fit its column; the message says what is wrong with it."""


def clean(column: Column, text: str) -> str:
    """Give a text without control characters and without blanks at its ends.

    Where several values stand in a cell the blanks stay: they tell that the first or last is empty.
    """
    if not text.isprintable():
        text = UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if column.several and text.strip() else text.strip()


def parse(column: Column, raw: Raw) -> Value | None:
    """Give the value of a cell of a file, None where nothing is recorded; raises `BadCell`."""
    return fit(column, unguard(clean(column, raw)) if isinstance(raw, str) else raw)


def fit(column: Column, raw: Raw) -> Value | None:
    """Give a value as its column has it, None where nothing is recorded; raises `BadCell`."""
    if isinstance(raw, str):
        raw = clean(column, raw)
    if raw is None or raw == "":
        return None
    if column.type == "string":
        return _string(column, raw)
    if isinstance(raw, str) and alike(raw) in _not_recorded():
        return None
    return PARSERS[column.type](column, raw)


def says_unknown(column: Column, raw: Raw) -> bool:
    """Whether a cell says in words that something is not recorded."""
    return column.type != "string" and isinstance(raw, str) and alike(raw) in _not_recorded()


def _text(raw: str | float) -> str:
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return str(raw)


def _string(column: Column, raw: str | float) -> Value:
    text = _text(raw)
    if column.pattern and not re.fullmatch(column.pattern, text):
        raise BadCell(f"“{short(text)}” is not as {column.title} is written")
    return text


def _category(column: Column, raw: str | float) -> Value:
    text = _text(raw)
    value = column.value_of(text)
    if value is None and column.closed:
        raise BadCell(f"“{short(text)}” is not one of {', '.join(column.values)}")
    return text if value is None else value


def _boolean(column: Column, raw: str | float) -> Value:
    told = _text(raw).casefold()
    told = told.removesuffix(".0")
    if told in schema().reading.yes or told in schema().reading.no:
        return told in schema().reading.yes
    raise BadCell(f"“{short(_text(raw))}” is neither TRUE nor FALSE")


def _integer(column: Column, raw: str | float) -> Value:
    text = _text(raw)
    if isinstance(raw, bool) or not WHOLE.fullmatch(text):
        raise BadCell(f"“{short(text)}” is not a whole number")
    return _in_range(column, int(float(text)))


def _number(column: Column, raw: str | float) -> Value:
    if isinstance(raw, bool) or (isinstance(raw, str) and not DECIMAL.fullmatch(raw)):
        raise BadCell(f"“{short(_text(raw))}” is not a number")
    number = float(raw)
    if not math.isfinite(number):
        raise BadCell("it is not a number")
    return _in_range(column, int(number) if number.is_integer() else number)


def _in_range(column: Column, number: float) -> Value:
    low, high = column.low, column.high
    if (low is not None and number < low) or (high is not None and number > high):
        raise BadCell(f"{number} is not between {low or 0:g} and {high:g}")
    return number


def _date(column: Column, raw: str | float) -> Value:
    text = _text(raw)
    date = parse_date(text)
    if date is None:
        raise BadCell(f"“{short(text)}” is not a date such as 2020, 2020-03 or 2020-03-14")
    return date


PARSERS = {
    "category": _category,
    "boolean": _boolean,
    "integer": _integer,
    "number": _number,
    "date": _date,
}


def doubt(column: Column, value: Value) -> str:
    """Say what is odd about a value that is kept: outside an open list, or a misfit; else ""."""
    if column.type != "category" or not column.values:
        return ""
    text = str(value)
    if text in column.choices.misfits:
        return column.choices.misfits[text]
    if text not in column.values and column.bands and BAND.fullmatch(text):
        return f"the band {text} is of another scheme: kept, and not to be summed with the others"
    if text not in column.values:
        return f"“{short(text)}” is not in the list of values; it is kept as it is"
    return ""


def printed(value: Value | None) -> str:
    """Give a value as text; nothing where it is not recorded."""
    return "" if value is None else _text(value)


def short(text: str, longest: int = 60) -> str:
    """Give a text for a message: one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[:longest]}…"


@cache
def _not_recorded() -> frozenset[str]:
    return frozenset(map(alike, schema().reading.not_recorded))
