"""Mends a slip of one letter in a name: "Constabularly", "Safegaurding"."""

from collections.abc import Iterator
from functools import cache

from learnt.agencies.kinds import phrases

SHORTEST, SWAPPED = 7, 6
"""Letters of the shortest word that is mended, and of one in which two letters are swapped.

Shorter words have neighbours that are words too ("policy" is no slip for "police").
"""


def mend_spelling(folded: str) -> str:
    """Give a folded name with each unknown word put right that one known word is nearest to.

    Known are the words that tell kinds; one letter may be missing, too many, wrong, or swapped with
    its neighbour. Where two known words are as near, the word stays.
    """
    return " ".join(_mended(word) for word in folded.split())


def _mended(word: str) -> str:
    if len(word) < SWAPPED or word in _known() or not word.isalpha():
        return word
    near = {known for short in _shorter(word) for known in _by_shorter().get(short, ())}
    near = {known for known in near if _is_one_slip(word, known)}
    if any(known.rstrip("s") == word.rstrip("s") for known in near):
        return word  # one or several, no slip
    return near.pop() if len(near) == 1 else word


def _is_one_slip(word: str, known: str) -> bool:
    """Whether one letter is missing, too many or wrong, or two neighbours are swapped."""
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    if word[-1] != known[-1]:
        return False  # words of their own differ in their ends: "refugee", "refuges"
    a, b = word[start:], known[start:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
    if min(len(word), len(known)) < SHORTEST:
        return swapped
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


@cache
def _known() -> frozenset[str]:
    """Give the long words that tell kinds."""
    told = (phrase for index in phrases().by.values() for phrase in index)
    return frozenset(word for phrase in told for word in phrase.split() if len(word) >= SWAPPED)


@cache
def _by_shorter() -> dict[str, tuple[str, ...]]:
    """Give the known words by themselves and by each form with one letter left out."""
    index: dict[str, set[str]] = {}
    for known in _known():
        for short in (known, *_shorter(known)):
            index.setdefault(short, set()).add(known)
    return {short: tuple(sorted(words)) for short, words in index.items()}


def _shorter(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
    yield word
