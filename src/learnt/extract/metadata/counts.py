"""How many recommendations the review says it makes."""

import re
from functools import cache

from learnt.extract.metadata.lines import Line, rules
from learnt.records import Evidence

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}
_UNITS = "|".join(list(NUMBERS)[:9])
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)}|(?:{'|'.join(_TENS)})(?:[- ](?:{_UNITS}))?)"


@cache
def _patterns(name: str) -> re.Pattern[str]:
    parts = (part.replace("NUM", _NUMBER) for part in rules().prose[name])
    joined = "|".join("(?:" + part.replace("(?P<n>", "(") + ")" for part in parts)
    return re.compile(joined, re.IGNORECASE)


def number_of(text: str) -> int | None:
    """Read a whole number in figures or words (`thirty-one` gives 31)."""
    words = re.split(r"[- ]", text.casefold().strip())
    if text.strip().isdigit():
        return int(text)
    values = [_TENS.get(word, NUMBERS.get(word)) for word in words]
    return None if None in values or not values else sum(value or 0 for value in values)


def find_printed_count(lines: list[Line]) -> tuple[int | None, Evidence | None]:
    """Give the printed number of the review's recommendations; sub-totals and other reviews' are passed over."""
    for line in lines:
        for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", line.text):
            if "rec" not in sentence.casefold() or _patterns("count_of_others").search(sentence):
                continue
            match = _patterns("count").search(sentence)
            told = next((group for group in match.groups() if group), "") if match else ""
            value = number_of(told)
            if value:
                return value, line.evidence("count")
    return None, None
