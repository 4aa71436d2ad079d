"""Means with their intervals, medians and quartiles."""

from math import atan, cos, pi, sin, sqrt
from statistics import fmean, median, quantiles, stdev

ENOUGH = 2
"""Values that quartiles need at least."""
FOR_INTERVAL = 5
"""Values that the interval of a mean needs at least: of two ages it may reach from -200 to 300."""


def mean_interval(values: list[float]) -> tuple[float, float] | None:
    """Give the 95% interval of the mean by Student's t, of values that are not negative.

    None for fewer than five values, and where it would reach below zero: then it tells nothing.
    """
    if len(values) < FOR_INTERVAL:
        return None
    half = t_quantile(len(values) - 1) * stdev(values) / sqrt(len(values))
    low = fmean(values) - half
    return (low, fmean(values) + half) if low >= 0 else None


def quartiles(values: list[float]) -> tuple[float, float, float]:
    """Give the lower quartile, the median and the upper (linear between the nearest two values)."""
    if len(values) < ENOUGH:
        return values[0], values[0], values[0]
    low, _, high = quantiles(values, n=4, method="inclusive")
    return low, median(values), high


def t_quantile(freedom: int) -> float:
    """Give the 97.5th percentile of Student's t with `freedom` degrees of freedom, by bisection."""
    low, high = 0.0, 13.0  # 12.71 for one degree of freedom is the largest
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < 0.95 else (low, middle)
    return (low + high) / 2


def _within(t: float, freedom: int) -> float:
    """Give the probability of lying between -t and t: Abramowitz and Stegun 1964, 26.7.3 and 26.7.4."""
    angle = atan(t / sqrt(freedom))
    odd = freedom % 2
    term = cos(angle) if odd else 1.0
    total = 0.0 if freedom == 1 else term
    for step in range(2 + odd, freedom - 1, 2):
        term *= cos(angle) ** 2 * (step - 1) / step
        total += term
    return 2 / pi * (angle + sin(angle) * total) if odd else sin(angle) * total
