"""What mean, interval and median say of the ages behind the bands: a number of people for each year of age.

These numbers may be broken (`Unknowns`), the bands may not: the bounds are a little wider than they could be.
"""

from collections.abc import Mapping
from math import sqrt
from statistics import NormalDist

from scipy.stats import t as student

from tests.analyse.disclosure.outsider.cells import Told
from tests.analyse.disclosure.outsider.names import reach
from tests.analyse.disclosure.outsider.unknowns import NO_LIMIT, Unknowns

OLDEST = 120
HALF = 0.5
MANY = 400


def know_ages(known: Unknowns, told: Mapping[str, Told], section: str, measure: str) -> None:
    """Add the years of age of a section's people where a mean is told, in whole years, of all of them."""
    name, average = f"{section}.{measure}", told.get(f"{section}.mean_{measure}")
    if name not in told or average is None or "mean" not in average.rows:
        return
    mean = average.rows["mean"]
    if mean.count is None or mean.value is None or not told[name].rows:
        return
    people, base = mean.count, (name, "base")
    if not known.low.get(base) == known.high.get(base) == people:
        return
    years = [known.know((name, "age", str(age)), 0, people) for age in range(OLDEST + 1)]
    bands = [key for key in known.low if key[0] == name and len(key) == 2 and "–" in key[1]]
    for key in bands:
        low, high = reach(key[1])
        known.equal(key, years[low : high + 1])
    known.equal(base, years)
    known.between(
        {key: age for age, key in enumerate(years) if age},
        (mean.value - HALF) * people,
        (mean.value + HALF) * people,
    )
    if mean.ends is not None and people > 1:
        _know_spread(known, years, people, mean.value, mean.ends)
    median = average.rows.get("median")
    if median is not None and median.value is not None:
        _know_median(known, years, people, median.value)


def _know_spread(
    known: Unknowns,
    years: list[tuple[str, ...]],
    people: int,
    mean: float,
    ends: tuple[float, float],
) -> None:
    """Add the sum of squares about the printed mean that the width of Student's interval leaves."""
    quantile = student.ppf(0.975, people - 1) if people < MANY else NormalDist().inv_cdf(0.975)
    width = ends[1] - ends[0]
    narrow, wide = (max(width + way, 0) / 2 / quantile * sqrt(people) for way in (-1, 1))
    scale = 100  # squares of years in the size of the other numbers, for the solver's sake
    known.between(
        {key: (age - mean) ** 2 / scale for age, key in enumerate(years) if age != mean},
        narrow**2 * (people - 1) / scale,
        (wide**2 * (people - 1) + people * HALF**2) / scale,
    )


def _know_median(known: Unknowns, years: list[tuple[str, ...]], people: int, median: float) -> None:
    """Add that half are no older and half no younger."""
    whole, half = int(median), (people + 1) // 2
    known.between(dict.fromkeys(years[: whole + 1], 1), half, NO_LIMIT)
    known.between(dict.fromkeys(years[whole:], 1), half, NO_LIMIT)
