"""Who is who: the people of the case and the names by which its report tells of them.

A name is a victim's (or perpetrator's) where a table of pseudonyms, a label or an apposition says so;
without these, where the text tells that its bearer was killed (or convicted) more often than others.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from learnt.extract.case_facts.names import bare, clean_name, forms_of, is_same, name_form
from learnt.extract.case_facts.rules import any_of, people
from learnt.extract.case_facts.sentences import Told
from learnt.extract.case_facts.tables import Entry, entries_of

Party = Literal["victims", "perpetrators"]
Sex = Literal["Female", "Male", ""]
TOLD, IN_TABLE = 3, 9
FEWEST_EVENTS = 1


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
    entries = [entry for place in told.tables for entry in entries_of(place)]
    others = {entry.name for entry in entries if entry.party == "others"}
    texts = resolved(told)
    victims = _named("victims", texts, entries, others, set())
    perpetrators = _named("perpetrators", texts, entries, others, _flat(victims))
    if not victims:
        only = _only_name(told, {*_flat(perpetrators), *others})
        victims = [only] if only else []
    cast = Cast([*_persons("victims", victims), *_persons("perpetrators", perpetrators)], others)
    cast.has_role = bool(perpetrators) or any("perpetrator" in text.casefold() for text in texts)
    for entry in entries:
        if entry.party != "others":
            person = next((p for p in cast.of(entry.party) if entry.name in p.names), None)
            if person and not person.sex:
                person.sex = entry.sex
    return cast


def _flat(groups: Sequence[Sequence[str]]) -> set[str]:
    return {name for group in groups for name in group}


def _persons(table: Party, groups: Sequence[list[str]]) -> Iterator[Person]:
    letter = table[0].upper()
    for number, names in enumerate(groups or [[]], 1):
        yield Person(f"{letter}{number}", table, number, names)


def _named(
    party: Party,
    told: Sequence[str],
    entries: Sequence[Entry],
    others: set[str],
    taken: set[str],
) -> list[list[str]]:
    """Give the people of a party, each as all names printed for them, those in a table first."""
    listed = [entry.name for entry in entries if entry.party == party]
    votes: Counter[str] = Counter()
    sure: set[str] = set(listed)
    for name, weight in _votes(party, told):
        if any(is_same(name, one) for one in (*others, *taken)) and name not in listed:
            continue
        votes[name] += weight
        if weight == TOLD:
            sure.add(name)
    groups: list[list[str]] = [[name] for name in dict.fromkeys(listed)]
    for name, _ in votes.most_common():
        group = next((g for g in groups if any(is_same(name, one) for one in g)), None)
        if group is not None:
            group.append(name) if name not in group else None
        elif not listed and (name in sure or not groups):
            groups.append([name])
    return _kept(groups, votes, bool(listed))


def _kept(groups: list[list[str]], votes: Counter[str], listed: bool) -> list[list[str]]:
    """Leave out people told of by a slip: far fewer votes than the one told most."""
    if listed or len(groups) < 2:
        return groups
    weights = [sum(votes[name] for name in group) for group in groups]
    most = max(weights)
    return [g for g, weight in zip(groups, weights, strict=True) if weight * 3 >= most]


def _votes(party: Party, told: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Give the names that are told; what events tell is looked at only where nobody is told."""
    rules = people()
    side = rules.victim if party == "victims" else rules.perpetrator
    signs = any_of(rules.forms.signs)
    plain = [text for text in told if signs.search(text)]
    found = [(name, TOLD) for name in _matches(side.told, plain)]
    yield from found or ((name, 1) for name in _matches(side.events, told))


def _matches(forms: tuple[str, ...], texts: Sequence[str]) -> Iterator[str]:
    family = forms_of(forms)
    for text in texts:
        for match, _ in family.matches(text):
            name = clean_name(match["n"])
            if name:
                yield name


def resolved(told: Told) -> list[str]:
    """Give the sentences and headings, an opening "She" replaced by the head of the sentence before."""
    texts, head, paragraph = [*told.headings], "", -1
    for sentence in told.sentences:
        if sentence.place.paragraph != paragraph:
            head, paragraph = "", sentence.place.paragraph
        text = sentence.text
        opening = _OPENING.match(text) if head else None
        if opening:
            text = head + ("'s" if opening[1] in _OWN else "") + text[opening.end() :]
        texts.append(text)
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


_OPENING = re.compile(r"^(She|He|Her|His)\b")
_OWN = ("Her", "His")
_HEAD = re.compile(rf"^(?:(?:Both|When|After|Before|In|At|On|The) [^,]{{3,60}}, )?{name_form()}")


_ANY = re.compile(rf"(?<=[a-z,] ){name_form()}")


def _only_name(told: Told, taken: set[str]) -> list[str]:
    """Give the one name that a text without roles is about; nothing where it is about several."""
    if any(_ROLE.search(sentence.text) for sentence in told.sentences):
        return []
    found: dict[str, None] = {}
    for sentence in told.sentences:
        name = head_of(sentence.text)
        if name and not any(is_same(name, one) for one in taken):
            found[name] = None
    names = list(found)
    titled = any(name != bare(name) for name in names)
    return names if len(names) == 1 and not titled and len(names[0].split()) == 1 else []


_ROLE = re.compile(r"\b(?:victim|deceased|panel|chair|author)\b", re.IGNORECASE)


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
