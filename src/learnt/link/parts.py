"""Where in a recommendation the ask stands, and what is background or purpose."""

import re
from functools import cache
from typing import Literal, NamedTuple

from learnt.link.settings import link_rules
from learnt.words import fold

Part = Literal["ask", "background", "purpose", "title", "context", "addressee"]

_SENTENCE = re.compile(r"(?<=[a-z0-9)'\"][.?!])\s+(?=[^a-z\s])|\n+")


class Piece(NamedTuple):
    """A run of words of one part, folded."""

    part: Part
    text: str


def split_parts(text: str) -> list[Piece]:
    """Give the pieces of a recommendation's words.

    Where no sentence asks, all of it is the ask: the list that it stands in says so.
    """
    sentences = [one.strip() for one in _SENTENCE.split(text) if one.strip()]
    asking = [bool(_asks().search(fold(one))) for one in sentences]
    if not any(asking):
        return [Piece("ask", fold(one)) for one in sentences]
    pieces: list[Piece] = []
    for sentence, asks in zip(sentences, asking, strict=True):
        if asks:
            pieces.extend(_cut(fold(sentence)))
        else:
            pieces.append(Piece("background", fold(sentence)))
    return pieces


def _cut(sentence: str) -> list[Piece]:
    """Cut an asking sentence into what stands before the ask, the ask and its purpose."""
    pieces: list[Piece] = []
    opened = _opens_ask().search(sentence)
    if opened:
        if sentence[: opened.start()].strip():
            pieces.append(Piece("background", sentence[: opened.start()].strip()))
        sentence = sentence[opened.end() :].strip()
    purpose = _opens_purpose().search(sentence)
    if purpose and purpose.start() > 0:
        pieces.append(Piece("ask", sentence[: purpose.start()].strip()))
        pieces.append(Piece("purpose", sentence[purpose.start() :].strip()))
    else:
        pieces.append(Piece("ask", sentence))
    return [piece for piece in pieces if piece.text]


@cache
def _asks() -> re.Pattern[str]:
    anywhere, first = _any_of(link_rules().asks), _any_of(link_rules().asks_at_start)
    return re.compile(rf"{anywhere.pattern}|^(?:{first.pattern})")


@cache
def _opens_ask() -> re.Pattern[str]:
    return _any_of(link_rules().opens_ask)


@cache
def _opens_purpose() -> re.Pattern[str]:
    return _any_of(link_rules().opens_purpose)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
