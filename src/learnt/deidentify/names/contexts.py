"""Signs around a word that a person is meant, or is not."""

import re
from collections.abc import Iterator
from functools import cache

from learnt.deidentify.names.vocabulary import either, names

REACH = 70
"""How far, in characters, the words before and after are looked at."""

_INDEFINITE = re.compile(r"\b[Aa]n?\s+$")
_DATE_AFTER = re.compile(
    r"\s+(?:(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?)\b|\s*[/–-]\s*[A-Z][a-z]+\s+(?:19|20)\d\d"
)
_DATE_BEFORE = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?|\b(?:in|by|since|until|till|during|end\s+of|early|late|mid|last|next|this|every|each|of\s+early|of\s+late)(?:\s+the)?)[\s-]+$",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s*(?:and|to|or|–|-|/|,)\s*$"
)
_MONTH_AND = re.compile(
    r"\s*(?:and|to|or|–|-|/|,)\s*(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_AGE = re.compile(
    r"[\"'”’]?\s*(?:,\s*(?:who\s+(?:was|is)\s+|then\s+|now\s+)?(?:aged?\s+)?(?:\d{1,2}|in\s+(?:his|her)\s+(?:early|mid|late))"
    r"(?=[,.;)]|\s+(?:years?|and|was|had|told|who|lived|from)\b|\s+(?:early|mid|late)?\s*\w+ies\b|$)"
    r"|\s+(?:was|is)\s+(?:then\s+|only\s+|just\s+)?\d{1,2}(?=[,.;]|\s+(?:years?|when|and|at)\b)"
    r"|\((?:aged?\s+)?\d{1,2}(?:\s+years?[\w\s-]*)?\)|,?\s*\(?aged\b)"
)
_PRONOUN = re.compile(r"[^.;]{0,60}\b(?:he|she|him|her|his|hers|herself|himself)\b")
_ARTICLE = re.compile(
    r"\b(?:the|this|these|those|each|every|any|no|all|our|new|its|some|most)\s+$", re.IGNORECASE
)


@cache
def _before() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = names()
    kin, people = either(words.kin), either(words.kin + words.roles)
    owner = r"(?:his|her|their|my|our|the|an?|whose|[A-Z][\w-]*['’]s?)"
    quote = r"[\"'“‘(]?$"
    titles = either(f(t) for t in words.titles for f in (str.capitalize, str.upper))
    return (
        (
            "title",
            re.compile(rf"\b(?:{titles})\.?\s+$"),
        ),
        ("naming", re.compile(rf"\b(?:{either(words.naming)})\s*[:,]?\s*{quote}", re.IGNORECASE)),
        (
            "kin-before",
            re.compile(
                rf"\b{owner}\s+(?:[\w-]+\s+){{0,2}}?(?:{people})(?:\s*[,:(–-]\s*|\s+){quote}",
                re.IGNORECASE,
            ),
        ),
        ("kin-before", re.compile(rf"\b(?:{kin})(?:\s*[,:(]\s*|\s+){quote}", re.IGNORECASE)),
        ("towards", re.compile(rf"\b(?:{either(words.towards)})\s+{quote}", re.IGNORECASE)),
        ("within", re.compile(rf"\b(?:{either(words.within)})\s+$", re.IGNORECASE)),
        ("clause", re.compile(rf"\b(?:{either(words.clause)})\s+{quote}", re.IGNORECASE)),
        ("near", re.compile(rf"\b(?:{either(words.near)})\s+{quote}", re.IGNORECASE)),
    )


@cache
def _after() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = names()
    people, aux = either(words.kin + words.roles), either(words.auxiliaries)
    owner = r"(?:his|her|their|the|an?|[A-Z][\w-]*['’]s?)"
    close = r"[\"'”’)]?"
    return (
        (
            "kin-after",
            re.compile(
                rf"{close}\s*(?:,|\(|–|-|—|\bis|\bwas|\bas)\s*(?:who\s+(?:was|is)\s+)?{owner}\s+(?:[\w'’-]+\s+){{0,3}}?(?:{people})\b(?!['’]s)"
            ),
        ),
        ("age-after", _AGE),
        (
            "verb-after",
            re.compile(
                rf"{close}\s+(?:\([^()]*\)\s+)?(?:(?:{aux})\s+){{0,3}}(?:{either(words.verbs)})\b"
            ),
        ),
        (
            "verb-after",
            re.compile(
                rf"{close}\s+and\s+(?:his|her|their)\s+(?:\w+\s+)?(?:{people}|{either(words.belongings)})\b"
            ),
        ),
        (
            "act-after",
            re.compile(
                rf"{close}\s+(?:\([^()]*\)\s+)?(?:(?:{aux})\s+){{0,3}}(?:{either(words.acts)})\b"
            ),
        ),
        ("auxiliary-after", re.compile(rf"{close}\s+(?:{aux})\b")),
        ("duty-after", re.compile(rf"{close}\s+(?:{either(words.duties)})\b")),
        (
            "apposition",
            re.compile(
                rf"{close},\s+(?:an?|the|his|her|their|then|now|himself|herself)\s[^,.;]{{3,50}},\s+(?:(?:{aux})\s+){{0,3}}(?:{either(words.verbs)})\b"
            ),
        ),
        (
            "family-after",
            re.compile(
                r"(?:['’]s?)?\s+(?:family|household|siblings|children|brothers|sisters)\b",
                re.IGNORECASE,
            ),
        ),
        ("who-after", re.compile(rf"{close},?\s+(?:who|whose|whom)\b")),
        (
            "belonging",
            re.compile(
                rf"{close}(?:['’]s?)\s+(?:[\w-]+\s+)?(?:{people}|{either(words.belongings)})\b"
            ),
        ),
        ("possessive", re.compile(rf"{close}['’]s?\s+[a-z]")),
    )


def find_signs(text: str, start: int, end: int) -> set[str]:
    """Give the names of the signs around `text[start:end]`; their weights are in `names.toml`."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    signs = {sign for sign, pattern in _before() if pattern.search(before)}
    signs |= {sign for sign, pattern in _after() if pattern.match(after)}
    if _ARTICLE.search(before):
        signs.add("article")
    if _INDEFINITE.search(before):
        signs.add("indefinite")
    if _PRONOUN.match(after):
        signs.add("pronoun")
    return _without_doubles(signs)


def _without_doubles(signs: set[str]) -> set[str]:
    """Leave out the weaker of two signs that tell the same thing."""
    for strong, weak in (
        ("towards", "near"),
        ("towards", "clause"),
        ("naming", "clause"),
        ("clause", "near"),
        ("verb-after", "duty-after"),
        ("naming", "towards"),
        ("naming", "near"),
        ("kin-before", "towards"),
        ("kin-before", "indefinite"),
        ("kin-before", "within"),
        ("family-after", "article"),
        ("apposition", "auxiliary-after"),
        ("kin-after", "apposition"),
        ("kin-before", "article"),
        ("title", "article"),
        ("title", "within"),
        ("towards", "within"),
        ("naming", "within"),
        ("verb-after", "auxiliary-after"),
        ("verb-after", "act-after"),
        ("act-after", "auxiliary-after"),
        ("belonging", "possessive"),
        ("within", "near"),
    ):
        if strong in signs:
            signs.discard(weak)
    return signs


def is_dated(text: str, start: int, end: int) -> bool:
    """Whether a word that may be a month or season is one here: "April 2022", "in May"."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    return bool(_DATE_AFTER.match(after) or _DATE_BEFORE.search(before) or _MONTH_AND.match(after))


def sum_signs(signs: set[str]) -> Iterator[float]:
    """Give the weight of each sign."""
    weights = names().weights.sign
    return (weights[sign] for sign in signs)
