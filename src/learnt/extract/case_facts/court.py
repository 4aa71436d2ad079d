"""What the court found, and the minimum term."""

import re
from collections.abc import Iterator
from functools import cache

from learnt.extract.case_facts.claims import Claim, owner_of
from learnt.extract.case_facts.mentions import TAG, Read
from learnt.extract.case_facts.needles import Family, Form
from learnt.extract.case_facts.stance import is_said
from learnt.extract.case_facts.values import form, forms, number_of, values

STATED = 0.92
_EARLIER = Form(
    r"\b(?:previous(?:ly)?|earlier|in an unrelated|unrelated|another|attempted murder|threats to kill)\b",
    re.I,
)
_AT_COURT = re.compile(r"\b(?:at|in|before|by|to) (?:[\w']+ ){0,4}$")
"""What stands before a court or a jury that only tried the perpetrator."""
_NOT_THIS = re.compile(r"not guilty of\b[^.;]{0,30}?(?:but|and) ", re.IGNORECASE)


def find_verdicts(read: Read) -> Iterator[Claim]:
    """Give the verdicts of a sentence, each with the perpetrator whom it is of."""
    text = read.full
    if _EARLIER.search(text):
        return
    cleaned = _NOT_THIS.sub(lambda m: " " * len(m.group()), text)
    taken: set[str] = set()
    for match, verdict in _verdicts().matches(cleaned):
        who = _convicted(text, match)
        denial = verdict in ("Not guilty", "Unfit to plead")
        said = denial or is_said(cleaned, match.start(), match.end())
        if who and who not in taken and said:
            taken.add(who)
            yield from _claim(who, "court_verdict", verdict, read, "verdict")


@cache
def _verdicts() -> Family[str]:
    """Give the patterns of all verdicts, each with its verdict."""
    return Family((form(p), choice.value) for choice in values().verdict for p in choice.patterns)


def find_terms(read: Read) -> Iterator[Claim]:
    """Give minimum terms in years; months count as parts of a year, to two places."""
    text = read.full
    for match, _ in forms(values().terms.patterns).matches(text):
        years = number_of(match["y"])
        who = _convicted(text, match)
        if years is None or not 1 <= years <= 60 or not who:
            continue
        months = int(match["m"]) if match.groupdict().get("m") else 0
        value = round(years + months / 12, 2) if months else years
        yield from _claim(who, "minimum_term_years", value, read, "minimum-term")
        return


def _convicted(text: str, match: re.Match[str]) -> str:
    """Give the tag of the perpetrator of whom a verdict is told; empty where it is somebody else."""
    before = [t[1] for t in TAG.finditer(text, 0, match.end()) if t[1] != "V1"]
    named = [tag for tag in before if tag[0] == "P"]
    inside = [t[1] for t in TAG.finditer(text, match.start(), match.end()) if t[1][0] == "P"]
    if inside:
        return inside[-1]
    near = before[-1] if before else ""
    if near in ("O", "G"):
        last = [t for t in TAG.finditer(text, 0, match.end()) if t[1] == near][-1]
        is_place = _AT_COURT.search(text, 0, last.start())
        return named[-1] if named and is_place else ""
    return named[-1] if named else ""


def _claim(
    who: str, variable: str, value: str | int | float, read: Read, rule: str
) -> Iterator[Claim]:
    for table, person in owner_of(who):
        place, quote = read.sentence.place, read.sentence.printed
        yield Claim(table, person, variable, value, place, quote, rule, STATED)
