"""Shares and their intervals; people and mentions are counted in types that cannot be mixed.

The interval is Wilson's score interval (Wilson 1927, *Journal of the American Statistical Association*
22, 209–212), recommended for small numbers by Newcombe 1998 (*Statistics in Medicine* 17, 857–872).
"""

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from statistics import NormalDist

from learnt.analyse.problems import BadTally, MixedShares
from learnt.records.finding import ShareOfMentions, ShareOfPeople

Z95 = NormalDist().inv_cdf(0.975)
"""The standard normal's 97.5th percentile, 1.96."""


@dataclass(frozen=True, slots=True)
class Cases:
    """A number of people, incidents, reviews or recommendations, each counted once."""

    number: int


@dataclass(frozen=True, slots=True)
class Mentions:
    """A number of mentions: one person or recommendation may be mentioned several times."""

    number: int


def share_of_people(part: Cases, whole: Cases) -> ShareOfPeople:
    """Give what share of the cases `whole` the cases `part` are, with its interval.

    Raises `MixedShares` where either counts mentions, `BadTally` where the part is larger than the
    whole or the whole is none.
    """
    value, low, high = _share(part, whole, Cases)
    return ShareOfPeople(value=value, low=low, high=high)


def share_of_mentions(part: Mentions, whole: Mentions) -> ShareOfMentions:
    """Give what share of all mentions some are, with its interval; raises as `share_of_people`."""
    value, low, high = _share(part, whole, Mentions)
    return ShareOfMentions(value=value, low=low, high=high)


def _share(
    part: Cases | Mentions, whole: Cases | Mentions, kind: type[Cases] | type[Mentions]
) -> tuple[float, float, float]:
    if not (isinstance(part, kind) and isinstance(whole, kind)):
        raise MixedShares("a number of mentions is no share of people, nor the other way round")
    if not 0 <= part.number <= whole.number or not whole.number:
        raise BadTally(f"{part.number} of {whole.number} is no share")
    return part.number / whole.number, *wilson(part.number, whole.number)


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Give the 95% interval of `part` of `whole`, from 0 to 1."""
    p, z = part / whole, Z95
    middle = p + z * z / (2 * whole)
    half = z * sqrt(p * (1 - p) / whole + z * z / (4 * whole * whole))
    scale = 1 + z * z / whole
    low = 0.0 if part == 0 else (middle - half) / scale
    high = 1.0 if part == whole else (middle + half) / scale
    return low, high


def percent(part: int, whole: int, places: int = 0) -> float:
    """Give `part` of `whole` in percent, rounded half up from the exact fraction: 7 of 15 is 47."""
    scale = 10**places
    return float(Fraction((200 * part * scale + whole) // (2 * whole), scale))
