"""Whether a hyphen at a line's end belongs to the word: by the document's own words, then by English.

A document that prints the word elsewhere decides. Else its engine's habit does: Word and browsers cut
no words, so each hyphen at a line's end was typed. Only what both leave open is asked of a dictionary.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from learnt.read.compounds import keeps_hyphen
from learnt.read.pdf.ink import Word

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_TAIL = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-‐‑\u00ad]$")
_HEAD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADDRESS = re.compile(r"://|www\.|@|\w\.\w+/")
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
        known = [parts for cut in self.cuts if (parts := _parts(*cut))]
        verdicts = [self._is_one(*parts) for parts in known]
        cut, whole = verdicts.count(True), verdicts.count(False)
        return cut > whole if cut + whole >= _FEWEST else None

    def join(self, first: str, second: str) -> str:
        """Give the words `first`, which ends in a hyphen at a line's end, and `second` as one.

        The joined or the hyphenated form wins by how often the document prints it elsewhere. Where
        it prints neither, an engine that cuts no words leaves the hyphen; else compounds keep it, by
        the rules and by which forms are English words.
        """
        kept = first.replace("\u00ad", "-") + second
        parts = _parts(first, second)
        if parts is None:
            return kept
        joined = first.endswith("\u00ad") or self._verdict(*parts)
        if joined is None and self.is_hyphenated is not False:
            joined = not keeps_hyphen(*parts, self.counts)
        return first[:-1] + second if joined else kept

    def _verdict(self, left: str, right: str) -> bool | None:
        """Whether the parts are printed elsewhere as one word (True) or hyphenated (False)."""
        joined, hyphened = self.counts[left + right], self.counts[f"{left}-{right}"]
        return None if joined == hyphened else joined > hyphened

    def _is_one(self, left: str, right: str) -> bool | None:
        """Whether a cut shows that the engine cuts words (True) or that it does not (False)."""
        verdict = self._verdict(left, right)
        if verdict is None and keeps_hyphen(left, right, self.counts):
            return False
        return verdict


def _parts(first: str, second: str) -> tuple[str, str] | None:
    """The letters on both sides of the hyphen, or None where it cannot be the engine's own."""
    if _ADDRESS.search(first):
        return None
    tail, head = _TAIL.search(first), _HEAD.match(second)
    if not tail or not head or not second[0].islower():
        return None
    return tail.group(1).casefold(), head.group(0).casefold()


def joins_on(text: str) -> bool:
    """Whether a line that ends in `text` ends within a word."""
    return text[-1:] in _HYPHENS and bool(_TAIL.search(text[-_LONGEST:]))
