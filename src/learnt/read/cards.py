"""Reads cards that were copied as text: each name of a field on a line, its value on the next."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from learnt.records import Cell, Row
from learnt.words import fold, tidy

_LEAST_CARDS = 3
_LEAST_FIELDS = 2
_NAME_WORDS = 6
Names = tuple[str, ...]


def find_cards(pages: Sequence[Sequence[str]]) -> frozenset[Names]:
    """Give the names of the fields, figures aside, that several cards of the document share."""
    counts = Counter(names for page in pages for chunk in _chunks(page) if (names := _names(chunk)))
    return frozenset(names for names, count in counts.items() if count >= _LEAST_CARDS)


def read_card(
    lines: Sequence[str], at: int, cards: frozenset[Names]
) -> tuple[tuple[Row, ...], int]:
    """Give the rows (name, value) of the card that begins at `at` and the line after it, or none."""
    if not cards or not lines[at].strip():
        return (), at
    chunk = next(_chunks(lines[at:]))
    if _names(chunk) not in cards:
        return (), at
    pairs = zip(chunk[::2], chunk[1::2], strict=True)
    return tuple(Row((Cell(tidy(a)), Cell(tidy(b)))) for a, b in pairs), at + len(chunk)


def _chunks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Give the lines between blank ones."""
    chunk: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []


def _names(chunk: Sequence[str]) -> Names:
    """The names of the fields where each second line can be one, else nothing."""
    if len(chunk) % 2 or len(chunk) < 2 * _LEAST_FIELDS:
        return ()
    names = tuple(re.sub(r"\d+", "#", fold(line)) for line in chunk[::2])
    short = all(len(name.split()) <= _NAME_WORDS and not name.endswith(".") for name in names)
    return names if short and len(set(names)) == len(names) else ()
