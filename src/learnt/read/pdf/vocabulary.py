"""The document's own words decide whether a hyphen at a line's end belongs to the word."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from learnt.read.pdf.ink import Word

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_TAIL = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-‐‑\u00ad]$")
_HEAD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHENS = ("-", "‐", "‑", "\u00ad")
_FEWEST = 2
"""Cut words that the document also prints whole, from which its engine's habit is known."""
_LONGEST = 60
"""Letters of the longest word that is looked at."""


class Vocabulary:
    """Counts of a document's words that stand whole on a line, hyphenated ones as one."""

    def __init__(self, words: Iterable[Word] = ()) -> None:
        self.counts: Counter[str] = Counter()
        whole: list[str] = []
        self.cuts: list[tuple[str, str]] = []
        """The parts of words that are cut at a line's end."""
        cut = ""
        for word in words:
            is_cut = word.hyphen or joins_on(word.text)
            if cut:
                self.cuts.append((cut, word.text))
            elif not is_cut:
                whole.append(word.text)
            cut = word.text if is_cut else ""
        for text, times in Counter(whole).items():
            self._count(text, times)

    def _count(self, text: str, times: int) -> None:
        for found in _WORD.findall(text):
            self.counts[found.casefold().replace("‑", "-").replace("‐", "-")] += times

    @cached_property
    def is_hyphenated(self) -> bool | None:
        """Whether the engine cuts words at line ends, by what is known; None: too little is."""
        verdicts = [self._verdict(*parts) for cut in self.cuts if (parts := _parts(*cut))]
        cut, whole = verdicts.count(True), verdicts.count(False)
        return cut > whole if cut + whole >= _FEWEST else None

    def join(self, first: str, second: str) -> str:
        """Give the words `first`, which ends in a hyphen at a line's end, and `second` as one.

        The joined or the hyphenated form wins by how often the document prints it elsewhere. Where
        it prints neither, it depends on whether its engine cuts words; where that is not known, the
        hyphen stays between two words that it also prints alone.
        """
        kept = first.replace("\u00ad", "-") + second
        parts = _parts(first, second)
        if parts is None:
            return kept
        joined = self._verdict(*parts)
        if joined is None:
            joined = self.is_hyphenated
        if joined is None:
            joined = not self._are_words(*parts)
        return first[:-1] + second if joined or first.endswith("\u00ad") else kept

    def _verdict(self, left: str, right: str) -> bool | None:
        """Whether the parts are printed elsewhere as one word (True) or hyphenated (False)."""
        joined, hyphened = self.counts[left + right], self.counts[f"{left}-{right}"]
        return None if joined == hyphened else joined > hyphened

    def _are_words(self, left: str, right: str) -> bool:
        left = left.rsplit("-", 1)[-1]
        return len(left) > 2 and len(right) > 2 and bool(self.counts[left] and self.counts[right])


def _parts(first: str, second: str) -> tuple[str, str] | None:
    """The letters on both sides of the hyphen, or None where it cannot be the engine's own."""
    tail, head = _TAIL.search(first), _HEAD.match(second)
    if not tail or not head or not second[0].islower():
        return None
    return tail.group(1).casefold(), head.group(0).casefold()


def joins_on(text: str) -> bool:
    """Whether a line that ends in `text` ends within a word."""
    return text[-1:] in _HYPHENS and bool(_TAIL.search(text[-_LONGEST:]))
