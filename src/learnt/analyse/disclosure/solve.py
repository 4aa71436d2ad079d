"""The least and the greatest value that every withheld row may have, exactly, by integer programming.

`scipy.optimize.milp` (HiGHS) is asked only for rows that equations bind; it belongs to the extra
`report`. A part of the system that equations join is solved apart from the others.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from learnt.analyse.disclosure.system import NO_LIMIT, Equation, Key, Quantity, System
from learnt.errors import LearntError


class NoSolver(LearntError):
    """Public output cannot be checked, because the solver is not installed."""


def bounds(system: System, enough: int = NO_LIMIT) -> dict[Key, tuple[int, int]]:
    """Give for each withheld row the least and the greatest value that all that is told leaves.

    With `enough`, a row that is seen to take values so far apart that `enough` whole numbers lie from the one
    to the other is not followed further: its bounds are values that it may have, perhaps not the last ones.
    Raises `NoSolver` where scipy is needed and not installed.
    """
    open_ones = {key for key, one in system.quantities.items() if one.low < one.high}
    found = {key: (one.low, one.high) for key, one in system.quantities.items() if one.asked}
    equations = [one for one in system.equations if open_ones & set(one.factors)]
    for keys, mine in _components(open_ones, equations):
        asked = [key for key in keys if system.quantities[key].asked]
        if mine and asked:
            found |= _solve(system.quantities, keys, mine, asked, enough)
    return found


def _components(
    keys: set[Key], equations: Sequence[Equation]
) -> list[tuple[list[Key], list[Equation]]]:
    """Give the open quantities in groups that equations join, each with its equations."""
    parent = {key: key for key in keys}

    def root(key: Key) -> Key:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for equation in equations:
        first, *others = [key for key in equation.factors if key in keys]
        for other in others:
            parent[root(other)] = root(first)
    members: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(keys):
        members[root(key)].append(key)
    bound: dict[Key, list[Equation]] = defaultdict(list)
    for equation in equations:
        bound[root(next(key for key in equation.factors if key in keys))].append(equation)
    return [(members[top], bound[top]) for top in members]


def _solve(
    quantities: dict[Key, Quantity],
    keys: Sequence[Key],
    equations: Sequence[Equation],
    asked: Sequence[Key],
    enough: int,
) -> dict[Key, tuple[int, int]]:
    """Solve one part; what is only assumed is left out where it contradicts what is told."""
    for mine in (equations, [one for one in equations if not one.assumed]):
        if mine:
            found = _ranges(_problem(quantities, keys, mine), keys, asked, enough)
            if found is not None:
                return found
    return {key: (quantities[key].low, quantities[key].high) for key in asked}


def _ranges(
    problem: dict[str, Any], keys: Sequence[Key], asked: Sequence[Key], enough: int
) -> dict[Key, tuple[int, int]] | None:
    """Give the range of each row asked for; None where nothing fits. Every solution shows values of all."""
    seen: dict[Key, tuple[int, int]] = {}
    for key in asked:
        for sign in (1, -1):
            if key in seen and seen[key][1] - seen[key][0] + 1 >= enough:
                continue
            values = _extreme(problem, keys, key, sign)
            if values is None:
                return None
            for other, value in values.items():
                low, high = seen.get(other, (value, value))
                seen[other] = (min(low, value), max(high, value))
    return {key: seen[key] for key in asked}


def _problem(
    quantities: dict[Key, Quantity], keys: Sequence[Key], equations: Sequence[Equation]
) -> dict[str, Any]:
    try:
        from numpy import ones, zeros
        from scipy.optimize import Bounds, LinearConstraint
    except ImportError as error:
        raise NoSolver(
            "public output needs scipy to be checked; install it with: pip install 'learnt[report]'"
        ) from error
    place = {key: number for number, key in enumerate(keys)}
    matrix = zeros((len(equations), len(keys)))
    lows, highs = zeros(len(equations)), zeros(len(equations))
    for row, equation in enumerate(equations):
        known = 0
        for key, factor in equation.factors.items():
            if key in place:
                matrix[row, place[key]] += factor
            else:
                known += factor * quantities[key].low
        lows[row], highs[row] = equation.low - known, equation.high - known
    limits = Bounds([quantities[key].low for key in keys], [quantities[key].high for key in keys])
    return {
        "constraints": LinearConstraint(matrix, lows, highs),
        "bounds": limits,
        "integrality": ones(len(keys)),
    }


def _extreme(
    problem: dict[str, Any], keys: Sequence[Key], key: Key, sign: int
) -> dict[Key, int] | None:
    """Give a solution with the least (`sign` 1) or greatest (-1) value of `key`, None if none fits."""
    from numpy import zeros
    from scipy.optimize import milp

    aim = zeros(len(keys))
    aim[list(keys).index(key)] = sign
    result = milp(aim, **problem)
    if result.x is None:
        return None
    return {key: round(value) for key, value in zip(keys, result.x, strict=True)}
