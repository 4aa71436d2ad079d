"""Signs around a word that a person is meant, or is not."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from learnt.deidentify.names.vocabulary import either, forms, names, not_names, signs

REACH = 70
"""How far, in characters, the words before and after are looked at."""

LONGEST_PHRASE = 5
"""Words of the longest phrase in the lists of what stands before a name."""

_WORDS = re.compile(r"[\w'’-]+")
_NEXT = re.compile(r"[\"'”’)]?\s+(?:\([^()]*\)\s+)?")
_ENDED = re.compile(r"[^\w\s'’-]")
_DONE = re.compile(r"\b[a-z]+(?:ed|ove|ook|ent|ught)$")
_FARTHEST_VERB = 5
"""Auxiliaries and the like that may stand before a verb: "was to have been married"."""
_BY_PHRASE = ("naming", "towards", "within", "whence", "clause", "near")


def find_signs(text: str, start: int, end: int) -> set[str]:
    """Give the names of the signs around `text[start:end]`; their weights are in `names.toml`."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    found = {sign for sign, pattern in _patterns("before") if pattern.search(before)}
    found |= {sign for sign, pattern in _patterns("after") if pattern.match(after)}
    found |= _phrases_before(before)
    found |= _doing_after(after)
    for sign, weaker in _instead():
        if sign in found:
            found -= weaker
    return found


@cache
def _patterns(side: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = names()
    fill = {
        "<titles>": either(f(t) for t in words.titles for f in (str.capitalize, str.upper)),
        "<kin>": either(words.kin),
        "<people>": either(words.kin + words.roles),
        "<belongings>": either(words.belongings),
        "<things>": either((*not_names().kinds, *not_names().institutions, *not_names().things)),
        "<kinds>": either(not_names().thing_names),
        "<possessions>": either(not_names().possessions),
        "<close>": "[\"'”’)]?",
        "<open>": "[\"'“‘(]?$",
    }
    made = []
    for sign in getattr(signs(), side):
        pattern = sign.pattern
        for mark, value in fill.items():
            pattern = pattern.replace(mark, value)
        made.append((sign.sign, re.compile(pattern)))
    return tuple(made)


@cache
def _instead() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((pair.of, pair.out) for pair in signs().instead)


@cache
def _phrases(kind: str) -> frozenset[str]:
    return frozenset(phrase.replace("’", "'") for phrase in getattr(names(), kind))


def _phrases_before(before: str) -> set[str]:
    """Give the signs by phrases that end where the run begins."""
    bare = before.rstrip("\"'“‘( ")
    if not bare or len(before[len(bare) :].strip()) > 1:
        return set()
    kinds: tuple[str, ...] = _BY_PHRASE
    if bare[-1] in ",:":
        kinds, bare = ("naming", "labelled") if bare[-1] == ":" else ("naming",), bare[:-1]
    ends = _endings(bare)
    found = {kind for kind in kinds if not ends.isdisjoint(_phrases(kind))}
    return found or ({"done-before"} if _DONE.search(bare) else found)


def _endings(words: str) -> set[str]:
    last = words.lower().replace("’", "'").split()[-LONGEST_PHRASE:]
    return {" ".join(last[place:]) for place in range(len(last))}


def is_called(text: str, start: int) -> bool:
    """Whether what starts there is called a name: "known as X", "her son, X"."""
    bare = text[max(0, start - REACH) : start].rstrip("\"'“‘( ")
    ends = _endings(bare.rstrip(",:"))
    return not ends.isdisjoint(_phrases("naming") | _phrases("kin"))


def _doing_after(after: str) -> set[str]:
    """Give the signs by what the run is said to do or to suffer."""
    opening = _NEXT.match(after)
    if not opening:
        return set()
    rest = _ENDED.split(after[opening.end() :], maxsplit=1)[0]
    words = [word.replace("’", "'") for word in _WORDS.findall(rest)[:6]]
    found = {"past-after"} if words and words[0].endswith("ed") else set()
    if words and not _phrases("duties").isdisjoint((words[0], " ".join(words[:2]))):
        found.add("duty-after")
    place = 0
    while place < len(words) and place < _FARTHEST_VERB:
        pair = " ".join(words[place : place + 2])
        for kind, sign in (("verbs", "verb-after"), ("acts", "act-after")):
            if not _phrases(kind).isdisjoint((words[place], pair)):
                return found | {sign} | ({"auxiliary-after"} if place else set())
        if place and words[place].endswith(("ed", "en")) and len(words[place]) > 4:
            return found | {"passive-after"}
        if words[place] not in _phrases("auxiliaries") and not (place and words[place] == "to"):
            break
        found.add("auxiliary-after")
        place += 1
    return found


@cache
def _month() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Give what before or after a month's name makes it a month."""
    months, small = "|".join(forms().months), either(forms().before_months)
    joined = r"\s*(?:and|to|or|–|-|/|,)\s*"
    return (
        re.compile(
            r"\s+(?:(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?)\b|\s*[/–-]\s*[A-Z][a-z]+\s+(?:19|20)\d\d"
            rf"|{joined}(?:{months})\b"
        ),
        re.compile(rf"(?:{months}){joined}$"),
        re.compile(
            rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?|\b(?i:{small})(?:\s+the)?)[\s-]+$",
        ),
    )


def is_dated(text: str, start: int, end: int) -> bool:
    """Whether a word that may be a month or season is one here: "April 2022", "in May"."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    dated, joined, small = _month()
    return bool(dated.match(after) or joined.search(before) or small.search(before))


def sum_signs(found: Iterable[str]) -> Iterator[float]:
    """Give the weight of each sign."""
    weights = names().weights.sign
    return (weights[sign] for sign in found)
