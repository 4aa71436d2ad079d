"""The same thing recommended before: groups that ask it in other words, years and areas."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from learnt.link.entries import Entry
from learnt.link.grouping import make_groups
from learnt.link.pairs import Pairs
from learnt.link.printed import printed_features
from learnt.link.profile import is_concept, pieces_of
from learnt.link.settings import link_rules

MOST_WORDS = 8
MOST_SCORED = 40
"""Members of a group whose pairs give its score; in a larger one they stand for the rest."""


class Repeat(msgspec.Struct, frozen=True, kw_only=True):
    """Recommendations of several reviews that ask the same thing, the oldest first.

    `score` is the mean probability of the pairs of different reviews; `words` are what all but
    a few of them say, with `/` between different words for it.
    """

    entries: tuple[Entry, ...]
    score: float
    words: tuple[str, ...] = ()


def find_repeats(entries: Iterable[Entry]) -> list[Repeat]:
    """Give the groups of entries that ask the same thing, the surest first.

    Only entries of different reviews are compared: that one review says a thing to several bodies, or
    prints it in several documents, is one occasion. Two of one review may still stand in a group where
    each repeats what another review asked.
    """
    given = list(entries)
    if len(given) < 2:
        return []
    rules = link_rules().repeats
    pairs = Pairs(given, rules)
    edges = [(pairs.score(*pair), *pair) for pair in pairs.candidates()]
    likely = [edge for edge in edges if edge[0] >= rules.threshold]
    groups = make_groups(likely, pairs.score, rules.linkage)
    repeats = [_make_repeat(group, given, pairs) for group in groups]
    return sorted(repeats, key=lambda repeat: -repeat.score)


def _make_repeat(group: Sequence[int], entries: Sequence[Entry], pairs: Pairs) -> Repeat:
    scores = [
        pairs.score(one, other)
        for one, other in combinations(group[:MOST_SCORED], 2)
        if entries[one].review != entries[other].review
    ]
    members = sorted((entries[position] for position in group), key=_age)
    return Repeat(
        entries=tuple(members),
        score=round(sum(scores) / len(scores), 3) if scores else 0.0,
        words=common_words(members),
    )


def _age(entry: Entry) -> tuple[int, str, str]:
    return (entry.year or 9999, entry.review, entry.id)


def common_words(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Give what at least three in four of `entries` say, concepts with the words that stand for them."""
    said: dict[str, list[str]] = {}
    for entry in entries:
        printed: dict[str, str] = {}
        for piece in pieces_of(entry):
            if piece.part in ("ask", "purpose", "title"):
                for feature, words in printed_features(piece.text).items():
                    printed.setdefault(feature, words)
        for feature, words in printed.items():
            said.setdefault(feature, []).append(words)
    shared = [
        (feature, list(dict.fromkeys(words)))
        for feature, words in said.items()
        if len(words) >= max(2, 0.75 * len(entries))
    ]
    shared.sort(key=lambda one: -len(said[one[0]]))
    return _tell(shared)


def _tell(shared: list[tuple[str, list[str]]]) -> tuple[str, ...]:
    """Leave out words that a phrase tells already, and write the rest."""
    phrases = [word for feature, words in shared if is_concept(feature) for word in words]
    inside = {word for phrase in phrases for word in phrase.split()}
    told = [
        " / ".join(words)
        for feature, words in shared
        if is_concept(feature) or words[0] not in inside
    ]
    return tuple(dict.fromkeys(told))[:MOST_WORDS]
