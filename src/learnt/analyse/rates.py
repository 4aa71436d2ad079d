"""Rates per 100,000 with exact intervals.

A number of deaths is taken as Poisson; its exact interval is Garwood's (1936, *Biometrika* 28,
437–442), found here by bisection on the Poisson distribution itself.
"""

from collections.abc import Callable
from math import exp, fsum, lgamma, log, sqrt

PER = 100_000
TAIL = 0.025


def rate(deaths: int, population: int, years: int = 1) -> tuple[float, float, float]:
    """Give the deaths per 100,000 people (and a year, if `years` is more than 1) with its 95% interval."""
    low, high = poisson_interval(deaths)
    scale = PER / population / years
    return deaths * scale, low * scale, high * scale


def poisson_interval(count: int) -> tuple[float, float]:
    """Give the exact 95% interval of a Poisson count."""
    top = count + 6 * sqrt(count + 1) + 10
    low = _solve(lambda mean: 1 - _at_most(count - 1, mean) < TAIL, 0.0, top) if count else 0.0
    high = _solve(lambda mean: _at_most(count, mean) > TAIL, 0.0, top)
    return low, high


def _solve(below: Callable[[float], bool], low: float, high: float) -> float:
    """Give the point at which `below` turns from true to false."""
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return (low + high) / 2


def _at_most(count: int, mean: float) -> float:
    """Give the probability that a Poisson variable of this mean is at most `count`."""
    if mean == 0:
        return 1.0
    return fsum(exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(count + 1))
