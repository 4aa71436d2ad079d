"""Cuts a long text where a sentence or a paragraph ends, so that work grows with its length only."""

import re
from collections.abc import Iterator

LONGEST = 1200
"""Characters of a piece; long enough for the sentences around a name to bear on it."""

_BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?]\s"), re.compile(r"\s"))
_SHORTEST = LONGEST // 3


def cut(text: str) -> Iterator[tuple[int, str]]:
    """Give (offset, piece) for the pieces of `text`; together they are the text."""
    start = 0
    while len(text) - start > LONGEST:
        end = _break(text, start)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _break(text: str, start: int) -> int:
    """Give the last good place to cut: after a blank line, else a line, a sentence, a word."""
    window = text[start : start + LONGEST]
    for pattern in _BREAKS:
        ends = [match.end() for match in pattern.finditer(window, _SHORTEST)]
        if ends:
            return start + ends[-1]
    return start + LONGEST
