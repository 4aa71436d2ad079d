"""Puts a label where a name stood, so that the sentence still reads: capital, article, possessive."""

import re

from learnt.deidentify.changes import Change
from learnt.deidentify.labels import Label
from learnt.records.public import Removed
from learnt.words import capital

_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s+\w)", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.!?:]['\"’”)\]]*\s+|\n\s*|[•▪●*|]\s*|^\(?\w{1,3}[.)]\s+)[\"'“‘(\[]*$")
_QUOTES = {"‘": "’", "“": "”", "'": "'", '"': '"'}
_ARTICLE = re.compile(r"\b(?P<article>the|a|an)\s+$", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s+[a-z]")


def put_label(text: str, start: int, end: int, label: Label, kind: Removed, rule: str) -> Change:
    """Give the change that puts `label` where the name from `start` to `end` stands in `text`.

    A name alone in brackets goes with them ("the victim (April)"), one alone in quotation marks
    loses these. An article before the name is not doubled; a possessive stays one.
    """
    if _stands_in_brackets(text, start, end):
        return Change(_blank_before(text, start - 1), end + 1, "", kind, rule)
    if _QUOTES.get(text[start - 1 : start], "-") == text[end : end + 1] and start:
        start, end = start - 1, end + 1
    words = label.plain
    owns = _POSSESSIVE.match(text, end)
    if owns:
        words, end = label.possessive, owns.end()
    article = _ARTICLE.search(text, max(0, start - 8), start)
    if article and _NOUN_AFTER.match(text, end) and not owns:
        words, start = label.possessive, article.start()
    elif article and article["article"].lower() == "the":
        start = article.start()
    swallowed = article is not None and start == article.start()
    if text[start].isupper() if swallowed else _OPENS.search(text[max(0, start - 12) : start]):
        words = capital(words)
    return Change(start, end, words, kind, rule)


def _stands_in_brackets(text: str, start: int, end: int) -> bool:
    """Whether the name fills a bracket that follows a word."""
    opens, closes = text[start - 1 : start] if start else "", text[end : end + 1]
    return (opens, closes) in (("(", ")"), ("[", "]")) and bool(
        re.search(r"\w\s*$", text[: start - 1])
    )


def _blank_before(text: str, at: int) -> int:
    return at - 1 if text[at - 1 : at] == " " else at
