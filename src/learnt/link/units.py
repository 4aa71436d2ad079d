"""A recommendation as units: its telling words and phrases, each with what it can be said as.

A unit is one word, or a phrase of the glossary. What two recommendations have in common is how much
of each one's units the other says too, in the same words or in others.
"""

from typing import NamedTuple

from learnt.link.entries import Entry
from learnt.link.lexicon import Lexicon, Named, lexicon
from learnt.link.parts import split_parts
from learnt.link.settings import RepeatRules
from learnt.link.stems import Word, find_words
from learnt.words import fold


class Unit(NamedTuple):
    """A word or phrase: its features with how surely it means each, its kind, and its part's worth."""

    features: tuple[tuple[str, float], ...]
    kind: str
    strength: float

    @property
    def stems(self) -> str:
        """The unit's own words, by their stems."""
        return self.features[0][0]

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts that it names."""
        return tuple(feature for feature, _ in self.features[1:])


def make_units(entry: Entry, rules: RepeatRules) -> tuple[Unit, ...]:
    """Give the units of an entry, each once, as strong as the strongest part where it stands."""
    worth = {"background": rules.fields.background, "purpose": rules.fields.purpose}
    parts = [(piece.text, worth.get(piece.part, 1.0)) for piece in split_parts(entry.text)]
    parts.append((fold(entry.title), rules.fields.title))
    units: dict[str, Unit] = {}
    for text, strength in sorted(parts, key=lambda part: -part[1]):
        for unit in _units_of(text, strength, rules):
            units.setdefault(unit.stems, unit)
    return tuple(units.values())


def _units_of(folded: str, strength: float, rules: RepeatRules) -> list[Unit]:
    words, known = find_words(folded), lexicon()
    by_word = {at: one for one in known.find(words) for at in range(one.first, one.last + 1)}
    units: list[Unit] = []
    for position, word in enumerate(words):
        named = by_word.get(position)
        if named is None:
            if word.stem not in known.stop and not word.stem.isdigit() and len(word.stem) > 1:
                kind = "phrasing" if word.stem in known.phrasing else "word"
                units.append(Unit(((word.stem, 1.0),), kind, strength))
        elif named.first == position:
            units.append(_of_phrase(named, words, strength, rules, known))
    return units


def _of_phrase(
    named: Named, words: list[Word], strength: float, rules: RepeatRules, known: Lexicon
) -> Unit:
    stems = " ".join(word.stem for word in words[named.first : named.last + 1])
    senses = [(one.concept, rules.lay if one.lay else rules.concept) for one in named.senses]
    return Unit(((stems, 1.0), *senses), known.kinds[named.senses[0].concept], strength)
