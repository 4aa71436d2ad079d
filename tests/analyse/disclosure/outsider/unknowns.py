"""Whole numbers that somebody does not know, what binds them, and how far they stay open."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

Key = tuple[str, ...]
Sum = tuple[dict[Key, float], float, float]
"""Quantities with their factors, and the least and the most that they add up to."""
NO_LIMIT = 10_000


AGE = "age"
"""Marks numbers that need not be whole."""
SECONDS, INFEASIBLE = 20, 2


class Unsolved(RuntimeError):
    """The solver found nothing in time."""


class Contradiction(AssertionError):
    """What is told cannot all be so: the attacker believes something that is not so."""


@dataclass
class Unknowns:
    """Quantities with their least and greatest value, and sums that lie between two numbers."""

    low: dict[Key, float] = field(default_factory=dict)
    high: dict[Key, float] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)

    def know(self, key: Key, low: float = 0, high: float = NO_LIMIT) -> Key:
        """Add a quantity, or narrow one."""
        self.low[key] = max(low, self.low.get(key, 0))
        self.high[key] = min(high, self.high.get(key, NO_LIMIT))
        if self.low[key] > self.high[key]:
            raise Contradiction(f"{key}: {self.low[key]} to {self.high[key]}")
        return key

    def between(self, terms: Mapping[Key, float], low: float, high: float = NO_LIMIT) -> None:
        """Add that a sum of quantities, each with its factor, lies between two numbers."""
        for key in terms:
            self.know(key)
        self.sums.append((dict(terms), low, high))

    def equal(self, whole: Key, parts: Iterable[Key]) -> None:
        """Add that a quantity is the sum of others."""
        self.between({whole: -1, **dict.fromkeys(parts, 1)}, 0, 0)

    def at_most(self, part: Iterable[Key], *wholes: Key) -> None:
        """Add that a sum is no greater than another sum."""
        self.between({**dict.fromkeys(wholes, 1), **dict.fromkeys(part, -1)}, 0)

    def ranges(self, wanted: Collection[Key], enough: int) -> dict[Key, tuple[int, int]]:
        """Give the least and the greatest of each quantity; not followed where `enough` lie between."""
        found: dict[Key, tuple[int, int]] = {}
        for keys, sums in self._parts():
            asked = [key for key in keys if key in wanted]
            if asked:
                found |= self._solve(keys, sums, asked, enough)
        return found

    def _parts(self) -> list[tuple[list[Key], list[Sum]]]:
        parent = {key: key for key in self.low}

        def root(key: Key) -> Key:
            while parent[key] != key:
                parent[key] = parent[parent[key]]
                key = parent[key]
            return key

        for terms, _, _ in self.sums:
            free = [key for key in terms if self.low[key] != self.high[key]]
            for key in free[1:]:
                parent[root(key)] = root(free[0])
        keys: dict[Key, list[Key]] = defaultdict(list)
        for key in self.low:
            keys[root(key)].append(key)
        sums = defaultdict(list)
        for one in self.sums:
            free = [key for key in one[0] if self.low[key] != self.high[key]]
            if free:
                sums[root(free[0])].append(one)
            else:
                known = sum(factor * self.low[key] for key, factor in one[0].items())
                if not one[1] - 1e-6 <= known <= one[2] + 1e-6:
                    raise Contradiction(str(one))
        return [(members, sums[top]) for top, members in keys.items()]

    def _solve(
        self,
        keys: list[Key],
        sums: list[Sum],
        asked: list[Key],
        enough: int,
    ) -> dict[Key, tuple[int, int]]:
        if not sums:
            return {key: (int(self.low[key]), int(self.high[key])) for key in asked}
        problem, place = self._problem(keys, sums), {key: at for at, key in enumerate(keys)}
        seen: dict[Key, tuple[int, int]] = {}
        for key in asked:
            for sign in (1, -1):
                if key in seen and seen[key][1] - seen[key][0] + 1 >= enough:
                    continue
                values = _end(problem, place[key], sign)
                for other in asked:
                    value = round(values[place[other]])
                    least, most = seen.get(other, (value, value))
                    seen[other] = (min(least, value), max(most, value))
        return {key: seen[key] for key in asked}

    def _problem(self, keys: list[Key], sums: list[Sum]) -> dict[str, Any]:
        place = {key: at for at, key in enumerate(keys)}
        rows, columns, factors, lows, highs = [], [], [], [], []
        for number, (terms, low, high) in enumerate(sums):
            known = sum(factor * self.low[key] for key, factor in terms.items() if key not in place)
            for key, factor in terms.items():
                if key in place:
                    rows.append(number)
                    columns.append(place[key])
                    factors.append(factor)
            lows.append(low - known)
            highs.append(high - known)
        matrix = csr_matrix((factors, (rows, columns)), shape=(len(sums), len(keys)))
        return {
            "constraints": LinearConstraint(matrix, lows, highs),
            "bounds": Bounds([self.low[key] for key in keys], [self.high[key] for key in keys]),
            "integrality": [AGE not in key for key in keys],
            "options": {"time_limit": SECONDS},
        }


def _end(problem: dict[str, Any], place: int, sign: int) -> Sequence[float]:
    """Give the numbers with which one of them is least (`sign` 1) or greatest (-1)."""
    aim = np.zeros(len(problem["integrality"]))
    aim[place] = sign
    result = milp(aim, **problem)
    if result.status == INFEASIBLE:
        raise Contradiction(f"{place}: {result.message}")
    if result.x is None:
        raise Unsolved(f"{place}: {result.message}")
    return [float(value) for value in result.x]
