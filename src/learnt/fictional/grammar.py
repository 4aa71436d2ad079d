"""Turns a template into a sentence: `[a|b]` is a choice, `{slot}` a value."""

import random
import re

CHOICE = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{(\w+)\}")


def expand(template: str, rng: random.Random, slots: dict[str, str]) -> str:
    """Give `template` with choices made and slots filled; `{n}` is a figure from 2 to 9.

    Raises `KeyError` where a slot is unknown.
    """
    chosen = CHOICE.sub(lambda found: rng.choice(found[1].split("|")), template)

    def fill(found: re.Match[str]) -> str:
        return str(rng.randint(2, 9)) if found[1] == "n" else slots[found[1]]

    return SLOT.sub(fill, chosen).strip()


def capital(text: str) -> str:
    """Give `text` with its first letter in upper case."""
    return text[:1].upper() + text[1:]


MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def say_date(iso: str) -> str:
    """Give a partial ISO date in words: `2019`, `March 2019` or `4 March 2019`.

    >>> say_date("2019-03-04")
    '4 March 2019'
    """
    year, *rest = iso.split("-")
    if not rest:
        return year
    words = f"{MONTHS[int(rest[0]) - 1]} {year}"
    return f"{int(rest[1])} {words}" if len(rest) > 1 else words
