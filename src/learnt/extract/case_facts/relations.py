"""What the perpetrator was to the victim, and the victim to the perpetrator."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from learnt.extract.case_facts.cast import Cast, Sex
from learnt.extract.case_facts.claims import Claim
from learnt.extract.case_facts.forms import fill
from learnt.extract.case_facts.mentions import TAG, Read
from learnt.extract.case_facts.needles import Family, Form
from learnt.extract.case_facts.rules import either, people
from learnt.extract.case_facts.tables import Entry
from learnt.records import Value
from learnt.records.facts import FactTable
from learnt.rulebook import load

STATED = 0.9


class Couple(msgspec.Struct, frozen=True):
    """Forms that tell of both at once."""

    relation: str
    forms: tuple[str, ...]


class Together(msgspec.Struct, frozen=True):
    """Words that show that partners shared a home."""

    forms: tuple[str, ...]


class RelationRules(msgspec.Struct, frozen=True):
    """The rules file `case_facts_relations.toml` as it stands."""

    source: str
    nouns: tuple[str, ...]
    former: tuple[str, ...]
    skipped: tuple[str, ...]
    to_victim: tuple[str, ...]
    to_perpetrator: tuple[str, ...]
    couple: tuple[Couple, ...]
    together: Together
    inverse: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    swap: dict[str, tuple[str, str, str]]
    groups: dict[str, tuple[str, ...]]


def rules() -> RelationRules:
    """Give the rules of relations."""
    return load("case_facts_relations.toml", RelationRules)


def _form(pattern: str) -> Form:
    nouns = either(rules().nouns)
    killing = people().forms
    places = {
        "{rel}": rf"(?P<adj>(?:(?!ex-)[\w-]+ ){{0,3}}?)(?P<rel>{nouns})(?![\w-]|'s)",
        "{own}": r"(?P<own>her|his|their|⟦\w+⟧'s)",
        "{killed}": either(killing.was_killed),
        "{kill}": either(killing.killed),
    }
    for place, form in places.items():
        pattern = pattern.replace(place, form)
    return Form(fill(pattern), re.IGNORECASE)


@cache
def _forms(side: Literal["to_victim", "to_perpetrator"]) -> Family[str]:
    patterns: tuple[str, ...] = getattr(rules(), side)
    return Family((_form(pattern), pattern) for pattern in patterns)


@cache
def _couples() -> Family[str]:
    return Family((_form(form), c.relation) for c in rules().couple for form in c.forms)


@cache
def _together() -> Form:
    return Form("|".join(fill(form) for form in rules().together.forms), re.IGNORECASE)


@cache
def _quick() -> Form:
    return Form(rf"\b(?:{either(rules().nouns)}|married|siblings|brothers|sisters)\b", re.I)


def word_of(noun: str, adjectives: str) -> str:
    """Give the register's word for a printed noun with its adjectives; empty where another person's."""
    noun, words = noun.casefold(), adjectives.casefold().replace("-", " ").split()
    if any(word in words for word in rules().skipped):
        return ""
    known = next((word for word, printed in rules().words.items() if noun in printed), noun)
    if any(word in words for word in rules().former) and known in (
        "husband",
        "wife",
        "partner",
        "boyfriend",
        "girlfriend",
    ):
        return f"ex-{known}"
    return known


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation as a sentence tells it: whose word it is, the word, and the owner's pronoun."""

    side: Literal["to_victim", "to_perpetrator", "couple"]
    word: str
    owner: str
    read: Read
    between: frozenset[str] = frozenset()
    """The tags of the people of the case in the words that tell it."""


def told_relations(reads: Sequence[Read], printed: bool = False) -> Iterator[Relation]:
    """Give each relation that is told; with the pronouns as `printed` where asked."""
    sides: tuple[Literal["to_victim", "to_perpetrator"], ...] = ("to_victim", "to_perpetrator")
    for read in reads:
        text = read.raw if printed else read.light
        if not _quick().search(text):
            continue
        for side in sides:
            for match, _ in _forms(side).matches(text):
                word = word_of(match["rel"], match["adj"])
                owner = (match.groupdict().get("own") or "").casefold()
                if word:
                    yield Relation(side, word, owner, read, _people_in(match.group()))
        for form, relation in _couples().on(text):
            couple = form.search(text)
            if couple:
                yield Relation("couple", relation, "", read, _people_in(couple.group()))


def _people_in(text: str) -> frozenset[str]:
    return frozenset(tag[1] for tag in TAG.finditer(text) if tag[1][0] in "VPB")


def of_the_first(reads: Sequence[Read], cast: Cast, printed: bool = False) -> list[Relation]:
    """Give the relations of the first victim and perpetrator: with several, only where both are named."""
    told = list(told_relations(reads, printed))
    if cast.is_plain:
        return told
    return [one for one in told if one.between == {"V1", "P1"}]


def relation_in(entry: Entry) -> str:
    """Give the relation that a row of a table of people tells ("Perpetrator (son)")."""
    if entry.party != "perpetrators":
        return ""
    match = _form(r"(?:^|[ (|,])(?:ex-?)?{rel}").search(entry.quote.replace("–", " "))
    return word_of(match["rel"], match["adj"]) if match else ""


def from_entries(entries: Sequence[Entry], cast: Cast) -> list[Claim]:
    """Give the relation that a table of people tells, and let the cast know it."""
    found = [(entry, word) for entry in entries if (word := relation_in(entry))]
    if not found or not cast.is_plain:
        return []
    entry, word = found[0]
    _let_know(cast, word)
    person = cast.by_tag("P1")
    if person is not None and not person.sex:
        person.sex = sex_of_word(word)
    claims: list[tuple[FactTable, str, Value]] = [("perpetrators", "relationship_to_victim", word)]
    victim = _victims(word, False, ())
    claims += [("victims", "relationship_to_perpetrator", victim)] if victim else []
    return [
        Claim(
            table,
            1,
            variable,
            value,
            entry.place,
            entry.quote,
            "table-of-people",
            STATED,
            entry.page,
        )
        for table, variable, value in claims
    ]


def find_relation(reads: Sequence[Read], cast: Cast) -> list[Claim]:
    """Give what is told of the relation, and let the cast know it."""
    votes: Counter[str] = Counter()
    evidence: dict[str, list[Read]] = {}
    perpetrator = cast.by_tag("P1")
    sex: Sex = perpetrator.sex if perpetrator else ""
    for told in (*of_the_first(reads, cast), *_by_figures(reads, cast)):
        for found in _as_perpetrators(told, sex):
            votes[found] += 1
            evidence.setdefault(found, []).append(told.read)
    relation = _chosen(votes) or cast.relation
    _let_know(cast, relation)
    claims: list[Claim] = []
    for read in evidence.get(relation, [])[:5]:
        claims.extend(_claims(relation, read, reads, cast))
    return claims


def _by_figures(reads: Sequence[Read], cast: Cast) -> Iterator[Relation]:
    """Give the relation that the figures of the text told."""
    read = next((r for r in reads if r.sentence is cast.relation_told), None)
    if cast.told_relation is None or read is None:
        return
    side, noun, former = cast.told_relation
    word = word_of(noun, "former" if former else "")
    if word:
        yield Relation("to_victim" if side == "to_victim" else "to_perpetrator", word, "", read)


def _let_know(cast: Cast, relation: str) -> None:
    """Let the cast know the relation, and by which words the victim is meant with it."""
    cast.relation = relation
    swapped = rules().swap.items()
    cast.victim_words = frozenset(noun for noun, words in swapped if relation in words)


def _as_perpetrators(told: Relation, sex: Sex) -> list[str]:
    if told.side == "to_victim":
        return [told.word]
    swapped = rules().swap.get(told.word, ("", "", ""))
    found = swapped[{"Male": 0, "Female": 1, "": 2}[sex]]
    return [found] if found else [f"of {told.word}"]


def sex_of_word(word: str) -> Sex:
    """Give the sex that a word of kinship tells; empty for "partner" or "sibling"."""
    groups = rules().groups
    return "Male" if word in groups["male"] else "Female" if word in groups["female"] else ""


def _chosen(votes: Counter[str]) -> str:
    """Give the relation told most; a marriage's end or beginning counts as the later state."""
    if not votes:
        return ""
    known = [word for word in votes if not word.startswith("of ")] or list(votes)
    best = max(known, key=lambda word: votes[word])
    if f"ex-{best}" in votes and votes[f"ex-{best}"] * 3 >= votes[best]:
        return f"ex-{best}"
    vague = ("partner", "other, not a relative", "spouse or civil partner")
    firm = [word for word in known if word not in vague and votes[word] * 2 >= votes[best]]
    return max(firm, key=lambda word: votes[word]) if best in vague and firm else best


def _claims(relation: str, read: Read, reads: Sequence[Read], cast: Cast) -> Iterator[Claim]:
    place, quote = read.sentence.place, read.sentence.printed
    plain = relation.removeprefix("of ")
    if not relation.startswith("of "):
        yield Claim(
            "perpetrators", 1, "relationship_to_victim", relation, place, quote, "relation", STATED
        )
    victim = _victims(plain, relation.startswith("of "), reads)
    if victim:
        yield Claim(
            "victims", 1, "relationship_to_perpetrator", victim, place, quote, "relation", STATED
        )
    family = rules().groups
    if plain in family["children"] and not relation.startswith("of "):
        yield Claim("victims", 1, "parent", True, place, quote, "relation-parent", STATED)
    if relation.startswith("of ") and plain in ("mother", "father"):
        yield Claim("victims", 1, "parent", True, place, quote, "relation-parent", STATED)


def _victims(word: str, inverted: bool, reads: Sequence[Read]) -> str:
    """Give what the victim was to the perpetrator."""
    if word == "partner":
        shared = any(_together().search(read.light) for read in reads)
        return "Common-law spouse" if shared else ""
    if inverted:
        word = next((w for w in rules().swap.get(word, ("", "", "")) if w), word)
    return next((value for value, words in rules().inverse.items() if word in words), "")


def is_partner(relation: str) -> bool:
    """Whether the two were or had been partners."""
    return relation.removeprefix("of ") in rules().groups["partners"]


def is_family(relation: str) -> bool:
    """Whether the two were of one family, and no partners."""
    return relation.removeprefix("of ") in rules().groups["family"]
