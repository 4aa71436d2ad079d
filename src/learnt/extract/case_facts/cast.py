"""Who is who: the people of the case and the names by which its report tells of them.

A name is a victim's (or perpetrator's) where a table of pseudonyms, a label or an apposition says so;
without these, where the text tells that its bearer was killed (or convicted) more often than others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from learnt.extract.case_facts.casting import Party, cast_names
from learnt.extract.case_facts.names import bare, clean_name, name_form
from learnt.extract.case_facts.rules import either, people
from learnt.extract.case_facts.sentences import Told
from learnt.extract.case_facts.tables import Entry, entries_of, entries_of_lines

Sex = Literal["Female", "Male", ""]


@dataclass(slots=True)
class Person:
    """A person of the case: the tag by which annotated text holds them (`V1`), and their names."""

    tag: str
    table: Party
    number: int
    names: list[str] = field(default_factory=list)
    sex: Sex = ""


@dataclass(slots=True)
class Cast:
    """The people of a case; `others` are names that a table gives to somebody else."""

    people: list[Person]
    others: set[str]
    relation: str = ""
    """What the perpetrator was to the victim (`husband`), once known."""
    victim_words: frozenset[str] = frozenset()
    """What the victim then was to the perpetrator, in any sex (`wife`, `husband`)."""
    has_role: bool = False
    """Whether the text speaks of a perpetrator by that word, or by a name."""

    def of(self, table: Party) -> list[Person]:
        """Give the people of one table."""
        return [person for person in self.people if person.table == table]

    def by_tag(self, tag: str) -> Person | None:
        """Give the person that a tag stands for."""
        return next((person for person in self.people if person.tag == tag), None)

    @property
    def is_plain(self) -> bool:
        """Whether there is one victim and one perpetrator, so that roles name them."""
        return len(self.of("victims")) == 1 and len(self.of("perpetrators")) == 1


def find_cast(told: Told) -> Cast:
    """Find the people of the case; always gives at least one victim and one perpetrator."""
    entries = people_listed(told)
    others = {entry.name for entry in entries if entry.party == "others"}
    texts = resolved(told)
    victims, perpetrators = cast_names(texts, entries, others)
    cast = Cast([*_persons("victims", victims), *_persons("perpetrators", perpetrators)], others)
    cast.has_role = bool(perpetrators) or any("perpetrator" in text.casefold() for text in texts)
    for entry in entries:
        if entry.party != "others":
            person = next((p for p in cast.of(entry.party) if entry.name in p.names), None)
            if person and not person.sex:
                person.sex = entry.sex
    return cast


def people_listed(told: Told) -> list[Entry]:
    """Give the rows of all tables of people, printed as tables or, where there is none, as lines."""
    entries = [entry for place in told.tables for entry in entries_of(place)]
    return entries or entries_of_lines(told.sentences)


def _persons(table: Party, groups: Sequence[list[str]]) -> Iterator[Person]:
    letter = table[0].upper()
    for number, names in enumerate(groups or [[]], 1):
        yield Person(f"{letter}{number}", table, number, names)


def resolved(told: Told) -> list[str]:
    """Give the sentences and headings, an opening "She" replaced by the head of the sentence before."""
    texts, head, paragraph, before = [*told.headings], "", -1, ""
    for sentence in told.sentences:
        if sentence.place.paragraph != paragraph:
            head, paragraph, before = "", sentence.place.paragraph, ""
        text = sentence.text
        opening = _OPENING.match(text) if head else None
        if opening and _tells_of_another(before, opening[1] in ("She", "Her")):
            opening = None
        if opening:
            text = head + ("'s" if opening[1] in _OWN else "") + text[opening.end() :]
        texts.append(text)
        before = text
        head = head_of(text) or head
    return texts


def head_of(text: str) -> str:
    """Give the name with which a sentence opens; empty where it opens with none."""
    match = _HEAD.match(text)
    name = clean_name(match["n"]) if match else ""
    if name:
        return name
    names = {clean for found in _ANY.finditer(text[1:]) if (clean := clean_name(found["n"]))}
    return names.pop() if len(names) == 1 else ""


def _tells_of_another(text: str, female: bool) -> bool:
    """Whether a sentence speaks of somebody of the sex who need not be its head: "Odo hit her"."""
    return _of_sex(female).search(text) is not None


@cache
def _of_sex(female: bool) -> re.Pattern[str]:
    nouns = people().nouns
    word = "her" if female else "him"
    after = rf"(?=[.,;]|$| {either(people().pronouns.after_object)}\b)" if female else ""
    known = either(nouns.female if female else nouns.male)
    return re.compile(rf"\b(?:{known}\b|{word}\b{after})", re.IGNORECASE)


_OPENING = re.compile(r"^(She|He|Her|His)\b")
_OWN = ("Her", "His")
_HEAD = re.compile(rf"^(?:(?:Both|When|After|Before|In|At|On|The) [^,]{{3,60}}, )?{name_form()}")


_ANY = re.compile(rf"(?<=[a-z,] ){name_form()}")


def surnames(names: Sequence[str]) -> set[str]:
    """Give the last words of names of two words or more."""
    return {bare(name).split()[-1] for name in names if len(bare(name).split()) > 1}


def name_pattern(names: Sequence[str]) -> str:
    """Give a pattern that finds any of the names, and the first word of each."""
    forms = set(names)
    for name in names:
        words = bare(name).split()
        if len(words) > 1 and not re.search(r"\d|\b[A-Z]$", name):
            forms.add(words[0])
    ordered = sorted((form for form in forms if form), key=len, reverse=True)
    return "|".join(re.escape(form) for form in ordered)
