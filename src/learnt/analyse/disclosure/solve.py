"""The least and the greatest value that every withheld row may have, exactly, by integer programming.

`scipy.optimize.milp` (HiGHS) is asked only for rows that equations bind; it belongs to the extra
`report`. A part of the system that equations join is solved apart from the others.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any

from learnt.analyse.disclosure.system import Equation, Key, Quantity, System
from learnt.errors import LearntError


class NoSolver(LearntError):
    """Public output cannot be checked, because the solver is not installed."""


def bounds(system: System) -> dict[Key, tuple[int, int]]:
    """Give for each withheld row the least and the greatest value that all that is told leaves.

    Raises `NoSolver` where scipy is needed and not installed.
    """
    open_ones = {key for key, one in system.quantities.items() if one.low < one.high}
    found = {key: (one.low, one.high) for key, one in system.quantities.items() if one.asked}
    equations = [one for one in system.equations if open_ones & set(one.factors)]
    for keys, mine in _components(open_ones, equations):
        asked = [key for key in keys if system.quantities[key].asked]
        if mine and asked:
            found |= _solve(system.quantities, keys, mine, asked)
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
) -> dict[Key, tuple[int, int]]:
    """Solve one part; what is only assumed is left out where it contradicts what is told."""
    for mine in (equations, [one for one in equations if not one.assumed]):
        if not mine:
            break
        ask = partial(_extreme, _problem(quantities, keys, mine), keys)
        found = {}
        for key in asked:
            low, high = ask(key, 1), ask(key, -1)
            if low is None or high is None:
                break
            found[key] = (low, high)
        else:
            return found
    return {key: (quantities[key].low, quantities[key].high) for key in asked}


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


def _extreme(problem: dict[str, Any], keys: Sequence[Key], key: Key, sign: int) -> int | None:
    """Give the least (`sign` 1) or greatest (-1) value of a quantity, None where nothing fits."""
    from numpy import zeros
    from scipy.optimize import milp

    aim = zeros(len(keys))
    aim[list(keys).index(key)] = sign
    result = milp(aim, **problem)
    return None if result.fun is None else round(sign * result.fun)
