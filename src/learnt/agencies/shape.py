"""Tells a body's name by its shape: head noun, known name or abbreviation, collective."""

import re
from functools import lru_cache

from learnt.agencies.vocabulary import collective_pattern, parts_of, words
from learnt.words import fold, fold_quotes

WORD = re.compile(r"[^\W_]+(?:[&'.-][^\W_]+)*'?|&")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ARTICLE = re.compile(r"^(?:the|our|local|each)\s+", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z][A-Z&]{1,6}s?")
_SMALL = frozenset({"of", "for", "and", "&", "the", "on", "y", "a", "in"})
LONGEST_NAME = 14
"""Words in the longest name taken for one; joint boards of several areas reach twelve."""
_REMEMBERED = 8192
"""Texts whose answer is kept: many rules ask about the same lines and cells."""


def bare(text: str) -> str:
    """Give a name without brackets, leading article and closing stop, quotes straight."""
    plain = _BRACKETS.sub("", fold_quotes(text)).strip(" .:;,-*")
    return _ARTICLE.sub("", plain) if " " in plain else plain


def is_unit(parent: str, part: str) -> bool:
    """Whether `part` is a department of the body `parent`, printed after its name."""
    return bare(part).casefold() in parts_of(bare(parent).casefold())


def is_abbreviation(name: str, known: bool = True) -> bool:
    """Whether `name` is an abbreviation of bodies; with `known` false any short capitals do."""
    if name.upper() in words().abbreviations and not name.islower():
        return True
    return not known and _CAPITALS.fullmatch(name) is not None


@lru_cache(_REMEMBERED)
def stands_alone(text: str, known: bool = False) -> bool:
    """Whether `text` is one complete name of a body or a collective.

    With `known` true an abbreviation must be in the vocabulary and capitals are looked at, as
    for a heading; without, as for a cell that is known to hold bodies, they are not.
    """
    name = bare(text)
    folded = name.casefold()
    if not name or len(name.split()) > LONGEST_NAME:
        return False
    if is_abbreviation(name, known) or collective_pattern().fullmatch(folded):
        return True
    if folded in words().heads and fold(text).startswith("the "):
        return True
    if folded in words().joins.not_alone:
        return False
    return folded in words().names or _ends_well(name, known) or _is_part_after_comma(name, known)


def _is_part_after_comma(name: str, known: bool) -> bool:
    parent, comma, part = name.rpartition(",")
    if not comma:
        parent, comma, part = name.rpartition(" - ")
    return bool(comma) and is_unit(parent, part) and stands_alone(parent, known)


def _ends_well(name: str, known: bool) -> bool:
    """Whether a head noun closes the name (or opens it, before "of"), with no sign of prose."""
    folded = [word.casefold() for word in WORD.findall(name)]
    if not folded or ("," in name and not _opens_with_head(name)):
        return False
    if not set(folded).isdisjoint(words().topics.prose):
        return False
    if known and not _looks_printed_as_name(name):
        return False
    if _opens_with_head(name):
        return folded[-1] not in _SMALL
    return _closes_with_head(folded)


def _opens_with_head(name: str) -> bool:
    folded = name.casefold()
    if folded.startswith(("hm ", "his majesty's ", "her majesty's ")):
        folded = folded.split("'s ", 1)[-1]
    return any(folded.startswith(head + " ") for head in words().opening_heads)


def _closes_with_head(folded: list[str]) -> bool:
    """Whether a head noun is last, or is followed by "of/for" and a place."""
    for small in ("for", "of"):
        if small in folded[1:-1]:
            place = folded.index(small, 1)
            if folded[place - 1] in words().heads and place > 1:
                return True
    return len(folded) > 1 and folded[-1] in words().heads and folded[0] not in _SMALL


def _looks_printed_as_name(name: str) -> bool:
    tokens = [word for word in WORD.findall(name) if word.casefold() not in _SMALL]
    capital = sum(1 for word in tokens if word[:1].isupper() or word[:1].isdigit())
    return capital == len(tokens) or (capital >= 1 and tokens[-1].casefold() in words().heads)


def is_topic(text: str) -> bool:
    """Whether a heading or cell that ends like a body names a matter ("Good practice")."""
    folded = fold(bare(text))
    tokens = WORD.findall(folded)
    if folded in words().topics.labels:
        return True
    if not tokens or tokens[0] in words().topics.openings:
        return True
    if tokens[-1] == "practice" and len(tokens) > 1 and tokens[-2] in words().topics.practices:
        return False
    endings = words().topics.endings
    return any(folded == ending or folded.endswith(" " + ending) for ending in endings)


@lru_cache(_REMEMBERED)
def is_body(text: str) -> bool:
    """Whether a heading or cell is nothing but the name of a body, or a list of bodies.

    "Norfolk Constabulary", "Police and Probation" and "All agencies" are; "Training", "Risk
    assessment" and "Good practice" are not.
    """
    from learnt.agencies.cutting import split_bodies  # the two look at each other

    names = split_bodies(text)
    return bool(names) and all(stands_alone(n, known=True) and not is_topic(n) for n in names)
