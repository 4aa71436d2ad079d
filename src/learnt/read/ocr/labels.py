"""Letters and digits of one shape: what a label, or the first letter of a word, must be."""

import re
from collections.abc import Sequence

_PLAIN = re.compile(
    r"[(\[]?(?:[A-Z]{1,4} ?)?\d{1,3}(?:\.\d{1,3}){0,5}\.?\(?[a-z]?[)\]]?[.:]?"
    r"|\(?[a-zA-Z]\)|[a-z]\.|\(?(?:x{0,3}(?:ix|iv|v?i{1,3}|v))[).]"
)
_MENDS = (
    (re.compile(r"(?<=\d)\s*\.\s*\.?\s*(?=\d)"), "."),
    (re.compile(r"^[Il|](?=\.?\d)"), "1"),
    (re.compile(r"(?<=\d)[Il|](?=[\d.):]|$)|(?<=\d\.)[Il|](?=[\d.):]|$)"), "1"),
    (re.compile(r"(?<=\d)[Oo](?=[\d.):]|$)"), "0"),
    (re.compile(r"(?<=\d):(?=\d)"), "."),
    (re.compile(r"(?<=\d\.\d|\.\d\d)[°'’‘*\"“”~^]+$"), ""),
    (re.compile(r"^R ?[Il|](?=[.:)]?$)"), "R1"),
)
"""Confusions of shapes, mended only where a digit stands beside them: `5.l0`, `1O`, `5:8`; `RI`, which
is no Roman number; and specks behind a number: `8.4°`."""
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})+[a-z]?\.?")
_SURE = 0.6
"""Confidence from which a dash is one."""
_DASH = re.compile(r"[-–—_=~]+")
_CAPITAL_I = re.compile(r"(?<![^\W\d_])l(?=[bcdfghjkmnpqrstvwxz][a-z]*\b)")
"""No word of English or Welsh begins with an l and another consonant, `ll` apart."""


def mend_label(text: str) -> str:
    """Give a label with the letters that stand among its digits as digits."""
    for pattern, wanted in _MENDS:
        text = pattern.sub(wanted, text)
    return text


def is_dust(before: str, text: str, after: str, confidence: float) -> bool:
    """Whether a doubtful dash between a paragraph's number and its first word is a speck."""
    return (
        confidence < _SURE
        and _DASH.fullmatch(text) is not None
        and _NUMBER.fullmatch(before) is not None
        and after[:1].isupper()
    )


def mend_word(text: str) -> str:
    """Give a word with the small L that opens it as the capital I it must be (`lvy`, `ln`, `lt`).

    A stroke by itself, whatever its length was taken for, is the dash of a sentence.
    """
    return "–" if _DASH.fullmatch(text) else _CAPITAL_I.sub("I", text)


def choose_label(readings: Sequence[str]) -> str:
    """Give the reading that most agree on; else the first that looks like a label; else the first.

    The best-founded reading stands first. What is no label keeps the digits that were seen first
    (the last reading): a figure is not given up for a word.
    """
    mended = [mend_label(reading) for reading in readings]
    plain = [reading for reading in mended if _PLAIN.fullmatch(reading)]
    if not plain and len(_DIGIT.findall(mended[0])) < len(_DIGIT.findall(mended[-1])):
        return mended[-1]
    pool = plain or mended
    return max(pool, key=lambda reading: (mended.count(reading), -pool.index(reading)))
