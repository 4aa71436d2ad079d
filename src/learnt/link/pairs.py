"""How likely two recommendations ask the same thing."""

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

import numpy as np

from learnt.link.bodies import Addressed, nearness
from learnt.link.entries import Entry
from learnt.link.settings import RepeatRules
from learnt.link.sides import align, make_sides
from learnt.link.vectors import make_vectors
from learnt.words import fold

ALIKE = 0.75
"""Entries that say this share of each other are alike, whatever others there are."""


FEW = 2
"""With this many entries in other reviews, to be the nearest of them is worth half: chance does as much."""


class Measures(NamedTuple):
    """What the judgement of a pair rests on.

    `bodies`: how near their addressees are (0 to 1); `alignment`: share of both that the other says
    too; `cosine`: of their vectors. The last two count in full where each is the other's nearest
    in another review, and for less the more others are nearer, or the fewer others there are: in a
    library where everybody asks for training, training alone makes no repeat.
    """

    bodies: float
    alignment: float
    cosine: float


class Pairs:
    """Compares entries; each keeps the list of its nearest in other reviews."""

    def __init__(self, entries: Sequence[Entry], rules: RepeatRules) -> None:
        self.rules = rules
        self.texts = [fold(entry.text) for entry in entries]
        self.sides = make_sides(entries, rules)
        self.vectors = make_vectors(self.sides, rules)
        self.addressed = [Addressed(entry) for entry in entries]
        self.aligned: dict[tuple[int, int], float] = {}
        numbers: dict[str, int] = {}
        self.reviews = np.array(
            [numbers.setdefault(entry.review, len(numbers)) for entry in entries], np.int32
        )
        own = np.bincount(self.reviews, minlength=len(numbers))[self.reviews]
        rivals = len(entries) - own
        self.worth = rivals / (rivals + FEW)
        self.ranks = [self._rank(position) for position in range(len(entries))]

    def _rank(self, position: int) -> dict[int, int]:
        """Give the nearest of an entry in other reviews, each with how many are nearer than it."""
        apart = (self.reviews != self.reviews[position]).astype(np.float32)
        near = self.vectors.nearest(position, self.rules.candidates, apart)
        shares = [self.align(position, other) for other in near]
        return {
            other: sum(rival > share for rival in shares)
            for other, share in zip(near, shares, strict=True)
        }

    def candidates(self) -> list[tuple[int, int]]:
        """Give every pair of which one is among the nearest of the other, and copies word for word."""
        found = {
            (min(one, other), max(one, other))
            for one, ranks in enumerate(self.ranks)
            for other in ranks
        }
        return sorted(found | self._copies())

    def _copies(self) -> set[tuple[int, int]]:
        """Give each copy of a text with one before it in another review, however many there are."""
        before: dict[str, list[int]] = {}
        found: set[tuple[int, int]] = set()
        for position, text in enumerate(self.texts):
            # Of two copies in different reviews, one at least is of another review than the third.
            known = before.setdefault(text, [])
            others = [one for one in known if self.reviews[one] != self.reviews[position]]
            found.update((one, position) for one in others[:1])
            if not known or (len(known) == 1 and others):
                known.append(position)
        return found

    def align(self, first: int, second: int) -> float:
        """Give the share of two entries that the other says too, from 0 to 1."""
        key = (first, second) if first < second else (second, first)
        if key not in self.aligned:
            self.aligned[key] = align(self.sides[first], self.sides[second])
        return self.aligned[key]

    def measure(self, first: int, second: int) -> Measures:
        """Give the measures of a pair."""
        mutual = self._nearest(first, second) + self._nearest(second, first)
        return Measures(
            nearness(self.addressed[first], self.addressed[second]),
            mutual * self.align(first, second),
            mutual * self.vectors.cosine(first, second),
        )

    def _nearest(self, first: int, second: int) -> float:
        """Give up to a half for how near the top of the first's list the second is."""
        if self.align(first, second) >= ALIKE:
            return 0.5
        rank = self.ranks[first].get(second)
        return 0.0 if rank is None else 0.5 * float(self.worth[first]) / (1 + rank)

    def score(self, first: int, second: int) -> float:
        """Give the probability that two entries ask the same thing."""
        judge, measures = self.rules.judge, self.measure(first, second)
        total = (
            judge.bias
            + judge.bodies * measures.bodies
            + judge.alignment * measures.alignment
            + judge.cosine * measures.cosine
        )
        return 1 / (1 + exp(-total))
