"""What the court found, and the minimum term."""

import re
from collections.abc import Iterator, Sequence
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


def find_outcomes(reads: Sequence[Read]) -> Iterator[Claim]:
    """Give convictions told without the offence, or of nobody by name, by the charge told before."""
    charge = ""
    for read in reads:
        text = read.full
        charged = _CHARGE.search(text)
        charge = charged[1].casefold() if charged else charge
        if _EARLIER.search(text) or any(True for _ in find_verdicts(read)):
            continue
        cleaned = _NOT_THIS.sub(lambda m: " " * len(m.group()), text)
        for match in _GUILTY.finditer(cleaned):
            offence = _offence(cleaned, match, charge)
            who = _convicted(text, match) or _only(read)
            if offence and who and is_said(cleaned, match.start(), match.end()):
                yield from _claim(who, "court_verdict", offence, read, "verdict-by-charge")
                break


_CHARGE = re.compile(
    r"\b(?:charged|trial|tried|indicted|charge)\b[^.;]{0,60}?\b(murder|manslaughter)\b(?! suicide)",
    re.I,
)
_GUILTY = re.compile(
    r"(?<!not )\b(?:convicted|found (?:⟦\w+⟧ |him |her )?guilty|find (?:⟦\w+⟧ )?guilty|pleaded guilty"
    r"|pleading guilty|plea of guilty|guilty plea|verdict of guilty|guilty verdict|guilty of|admitted"
    r"|a plea to|conviction)\b",
    re.IGNORECASE,
)
_OTHER_OFFENCE = re.compile(r" (?:of|to|for) (?!the charge|both|all)", re.IGNORECASE)


def _offence(text: str, match: re.Match[str], charge: str) -> str:
    """Give the verdict: the offence told with the finding of guilt, else the one charged before."""
    found = re.search(r"\b(murder|manslaughter)\b", text[match.end() : match.end() + 70], re.I)
    word = found[1].casefold() if found else ""
    if not word:
        bare = match.group().casefold() not in ("admitted", "guilty of", "a plea to", "conviction")
        word = charge if bare and not _OTHER_OFFENCE.match(text, match.end()) else ""
    impaired = re.search(r"diminished|substantially impaired", text, re.IGNORECASE)
    if word == "manslaughter" and impaired:
        return "Manslaughter w/ diminished responsibility"
    return word.capitalize()


_TERM = re.compile(r"\b(?:life|sentenc|serv|term|tariff|prison|jail|imprison|parole|custod)", re.I)
_BENCH = re.compile(r"\b(?:the |a )?(?:jury|judge|court|coroner)\b", re.IGNORECASE)


def _only(read: Read) -> str:
    """Give the one perpetrator where a sentence of the court names nobody but judge and jury."""
    if re.search(r"⟦(?:P|B|X)", read.full):
        return ""
    others = read.full.count("⟦O⟧")
    return "P1" if others <= len(_BENCH.findall(read.sentence.text)) else ""


def find_terms(read: Read) -> Iterator[Claim]:
    """Give minimum terms in years; months count as parts of a year, to two places."""
    text = read.full
    if not _TERM.search(text):
        return
    for match, _ in forms(values().terms.patterns).matches(text):
        years = number_of(match["y"])
        who = _convicted(text, match) or _only(read)
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
