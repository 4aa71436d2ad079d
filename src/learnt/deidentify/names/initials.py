"""Initials of people ("TL told her GP", "M returned"), by what stands around them."""

import re
from collections.abc import Iterator
from functools import cache

from learnt.agencies import is_body
from learnt.deidentify.names.contexts import find_signs, sum_signs
from learnt.deidentify.names.record import Name
from learnt.deidentify.names.tokens import classify
from learnt.deidentify.names.vocabulary import either, names, not_names

_INITIALS = re.compile(
    r"(?<![\w&/.’'-])((?:[A-Z]\.){2,3}|[A-Z]{1,3}|[A-Z]{1,3}\d{1,2})(?![\w&/-]|\.\w|’\w\w|'\w\w)"
)
_DEFINED = re.compile(r"\((?:the\s+)?[\"'“‘]?([A-Z]{2,4})[\"'”’]?\)")
_JOINED = re.compile(r"(?:['’]s)?,?\s(?:and|&|or)\s|,\s")
_PAIR = re.compile(r"(?<![\w.])([A-Z])\.\s(?:and|&)\s([A-Z])\.(?=\s[a-z])")
"""Two people by an initial each: "R. and L. had"."""
_STOPPED = re.compile(r"\.(?=\s[a-z])")
"""The stop of an initial, where no sentence ends."""
_LONGEST = 80
"""Characters before a bracket within which an acronym may be spelt out."""
_NEAR_LETTERS = 40
"""Within so many characters on either side, capitals are counted to tell a shouted line."""


def find_initials(
    text: str, known: frozenset[str], acronyms: frozenset[str], company: bool = False
) -> Iterator[Name]:
    """Give one to three capitals that the words around them show to be a person's.

    `known` are those that the document has already shown; known acronyms are never taken without
    it, nor `acronyms`, which the document spells out ("Trust Lead (TL)"). `company` tells that the
    text holds other codes, which makes one more likely.
    """
    found = [match for match in _INITIALS.finditer(text) if _may_be(text, match, known)]
    if not found:
        return
    found = [m for m in found if m.group() in known or m.group() not in acronyms]
    values = {match: _weigh(text, match) for match in found}
    enough, more = names().weights.enough, names().weights.sign["company"]
    shown = {m.group() for m, value in values.items() if value >= enough or m.group() in known}
    if shown or company:
        shown |= {m.group() for m, value in values.items() if value + more >= enough}
    shown |= {
        m.group() for m in found if any(_beside(text, m, n) for n in found if n.group() in shown)
    }
    pairs = {word for pair in _PAIR.finditer(text) for word in pair.groups()}
    shown |= pairs & {m.group() for m in found}
    for match in found:
        if match.group() in shown:
            end = match.end() + (_STOPPED.match(text, match.end()) is not None)
            yield Name(match.start(), end, text[match.start() : end], "code", "initials")


def _beside(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether the two are joined: "X and Y separated"."""
    first, last = (one, other) if one.start() < other.start() else (other, one)
    return _JOINED.fullmatch(text, first.end(), last.start()) is not None


def spelt_out(text: str) -> set[str]:
    """Give the capitals in brackets whose letters begin the words before them."""
    return {
        match.group(1)
        for match in _DEFINED.finditer(text)
        if _spells(text[max(0, match.start() - _LONGEST) : match.start()], match.group(1))
    }


def _spells(before: str, capitals: str) -> bool:
    words = re.findall(r"[^\W\d_]+", before)
    letters = "".join(word[0] for word in words).upper()
    strong = "".join(word[0] for word in words if word[0].isupper())
    return len(words) > 1 and any(row.endswith(capitals) for row in (letters, strong))


def _weigh(text: str, match: re.Match[str]) -> float:
    table = names().weights.initials
    letters = match.group().replace(".", "")
    kind = "digit" if letters[-1].isdigit() else str(len(letters))
    if match.group() in names().codes.relatives:
        return names().weights.enough
    signs = find_signs(text, *match.span()) - {"heading", "pronoun"}
    if letters.lower() in not_names().acronyms:
        kind = "acronym"
    return table[kind] + sum(sum_signs(signs))


def _may_be(text: str, match: re.Match[str], known: frozenset[str]) -> bool:
    """Whether the capitals stand free: no acronym, no label of a thing, no shouting around."""
    word = match.group()
    if word in known:
        return True
    if word == "I" or (len(word) > 1 and is_body(word)):
        return False
    before = text[max(0, match.start() - 40) : match.start()]
    if len(word) == 1 or word[-1].isdigit():
        if _labelled().search(before) or (word == "A" and not _inside(before)):
            return False
        if re.match(r"\.\s?[A-Z]\.|\s[A-Z]\b|\)", text[match.end() : match.end() + 4]):
            return False
        surname = re.match(r"\.\s([A-Z][\w'’-]+)", text[match.end() : match.end() + 30])
        if surname and classify(surname.group(1)) not in ("word", "stop", "caps"):
            return False
    line = text[max(0, match.start() - _NEAR_LETTERS) : match.end() + _NEAR_LETTERS]
    return sum(c.isupper() for c in line) < 0.5 * sum(c.isalpha() for c in line)


def _inside(before: str) -> bool:
    return re.search(r"[a-z,]\s$", before) is not None


@cache
def _labelled() -> re.Pattern[str]:
    """Match the noun before a letter that is a label: "Class A", "Hospital B", "hepatitis C"."""
    return re.compile(rf"(?:\b[A-Z][\w'’-]*|\b(?:{either(names().codes.labels)})|\d|[(\[])\s?$")
