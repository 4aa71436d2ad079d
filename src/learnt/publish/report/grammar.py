"""Small grammar and the printing of numbers: rounding, plurals, lists, patterns of words."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from string import Formatter

from learnt.publish.report.composed import Number, Sentence
from learnt.publish.report.rules import rules
from learnt.words import capital

NOTHING = 1e-9
"""What arithmetic may leave of a bound that is none."""


def percent(numerator: int, denominator: int) -> str:
    """Print a share as a whole percentage, halves up, from the exact fraction.

    A share above none is never printed as 0%, nor one below all as 100%.
    """
    exact = Fraction(numerator * 100, denominator)
    rounded = int(exact + Fraction(1, 2))
    if rounded == 0 and numerator:
        return "less than 1%"
    if rounded >= 100 and numerator < denominator:
        return "more than 99%"
    return f"{rounded}%"


def percent_of(share: float) -> str:
    """Print a bound of an interval, given from 0 to 1, as a whole percentage, halves up.

    As with a share, a bound above none is never printed as 0%, nor one below all as 100%.
    """
    whole = int((Decimal(repr(share)) * 100).quantize(Decimal(1), ROUND_HALF_UP))
    if whole == 0 and share > NOTHING:
        return "less than 1%"
    if whole == 100 and share < 1 - NOTHING:
        return "more than 99%"
    return f"{whole}%"


def rounded(value: float, places: int) -> Decimal:
    """Round halves up, as readers expect, from the decimal digits of a number."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def plain(value: float, places: int = 1) -> str:
    """Print a number with thousands set off and at most `places` decimals, none where it is whole."""
    short = rounded(value, places)
    if short == short.to_integral_value():
        return f"{int(short):,}"
    return f"{short:,}"


def rate(value: float) -> str:
    """Print a rate with two decimals, as rates of different areas stand beside each other."""
    return f"{rounded(value, 2):,}"


def with_unit(value: float, unit: str) -> str:
    """Print a value with its unit: "45 years", "1.7 per 100,000", "38%"."""
    if unit == "percent":
        return f"{plain(value)}%"
    if unit == "per 100,000":
        return f"{rate(value)} per 100,000"
    return f"{plain(value)} {unit if value != 1 else one_of(unit)}"


def one_of(words: str) -> str:
    """Put the first noun of a population and the verb after "who", "that" in the singular.

    "people who were killed" → "person who was killed".
    """
    grammar = rules().grammar
    noun, _, rest = words.partition(" ")
    rest = re.sub(
        r"\b(who|that|which) (\w+)",
        lambda found: f"{found[1]} {grammar.verbs.get(found[2], found[2])}",
        rest,
        count=1,
    )
    return f"{grammar.singular.get(noun, noun)} {rest}".rstrip()


def lower_first(words: str) -> str:
    """Begin in lower case, unless the first word is an abbreviation or a name's initials."""
    first = words.split(" ", 1)[0]
    if len(first) > 1 and first[:2].isupper():
        return words
    return words[:1].lower() + words[1:]


def upper_first(said: Sentence) -> Sentence:
    """Begin with a capital letter."""
    return Sentence(capital(said.text), said.numbers)


def say(words: str, *numbers: Number) -> Sentence:
    """Make a sentence, or a part of one, of plain words."""
    return Sentence(words, numbers)


def together(*parts: Sentence | str) -> Sentence:
    """Put parts of a sentence together as they stand."""
    said = [part if isinstance(part, Sentence) else Sentence(part) for part in parts]
    return Sentence(
        "".join(part.text for part in said), tuple(one for part in said for one in part.numbers)
    )


def listed(parts: Sequence[Sentence | str], last: str = " and ", between: str = ", ") -> Sentence:
    """Put parts in a list: "a", "a and b", "a, b and c"."""
    out: list[Sentence | str] = []
    for place, part in enumerate(parts):
        if place:
            out.append(last if place == len(parts) - 1 else between)
        out.append(part)
    return together(*out)


def fill(pattern: str, **parts: Sentence | str) -> Sentence:
    """Fill a pattern such as "{n} of the {d} {of} {clause}"; a name without a part raises KeyError."""
    out: list[Sentence | str] = []
    for words, name, _, _ in Formatter().parse(pattern):
        out.append(words)
        if name is not None:
            out.append(parts[name])
    return together(*out)
