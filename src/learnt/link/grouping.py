"""Pairs put together to groups, without chains.

Average linkage: two groups become one while their members' pairs reach a threshold on average, so
that a member that is near to one other only does not draw in a stranger.
"""

from collections.abc import Callable, Iterable
from itertools import product

SAMPLE = 6
"""Members of a large group that stand for it, the first to have joined."""


def make_groups(
    edges: Iterable[tuple[float, int, int]], score: Callable[[int, int], float], least: float
) -> list[list[int]]:
    """Give the groups of positions that `edges` (score, one, other) join, each sorted.

    `score` gives the score of any pair; `least` is the average that the pairs between two groups
    must reach.
    """
    groups: dict[int, list[int]] = {}
    owner: dict[int, int] = {}
    for _, first, second in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        one, other = owner.setdefault(first, first), owner.setdefault(second, second)
        left, right = groups.setdefault(one, [first]), groups.setdefault(other, [second])
        if one == other or not _hold_together(left, right, score, least):
            continue
        left.extend(right)
        owner.update((member, one) for member in right)
        del groups[other]
    return sorted(sorted(members) for members in groups.values() if len(members) > 1)


def _hold_together(
    left: list[int], right: list[int], score: Callable[[int, int], float], least: float
) -> bool:
    pairs = list(product(left[:SAMPLE], right[:SAMPLE]))
    return sum(score(one, other) for one, other in pairs) >= least * len(pairs)
