"""Raised figures: which refer to a note, and which belong to a word ("m²")?

A raised figure is a note's reference if its page opens a small line with the same figure, or if it
goes on counting from the reference before. Others become a raised figure of the word they follow.
"""

from collections.abc import Sequence
from dataclasses import replace

from learnt.read.pdf.ink import Page, Word

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TOP = 0.3


def settle_raised(pages: Sequence[Page]) -> list[Page]:
    """Give `pages` with raised figures that refer to no note put into their words."""
    last = 0
    settled: list[Page] = []
    for page in pages:
        if not any(word.superscript for word in page.words):
            settled.append(page)
            continue
        words: list[Word] = []
        notes = _notes(page)
        changed = False
        for word in page.words:
            number = int(word.text) if word.text.isdigit() else 0
            if word.superscript and number and number != last + 1 and word.text not in notes:
                changed = _put_in(words, word) or changed
                continue
            if word.superscript and number:
                last = number
            words.append(word)
        settled.append(replace(page, words=tuple(words)) if changed else page)
    return settled


def _put_in(words: list[Word], word: Word) -> bool:
    """Put a raised figure into the last word; where it follows none, it stays a mark."""
    text = word.text.translate(_RAISED)
    before = words[-1] if words else None
    near = before and -1 < word.x0 - before.x1 < 2 and before.top < word.bottom
    if before is None or not near or before.superscript:
        words.append(word)
        return False
    words[-1] = replace(before, text=before.text + text, x1=word.x1)
    return True


def _notes(page: Page) -> set[str]:
    """Figures that may open a note: nothing stands on their left, and not at the page's top."""
    figures = {word.text for word in page.words if word.superscript}
    low = [w for w in page.words if w.text in figures and w.top > _TOP * page.height]
    return {word.text for word in low if _opens_row(word, page)}


def _opens_row(word: Word, page: Page) -> bool:
    middle = (word.top + word.bottom) / 2
    return not any(other.x0 < word.x0 and other.top < middle < other.bottom for other in page.words)
