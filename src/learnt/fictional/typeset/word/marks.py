"""Printed numbers taken apart: `10.4a`, `(iv)`, `Recommendation 3:` into counters and the rest."""

import re
from dataclasses import dataclass

_COUNTER = re.compile(r"\d+|(?<![A-Za-z])(?:[ivx]+|[A-Za-z])(?=[).:]|$)")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed number: the text before, between and after its counters, and the counters."""

    texts: tuple[str, ...]
    formats: tuple[str, ...]
    values: tuple[int, ...]

    def pattern(self, automatic: int) -> str:
        """Give Word's pattern (`%1.%2`) in which the last `automatic` counters count."""
        typed = len(self.values) - automatic
        parts = [self.texts[0]]
        for index, text in enumerate(self.texts[1:]):
            count = index - typed + 1
            parts.append(f"%{count}" if count > 0 else str(self.values[index]))
            parts.append(text)
        return "".join(parts)


def parse_mark(mark: str, *, roman: bool = False) -> Mark | None:
    """Take `mark` apart; None where nothing in it counts (a bullet).

    `roman` says that letters such as `i`, `v` and `x` are numerals, which the mark alone cannot.
    """
    found = list(_COUNTER.finditer(mark))
    if not found:
        return None
    edges = [0, *(edge for match in found for edge in match.span()), len(mark)]
    texts = tuple(mark[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    counters = [_count(match[0], roman) for match in found]
    return Mark(texts, tuple(kind for kind, _ in counters), tuple(value for _, value in counters))


def is_roman(mark: str) -> bool:
    """Tell whether a list that opens with `mark` counts in Roman numerals."""
    found = _COUNTER.search(mark)
    return bool(found) and found is not None and found[0] == "i"


def _count(text: str, roman: bool) -> tuple[str, int]:
    if text.isdigit():
        return "decimal", int(text)
    if roman or len(text) > 1:
        return "lowerRoman", _roman_value(text)
    if text.isupper():
        return "upperLetter", ord(text) - ord("A") + 1
    return "lowerLetter", ord(text) - ord("a") + 1


def _roman_value(text: str) -> int:
    value = 0
    for worth, letters in _ROMAN:
        while text.startswith(letters):
            value, text = value + worth, text[len(letters) :]
    return value
