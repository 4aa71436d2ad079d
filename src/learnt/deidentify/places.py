"""Places below the partnership, where a text tells that somebody of the case lived or died there."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from learnt.deidentify.changes import Change
from learnt.deidentify.rules import rules
from learnt.words import fold


def find_case_places(text: str, safe: Collection[str] = ()) -> Iterator[Change]:
    """Give the changes that take out places of the case: "lived in Elmstow" is "lived in the area".

    `safe` holds folded words of names that stay: the partnership's area and the bodies'.
    """
    for match in _pattern().finditer(text):
        place = match["place"]
        words = [fold(word) for word in re.findall(r"[^\W\d_]+", place)]
        if fold(place) in _large() or all(word in safe for word in words):
            continue
        yield Change(*match.span("place"), rules().instead.place, "place", "place-of-the-case")


@cache
def _large() -> frozenset[str]:
    return frozenset(fold(place) for place in rules().places.large)


@cache
def _pattern() -> re.Pattern[str]:
    before = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in rules().places.before)
    joining = "|".join(rules().places.joining)
    word = r"[A-Z][a-z’'-]+(?:-[A-Za-z]+)*"
    join = rf"(?:[\s-](?:{joining}))*[\s-]"
    return re.compile(
        rf"\b(?i:{before})\s+(?P<place>{word}(?:{join}{word}){{0,2}})(?![\w’'-])(?!\s+[A-Z])"
    )
