"""Makes printed names of bodies comparable: two printings of one name give one key.

Folds case, apostrophes, dashes, "&", legal forms, "the", "NHS (Foundation) Trust" and abbreviations of
kinds ("ICB" is "Integrated Care Board"); brackets are cut off and handed back.
"""

import re
from functools import cache, lru_cache

from learnt.agencies.kinds import kinds
from learnt.agencies.vocabulary import words as head_nouns
from learnt.words import fold

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?!\w)")
_POSSESSIVE = re.compile(r"\b([a-z]+)'s(?=\s)")
_WORDS = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"\s+")
_SMALL = frozenset({"and", "of", "the", "for", "in"})
_SPELT = frozenset({"nhs", "icb", "ccg"})


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Give `name` without brackets, folded to plain words parted by single blanks."""
    plain = _POSSESSIVE.sub(_owner, _BRACKETS.sub(" ", fold(name)).replace("&", " and "))
    words = " ".join(_WORDS.findall(_APOSTROPHE.sub("", plain)))
    words = _rewriting().sub(lambda m: _rewrites()[m.group()], words)
    return _trim(words)


def _owner(match: re.Match[str]) -> str:
    """Give "council" for "council's" before another word, and "children's" as it is."""
    return match.group(1) if match.group(1) in head_nouns().heads else match.group()


def _trim(words: str) -> str:
    """Drop articles at the head and legal forms at the end."""
    parts = words.split()
    while len(parts) > 1 and parts[0] in kinds().fold.articles:
        parts.pop(0)
    while len(parts) > 1 and parts[-1] in kinds().fold.ends:
        parts.pop()
    return " ".join(parts)


@cache
def _rewrites() -> dict[str, str]:
    return dict(kinds().fold.words)


@cache
def _rewriting() -> re.Pattern[str]:
    longest = sorted(_rewrites(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


def brackets(name: str) -> tuple[str, ...]:
    """Give what stands in brackets in `name`, as printed."""
    return tuple(found.strip() for found in _BRACKETS.findall(name) if found.strip())


def without_brackets(name: str) -> str:
    """Give `name` as printed without its brackets."""
    return _SPACES.sub(" ", _BRACKETS.sub(" ", name)).strip(" .,;:-")


@lru_cache(maxsize=65536)
def place_key(place: str) -> str:
    """Give the words of a place without its tier: "County of Loxley", "Loxley City" → "loxley".

    `place` is a key already, or printed; a name of nothing but tiers gives an empty string.
    """
    words = key(place)
    for head in kinds().fold.heads:
        words = words.removeprefix(f"{head} ")
    parts = words.split()
    while parts and parts[0] in kinds().fold.tiers:
        parts.pop(0)
    while parts and parts[-1] in kinds().fold.tiers:
        parts.pop()
    return " ".join(parts)


def slug(words: str) -> str:
    """Give words as an id: lower case, hyphens."""
    return "-".join(_WORDS.findall(fold(words).replace("'", "").replace("&", " and ")))


def is_abbreviation(text: str) -> bool:
    """Whether `text` is one word of capitals, such as may stand in brackets after a name."""
    return re.fullmatch(r"[A-Z][A-Za-z&/]{0,3}[A-Z][A-Za-z&]{0,3}", text) is not None


def initials(name: str) -> frozenset[str]:
    """Give what an abbreviation of a printed name may be: first letters, with and without "NHS".

    Small words ("and", "of") give no letter; "NHS" and the like give all theirs.
    """
    words = [word for word in _WORDS.findall(fold(name).replace("'", "")) if word not in _SMALL]
    whole = "".join(word if word in _SPELT else word[0] for word in words)
    short = "".join(word[0] for word in words if word not in _SPELT)
    folded = "".join(word[0] for word in key(name).split() if word not in _SMALL)
    return frozenset({whole, short, folded, "".join(word[0] for word in words)})
