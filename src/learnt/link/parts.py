"""Where in a recommendation the ask stands, and what is background or purpose."""

import re
from functools import cache
from typing import Literal, NamedTuple

from learnt.link.settings import link_rules
from learnt.words import fold

Part = Literal["ask", "background", "purpose", "title", "context", "addressee"]

_SENTENCE = re.compile(r"(?<=[a-z0-9)'\"][.?!])\s+(?=[^a-z\s])")


class Piece(NamedTuple):
    """A run of words of one part, folded."""

    part: Part
    text: str


def split_parts(text: str) -> list[Piece]:
    """Give the pieces of a recommendation's words.

    A sentence asks where it says so ("should", "is recommended"), or where it tells nothing that is or
    was ("The Trust to review ..."). One that takes up the sentence before it ("This should be done
    by ...") is counted with the purpose. Sub-points on lines of their own belong to the ask.
    """
    first, *points = [line.strip() for line in text.splitlines() if line.strip()] or [""]
    sentences = [fold(one) for one in _SENTENCE.split(first) if one.strip()]
    roles = [_role(sentence, at) for at, sentence in enumerate(sentences)]
    if "ask" not in roles:
        return [Piece("ask", one) for one in [*sentences, *map(fold, points)]]
    pieces: list[Piece] = []
    for sentence, role in zip(sentences, roles, strict=True):
        pieces.extend(_cut(sentence) if role == "ask" else [Piece(role, sentence)])
    return pieces + [Piece("ask", fold(point)) for point in points]


def _role(sentence: str, position: int) -> Part:
    if position and _takes_up().match(sentence):
        return "purpose"
    if _asks().search(sentence):
        return "ask"
    return "background" if _tells().search(sentence) else "ask"


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
def _tells() -> re.Pattern[str]:
    return _any_of(link_rules().tells)


@cache
def _takes_up() -> re.Pattern[str]:
    return _any_of(link_rules().takes_up)


@cache
def _opens_ask() -> re.Pattern[str]:
    return _any_of(link_rules().opens_ask)


@cache
def _opens_purpose() -> re.Pattern[str]:
    return _any_of(link_rules().opens_purpose)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
