"""Days, which say too much of a case; months and years alone stay."""

import re
from collections.abc import Iterator
from functools import cache

from learnt.deidentify.names.record import Kind, Name
from learnt.deidentify.names.vocabulary import either, forms

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    "(?:"
    + "|".join(rf"{m[:3]}(?:{m[3:]})?" if len(m) > 4 else m for m in forms().months)
    + r"|Sept|Jun|Jul)"
)
_YEAR = r"(?:19|20)\d\d"
_ONE_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:\s?(?:st|nd|rd|th))?"
_DAY = rf"{_ONE_DAY}(?:(?:\s?[/–-]\s?|\s(?:and|to|or)\s(?:the\s)?){_ONE_DAY})?"
_PATTERNS = (
    re.compile(rf"\b(?:{_WEEKDAY},?\s+(?:the\s+)?)?{_DAY}\s+(?:of\s+)?{_MONTH}\.?,?\s+{_YEAR}\b"),
    re.compile(rf"\b{_MONTH}\.?\s+{_DAY},?\s+{_YEAR}\b"),
    re.compile(rf"\b(?:{_WEEKDAY},?\s+(?:the\s+)?)?{_DAY}\s+(?:of\s+)?{_MONTH}\b(?!\s*\d)"),
    re.compile(rf"\b{_MONTH}\s(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)\b"),
    re.compile(
        r"(?<![\d/.-])(?:3[01]|[12]\d|0?[1-9])([/-]|\.(?=\d\d?\.(?:19|20)\d\d)|(?<=\d\d)\.(?=\d\d\.))(?:1[0-2]|0?[1-9])\1(?:(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)"
    ),
    re.compile(r"(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])"),
)
_BIRTH = re.compile(
    rf"\b(?:born\s+(?:in|on)|date\s+of\s+birth|d\.?o\.?b\.?)\s*(?:of|is|was)?\s*:?\s*({_MONTH}\s+{_YEAR}|{_YEAR})\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\d")


def find_dates(text: str) -> Iterator[Name]:
    """Give days (not months or years) and months of birth; those of acts and papers are public."""
    if not _FIRST.search(text):
        return
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if all(end <= a or start >= b for a, b in taken):
                taken.append((start, end))
                yield Name(start, end, match.group(), _kind(text, start, end), "day")
    for match in _BIRTH.finditer(text):
        yield Name(*match.span(1), match.group(1), "date", "birth")


@cache
def _public_act() -> re.Pattern[str]:
    """Match what follows a day on which a body did something in public."""
    actors, acts = either(forms().public_actors), either(forms().public_after)
    return re.compile(
        rf",?\s(?:[\w’'-]+\s){{0,5}}?(?:{actors})\s(?:\w+\s)?(?:{acts})\b", re.IGNORECASE
    )


@cache
def _public() -> re.Pattern[str]:
    """Match the end of the words before a day that is no day of the case."""
    words = either(forms().public_days)
    ending = r"(?:\s+\w+){0,4}"
    return re.compile(
        rf"\b(?:(?:{words}){ending}|by|until\s+at\s+least)\s*[:(]?\s*$", re.IGNORECASE
    )


def _kind(text: str, start: int, end: int) -> Kind:
    if _public_act().match(text, end):
        return "public"
    before = text[max(0, start - 60) : start]
    sentence = re.split(r"[.;]\s", before)[-1]
    return "public" if _public().search(sentence) else "date"
