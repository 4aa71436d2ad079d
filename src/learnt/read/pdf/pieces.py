"""Runs of letters to words: what differs in look but is one word, and raised note marks."""

import re
from collections.abc import Sequence

from learnt.read.pdf.ink import Word

_NOTE_MARK = re.compile(r"^[\d*†‡§,]{1,7}$")


def merge_pieces(pieces: list[Word]) -> list[Word]:
    """Join the runs of one word that differ in look, but keep raised note marks apart."""
    merged: list[Word] = []
    for piece in pieces:
        if not merged:
            merged.append(piece)
        elif _is_raised(piece, merged[-1]):
            if _NOTE_MARK.match(piece.text):
                merged.append(_marked(piece))
            else:
                merged[-1] = _join(merged[-1], piece)
        elif merged[-1].superscript or not _on_one_line(merged[-1], piece):
            merged.append(piece)
        elif (
            len(merged) == 1 and _NOTE_MARK.match(merged[-1].text) and _is_raised(merged[-1], piece)
        ):
            merged[-1] = _marked(merged[-1])
            merged.append(piece)
        else:
            merged[-1] = _join(merged[-1], piece)
    return merged


def mark_raised(words: Sequence[Word]) -> list[Word]:
    """Give `words`, of them as note marks those that stand raised beside another word."""
    marked = list(words)
    for at, word in enumerate(marked):
        if not word.superscript and _NOTE_MARK.match(word.text):
            beside = marked[max(at - 1, 0) : at] + marked[at + 1 : at + 2]
            if any(_is_raised(word, other) and _is_near(word, other) for other in beside):
                marked[at] = _marked(word)
    return marked


def touches(first: Word, second: Word) -> bool:
    """Whether no blank stands between two words that PDFium parts by a line's end."""
    size = max(first.size, second.size, 1.0)
    gap = second.x0 - first.x1
    level = second.top < first.bottom and first.top < second.bottom
    return level and -0.3 * size < gap < 0.09 * size and first.angle == second.angle


def _is_raised(piece: Word, beside: Word) -> bool:
    size = max(beside.size, 1.0)
    return piece.size < 0.85 * size and piece.baseline < beside.baseline - 0.15 * size


def _is_near(word: Word, beside: Word) -> bool:
    level = word.top < beside.bottom and beside.top < word.bottom
    gap = max(beside.x0 - word.x1, word.x0 - beside.x1)
    return level and gap < 2 * beside.size


def _on_one_line(first: Word, second: Word) -> bool:
    size = max(first.size, second.size, 1.0)
    near = -0.6 * size < second.x0 - first.x1 < 0.6 * size
    return abs(first.baseline - second.baseline) < 0.5 * size and near


def _marked(word: Word) -> Word:
    return _with(word, word.text, word, superscript=True)


def _join(first: Word, second: Word) -> Word:
    same = abs(first.size - second.size) < 0.1
    longer = first if len(first.text) >= len(second.text) else second
    look = longer if same else max(first, second, key=lambda word: word.size)
    return _with(first, first.text + second.text, second, look=look)


def _with(
    first: Word, text: str, second: Word, *, look: Word | None = None, superscript: bool = False
) -> Word:
    look = look or first
    return Word(
        text,
        min(first.x0, second.x0),
        min(first.top, second.top),
        max(first.x1, second.x1),
        max(first.bottom, second.bottom),
        look.size,
        look.bold,
        look.italic,
        look.colour,
        look.font,
        look.mcid,
        look.baseline,
        second.hyphen,
        superscript,
        angle=first.angle,
        artifact=look.artifact,
    )
