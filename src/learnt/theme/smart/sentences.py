"""Parts a recommendation into sentences, and tells those that ask from those that only tell."""

import re
from collections.abc import Iterator
from functools import lru_cache

from learnt.theme.smart.rules import pattern

_END = re.compile(r"(?<=[.!?;:])\s+(?=[\"'(A-Z0-9•*-])|\n+")
_OPENING = re.compile(r"\W*that\b|[^,.;]{0,90}\bto [a-z]{2,}", re.IGNORECASE)
"""How a sentence without "should" asks: "That ...", "The trust to ..."."""
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|no|dr|mr|mrs|ms|st|para|vs|cf)\.)$", re.IGNORECASE
)


def sentences(text: str) -> list[tuple[int, str]]:
    """Give the sentences (and list items) of `text`, each with where it starts."""
    found: list[tuple[int, str]] = []
    start = 0
    for stop in _stops(text):
        found.append((start, text[start : stop.start()]))
        start = stop.end()
    found.append((start, text[start:]))
    return [(at, words) for at, words in found if words.strip()]


def _stops(text: str) -> Iterator[re.Match[str]]:
    for stop in _END.finditer(text):
        if not _ABBREVIATED.search(text[: stop.start()]):
            yield stop


def asks(sentence: str) -> bool:
    """Whether a sentence asks for something, rather than telling what was or is under way."""
    if pattern("sentences", "asks").search(sentence):
        return True
    if pattern("sentences", "tells").search(sentence):
        return False
    past = pattern("sentences", "past").search(sentence)
    return past is None or bool(_OPENING.match(sentence[: past.start()]))


@lru_cache(maxsize=16)
def asking(text: str) -> tuple[tuple[int, str], ...]:
    """Give the sentences that ask; all of them where none clearly does."""
    every = sentences(text)
    return tuple((at, words) for at, words in every if asks(words))
