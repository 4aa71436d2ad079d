"""A recommendation as weighted features: stems, pairs of stems, and concepts of the glossary.

A feature is a string: a stem (`train`), two stems that follow one another (`absent parent`), or a
concept (`=gp`). Its strength is what the part that holds it counts, added up over the parts.
"""

from dataclasses import dataclass
from itertools import pairwise

from learnt.link.entries import Entry
from learnt.link.lexicon import MARK, Lexicon, lexicon
from learnt.link.parts import Part, Piece, split_parts
from learnt.link.settings import Fields
from learnt.link.stems import Word, find_words
from learnt.words import fold

Profile = dict[str, float]


@dataclass(frozen=True, slots=True)
class Weighing:
    """What a feature counts by what it is; every figure is a share of a plain word's."""

    phrasing: float
    common: float
    everyday: float
    who: float
    act: float
    pair: float

    def of(self, feature: str) -> float:
        """Give the weight of `feature`, from the lists of light words and the kind of a concept."""
        known = lexicon()
        if " " in feature:
            first, _, second = feature.partition(" ")
            return self.pair * min(self._plain(first, known), self._plain(second, known))
        return self._plain(feature, known)

    def _plain(self, feature: str, known: Lexicon) -> float:
        kind = known.kinds.get(feature)
        share = self.who if kind == "who" else self.act if kind == "act" else 1.0
        if feature in known.act_stems:
            share = self.act
        if feature in known.phrasing:
            return self.phrasing
        if feature in known.everyday:
            share *= self.everyday
        return share * (self.common if feature in known.common else 1.0)


def make_profile(entry: Entry, fields: Fields, lay_in_text: float) -> Profile:
    """Give the features of an entry and how strongly it holds each."""
    strengths: dict[Part, float] = {
        "ask": 1.0,
        "background": fields.background,
        "purpose": fields.purpose,
        "title": fields.title,
        "context": fields.context,
        "addressee": fields.addressee,
    }
    profile: Profile = {}
    for piece in pieces_of(entry):
        if strengths[piece.part]:
            add_features(profile, piece.text, strengths[piece.part], lay_in_text)
    return profile


def pieces_of(entry: Entry) -> list[Piece]:
    """Give all words of an entry by their part."""
    pieces = split_parts(entry.text)
    others: list[tuple[Part, str]] = [
        ("title", entry.title),
        ("context", entry.context),
        ("addressee", entry.addressed_to),
    ]
    return pieces + [Piece(part, fold(text)) for part, text in others if text]


def add_features(profile: Profile, folded: str, strength: float, lay_in_text: float) -> None:
    """Add the features of a run of words to `profile`."""
    words = find_words(folded)
    known = lexicon()
    for feature in word_features(words):
        profile[feature] = profile.get(feature, 0.0) + strength
    for named in known.find(words):
        for concept, lay in named.senses:
            share = strength * (lay_in_text if lay else 1.0)
            profile[concept] = profile.get(concept, 0.0) + share


def word_features(words: list[Word]) -> list[str]:
    """Give the stems that tell something, and each two that follow one another."""
    stop = lexicon().stop
    telling = [word.stem for word in words if word.stem not in stop and not word.stem.isdigit()]
    pairs = [f"{first} {second}" for first, second in pairwise(telling)]
    return [stem for stem in telling if len(stem) > 1] + pairs


def is_concept(feature: str) -> bool:
    """Whether a feature is a concept of the glossary."""
    return feature.startswith(MARK)
