"""Words cut in two by a line's end: put together again by what else stands on the page."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from learnt.read.column_heads import header_rules
from learnt.read.pdf.ink import Word

Unhyphen = Callable[[str, str], str]
"""Takes a line's last word, which ends in a hyphen, and the next line's first; gives both joined."""
_SIGNS = ".,;:()'\"‘’“”"
_MOST_PIECES = 4
_AT_BORDER = 8.0
"""A word this near to a cell's border, in points, may hold a piece of it."""
_RULE_SIGNS = re.compile(r"^[—–-]*[_|][_|—–-]*|[_|—–-]*[_|][—–-]*$")
_SPECKS = ("", "-", "—", "–", "‘", "’", "'", ".", ",", "~")


@dataclass(frozen=True, slots=True)
class Mender:
    """Joins the pieces of words; `counts` says how often each word stands on the page."""

    unhyphen: Unhyphen
    counts: Counter[str]

    def texts(self, lines: Sequence[Sequence[Word]], limit: float) -> list[str]:
        """Give the words of wrapped lines, which can reach to `limit`, as they were before."""
        parts: list[str] = []
        for line, words in enumerate(lines):
            texts = [word.text for word in words]
            if line and _is_hyphened(lines[line - 1][-1], texts[0]):
                parts[-1] = self.unhyphen(parts[-1], texts[0])
                texts = texts[1:]
            parts += texts
        return self._mended(parts, lines, limit) if len(lines) > 1 else parts

    def _mended(self, parts: list[str], lines: Sequence[Sequence[Word]], limit: float) -> list[str]:
        """Join words that a narrow column cut without a hyphen (`Recommendatio` + `n`)."""
        cuts = [
            i
            for i, line in enumerate(lines[:-1])
            if limit - line[-1].x1 < 0.7 * (line[-1].size or 10.0)
        ]
        for cut in cuts:
            for end in range(min(cut + _MOST_PIECES, len(lines)), cut + 1, -1):
                pieces = _pieces(lines[cut:end])
                if pieces and self._is_one(pieces):
                    return self._mended(_joined(parts, pieces), _merged(lines, cut, end), limit)
        return parts

    def _is_one(self, pieces: Sequence[str]) -> bool:
        if not all(piece.isalpha() for piece in pieces[:-1]) or not pieces[-1][0].islower():
            return False
        bare = [piece.strip(_SIGNS).casefold() for piece in pieces]
        return self.counts["".join(bare)] > 0 and any(self.counts[piece] <= 1 for piece in bare)


def mender(words: Iterable[Word], unhyphen: Unhyphen | None = None) -> Mender:
    """Give a mender for a page's words."""
    counts = Counter(word.text.strip(_SIGNS).casefold() for word in words)
    for phrase in header_rules().phrases:
        counts.update(word for word in phrase.split() if word not in counts and len(word) > 5)
    return Mender(unhyphen or vocabulary_unhyphen(counts), counts)


def _pieces(lines: Sequence[Sequence[Word]]) -> list[str]:
    """Give the last word of the first line, the inner lines' only words, the last one's first."""
    if any(len(line) != 1 for line in lines[1:-1]):
        return []
    return [lines[0][-1].text, *(line[0].text for line in lines[1:])]


def _joined(parts: list[str], pieces: Sequence[str]) -> list[str]:
    for start in range(len(parts) - len(pieces) + 1):
        if parts[start : start + len(pieces)] == list(pieces):
            end = start + len(pieces)
            return [*parts[:start], "".join(pieces), *parts[end:]]
    return parts


def _merged(lines: Sequence[Sequence[Word]], cut: int, end: int) -> list[Sequence[Word]]:
    rest = [word for line in lines[cut + 1 : end] for word in line[1:]]
    return [*lines[:cut], *([rest] if rest else []), *lines[end:]]


def _is_hyphened(before: Word, text: str) -> bool:
    ends = before.text.endswith(("-", "\u00ad", "\u2010"))
    return len(before.text) > 1 and ends and before.text[-2].isalnum() and text[:1].isalnum()


def vocabulary_unhyphen(words: Collection[str]) -> Unhyphen:
    """Give a way to undo hyphens that follows how the given words are written elsewhere."""
    known = {word.strip(_SIGNS).casefold() for word in words}

    def unhyphen(left: str, right: str) -> str:
        stem = left.rstrip("-\u00ad\u2010")
        bare = right.strip(_SIGNS)
        whole, dashed = f"{stem}{bare}".casefold(), f"{stem}-{bare}".casefold()
        if left.endswith("\u00ad"):
            return stem + right
        if dashed in known and whole not in known:
            return f"{stem}-{right}"
        if whole in known or (bare[:1].islower() and "-" not in stem):
            return stem + right
        return f"{stem}-{right}"

    return unhyphen


def without_border_noise(words: Sequence[Word], left: float, right: float) -> list[Word]:
    """Leave out signs that a recogniser makes of a cell's border at `left` or `right`."""
    kept = []
    for word in words:
        if min(word.x0 - left, right - word.x1) < _AT_BORDER:
            text = _RULE_SIGNS.sub("", word.text)
            if not any(letter.isalnum() for letter in text) and text in _SPECKS:
                continue
            word = replace(word, text=text)
        kept.append(word)
    return kept
