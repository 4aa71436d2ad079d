"""What was typed into the search box, taken apart: words, "phrases" and -exclusions."""

import re
from typing import NamedTuple

from learnt.words import fold_quotes

LONGEST = 400
"""Letters of a question that are read."""
MOST_TERMS = 60
_TERM = re.compile(r'(?P<no>-?)"(?P<phrase>[^"]*)"?|(?P<word>\S+)')


class Query(NamedTuple):
    """`text`: the plain words in order; `phrases` must stand so; `without` must not stand."""

    text: str = ""
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was asked."""
        return not (self.text or self.phrases or self.without)


def parse(typed: str) -> Query:
    """Take apart what was typed; every input has a meaning. A quote that is not closed runs on."""
    words: list[str] = []
    phrases: list[str] = []
    without: list[str] = []
    terms = list(_TERM.finditer(fold_quotes(typed[:LONGEST])))
    for found in terms[:MOST_TERMS]:
        phrase, word = found["phrase"], found["word"] or ""
        if phrase is not None:
            (without if found["no"] else phrases).append(phrase)
        elif word.startswith("-"):
            without.append(word.lstrip("-"))
        else:
            words.append(word)
    return Query(" ".join(words), _some(phrases), _some(without))


def _some(terms: list[str]) -> tuple[str, ...]:
    return tuple(term for term in terms if any(sign.isalnum() for sign in term))
