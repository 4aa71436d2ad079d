"""The words that two texts share, as each of them prints them."""

import msgspec

from learnt.link.entries import Entry
from learnt.link.lexicon import Lexicon, lexicon
from learnt.link.profile import is_concept, pieces_of
from learnt.link.stems import find_words
from learnt.words import fold


class Shared(msgspec.Struct, frozen=True):
    """Words of one text and those of another that mean the same or nearly so."""

    asked: str
    found: str


def shared_words(asked: str, entry: Entry) -> tuple[Shared, ...]:
    """Give what `entry` holds of `asked`: the same words first, then others of the same concept.

    Words that every recommendation holds ("should", "review") are not told.
    """
    theirs: dict[str, str] = {}
    for piece in pieces_of(entry):
        for feature, words in printed_features(piece.text).items():
            theirs.setdefault(feature, words)
    plain: list[Shared] = []
    other: list[Shared] = []
    for feature, words in printed_features(fold(asked)).items():
        if feature in theirs:
            (other if is_concept(feature) else plain).append(Shared(words, theirs[feature]))
        elif feature in lexicon().near:
            near = [theirs[one] for one in sorted(lexicon().near[feature]) if one in theirs]
            other.extend(Shared(words, one) for one in near[:1])
    return _without_doubles(plain + other)


def printed_features(folded: str) -> dict[str, str]:
    """Give the telling features of a folded text, each with the words that stand for it."""
    words = find_words(folded)
    known = lexicon()
    printed: dict[str, str] = {}
    for word in words:
        if _tells(word.stem, known):
            printed.setdefault(word.stem, folded[word.start : word.end])
    for named in known.find(words):
        run = folded[words[named.first].start : words[named.last].end]
        for concept, _ in named.senses:
            printed.setdefault(concept, run)
    return printed


def _tells(stem: str, known: Lexicon) -> bool:
    light = stem in known.stop or stem in known.phrasing
    return not light and not stem.isdigit() and len(stem) > 1


def _without_doubles(shared: list[Shared]) -> tuple[Shared, ...]:
    """Leave out pairs whose words a pair before already told."""
    kept: list[Shared] = []
    told: set[str] = set()
    for one in shared:
        if one.asked not in told:
            told.add(one.asked)
            kept.append(one)
    return tuple(kept)
