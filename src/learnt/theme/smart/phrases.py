"""Finds the words of a measure or of a time in the asking sentences."""

import re
import string

from learnt.theme.smart.rules import pattern
from learnt.theme.smart.sentences import asking

_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_MAY = re.compile(r"\bmay\b")


def first_phrase(text: str, section: str) -> str | None:
    """Give the first words of `text` that a section's patterns take and its false friends do not.

    What the list `sure` takes is given whatever the false friends say.
    `text` has straight quotes; `section` is `measure` or `time`.
    """
    for _, sentence in asking(text):
        lowered = _lower(sentence)
        found = pattern(section, "sure").search(lowered) or _unopposed(lowered, section)
        if found:
            return sentence[found.start() : found.end()].strip()
    return None


def _lower(sentence: str) -> str:
    """Give a sentence in small letters, letter for letter; "May" stays, to be told from "may"."""
    return _MAY.sub(lambda word: sentence[word.start() : word.end()], sentence.translate(_SMALL))


def _unopposed(lowered: str, section: str) -> re.Match[str] | None:
    """Give the first phrase that no false friend shares words with."""
    every = list(pattern(section, "patterns").finditer(lowered))
    if not every:
        return None
    covered = [found.span() for found in pattern(section, "but_not").finditer(lowered)]
    return next((found for found in every if not any(_meet(found, c) for c in covered)), None)


def _meet(found: re.Match[str], span: tuple[int, int]) -> bool:
    """Whether a phrase and a false friend share words; an empty false friend meets nothing."""
    return found.start() < span[1] and span[0] < found.end()
