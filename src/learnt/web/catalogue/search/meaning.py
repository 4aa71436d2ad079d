"""What the plain words of a query mean: by their stems, the glossary, and the likeliest spelling."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from learnt.link.lexicon import lexicon
from learnt.link.settings import glossary
from learnt.link.stems import Word, find_words
from learnt.words import fold

SHORTEST_MISSPELT, LONG, VERY_LONG = 4, 7, 11
"""Letters from which a word may be misspelt, and from which it may be so in two and three places."""
MOST_CORRECTED = 4
"""Words of a query that are put right: each needs a look through all words."""
MOST_WORDS, MOST_IN_TEXT = 40, 200
"""Words of a query, and of a recommendation, that are looked for."""

Frequencies = Callable[[list[str]], dict[str, int]]
Words = Callable[[str], Iterable[tuple[str, int]]]


class Group(NamedTuple):
    """A word or a phrase of the glossary: found by all its `stems` or by one of its `concepts`."""

    printed: str
    stems: tuple[str, ...]
    concepts: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


Groups = tuple[Group, ...]


class Meaning(NamedTuple):
    """The groups of a query; `text` with misspelt words put right; which words those were."""

    groups: Groups
    text: str
    corrected: dict[str, str]


def understand(text: str, frequencies: Frequencies, vocabulary: Words) -> Meaning:
    """Give the meaning of `text`; `frequencies` and `vocabulary` tell what the index holds."""
    folded = fold(text)
    words = find_words(folded)[:MOST_WORDS]
    corrected = _correct(folded, words, frequencies, vocabulary)
    if corrected:
        folded = _replaced(folded, words, corrected)
        words = find_words(folded)[:MOST_WORDS]
    return Meaning(tuple(_groups(folded, words)), folded, corrected)


def groups_of(text: str) -> Groups:
    """Give the groups of a text as it is spelt."""
    folded = fold(text)
    return tuple(dict.fromkeys(_groups(folded, find_words(folded)[:MOST_IN_TEXT])))


def _groups(folded: str, words: list[Word]) -> list[Group]:
    groups: list[Group] = []
    named = {one.first: one for one in lexicon().find(words)}
    position = 0
    while position < len(words):
        one = named.get(position)
        last = one.last if one else position
        stems = tuple(word.stem for word in words[position : last + 1])
        if one or stems[0] not in lexicon().stop:
            concepts = tuple(dict.fromkeys(sense.concept for sense in one.senses)) if one else ()
            near = {other for concept in concepts for other in lexicon().near.get(concept, ())}
            printed = folded[words[position].start : words[last].end]
            groups.append(Group(printed, stems, concepts, tuple(sorted(near))))
        position = last + 1
    # A question of nothing but "what" and "should" still means these words.
    return groups or [Group(w.stem, (w.stem,)) for w in words]


def _correct(
    folded: str, words: list[Word], frequencies: Frequencies, vocabulary: Words
) -> dict[str, str]:
    named = {at for one in lexicon().find(words) for at in range(one.first, one.last + 1)}
    doubtful = [
        word
        for at, word in enumerate(words)
        if at not in named and word.stem not in lexicon().stop and _may_be_misspelt(folded, word)
    ]
    printed = {folded[word.start : word.end]: word.stem for word in doubtful}
    held = frequencies([*printed, *printed.values()])
    strange = [word for word, stem in printed.items() if word not in held and stem not in held]
    nearest = {word: _nearest(word, vocabulary) for word in strange[:MOST_CORRECTED]}
    return {word: better for word, better in nearest.items() if better}


def _may_be_misspelt(folded: str, word: Word) -> bool:
    printed = folded[word.start : word.end]
    return printed.isalpha() and len(printed) >= SHORTEST_MISSPELT


def _nearest(printed: str, vocabulary: Words) -> str:
    """Give the known word that is the fewest slips away; among equals the one printed most."""
    slips = 1 + (len(printed) >= LONG) + (len(printed) >= VERY_LONG)
    for first in (printed[0], ""):
        known = dict(_glossary_words(first))
        for word, rows in vocabulary(first):
            known[word] = max(rows, known.get(word, 0))
        near = [word for word in known if abs(len(word) - len(printed)) <= slips and word.isalpha()]
        found = process.extract(printed, near, scorer=OSA.distance, score_cutoff=slips, limit=None)
        if found:
            return str(min(found, key=lambda one: (one[1], -known[one[0]], one[0]))[0])
    return ""


@cache
def _glossary_words(first: str) -> dict[str, int]:
    forms = (
        fold(form)
        for group in glossary().values()
        for concept in group.concepts.values()
        for form in (*concept.forms, *concept.lay)
    )
    return {form: 1 for form in forms if form.isalpha() and form.startswith(first)}


def _replaced(folded: str, words: list[Word], corrected: dict[str, str]) -> str:
    parts: list[str] = []
    at = 0
    for word in words:
        printed = folded[word.start : word.end]
        parts += [folded[at : word.start], corrected.get(printed, printed)]
        at = word.end
    return "".join([*parts, folded[at:]])
