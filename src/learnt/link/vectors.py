"""Candidates for repeats: the nearest of each entry, without comparing each pair.

A side becomes a vector of its features, one unit long; an inverted index then gives for each entry
the others with the largest cosine.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from learnt.link.lexicon import lexicon
from learnt.link.postings import Postings, Values
from learnt.link.profile import Profile
from learnt.link.settings import RepeatRules
from learnt.link.sides import Side

LEAST = 0.1
"""Below this cosine no pair was ever judged a repeat: they share common words only."""
LEADING = 24
"""Features of an entry, the heaviest first, by which its candidates are found."""
COMMON_SHARE = 0.04
"""A feature of more entries than this share brings no candidates ..."""
COMMON_AT_LEAST = 400
"""... where it is one of more than this number: it would cost much and tell little."""

RAREST = 2
"""The rarest features of an entry bring candidates, however common they are."""


@dataclass(frozen=True)
class Vectors:
    """The vectors of some sides, and the index over them."""

    profiles: Sequence[Profile]
    postings: Postings

    def nearest(self, position: int, most: int, apart: Values) -> list[int]:
        """Give up to `most` other positions, nearest first; `apart` is 0 for those not to be given."""
        scores = np.zeros(self.postings.size, np.float32)
        leading = sorted(self.profiles[position].items(), key=lambda one: -one[1])[:LEADING]
        rows = [(*self.postings.row(feature), weight) for feature, weight in leading]
        rows.sort(key=lambda row: len(row[0]))
        most_held = max(COMMON_AT_LEAST, COMMON_SHARE * self.postings.size)
        for at, (positions, weights, weight) in enumerate(rows):
            if at < RAREST or len(positions) <= most_held:
                scores[positions] += weight * weights
        return _largest(scores * apart, most)

    def cosine(self, first: int, second: int) -> float:
        """Give the cosine of two entries."""
        one, other = self.profiles[first], self.profiles[second]
        if len(other) < len(one):
            one, other = other, one
        return sum(weight * other.get(feature, 0.0) for feature, weight in one.items())


def _largest(scores: Values, most: int) -> list[int]:
    """Give the positions of the `most` largest scores from `LEAST` on, the largest first."""
    over = np.flatnonzero(scores >= LEAST)
    best = over[np.argsort(-scores[over], kind="stable")[:most]]
    return [int(position) for position in best]


def make_vectors(sides: Sequence[Side], rules: RepeatRules) -> Vectors:
    """Give the vectors of `sides`."""
    profiles = [_make_vector(side, rules) for side in sides]
    return Vectors(profiles, Postings(profiles))


def _make_vector(side: Side, rules: RepeatRules) -> Profile:
    """Give features and weights: what a unit means, for less its neighbours and its single words."""
    vector: Profile = {}
    near = lexicon().near
    for unit in side.units:
        for feature, sure in unit.features:
            _raise(vector, feature, unit.weight * sure)
            for other in near.get(feature, ()):
                _raise(vector, other, unit.weight * sure * rules.spread)
        for stem, share in unit.inside:
            _raise(vector, stem, unit.weight * share * rules.phrase_word)
    length = sum(weight * weight for weight in vector.values()) ** 0.5
    return {feature: weight / length for feature, weight in vector.items()} if length else {}


def _raise(vector: Profile, feature: str, weight: float) -> None:
    if weight > vector.get(feature, 0.0):
        vector[feature] = weight
