"""Reads the themes of recommendations as people write them: the codebook's ids, names, or parts of names."""

import re
from collections import defaultdict
from functools import cache

from learnt.theme import own_codebook
from learnt.words import alike

_BY_HAND = re.compile(r"[;\n|]")
_WITHIN = re.compile(r",| and ")
"""What parts the words of a theme's name: "Policy, procedure and guidance"."""


def theme_ids(value: object) -> tuple[str, ...]:
    """Give the themes in a cell, each once, by their ids; what is no theme stays as it is written.

    Several are parted by `|`, semicolons or lines, or by commas where each part is a theme.
    """
    found: list[str] = []
    for part in map(str.strip, _BY_HAND.split(str(value or ""))):
        known = theme_id(part)
        pieces = [theme_id(piece) for piece in part.split(",")]
        if known or None in pieces:
            found.append(known or part)
        else:
            found += [piece for piece in pieces if piece]
    return tuple(dict.fromkeys(filter(None, found)))


def theme_id(word: str) -> str | None:
    """Give the theme that a word means alone, None where it means none or more than one."""
    means = _words().get(_key(word), frozenset())
    return next(iter(means)) if len(means) == 1 else None


def _key(word: str) -> str:
    return " ".join(one.removesuffix("s") for one in alike(word).split())


@cache
def _words() -> dict[str, frozenset[str]]:
    """Give for each word the themes that it may mean: an id or a whole name means its theme only."""
    whole: dict[str, set[str]] = defaultdict(set)
    parts: dict[str, set[str]] = defaultdict(set)
    for theme in own_codebook().theme:
        whole[_key(theme.id)].add(theme.id)
        whole[_key(theme.name)].add(theme.id)
        for part in _WITHIN.split(theme.name):
            parts[_key(part)].add(theme.id)
    return {word: frozenset(themes) for word, themes in (parts | whole).items()}
