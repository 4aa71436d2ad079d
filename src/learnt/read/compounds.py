"""Which compounds keep their hyphen, by rules (`hyphens.toml`) and by which forms are English words."""

from collections.abc import Container
from functools import cache

import msgspec

from learnt.rulebook import load

_SHORTEST = 3
"""Letters of the shortest word that counts as one; shorter ones must be listed."""


class _Hyphens(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules file `hyphens.toml` as it stands."""

    source: str
    before_any: frozenset[str]
    after_any: frozenset[str]
    openings: frozenset[str]
    particles: frozenset[str]
    kept: tuple[str, ...]
    joined: tuple[str, ...]
    endings: tuple[str, ...]


class _WordList(msgspec.Struct, frozen=True):
    """A list of words, set apart by blanks."""

    source: str
    words: str


def keeps_hyphen(left: str, right: str, printed: Container[str]) -> bool:
    """Whether `left` and `right`, in lower case, are a compound with a hyphen ("self", "harm").

    `printed` holds the words that the document prints alone. "selfish" and "recommendation", cut
    anywhere, are none.
    """
    rules = _rules()
    left, right = left.rpartition("-")[2], right.partition("-")[0]
    if (left + right).startswith(rules.joined):
        return False
    if f"{left}-{right}".startswith(rules.kept):
        return True
    if left in rules.before_any or right in rules.after_any:
        return _is_part(left, printed) and _is_part(right, printed)
    if _is_english(left + right):
        return False
    opens = left in rules.openings | rules.particles or _is_part(left, printed)
    return opens and (right in rules.particles or _is_part(right, printed))


def _is_part(word: str, printed: Container[str]) -> bool:
    """Whether a part of a compound is a word of its own."""
    rules = _rules()
    if word in rules.before_any or word in rules.after_any:
        return True
    return len(word) >= _SHORTEST and (word in printed or _is_english(word))


def _is_english(word: str) -> bool:
    """Whether `word` is an English word or name, or one with a usual ending."""
    words = _words()
    if word in words:
        return True
    stems = [word.removesuffix(ending) for ending in _rules().endings if word.endswith(ending)]
    return any(len(stem) > _SHORTEST and (stem in words or stem + "e" in words) for stem in stems)


@cache
def _rules() -> _Hyphens:
    return load("hyphens.toml", _Hyphens)


@cache
def _words() -> frozenset[str]:
    names = load("proper_words.toml", _WordList).words
    return frozenset((load("english_words.toml", _WordList).words + " " + names).split())
