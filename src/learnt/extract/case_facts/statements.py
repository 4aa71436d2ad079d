"""Statements with one value: tags of the incident, services, children, homes, charges."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from learnt.extract.case_facts.claims import Claim, owner_of
from learnt.extract.case_facts.events import act_in
from learnt.extract.case_facts.forms import compiled
from learnt.extract.case_facts.mentions import TAG, Read
from learnt.extract.case_facts.needles import Family, Form
from learnt.extract.case_facts.stance import is_said
from learnt.records import Value
from learnt.records.facts import FactTable
from learnt.rulebook import load

STATED = 0.9
FATAL = Form(r"\bto death\b|\bfatal|\bdied\b|\bkilled\b|\bmurdered\b", re.IGNORECASE)

_OF_THEIRS = re.compile(
    r"⟦\w+⟧'s (?:[\w-]+ )?(?:mother|father|sister|brother|parents?|friend|aunt|uncle|cousin|son|daughter|neighbour)"
)
WEAPON = re.compile(r" with (?:an?|the|scissors|⟦\w+⟧'s)\b")
"""What follows an act that is likely the fatal one: told of the death, not of what went before."""


class Rule(msgspec.Struct, frozen=True):
    """A rule of `case_facts_statements.toml`."""

    id: str
    variable: str
    value: Value
    patterns: tuple[str, ...]
    needs: str
    person: str = "incident"
    also: str = ""
    light: bool = False
    free: bool = False
    fatal: bool = True
    unless: str = ""
    """Words by which the sentence tells of another household: nothing is stated then."""
    own: bool = False
    """Whether what is told of somebody else who is theirs ("her sister") tells nothing of them."""


class StatementRules(msgspec.Struct, frozen=True):
    """The rules file as it stands."""

    source: str
    rule: tuple[Rule, ...]


@cache
def _needs(rule: Rule) -> Form:
    return Form(rf"\b(?:{rule.needs})", re.IGNORECASE)


def _elsewhere(rule: Rule, text: str) -> bool:
    return bool(rule.unless) and _unless(rule).search(text) is not None


@cache
def _unless(rule: Rule) -> Form:
    return Form(rf"\b(?:{rule.unless})\b", re.IGNORECASE)


def find_statements(read: Read) -> Iterator[Claim]:
    """Give what a sentence states by the rules of statements."""
    tried = [(read.full, one) for one in _family(False).on(read.full)]
    tried += [(read.light, one) for one in _family(True).on(read.light)]
    for text, (regex, (_, rule)) in sorted(tried, key=lambda one: one[1][1][0]):
        if _needs(rule).search(read.sentence.text) and not _elsewhere(rule, read.sentence.text):
            for match in regex.finditer(text):
                if _holds(rule, text, match):
                    yield from _claims(rule, text, match, read)


@cache
def _family(light: bool) -> Family[tuple[int, Rule]]:
    """Give the patterns for light (or full) sentences, each with the number of its rule and the rule."""
    rules = load("case_facts_statements.toml", StatementRules).rule
    return Family(
        (compiled(pattern), (number, rule))
        for number, rule in enumerate(rules)
        for pattern in rule.patterns
        if rule.light == light
    )


def _holds(rule: Rule, text: str, match: re.Match[str]) -> bool:
    if not rule.fatal and (FATAL.search(match.group()) or WEAPON.match(text, match.end())):
        return False
    if rule.id.endswith("-wide") and not rule.fatal and act_in(text) is not None:
        return False
    if rule.own and _OF_THEIRS.match(match.group()):
        return False
    if rule.value is True and "⟦O⟧" in text and not re.search(r"⟦[VPB]", text):
        return match.group().startswith("⟦O⟧") and rule.person == "perpetrator"
    return rule.free or is_said(text, match.start(), match.end())


def _claims(rule: Rule, text: str, match: re.Match[str], read: Read) -> Iterator[Claim]:
    owners: tuple[tuple[FactTable, int], ...] = (("incidents", 0),)
    if rule.person != "incident":
        letter = rule.person[0].upper()
        tags = [t[1] for t in TAG.finditer(text, match.start(), match.end())]
        fitting = [tag for tag in tags if tag[0] in (letter, "B")]
        table: FactTable = "victims" if letter == "V" else "perpetrators"
        owners = owner_of(fitting[0]) if fitting and fitting[0] != "B" else ((table, 1),)
    for variable in filter(None, (rule.variable, rule.also)):
        for owner, person in owners:
            yield Claim(
                owner, person, variable, rule.value, read.sentence.place, read.sentence.printed,
                rule.id, STATED,
            )  # fmt: skip
