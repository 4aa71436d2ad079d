"""Break points inside words, for hyphenated text: a plain rule, not a dictionary."""

import re
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"[A-Za-z]{8,}")
_BREAK = re.compile(r"(?<=[aeiouy][bcdfglmnprst])(?=[bcdfghjklmnpqrstvwz][aeiouy])", re.IGNORECASE)
_EDGE = 3


def soften(text: str) -> str:
    """Put soft hyphens between two consonants that stand between vowels, in words of 8 letters on.

    Three letters at least stay on each side, as printers do; capitals and marks are left alone.
    """
    return _WORD.sub(lambda found: _soften_word(found[0]), text)


def _soften_word(word: str) -> str:
    if word.isupper():
        return word
    cuts = [m.start() for m in _BREAK.finditer(word)]
    cuts = [cut for cut in cuts if _EDGE <= cut <= len(word) - _EDGE]
    edges = [0, *cuts, len(word)]
    return SOFT_HYPHEN.join(word[a:b] for a, b in pairwise(edges))
