"""Ages become bands in texts for the public: "aged 34" is "in their thirties", a child "under 10".

Ages that a rule, a law or a service names ("aged 16 or over", "under 18") say nothing of the case
and stay. Words and bands are data (`rules/deidentify_dates.toml`).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from learnt import rulebook
from learnt.deidentify.changes import Change


class Band(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ages under `below` (and over the band before) are told as `words`."""

    below: int
    words: str


class Ages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `ages`."""

    after: tuple[str, ...]
    before: tuple[str, ...]
    legal: tuple[int, ...]
    many: tuple[str, ...]
    own: tuple[str, ...]
    people: tuple[str, ...]
    stands_alone_before: tuple[str, ...]
    pronouns: tuple[str, ...]
    someone: str
    units: tuple[str, ...]
    tens: tuple[str, ...]
    hers: tuple[str, ...]
    his: tuple[str, ...]
    was: str
    band: tuple[Band, ...]


class Forms(NamedTuple):
    """Patterns of the ways in which ages are told."""

    aged: re.Pattern[str]
    at_age: re.Pattern[str]
    old: re.Pattern[str]
    birthday: re.Pattern[str]
    several: re.Pattern[str]


class _File(msgspec.Struct, frozen=True):
    source: str
    ages: Ages


@cache
def rules() -> Ages:
    """Give the rules on ages."""
    return rulebook.load("deidentify_dates.toml", _File).ages


def band_of(age: int, their: str = "their") -> str:
    """Give the words for an age in years, as they follow "a person": "in their thirties"."""
    words = next(band.words for band in rules().band if age < band.below)
    return words.format(their=their)


def find_ages(text: str) -> list[Change]:
    """Give the changes that make ages of people of the case in `text` into bands."""
    if not _ANY.search(text):
        return []
    found = [*_aged(text), *_at_the_age(text), *_years_old(text), *_birthdays(text)]
    return sorted(found, key=lambda change: change.start)


_ANY = re.compile(r"\bage|[-\s](?:old|of age)|\bbirthday", re.IGNORECASE)


@cache
def _number_words() -> str:
    """Give a pattern for a number under a hundred, in figures or words."""
    tens, units = "|".join(rules().tens), "|".join(sorted(rules().units, key=len, reverse=True))
    return rf"\d{{1,2}}|(?:{tens})(?:[- ](?:{units}))?|{units}"


@cache
def _forms() -> Forms:
    number = _number_words()
    young = r"(?:\s*(?:months?|weeks?|days?)(?:\s+old)?)?"
    aged = (
        rf"\b(?:aged|age|ages|age:|aged:)\s+(?P<ages>(?:{number})\b{young}"
        rf"(?:(?:,\s*|\s*(?:and|&)\s+|,\s*and\s+)(?:{number})\b{young})*)"
        r"(?:\s+years?\b(?:\s+old)?)?"
    )
    at_age = (
        r"\b(?P<lead>at|from|since|until|around|about)\s+(?:the\s+)?(?:age\s+of|age)\s+"
        rf"(?P<ages>{number})\b"
    )
    old = (
        rf"\b(?P<ages>{number})(?P<join>[-‐–\s]+)(?P<unit>years?|yrs?|months?|weeks?)[-‐–\s]+"
        r"(?P<old>olds?|of[-\s]age)\b"
    )
    birthday = r"\b(?:\d{1,2}(?:st|nd|rd|th)|\w+(?:ieth|teenth|-first))\s+(?=birthday\b)"
    several = rf"\b(?P<age>{number})\b(?P<young>\s*(?:months?|weeks?|days?))?"
    return Forms(*(re.compile(f, re.I) for f in (aged, at_age, old, birthday, several)))


def _number(words: str) -> int:
    told = words.lower().strip()
    if told.isdigit():
        return int(told)
    first, _, unit = told.replace("-", " ").partition(" ")
    if first not in rules().tens:
        return rules().units.index(first)
    return 20 + 10 * rules().tens.index(first) + (rules().units.index(unit) if unit else 0)


def _bands(ages: str, their: str) -> str:
    """Give the bands of several ages, each once."""
    found = dict.fromkeys(
        band_of(0 if match["young"] else _number(match["age"]), their)
        for match in _forms().several.finditer(ages)
    )
    return " and ".join(found)


def _their(text: str, start: int, after: str = "") -> str:
    """Give "her", "his" or "their" by the nearest word of the sentence that tells."""
    sentence = re.split(r"[.!?]\s", text[max(0, start - 80) : start])[-1]
    for word in reversed(re.findall(r"[a-z-]+", f"{sentence} {after}".lower())):
        if word in rules().hers or word in rules().his:
            return "her" if word in rules().hers else "his"
    return "their"


def _is_rule(text: str, start: int, end: int) -> bool:
    """Whether the age between `start` and `end` is one that a rule names."""
    after, before = text[end : end + 24].lower(), text[max(0, start - 40) : start].lower()
    if re.match(r"\s*(?:\+|(?:-|–|to|and|or)\s*\d|\s*(?:to|–|-)\s*(?:\d|any))", after):
        return True
    if any(re.match(rf"\s+{re.escape(word)}\b", after) for word in rules().after):
        return True
    return bool(re.search(rf"\b(?:{'|'.join(rules().before)})\s+(?:the\s+)?$", before))


def _of_many(text: str, start: int) -> bool:
    """Whether the words before an age mean people at large: "young people aged 16"."""
    before = re.sub(r"\s*(?:who (?:is|are|was|were) )?$", "", text[max(0, start - 50) : start])
    words = re.findall(r"[\w’'-]+", before.lower())[-4:]
    if not words or before[-1:] in ",;.(":
        return False
    told = words[-1] in rules().many or " ".join(words[-2:]) in rules().many
    return told and not any(_owns(word) for word in words[:-1])


def _owns(word: str) -> bool:
    return word in rules().own or word.endswith(("'s", "’s"))


def _aged(text: str) -> Iterator[Change]:
    for match in _forms().aged.finditer(text):
        start, end = match.span()
        listed = len(_forms().several.findall(match["ages"])) > 1
        if _is_rule(text, start, end) or (_of_many(text, start) and not listed):
            continue
        yield Change(
            start,
            end,
            _like(match, _bands(match["ages"], _their(text, start))),
            "age",
            "age-to-band",
        )


def _at_the_age(text: str) -> Iterator[Change]:
    for match in _forms().at_age.finditer(text):
        start, end = match.span()
        age, lead = _number(match["ages"]), match["lead"].lower()
        if _is_rule(text, start, end) or (lead != "at" and age in rules().legal):
            continue
        band = band_of(age, _their(text, start))
        words = band if lead == "at" and band.startswith("in ") else f"{rules().was} {band}"
        if lead in ("from", "since", "until"):
            words = f"{lead} {rules().was} {band}"
        yield Change(start, end, _like(match, words), "age", "age-to-band")


def _years_old(text: str) -> Iterator[Change]:
    for match in _forms().old.finditer(text):
        start, end = match.span()
        if match["old"].lower() == "olds" or _is_rule(text, start, end) or _is_span(text, start):
            continue
        young = not match["unit"].lower().startswith("y")
        after = _person_after(text, end)
        their = _their(text, start, after[1] if after else "")
        band = band_of(0 if young else _number(match["ages"]), their)
        if text[start - 1 : start] == "-" or _counts_time(text, start, end):
            continue
        yield _moved(text, match, band)


def _is_span(text: str, start: int) -> bool:
    return bool(re.search(r"\d\s*(?:-|–|to|and|or)\s*$", text[:start]))


def _counts_time(text: str, start: int, end: int) -> bool:
    """Whether a thing is old, not a person: "a two-year-old policy", "the form was five years old"."""
    if _person_after(text, end) is not None:
        return False
    word = re.match(r"\s+([a-z-]+)", text[end:])
    if re.search(r"\b(?:an?|the|this)\s+$", text[:start], re.IGNORECASE):
        return word is not None and word[1] not in rules().stands_alone_before
    sentence = re.split(r"[.!?]\s", text[max(0, start - 80) : start])[-1]
    words = {told.lower() for told in re.findall(r"[\w-]+", sentence)}
    named = re.search(r"\b[A-Z][\w’'-]* (?:was|is|,) *$", sentence)
    return bool(words) and not named and not words & {*rules().pronouns, *rules().people}


def _person_after(text: str, end: int) -> re.Match[str] | None:
    """Give up to two words and a word for a person right after `end`."""
    people = "|".join(rules().people)
    return re.match(rf"\s+((?:[\w’'-]+\s+){{0,2}}?(?:{people}))\b", text[end:], re.IGNORECASE)


def _moved(text: str, match: re.Match[str], band: str) -> Change:
    """Put the band behind the person: "a 34-year-old woman" is "a woman in their thirties"."""
    start, end = match.span()
    after = _person_after(text, end)
    if after is None:
        article = re.search(r"\b(?:a|an|the|this)\s+$", text[:start], re.IGNORECASE)
        words = f"{rules().someone} {band}" if article else band
        return _with_article(text, start, end, words)
    return _with_article(text, start, end + after.end(), f"{after[1]} {band}")


def _with_article(text: str, start: int, end: int, words: str) -> Change:
    """Let "a" and "an" before fit the word that now follows."""
    article = re.search(r"\b([Aa])n?\s+$", text[:start])
    if article:
        vowel = words[0].lower() in "aeiou"
        return Change(
            article.start(),
            end,
            f"{article[1]}{'n' if vowel else ''} {words}",
            "age",
            "age-to-band",
        )
    return Change(start, end, words, "age", "age-to-band")


def _birthdays(text: str) -> Iterator[Change]:
    for match in _forms().birthday.finditer(text):
        yield Change(match.start(), match.end(), "", "age", "birthday")


def _like(match: re.Match[str], words: str) -> str:
    return words[0].upper() + words[1:] if match.group()[0].isupper() else words
