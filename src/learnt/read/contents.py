"""Finds a contents page that nothing marks as one: its title, and lines that come again as headings."""

import re
from collections import Counter
from collections.abc import Sequence

from learnt.read.labels import is_contents_title
from learnt.words import fold

_LEAST_LINES = 3
_MOST_WORDS = 20
_MISSES = 1
"""Lines in a row that come nowhere again (a heading reworded) before the contents page has ended."""
_NUMBER = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*\.?|[a-z]\.)\s+")
_PAGE = re.compile(r"[\s.…_·]*\b\d{1,3}$")


def find_contents(texts: Sequence[str]) -> set[int]:
    """Give the places of the lines of contents pages in `texts`, the paragraphs of a document.

    A page begins at its title and ends where the first of its lines comes again, as a heading.
    """
    later = Counter(_bare(text) for text in texts)
    taken: set[int] = set()
    page: list[int] = []
    seen: set[str] = set()
    misses = 0
    for at, text in enumerate(texts):
        later[_bare(text)] -= 1
        if is_contents_title(text):
            taken |= _whole(page)
            page, seen, misses = [at], set(), 0
        elif page and text:
            comes_again = any(later[form] > 0 for form in entry_forms(text))
            misses = 0 if comes_again else misses + 1
            if misses > _MISSES or _bare(text) in seen or len(text.split()) > _MOST_WORDS:
                taken |= _whole(page)
                page = []
            elif comes_again:
                page.extend(range(page[-1] + 1, at + 1))
                seen |= entry_forms(text)
    return taken | _whole(page)


def entry_forms(text: str) -> set[str]:
    """What heading a contents line may stand for: its words, with and without a last figure."""
    bare = _bare(text)
    return {bare, _PAGE.sub("", bare) or bare}


def _bare(text: str) -> str:
    """A line without the number that opens it, as one compares lines."""
    folded = fold(text)
    return _NUMBER.sub("", folded) or folded


def _whole(page: list[int]) -> set[int]:
    return set(page) if len(page) > _LEAST_LINES else set()
