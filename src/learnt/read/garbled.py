"""Tells text that a PDF shows but does not tell: its fonts map letters to nothing, or to others.

Such a page looks right and copies as junk (`7KH SDQHO`, private letters); it must be recognised as
a picture is.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

ENOUGH_LETTERS, ENOUGH_WORDS = 30, 20
UNTOLD_MOST = 0.25
"""Share of letters with no meaning from which a page is garbled; bullets of symbol fonts are fewer."""
DUMB_MOST, VOWELS_LEAST = 0.15, 0.28
"""Share of words without a vowel from which a page is garbled, if vowels are also as few as this among
its letters. On pages of three real reports at most 0.06 and at least 0.36; in their letters moved
along the alphabet by 1 to 13 at least 0.18 and at most 0.27 (w and y counted, for Welsh)."""

_CID = re.compile(r"\(cid:\d+\)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_VOWEL = re.compile(r"[aeiouywàáâäæèéêëìíîïòóôöøùúûüŵŷ]", re.IGNORECASE)


def is_garbled(words: Iterable[str]) -> bool:
    """Whether these words of one page, by their letters, are not what the page shows."""
    text = _CID.sub("\ufffd", " ".join(words))
    letters = Counter("".join(text.split()))
    total = letters.total()
    if total < ENOUGH_LETTERS:
        return False
    untold = sum(times for letter, times in letters.items() if _is_untold(letter))
    if untold >= UNTOLD_MOST * total:
        return True
    spoken = [word for word in _WORD.findall(text) if word.isascii() or _is_latin(word)]
    if len(spoken) < ENOUGH_WORDS:
        return False
    together = "".join(spoken)
    if len(_VOWEL.findall(together)) >= VOWELS_LEAST * len(together):
        return False
    return sum(not _VOWEL.search(word) for word in spoken) >= DUMB_MOST * len(spoken)


def _is_untold(letter: str) -> bool:
    """Whether a character is a control, private, unassigned or the mark of a lost one."""
    return letter == "\ufffd" or unicodedata.category(letter) in ("Cc", "Co", "Cn", "Cs")


def _is_latin(word: str) -> bool:
    return all(ord(letter) < 0x250 for letter in word)
