"""The best few hundred rows put in order by what they ask (`learnt.link`), not by counts of words alone."""

from collections.abc import Callable, Sequence

import numpy as np

from learnt.link import Entry, WordIndex
from learnt.link.lexicon import lexicon
from learnt.link.postings import Postings
from learnt.link.profile import Profile, make_profile, word_features
from learnt.link.settings import link_rules
from learnt.link.stems import find_words
from learnt.words import fold

Held = Callable[[Sequence[str]], dict[str, int]]


class _Some(Postings):
    """Postings of some rows of a library, in which a word is as rare as it is in all of it."""

    def __init__(self, profiles: Sequence[Profile], held: dict[str, int], size: int) -> None:
        super().__init__(profiles)
        self.whole, self.held = max(size, len(profiles)), held

    def rarity(self, feature: str) -> float:
        number = self.features.get(feature)
        here = 0 if number is None else int(self.starts[number + 1] - self.starts[number])
        return float(np.log(1 + (self.whole + 10) / (max(here, self.held.get(feature, 0)) + 1)))


def score(asked: str, entries: Sequence[Entry], held: Held, size: int) -> dict[str, float]:
    """Give how much of `asked` each entry answers, from 0 to 1, by its id.

    `held` tells in how many rows of the library a stem or concept stands, `size` how many it has.
    """
    rules = link_rules().similar
    profiles = [make_profile(entry, rules.fields, rules.lay_in_text) for entry in entries]
    lengths = np.array([sum(profile.values()) for profile in profiles], np.float32)
    mean = float(lengths.mean()) if len(profiles) else 1.0
    postings = _Some(profiles, held(features_of(asked)), size)
    index = WordIndex(entries, postings, lengths / max(mean, 1.0), rules)
    return {entries[hit.position].id: hit.score for hit in index.search(asked, len(entries))}


def features_of(text: str) -> list[str]:
    """Give the stems of a text, its concepts and their neighbours."""
    words = find_words(fold(text))
    concepts = {sense.concept for one in lexicon().find(words) for sense in one.senses}
    near = {other for concept in concepts for other in lexicon().near.get(concept, ())}
    stems = {feature for feature in word_features(words) if " " not in feature}
    return sorted(stems | concepts | near)
