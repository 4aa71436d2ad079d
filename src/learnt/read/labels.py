"""Splits the label that opens a line (`8.2`, `(a)`, `•`) from the words that follow it.

Strong labels are taken on sight. Weak ones (`3 Officers ...`, `A. Background`, `R1 It is ...`)
look the same as ordinary words, so they are taken only where neighbours continue the series.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from learnt.rulebook import load
from learnt.words import fold

BULLETS = "•◦▪▫‣⁃∙●○■□◆◇►▶➢➤✓✔❖⮚·\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d\uf0e0\uf06c\uf06e"
"""Marks of list items, with the private letters that Symbol and Wingdings use for them."""


class LabelWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words that follow a figure which is no label."""

    source: str
    months: tuple[str, ...]
    measures: tuple[str, ...]
    contents: tuple[str, ...]


_BULLET = re.compile(rf"([{BULLETS}]+|[-–—*§o](?=\s))\s*(?=\S)")
_DOTTED = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,5}\.?[a-z]?[.:)]?)(?:\s+|(?=[A-Z‘“\"'(])|$)(?!\d)")
_SINGLE = re.compile(r"(\(\d{1,3}\)|\d{1,3}[a-z]?[.)])(?:\s+|$)")
_LETTER = re.compile(r"(\([a-zA-Z]\)|[a-z]\)|[a-z]\.|[A-Z]\))\s+(?=\S)")
_ROMAN = re.compile(r"(\((?:x{0,3}(?:ix|iv|v?i{0,3}))\)|(?:x{0,3}(?:ix|iv|v?i{0,3}))[.)])\s+(?=\S)")
_BRACKET = re.compile(r"(\[\d{1,3}[a-z]?\]|\d{1,3}\(?[a-z]\))\s+(?=\S)")
_WEAK = re.compile(r"(\d{1,3}[a-z]?|[A-Z]\.|[IVX]{1,5}\.|[A-Z]{1,4}\d{1,3}[a-z]?[.:)]?)\s+(?=\S)")

Label = tuple[str, str]


def split_label(text: str) -> Label:
    """Give (label, rest) of `text`; ('', text) where no strong label opens it.

    Years, dates, times, measures and initials ('2019 was', '12 months', '5.2 per cent',
    'A. Smith') are no labels.
    """
    text = text.strip()
    bullet = _BULLET.match(text)
    if bullet and not re.match(r"o\s+[a-z]'", text):
        return _bullet_mark(bullet.group(1)), text[bullet.end() :].strip()
    for pattern in (_DOTTED, _SINGLE, _BRACKET, _ROMAN, _LETTER):
        found = pattern.match(text)
        if found and found.group(1).strip(".()") and not _is_measure(found, text):
            return found.group(1), text[found.end() :].strip()
    return "", text


def split_weak(text: str) -> Label:
    """Give (label, rest) of a line that opens like a weak label, for `split_runs` to judge."""
    found = _WEAK.match(text.strip())
    if not found or _is_measure(found, text):
        return "", text
    return found.group(1), text.strip()[found.end() :].strip()


def split_runs(texts: Sequence[str]) -> list[Label]:
    """Give (label, rest) of each line; a weak label counts where its series is there.

    A series is either a neighbour that goes before or after it, or a group of three or more
    that holds each number from 1 up once, in any order (a list sorted as words: 1, 10, 11, 2).
    """
    strong = [split_label(text) for text in texts]
    weak = [
        ("", text) if found[0] else split_weak(text)
        for found, text in zip(strong, texts, strict=True)
    ]
    taken = _whole_series(weak) | _next_to_each_other(weak)
    return [weak[at] if at in taken else strong[at] for at in range(len(texts))]


def is_contents_title(text: str) -> bool:
    """Whether `text` is the title of a contents page."""
    return fold(text).strip(":. ") in _words().contents


def is_bullet(label: str) -> bool:
    """Whether `label` is a mark that counts nothing."""
    return bool(label) and not any(letter.isalnum() for letter in label.replace("o", "", 1))


def is_item_label(label: str) -> bool:
    """Whether `label` marks a list's item (`•`, `(a)`, `1.`), not a numbered paragraph (`8.2`)."""
    return bool(re.fullmatch(r"\W*(?:\d{1,3}[a-z]?|[a-zA-Z]{1,2}|[ivxlIVXL]+)?\W*", label))


def _words() -> LabelWords:
    return load("labels.toml", LabelWords)


def _bullet_mark(mark: str) -> str:
    return "•" if any("\ue000" <= letter <= "\uf8ff" for letter in mark) else mark


def _is_measure(found: re.Match[str], text: str) -> bool:
    label, rest = found.group(1), text.strip()[found.end() :]
    word = rest.split(" ", 1)[0].casefold().strip(".,;:()") if rest else ""
    if word in _words().measures or (rest[:1] in "%–-/" and rest):
        return True
    if re.fullmatch(r"\d{1,2}", label) and word in _words().months:
        return True
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{2,4}\.?", label):
        return True
    return label[:1].isdigit() and not label.endswith((")", ".", ":")) and rest[:1].islower()


def _key(label: str) -> tuple[str, int]:
    """The series a weak label belongs to and its place in it (letters count from 1)."""
    body = label.rstrip(".:)")
    digits = re.search(r"\d+", body)
    if digits:
        return body[: digits.start()] + label[len(body) :], int(digits.group())
    return "letter", ord(body) - 64 if len(body) == 1 else 0


def _next_to_each_other(weak: list[Label]) -> set[int]:
    at = [index for index, (label, _) in enumerate(weak) if label]
    taken: set[int] = set()
    for first, second in pairwise(at):
        (series, low), (other, high) = _key(weak[first][0]), _key(weak[second][0])
        if series == other and high == low + 1:
            taken |= {first, second}
    return taken


def _whole_series(weak: list[Label]) -> set[int]:
    groups: dict[str, dict[int, int]] = {}
    for index, (label, _) in enumerate(weak):
        if label:
            series, place = _key(label)
            groups.setdefault(series, {}).setdefault(place, index)
    taken: set[int] = set()
    for places in groups.values():
        if len(places) >= 3 and sorted(places) == list(range(1, len(places) + 1)):
            taken |= set(places.values())
    return taken
