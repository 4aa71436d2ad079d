"""Slips of the pen in a question: a word that nobody knows is taken for its nearest known one."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from learnt.link.lexicon import lexicon
from learnt.link.stems import Word

SHORTEST = 5
"""Letters from which a word is mended; shorter ones are near too many others."""
ALIKE = 80.0
"""Per cent of equal letters (rapidfuzz's ratio) from which two spellings are one word."""


class Speller:
    """Knows the words of some entries, of the glossary and of the lists of light words."""

    def __init__(self, features: Iterable[str]) -> None:
        known = lexicon()
        words = {feature for feature in features if feature.isalpha()}
        words |= {stem for rows in known.phrases.values() for stems, _ in rows for stem in stems}
        self.known = words | known.stop | known.phrasing | known.everyday
        # In a fixed order, so that of two words equally near it is always the same one.
        self.listed = sorted(self.known)

    def mend(self, words: list[Word]) -> list[Word]:
        """Give the words with unknown ones replaced; their places stay."""
        return [word._replace(stem=self._nearest(word.stem)) for word in words]

    def _nearest(self, stem: str) -> str:
        if stem in self.known or len(stem) < SHORTEST or not stem.isalpha():
            return stem
        found = process.extractOne(stem, self.listed, scorer=fuzz.ratio, score_cutoff=ALIKE)
        return found[0] if found else stem
