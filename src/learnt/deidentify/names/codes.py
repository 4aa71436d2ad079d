"""Codes for people: "Adult A", "Child 1", "Ms X", "GP3"."""

import re
from collections.abc import Iterator
from functools import cache

from learnt.deidentify.names.record import Name
from learnt.deidentify.names.vocabulary import either, names, not_names

_MARK = re.compile(
    r"\d|(?<![\w'’])[A-Z]{1,2}\d?(?!\w)|\b(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b"
)
"""What every code holds: a figure, one or two capitals, or a number in words."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = names().codes
    people, staff = either(words.people), either(words.staff)
    after = (
        rf"(?![\w/&])(?!['’](?!s\b|\s|$))(?!-\w)(?!\s+(?:{either(words.units)})\b)(?!\s*%)(?!\.\d)"
    )
    number = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
    tail = rf"(?:\s[A-Z]\d{{0,2}}|\s?\d{{1,2}}[A-Z]?|\s(?:{number})){after}"
    first = rf"(?:(?:{_capital_of(words.modifiers)})\s){{0,2}}"
    mark = r"(?:[A-Z]\d?|\d{1,2})"
    several = rf"s\s{mark}(?:,\s{mark})*\s(?:and|&|or|to)\s{mark}{after}"
    capital = _capital_of(words.people + words.staff)
    acronyms = "|".join(w.upper() for w in sorted(not_names().acronyms) if len(w) == 2)
    things = either(w.capitalize() for w in words.labels)
    titles = "|".join(sorted({t.capitalize() for t in names().titles if len(t) < 7}))
    initial = r"(?:[A-Z]\.\s?[A-Z]\.?(?!\w)|[A-Z]{1,2}\d?)(?![\w’'&/-]*[a-z]{2})(?![A-Z\d])"
    return (
        ("person codes", re.compile(rf"(?<![\w-])(?:{capital}){several}")),
        ("person codes", re.compile(rf"(?<![\w-])Children{several[1:]}")),
        ("person code", re.compile(rf"(?<![\w-]){first}(?i:{people}){tail}")),
        ("staff code", re.compile(rf"(?<![\w-]){first}(?i:{staff}){tail}")),
        (
            "person code",
            re.compile(rf"(?<![\w-])(?:{capital})\s(?!(?:{acronyms})\b)[A-Z]{{2}}{after}"),
        ),
        (
            "staff code",
            re.compile(rf"(?<![\w-])(?!(?:{things})\b)[A-Z][a-z]+(?:er|or|ist|ian|man){tail}"),
        ),
        ("titled initial", re.compile(rf"\b(?:{titles})\.?\s{initial}")),
    )


def _capital_of(words: tuple[str, ...]) -> str:
    return either({word.capitalize() for word in words} | {word.title() for word in words})


def find_codes(text: str) -> Iterator[Name]:
    """Give the codes in `text` that show by their form that they stand for a person."""
    if not _MARK.search(text):
        return
    for rule, pattern in _patterns():
        for match in pattern.finditer(text):
            if match.group()[0].isupper() or _marks_person(match.group()):
                yield Name(*match.span(), match.group(), "code", rule)


def _marks_person(code: str) -> bool:
    """Whether a code with a lower-case noun ("child 1") is one: "a child A" would be odd prose."""
    return bool(re.search(r"\s(?:[B-HJ-Z]\d?|A\d?|\d)$", code))
