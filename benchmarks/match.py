"""Pairs what was found with what is there, the nearest first."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from learnt.words import fold

FOUND = 0.95
"""A text counts as found from this ratio on (Levenshtein's normalised indel, as rapidfuzz has it)."""


def nearness(left: str, right: str) -> float:
    """How alike two texts are when quotes, dashes, case and blanks are folded, 0 to 1."""
    return fuzz.ratio(fold(left), fold(right)) / 100


def pair_texts(expected: Sequence[str], found: Sequence[str]) -> list[tuple[int, int, float]]:
    """Give (expected, found, ratio) for the best pairs, each index at most once, all ratios.

    Equal texts that stand in order keep their order, so that lists with a repeated text pair well.
    """
    left_folded, right_folded = [fold(t) for t in expected], [fold(t) for t in found]
    ranked = sorted(
        (-fuzz.ratio(one, other), abs(i - j), i, j)
        for i, one in enumerate(left_folded)
        for j, other in enumerate(right_folded)
    )
    pairs: list[tuple[int, int, float]] = []
    left: set[int] = set()
    right: set[int] = set()
    for score, _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j, -score / 100))
    return sorted(pairs)
