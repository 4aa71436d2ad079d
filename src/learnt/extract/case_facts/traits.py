"""Traits of people: health, drink and drugs, care, offences, told of a subject or by an owner."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from learnt.extract.case_facts.claims import Claim, owner_of
from learnt.extract.case_facts.forms import compiled
from learnt.extract.case_facts.mentions import TAG, Read
from learnt.extract.case_facts.needles import Family, Form
from learnt.extract.case_facts.owners import subject_of
from learnt.extract.case_facts.rules import either
from learnt.extract.case_facts.stance import is_denied, is_said
from learnt.rulebook import load

PREFIXES = {"victims": "victim_", "perpetrators": "perpetrator_"}
STATED, OWNED = 0.9, 0.85


class Trait(msgspec.Struct, frozen=True):
    """A trait: nouns that need a verb, nouns that an owner alone does not make true, verbs, denials."""

    variable: str
    nouns: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    only: str = ""
    plain: bool = False
    """The variable has the same name for victims and perpetrators."""


class TraitRules(msgspec.Struct, frozen=True):
    """The rules file `case_facts_traits.toml` as it stands."""

    source: str
    verbs: tuple[str, ...]
    weak_verbs: tuple[str, ...]
    gap: str
    trait: tuple[Trait, ...]


def rules() -> TraitRules:
    """Give the rules of traits."""
    return load("case_facts_traits.toml", TraitRules)


class _Forms:
    """A trait's patterns, compiled."""

    def __init__(self, trait: Trait, all_rules: TraitRules) -> None:
        nouns = either(trait.nouns)
        plain = either(noun for noun in trait.nouns if noun not in trait.bare)
        self.quick = Form(rf"\b(?:{either((*trait.nouns, *trait.verbs))})\b", re.IGNORECASE)
        flags, gap = re.IGNORECASE, all_rules.gap
        strong = either(all_rules.verbs)
        weak = either((*all_rules.verbs, *all_rules.weak_verbs))
        self.told: list[Form] = []
        self.given: list[Form] = []
        self.owned: list[Form] = []
        if trait.nouns:
            self.told.append(Form(rf"\b{weak}{gap}{plain}\b", flags))
            if trait.bare:
                firm = either(v for v in all_rules.verbs if v not in all_rules.weak_verbs)
                self.told.append(Form(rf"\b{firm}{gap}{nouns}\b", flags))
            lead = r"(?:diagnosed|treated|prescribed|medicated|referred|assessed|admitted|seen|supported)"
            self.given.append(
                Form(
                    rf"\b{lead} ⟦(?P<who>\w+)⟧(?: [\w-]+){{0,3}}? (?:with|for|as(?: having| suffering from)?)"
                    rf"{gap}{nouns}\b",
                    flags,
                )
            )
            self.owned.append(
                Form(rf"⟦(?P<who>\w+)⟧'s (?:[\w'-]+,? ){{0,5}}?{plain}\b(?!-)", flags)
            )
        self.verbs = [Form(rf"\b{verb}\b", flags) for verb in trait.verbs]
        self.strong = strong


@cache
def _forms(trait: Trait) -> _Forms:
    return _Forms(trait, rules())


def find_traits(read: Read) -> Iterator[Claim]:
    """Give what a sentence tells of the traits of the people of the case, TRUE and FALSE."""
    for match, trait in _denials().matches(read.full):
        if is_denied(read.full, match.start(), match.end()):
            yield from _claims(trait, match["who"], False, read, "denied")
    for quick, trait in _signs().on(read.full):
        if quick.search(read.full):
            yield from _positive(trait, _forms(trait), read)


@cache
def _denials() -> Family[Trait]:
    return Family((compiled(p), trait) for trait in rules().trait for p in trait.denied)


@cache
def _signs() -> Family[Trait]:
    return Family((_forms(trait).quick, trait) for trait in rules().trait)


def _positive(trait: Trait, forms: _Forms, read: Read) -> Iterator[Claim]:
    text = read.full
    for pattern in (*forms.told, *forms.verbs):
        for match in pattern.finditer(text):
            who = subject_of(text, match.start())
            tags = {tag[1] for tag in TAG.finditer(text, match.start(), match.end())}
            if pattern in forms.told and (
                tags - {"O"} or (tags and not match.group().startswith("told ⟦O⟧"))
            ):
                continue
            if who and is_said(text, *_span(text, match)):
                yield from _claims(trait, who, True, read, "stated")
    for pattern in (*forms.given, *forms.owned):
        for match in pattern.finditer(text):
            if is_said(text, match.start(), match.end()):
                yield from _claims(trait, match["who"], True, read, "owned")


def _span(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Give the stretch in which a denial or doubt counts: from the last tag before the verb."""
    tags = list(TAG.finditer(text, 0, match.start()))
    return (tags[-1].start() if tags else match.start(), match.end())


def _claims(trait: Trait, who: str, value: bool, read: Read, how: str) -> Iterator[Claim]:
    for table, person in owner_of(who):
        if trait.only and table != trait.only:
            continue
        variable = trait.variable if trait.plain else PREFIXES[table] + trait.variable
        sentence = read.sentence
        weight = OWNED if how == "owned" else STATED
        yield Claim(
            table, person, variable, value, sentence.place, sentence.printed,
            f"trait-{trait.variable}-{how}", weight,
        )  # fmt: skip
