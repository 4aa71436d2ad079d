"""Which entries hold which feature: an inverted index over profiles, in arrays."""

from array import array
from collections.abc import Iterable
from functools import cached_property
from math import log

import numpy as np
from numpy.typing import NDArray

from learnt.link.profile import Profile
from learnt.link.spelling import Speller

Positions = NDArray[np.int32]
Values = NDArray[np.float32]


class Postings:
    """For each feature, the positions of the entries that hold it and how strongly."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self.features: dict[str, int] = {}
        numbers, positions, strengths = array("i"), array("i"), array("f")
        self.size = 0
        for position, profile in enumerate(profiles):
            for feature, strength in profile.items():
                numbers.append(self.features.setdefault(feature, len(self.features)))
                positions.append(position)
                strengths.append(strength)
            self.size = position + 1
        held = np.array(numbers, np.int64)
        order = np.argsort(held, kind="stable")
        self.positions: Positions = np.array(positions, np.int32)[order]
        self.strengths: Values = np.array(strengths, np.float32)[order]
        counts = np.bincount(held, minlength=len(self.features))
        self.starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)

    def row(self, feature: str) -> tuple[Positions, Values]:
        """Give the positions that hold `feature`, rising, and the strengths."""
        number = self.features.get(feature)
        if number is None:
            return self.positions[:0], self.strengths[:0]
        part = slice(self.starts[number], self.starts[number + 1])
        return self.positions[part], self.strengths[part]

    @cached_property
    def speller(self) -> Speller:
        """What mends words that neither the entries nor the glossary know."""
        return Speller(self.features)

    def rarity(self, feature: str) -> float:
        """Give the inverse document frequency, log(1 + (N + 10) / (n + 1)).

        The 10 keeps a small library's words apart as well as those of a large one.
        """
        number = self.features.get(feature)
        held = 0 if number is None else int(self.starts[number + 1] - self.starts[number])
        return log(1 + (self.size + 10) / (held + 1))
