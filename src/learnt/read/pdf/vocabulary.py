"""The document's own words decide whether a hyphen at a line's end belongs to the word."""

import re
from collections import Counter
from collections.abc import Iterable

from learnt.read.pdf.ink import Word

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_TAIL = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-‐‑\u00ad]$")
_HEAD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHENS = ("-", "‐", "‑", "\u00ad")
_LONGEST = 60
"""Letters of the longest word that is looked at."""


class Vocabulary:
    """Counts of a document's words that stand whole on a line, hyphenated ones as one."""

    def __init__(self, words: Iterable[Word] = ()) -> None:
        self.counts: Counter[str] = Counter()
        for word in words:
            self.add(word)

    def add(self, word: Word) -> None:
        """Count a word of the page unless it is cut at its line's end."""
        if not word.hyphen and not word.text.endswith(("-", "\u00ad")):
            for found in _WORD.findall(word.text):
                self.counts[found.casefold().replace("‑", "-").replace("‐", "-")] += 1

    def join(self, first: str, second: str) -> str:
        """Give the words `first`, which ends in a hyphen at a line's end, and `second` as one.

        The joined or the hyphenated form wins by how often the document prints it elsewhere; where
        it prints neither, the hyphen stays only between two words that it also prints alone.
        """
        kept = first.replace("\u00ad", "-") + second
        tail, head = _TAIL.search(first), _HEAD.match(second)
        if not tail or not head or not second[0].islower():
            return kept
        left, right = tail.group(1).casefold(), head.group(0).casefold()
        joined, hyphened = self.counts[left + right], self.counts[f"{left}-{right}"]
        if first.endswith("\u00ad") or joined > hyphened:
            return first[:-1] + second
        if hyphened or self._both_words(left, right):
            return kept
        return first[:-1] + second

    def _both_words(self, left: str, right: str) -> bool:
        left = left.rsplit("-", 1)[-1]
        return len(left) > 2 and len(right) > 2 and bool(self.counts[left] and self.counts[right])


def joins_on(text: str) -> bool:
    """Whether a line that ends in `text` ends within a word."""
    return text[-1:] in _HYPHENS and bool(_TAIL.search(text[-_LONGEST:]))
