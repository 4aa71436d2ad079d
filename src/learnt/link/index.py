"""What can be asked "has this been recommended before?": an index over entries.

`Index` is all that `find_similar` needs. `WordIndex` goes by words and the glossary and needs no
download; one that goes by embeddings, or fuses several, can take its place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np

from learnt.link.asking import Slot, make_slots
from learnt.link.entries import Entry
from learnt.link.postings import Postings, Values
from learnt.link.profile import make_profile
from learnt.link.settings import SimilarRules, link_rules


class Hit(NamedTuple):
    """A position in the index's entries, and how much of the question it answers (0 to 1)."""

    position: int
    score: float


class Index(Protocol):
    """Entries that can be searched."""

    @property
    def entries(self) -> Sequence[Entry]:
        """The entries, in the order of the positions."""

    def search(self, text: str, k: int) -> list[Hit]:
        """Give the `k` best positions for `text`, best first."""


@dataclass(frozen=True)
class WordIndex:
    """An index of words, in the manner of BM25F, with the glossary's concepts as further words.

    BM25F: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009). A word of the
    question counts once, by the best of its senses that the entry holds.
    """

    entries: Sequence[Entry]
    postings: Postings
    lengths: Values
    rules: SimilarRules

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "WordIndex":
        """Build the index of `entries`."""
        given = list(entries)
        rules = link_rules().similar
        profiles = [make_profile(entry, rules.fields, rules.lay_in_text) for entry in given]
        lengths = np.array([sum(profile.values()) for profile in profiles], np.float32)
        mean = float(lengths.mean()) if len(given) else 1.0
        return cls(given, Postings(profiles), lengths / max(mean, 1.0), rules)

    def search(self, text: str, k: int) -> list[Hit]:
        """Give the `k` best positions for `text`, best first; those that share nothing are left out."""
        slots = make_slots(text, self.postings, self.rules)
        total = np.zeros(self.postings.size, np.float32)
        possible = 0.0
        for slot in slots:
            total += self._found(slot)
            possible += slot.weight
        best = np.argsort(-total, kind="stable")[:k]
        return [Hit(int(p), min(1.0, float(total[p]) / possible)) for p in best if total[p] > 0]

    def _found(self, slot: Slot) -> Values:
        """Give what each entry holds of one word of the question."""
        found = np.zeros(self.postings.size, np.float32)
        for feature, weight in slot.senses:
            positions, strengths = self.postings.row(feature)
            value = weight * self._saturate(strengths, self.lengths[positions])
            found[positions] = np.maximum(found[positions], value)
        return found

    def _saturate(self, strengths: Values, lengths: Values) -> Values:
        k, b = self.rules.saturation, self.rules.length
        return (strengths * (1 + k) / (strengths + k * (1 - b + b * lengths))).astype(np.float32)
