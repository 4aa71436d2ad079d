"""Writes a counter in one of Word's number formats (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

import re
from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


_LARGEST = 2000
"""Letters and roman numerals are written up to here; no list is so long, but a forged one may say so."""


def whole_number(text: str) -> int | None:
    """The number that `text` (an attribute's value) writes in up to nine figures, else None."""
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text.strip()) else None


def roman(value: int) -> str:
    """4 → iv; a value below 1 stays in figures."""
    if not 1 <= value <= _LARGEST:
        return str(value)
    letters = []
    for amount, numeral in _ROMAN:
        while value >= amount:
            letters.append(numeral)
            value -= amount
    return "".join(letters)


def letters(value: int) -> str:
    """1 → a, 26 → z, 27 → aa, 28 → bb: Word repeats the letter."""
    return (
        chr(97 + (value - 1) % 26) * (1 + (value - 1) // 26)
        if 1 <= value <= _LARGEST
        else str(value)
    )


def cardinal(value: int) -> str:
    """12 → twelve, 21 → twenty-one; from 100 in figures."""
    if not 0 <= value < 100:
        return str(value)
    if value < 20:
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def ordinal(value: int) -> str:
    """1 → 1st, 12 → 12th."""
    if 10 <= value % 100 <= 20:
        return f"{value}th"
    return f"{value}{({1: 'st', 2: 'nd', 3: 'rd'}).get(value % 10, 'th')}"


def ordinal_words(value: int) -> str:
    """1 → first, 21 → twenty-first; from 100 in figures."""
    if not 0 <= value < 100:
        return ordinal(value)
    head, dash, last = cardinal(value).rpartition("-")
    last = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return head + dash + last


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda value: letters(value).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda value: roman(value).upper(),
    "ordinal": ordinal,
    "cardinalText": lambda value: cardinal(value).capitalize(),
    "ordinalText": lambda value: ordinal_words(value).capitalize(),
    "hex": lambda value: f"{value:X}",
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "chicago": lambda value: "*†‡§"[(value - 1) % 4] * min(1 + (value - 1) // 4, 9),
    "none": lambda value: "",
    "bullet": lambda value: "",
}


def write_number(value: int, form: str) -> str:
    """Give `value` in Word's format `form`; one that is not known is written in figures."""
    return _FORMATS.get(form, str)(value)
