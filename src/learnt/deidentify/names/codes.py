"""Codes for people: "Adult A", "Child 1", "Ms X", "GP3", and initials such as "TL"."""

import re
from collections.abc import Iterator
from functools import cache

from learnt.deidentify.names.record import Name
from learnt.deidentify.names.vocabulary import either, names, not_names

_INITIALS = re.compile(r"(?<![\w&/.-])([A-Z]{2,3})(?![\w&/-])")
_DEFINED = re.compile(r"((?:[\w'’-]+[ -]){1,7})\((?:the\s+)?[\"'“‘]?([A-Z]{2,3})[\"'”’]?\)")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = names().codes
    units = either(words.units)
    mark = r"(?:[A-Z]{1,2}\d{0,2}|\d{1,2}[A-Z]?)"
    tail = rf"\s?{mark}(?![\w/])(?!['’](?!s\b|\s|$))(?!-\w)(?!\s+(?:{units})\b)(?!\s*%)(?!\.\d)"
    titles = "|".join(sorted({t.capitalize() for t in names().titles if len(t) < 7}))
    return (
        ("person code", re.compile(rf"(?<![\w-])(?i:{either(words.people)}){tail}")),
        ("staff code", re.compile(rf"(?<![\w-])(?i:{either(words.staff)}){tail}")),
        (
            "titled initial",
            re.compile(
                rf"\b(?:{titles})\.?\s(?:[A-Z]{{1,2}}\d?|[A-Z]\.[A-Z]\.?)(?![\w’'&/-]*[^\W]*[a-z]{{2}})(?![A-Z\d])"
            ),
        ),
    )


def find_codes(text: str) -> Iterator[Name]:
    """Give the codes in `text` that show by their form that they stand for a person."""
    for rule, pattern in _patterns():
        for match in pattern.finditer(text):
            if match.group()[0].isupper() or _marks_person(match.group()):
                yield Name(*match.span(), match.group(), "code", rule)


def _marks_person(code: str) -> bool:
    """Whether a code with a lower-case noun ("child 1") is one: "a child A" would be odd prose."""
    return bool(re.search(r"\s(?:[B-HJ-Z]\d?|A\d?|\d{1,2})$", code))


@cache
def _initials_signs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what tells before and after two or three capitals that they are a person's."""
    verbs, aux = either(names().verbs), either(names().auxiliaries)
    kin, things = either(names().kin + names().roles), either(names().belongings)
    after = re.compile(
        rf"(?:\s*\(\d\d?\))?(?:['’]s?\s+(?:[\w-]+\s+)?(?:{kin}|{things})\b|\s+(?:(?:{aux})\s+){{0,3}}(?:{verbs})\b"
        rf"|,?\s+(?:\(?aged?\s+\d|who\s)|,\s+(?:his|her|their|the|a)\s+(?:\w+\s+)?(?:{kin})\b)"
    )
    towards = either(names().towards)
    before = re.compile(
        rf"(?:\b(?:{towards})|\b(?:{kin})(?:\s*[,(–-])?|\bsubject\s+of)\s*[\"'“‘(]?$", re.IGNORECASE
    )
    return before, after


def find_initials(text: str, known: frozenset[str]) -> Iterator[Name]:
    """Give initials that the words around them show to be a person's ("TL told her GP").

    `known` are those (in capitals) that the document has already shown; known acronyms are never
    taken without it, nor what the text itself spells out ("Trust Lead (TL)").
    """
    if not _INITIALS.search(text):
        return
    spelt = _spelt_out(text)
    before, after = _initials_signs()
    found = [m for m in _INITIALS.finditer(text) if m.group() not in spelt or m.group() in known]
    shown = {m.group() for m in found if m.group() in known}
    for match in found:
        word = match.group()
        if (
            word in shown
            or word.lower() in not_names().acronyms
            or not _may_be_initials(text, match)
        ):
            continue
        if after.match(text, match.end()) or before.search(
            text[max(0, match.start() - 40) : match.start()]
        ):
            shown.add(word)
    for match in found:
        if match.group() in shown:
            yield Name(*match.span(), match.group(), "code", "initials")


def _may_be_initials(text: str, match: re.Match[str]) -> bool:
    """Whether two or three capitals stand free: no article before them, no shouting around."""
    if re.search(r"\b(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|[Aa]ll)\s+$", text[: match.start()][-8:]):
        return False
    line = text[max(0, match.start() - 40) : match.end() + 40]
    return sum(c.isupper() for c in line) < 0.5 * sum(c.isalpha() for c in line)


def _spelt_out(text: str) -> set[str]:
    """Give the capitals in brackets whose letters begin the words before them."""
    found = set()
    for match in _DEFINED.finditer(text):
        words = re.findall(r"[^\W\d_]+", match.group(1))
        letters = "".join(w[0] for w in words).upper()
        strong = "".join(w[0] for w in words if w[0].isupper())
        if len(words) > 1 and any(all_.endswith(match.group(2)) for all_ in (letters, strong)):
            found.add(match.group(2))
    return found
