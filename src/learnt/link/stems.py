"""Words and their stems.

The stemmer is Snowball's English one (Porter2, https://snowballstem.org), as in `snowballstemmer`.
What it keeps apart ("woman", "women") is joined by the families in `rules/link.toml`.
"""

import re
from functools import cache
from threading import Lock
from typing import NamedTuple

import snowballstemmer

from learnt.link.settings import link_rules
from learnt.words import fold

_WORD = re.compile(r"[a-z0-9]&[a-z0-9]\b|[^\W_]+(?:/7)?")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b|(?<=s)'(?=\W|$)|'")


LONGEST_ABBREVIATION = 5
"""Letters of an abbreviation with the s of its plural (`GPs`, `DVPOs`)."""


class Word(NamedTuple):
    """A word of a text: its stem, and where it stands in the folded text."""

    stem: str
    start: int
    end: int


def find_words(folded: str) -> list[Word]:
    """Give the words of a folded text, with offsets; `A&E` and `24/7` are one word each."""
    # Blanks stand for what is taken out, so that offsets hold.
    plain = _POSSESSIVE.sub(lambda found: " " * len(found.group()), folded)
    return [Word(stem(m.group()), m.start(), m.end()) for m in _WORD.finditer(plain)]


def stems_of(text: str) -> tuple[str, ...]:
    """Give the stems of `text` in order."""
    return tuple(word.stem for word in find_words(fold(text)))


@cache
def stem(word: str) -> str:
    """Give the stem of a folded word; words of one family share one."""
    plain = _snowball(word)
    return _families().get(plain, plain)


@cache
def _families() -> dict[str, str]:
    return {_snowball(word): _snowball(line[0]) for line in link_rules().families for word in line}


_stemmer = snowballstemmer.stemmer("english")
_ONE_AT_A_TIME = Lock()
"""The stemmer keeps the word it works on: two threads of a server would mix theirs up."""


def _snowball(word: str) -> str:
    """Give Snowball's stem; the plural of an abbreviation, which it does not know, loses its s."""
    with _ONE_AT_A_TIME:
        found = str(_stemmer.stemWord(word))
    plural = found == word and 3 <= len(word) <= LONGEST_ABBREVIATION
    return word[:-1] if plural and word.endswith("s") and not word.endswith("ss") else found
