"""Years as people write them: an age, "34 yrs"; a minimum term, "Life (min. 18 years)"."""

import re
from functools import cache
from typing import NamedTuple

from learnt.register.schema import Quantity, schema
from learnt.words import fold

TOKEN = re.compile(r"\d+(?:\.\d+|,\d{1,2}(?!\d))?|[a-z]+(?:/[a-z]+)?|[^\s]")
POINTING = frozenset(",.;:()-")
"""Signs between words that say nothing of a number."""
PER_YEAR = {"years": 1, "months": 12, "weeks": 52, "days": 365}


class Years(NamedTuple):
    """A number of years, and whether it is told as about so many."""

    number: float
    approximate: bool


def is_vague(quantity: Quantity, text: str) -> bool:
    """Whether a text speaks of an age or term without a number of years ("late 30s", "life")."""
    told = " ".join(fold(text).replace("-", " ").split()).strip(" .")
    return any(re.fullmatch(pattern, told) for pattern in quantity.vague)


def read_years(name: str, text: str) -> Years | None:
    """Give the years that a text tells, or None where it tells something else too, or no number.

    Each number but a single one needs its unit, and each unit is smaller than the one before, so that
    neither "30-40" nor "18 years, reduced to 16" is read.
    """
    words = _words(name)
    tokens = TOKEN.findall(fold(text))
    if not tokens or tokens[0] == "-":
        return None
    parts: list[tuple[float, str]] = []
    approximate = False
    for token in tokens:
        kind = words.get(token, "")
        if token[0].isdecimal():
            parts.append((float(token.replace(",", ".")), ""))
        elif kind == "approximate":
            approximate = True
        elif kind in PER_YEAR and parts and not parts[-1][1]:
            parts[-1] = (parts[-1][0], kind)
        elif token not in POINTING and kind not in ("filler", "years"):
            return None
    number = _sum(parts)
    return None if number is None else Years(number, approximate)


def _sum(parts: list[tuple[float, str]]) -> float | None:
    if len(parts) == 1 and not parts[0][1]:
        return parts[0][0]
    units = [list(PER_YEAR).index(unit) if unit else -1 for _, unit in parts]
    if not parts or -1 in units or units != sorted(set(units)):
        return None
    return sum(number / PER_YEAR[unit] for number, unit in parts)


@cache
def _words(name: str) -> dict[str, str]:
    """Give what each word of a quantity is: approximate, a unit, or to be passed over."""
    told = schema().quantities[name]
    words = dict.fromkeys(told.fillers, "filler") | dict.fromkeys(told.approximate, "approximate")
    for unit in PER_YEAR:
        words |= dict.fromkeys(getattr(told, unit), unit)
    return words
