"""A cell of a table, from what stands in a file to a value, and back."""

import math
import re
from functools import cache
from typing import NamedTuple

from learnt.records.case import Value
from learnt.register.dates import BadDate, read_date
from learnt.register.quantities import is_vague, read_years
from learnt.register.schema import Column, schema, spelling
from learnt.words import alike, fold, unguard

Raw = str | int | float | bool | None
"""What stands in a cell; dates of a workbook are ISO text by then."""

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
BAND = re.compile(r"(\d{1,3})-(\d{1,3})|(\d{1,3})\+")
WHOLE = re.compile(r"[+-]?\d{1,15}(\.0*)?")
DECIMAL = re.compile(r"[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})")
ANSWER = re.compile(r"([a-z]+) ?[-,;:(.] ?(.+)")
"""A yes or no with a remark behind it: "Yes - see file"."""


class BadCell(ValueError):
    """A cell that does not fit its column; the message says what is wrong with it."""


class Understood(NamedTuple):
    """A cell's value, None where nothing is recorded, and what a person should know of its reading."""

    value: Value | None
    remark: str = ""


def clean(column: Column, text: str) -> str:
    """Give a text without control characters and without blanks at its ends.

    Where several values stand in a cell the blanks stay: they tell that the first or last is empty.
    """
    if not text.isprintable():
        text = UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if column.several and text.strip() else text.strip()


def parse(column: Column, raw: Raw) -> Understood:
    """Give what a cell of a file says; raises `BadCell`."""
    return understand(column, unguard(clean(column, raw)) if isinstance(raw, str) else raw)


def fit(column: Column, raw: Raw) -> Value | None:
    """Give a value as its column has it, None where nothing is recorded.

    Raises `BadCell`, also for a word of which nothing would be read.
    """
    told = understand(column, raw)
    if told.value is None and told.remark:
        raise BadCell(told.remark)
    return told.value


def understand(column: Column, raw: Raw) -> Understood:
    """Give the value that a text or number means in a column, and a remark; raises `BadCell`."""
    if isinstance(raw, str):
        raw = clean(column, raw)
    if raw is None or raw == "":
        return Understood(None)
    if column.type == "string":
        return Understood(_string(column, raw))
    if isinstance(raw, str) and alike(raw) in _not_recorded():
        return Understood(None, _doubtful(column, raw))
    return PARSERS[column.type](column, raw)


def says_unknown(column: Column, raw: Raw) -> bool:
    """Whether a cell says in words that something is not recorded."""
    return column.type != "string" and isinstance(raw, str) and alike(raw) in _not_recorded()


def _doubtful(column: Column, raw: str) -> str:
    """Say that a word is taken for "not recorded" which could mean no in this column; else ""."""
    if alike(raw) not in map(alike, column.doubtful):
        return ""
    return f"“{short(raw)}” may mean no: read as not recorded; write FALSE for no"


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


def _category(column: Column, raw: str | float) -> Understood:
    text = _text(raw)
    choices = column.choices
    value, advice = column.value_of(text), choices.advice_for(text)
    if value is None and column.bands:
        value = band_of(column, text)
    if value is None and spelling(text) in map(spelling, choices.vague):
        left = f"“{short(text)}” {choices.vague_says}: it is not read"
        listed = ", ".join(column.values)
        return Understood(None, f"{left}; {advice or f'write one of {listed}'}")
    if value is None and column.closed:
        told = advice or "write one of these, or nothing where it is not recorded"
        raise BadCell(f"“{short(text)}” is not one of {', '.join(column.values)}: {told}")
    if value is not None and choices.assumes(text):
        return Understood(value, f"“{short(text)}” is read as {value}: write another if it was not")
    return Understood(text if value is None else value)


def _boolean(column: Column, raw: str | float) -> Understood:
    text = _text(raw)
    told = alike(text).removesuffix(".0")
    rules = schema().reading
    if told in rules.yes or told in map(alike, column.also_yes):
        return Understood(True)
    if told in rules.no or told in map(alike, column.also_no):
        return Understood(False)
    if column.counts and WHOLE.fullmatch(text) and float(text) > 1:
        return Understood(True, "a number is taken for how many there were: read as TRUE")
    if (answer := _answered(text)) is not None:
        says = "TRUE" if answer else "FALSE"
        return Understood(answer, f"read as {says}; what stands behind it is not read")
    raise BadCell(
        f"“{short(text)}” is neither TRUE nor FALSE: write one, or nothing if not recorded"
    )


def _answered(text: str) -> bool | None:
    """Give the yes or no before a remark; None where there is none, or the remark takes it back."""
    found = ANSWER.fullmatch(fold(text))
    if not found or found[1] not in schema().reading.answers:
        return None
    remark = f" {' '.join(re.findall(r'[a-z/]+', found[2]))} "
    against = (*schema().reading.answers, *filter(str.isalpha, _not_recorded()))
    against = (*against, *(word for word in _not_recorded() if " " in word or "/" in word))
    if any(f" {word} " in remark for word in against):
        return None
    return found[1] in schema().reading.yes


def _integer(column: Column, raw: str | float) -> Understood:
    text = _text(raw)
    if isinstance(raw, str) and column.quantity and not DECIMAL.fullmatch(raw):
        return _quantity(column, raw)
    if isinstance(raw, bool) or not WHOLE.fullmatch(text):
        raise BadCell(f"“{short(text)}” is not a whole number")
    return Understood(_in_range(column, int(float(text))))


def _number(column: Column, raw: str | float) -> Understood:
    if isinstance(raw, str) and column.quantity and not DECIMAL.fullmatch(raw):
        return _quantity(column, raw)
    if isinstance(raw, bool) or (isinstance(raw, str) and not DECIMAL.fullmatch(raw)):
        raise BadCell(f"“{short(_text(raw))}” is not a number")
    number = float(raw)
    if not math.isfinite(number):
        raise BadCell("it is not a number")
    return Understood(_in_range(column, int(number) if number.is_integer() else number))


def _quantity(column: Column, text: str) -> Understood:
    """Give an age in completed years, or a term in years, from words."""
    rules = schema().quantities[column.quantity]
    told = f"“{short(text)}”"
    if is_vague(rules, text):
        return Understood(None, f"{told} {rules.vague_says}: it is not read; {rules.advice}")
    found = read_years(column.quantity, text)
    if found is None:
        kind = "a whole number" if column.type == "integer" else "a number"
        raise BadCell(f"{told} is not {kind}: {rules.advice}, or nothing if not recorded")
    number = math.floor(found.number) if column.type == "integer" else round(found.number, 2)
    value = _in_range(column, int(number) if float(number).is_integer() else number)
    if found.approximate or (column.type == "number" and number != found.number):
        return Understood(value, f"{told} is not exact: read as {value}")
    return Understood(value)


def _in_range(column: Column, number: float) -> Value:
    low, high = column.low, column.high
    if (low is not None and number < low) or (high is not None and number > high):
        raise BadCell(f"{number} is not between {low or 0:g} and {high:g}")
    return number


def _date(column: Column, raw: str | float) -> Understood:
    try:
        told = read_date(_text(raw))
    except BadDate as error:
        raise BadCell(short(str(error), 200)) from error
    return Understood(told.date, told.remark)


PARSERS = {
    "category": _category,
    "boolean": _boolean,
    "integer": _integer,
    "number": _number,
    "date": _date,
}


def band_of(column: Column, raw: Raw) -> str | None:
    """Give a band of age that a cell holds in the words of `column`, None where it holds none."""
    text = _text(raw).strip() if raw is not None else ""
    plain = "-".join(fold(text).split(" - ")).replace(" to ", "-")
    return column.value_of(text) or (plain if BAND.fullmatch(plain) else _open_band(plain))


def _open_band(plain: str) -> str | None:
    """Give a band told by one year: "under 20" is 0-19, "over 60" is 61+, "20 and under" is 0-20."""
    year = re.search(r"\d{1,3}", plain)
    if not year:
        return None
    number, words = int(year[0]), schema().reading.bands
    shape = " ".join(plain.replace(year[0], "{}", 1).removesuffix(" years").split())
    told = {
        f"0-{number - 1}": words.under,
        f"0-{number}": words.up_to,
        f"{number + 1}+": words.over,
        f"{number}+": words.since,
    }
    return next((band for band, shapes in told.items() if shape in shapes and number), None)


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
