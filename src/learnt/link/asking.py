"""A question as slots: each word of it, with the senses by which an entry may hold it."""

from typing import NamedTuple

from learnt.link.lexicon import Named, lexicon
from learnt.link.parts import split_parts
from learnt.link.postings import Postings
from learnt.link.profile import Weighing, word_features
from learnt.link.settings import SimilarRules
from learnt.link.stems import Word, find_words

INSIDE = 0.25
"""What a word counts beside the phrase of the glossary in which it stands."""


class Slot(NamedTuple):
    """A word, pair or phrase of the question: features that answer it, and the most it can give."""

    printed: str
    senses: tuple[tuple[str, float], ...]
    weight: float


def make_slots(text: str, postings: Postings, rules: SimilarRules) -> list[Slot]:
    """Give the slots of a question, or of a recommendation whose neighbours are wanted."""
    slots: list[Slot] = []
    seen: set[tuple[str, ...]] = set()
    for piece in split_parts(text):
        share = {"background": rules.fields.background, "purpose": rules.fields.purpose}
        for slot in _slots_of(piece.text, postings, rules, share.get(piece.part, 1.0)):
            names = tuple(feature for feature, _ in slot.senses) or (slot.printed,)
            if names not in seen:
                seen.add(names)
                slots.append(slot)
    return slots


def _slots_of(folded: str, postings: Postings, rules: SimilarRules, share: float) -> list[Slot]:
    words = postings.speller.mend(find_words(folded))
    named = lexicon().find(words)
    by_word = {position: one for one in named for position in range(one.first, one.last + 1)}
    maker = _Maker(folded, words, postings, rules, share)
    slots = [maker.of_phrase(one) for one in named if one.last > one.first]
    for position, word in enumerate(words):
        phrase = by_word.get(position)
        if word.stem in lexicon().stop and not (phrase and phrase.first == phrase.last):
            continue
        slots.append(maker.of_word(position, phrase))
    slots += [maker.of_pair(feature) for feature in word_features(words) if " " in feature]
    return [slot for slot in slots if slot.weight > 0]


class _Maker:
    """Makes the slots of one run of words."""

    def __init__(
        self, folded: str, words: list[Word], postings: Postings, rules: SimilarRules, share: float
    ) -> None:
        self.folded, self.words, self.postings = folded, words, postings
        self.rules, self.share = rules, share
        self.weighing = Weighing(
            rules.phrasing, rules.common, rules.everyday, rules.who, rules.act, rules.pair_of_words
        )

    def of_phrase(self, named: Named) -> Slot:
        """A phrase of the glossary: its concepts; the longer it is, the surer it means them."""
        telling = sum(
            word.stem not in lexicon().stop for word in self.words[named.first : named.last + 1]
        )
        share = 1 + self.rules.longer_phrase * max(0, telling - 1)
        return self._slot(self._printed(named.first, named.last), self._concepts(named), share)

    def of_word(self, position: int, phrase: Named | None) -> Slot:
        """A word: itself, and its concepts unless a longer phrase has them."""
        word = self.words[position]
        alone = phrase is not None and phrase.first == phrase.last
        senses = [] if word.stem in lexicon().stop else [(word.stem, 1.0)]
        if phrase is not None and alone:
            senses += self._concepts(phrase)
        share = 1.0 if phrase is None or alone else INSIDE
        return self._slot(self._printed(position, position), senses, share)

    def of_pair(self, feature: str) -> Slot:
        """Two words that follow one another; nothing is lost where no entry holds both so."""
        if feature not in self.postings.features:
            return Slot(feature, (), 0.0)
        return self._slot(feature, [(feature, 1.0)])

    def _concepts(self, named: Named) -> list[tuple[str, float]]:
        """Give the concepts that a phrase names and their neighbours, each with what it is worth.

        A neighbour is worth no more than what was asked, however rare it is.
        """
        senses: list[tuple[str, float]] = []
        for concept, lay in named.senses:
            sure = self.rules.lay_concept if lay else self.rules.same_concept
            senses.append((concept, sure))
            own = self._worth(concept)
            for other in lexicon().near.get(concept, ()):
                worth = self._worth(other)
                if worth:
                    capped = min(1.0, own / worth)
                    senses.append((other, self.rules.near_concept * sure * capped))
        return senses

    def _slot(self, printed: str, senses: list[tuple[str, float]], share: float = 1.0) -> Slot:
        whole = share * self.share
        weighed = tuple((feature, sure * whole * self._worth(feature)) for feature, sure in senses)
        return Slot(printed, weighed, max((weight for _, weight in weighed), default=0.0))

    def _worth(self, feature: str) -> float:
        return self.weighing.of(feature) * self.postings.rarity(feature)

    def _printed(self, first: int, last: int) -> str:
        return self.folded[self.words[first].start : self.words[last].end]
