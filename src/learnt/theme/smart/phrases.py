"""Finds the words of a measure or of a time in the asking sentences."""

import re

from learnt.theme.smart.rules import pattern
from learnt.theme.smart.sentences import asking


def first_phrase(text: str, section: str) -> str | None:
    """Give the first words of `text` that a section's patterns take and its false friends do not.

    `text` has straight quotes; `section` is `measure` or `time`.
    """
    for _, sentence in asking(text):
        covered = [found.span() for found in pattern(section, "but_not").finditer(sentence)]
        for found in pattern(section, "patterns").finditer(sentence):
            if not any(_meet(found, span) for span in covered):
                return found.group().strip()
    return None


def _meet(found: re.Match[str], span: tuple[int, int]) -> bool:
    """Whether a phrase and a false friend share words; an empty false friend meets nothing."""
    return found.start() < span[1] and span[0] < found.end()
