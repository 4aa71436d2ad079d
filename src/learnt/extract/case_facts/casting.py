"""Whose name is whose: what the sentences of a report say for a name as a victim's or a perpetrator's.

A table of people or words that tell it outright weigh most; else what a report tells of the bearers
(killed, convicted) decides between all names at once. More than one victim or perpetrator is taken
only where a sentence speaks of two.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from learnt.extract.case_facts.names import clean_name, forms_of, is_same
from learnt.extract.case_facts.needles import Family
from learnt.extract.case_facts.rules import Side, any_of, people
from learnt.extract.case_facts.tables import Entry

Party = Literal["victims", "perpetrators"]
TOLD, ACT = 3, 2
LEAST = 2
"""Votes that a name needs: one weak sign is none."""
OFTEN = 4
"""Sentences that speak of a person who is spoken of throughout."""
AGAINST = 0.5
"""How much a vote for the other party counts against a name."""
Group = list[str]


@dataclass(slots=True)
class Heard:
    """What the sentences say for names as those of one party."""

    votes: Counter[str] = field(default_factory=Counter)
    several: list[tuple[str, ...]] = field(default_factory=list)
    """Names told together as several people of the party, or alone as a further one."""
    texts: Sequence[str] = ()

    def is_known(self, group: Group) -> bool:
        """Whether a person is spoken of throughout, so that one weak sign of their part will do."""
        named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, group))})(?![\w-])")
        return sum(named.search(text) is not None for text in self.texts) >= OFTEN


def cast_names(
    texts: Sequence[str], entries: Sequence[Entry], others: set[str]
) -> tuple[list[Group], list[Group]]:
    """Give victims and perpetrators, each as all names printed for them, the first brought in first."""
    rules = people()
    victims, perpetrators = heard(texts, rules.victim), heard(texts, rules.perpetrator)
    listed = {party: _listed(entries, party) for party in ("victims", "perpetrators")}
    free = [
        group
        for group in _grouped(victims, perpetrators)
        if not any(is_same(name, other) for name in group for other in others)
    ]
    first = _picked(free, victims, perpetrators, listed["victims"], listed["perpetrators"])
    taken = [name for group in first for name in group]
    rest = [g for g in free if not any(is_same(name, one) for name in g for one in taken)]
    return first, _picked(rest, perpetrators, victims, listed["perpetrators"], taken)


def heard(texts: Sequence[str], side: Side) -> Heard:
    """Give what the sentences say for the names of one party."""
    found = Heard(texts=texts)
    signs = any_of(people().forms.signs)
    told, acts, events = forms_of(side.told), forms_of(side.acts), forms_of(side.events)
    several = forms_of(side.several)
    for text in texts:
        if signs.search(text):
            found.votes.update(dict.fromkeys(_names(told, text), TOLD))
        found.votes.update(dict.fromkeys(_names(acts, text), ACT))
        found.votes.update(_names(events, text))
        for match, _ in several.matches(text):
            names = [clean_name(match["n"]), clean_name(match.groupdict().get("m") or "")]
            together = tuple(name for name in names if name)
            if together and (len(together) == 2 or "m" not in match.groupdict()):
                found.several.append(together)
                found.votes.update(dict.fromkeys(together, TOLD if len(together) == 2 else 0))
    return found


def _names(family: Family[str], text: str) -> Iterator[str]:
    for match, _ in family.matches(text):
        name = clean_name(match["n"])
        if name:
            yield name


def _listed(entries: Sequence[Entry], party: str) -> list[str]:
    return list(dict.fromkeys(e.name for e in entries if e.party == party and e.name))


def _grouped(one: Heard, other: Heard) -> list[Group]:
    """Give the names of both parties, those that may be one person's together."""
    groups: list[Group] = []
    for name, _ in (one.votes + other.votes).most_common():
        group = next((g for g in groups if any(is_same(name, known) for known in g)), None)
        if group is None:
            groups.append([name])
        else:
            group.append(name)
    return groups


def _picked(
    free: Sequence[Group], own: Heard, other: Heard, listed: Sequence[str], taken: Sequence[str]
) -> list[Group]:
    """Choose the people of a party: those a table lists, else the best told and who is told with them."""
    if listed:
        known = [
            list(dict.fromkeys([name, *(n for g in free for n in g if is_same(n, name))]))
            for name in listed
        ]
        return [*known, *_added(free, own, known, taken)]
    worth = {
        index: sum(own.votes[name] - AGAINST * other.votes[name] for name in group)
        for index, group in enumerate(free)
        if not any(name in taken for name in group)
    }
    for index in [i for i, value in worth.items() if 0 < value < LEAST]:
        worth[index] += own.is_known(free[index])
    further = {one[0] for one in own.several if len(one) == 1}
    first = {i: value for i, value in worth.items() if not further & set(free[i])}
    best = max(first, key=lambda index: first[index], default=None)
    if best is None or first[best] < LEAST:
        return []
    order = [best]
    for together in own.several:
        found = [i for name in together if (i := _index(free, name)) in worth]
        if len(found) == len(together) == 2 and best in found:
            order = list(dict.fromkeys([*found, *order]))
        order = list(dict.fromkeys([*order, *found]))
    return [free[index] for index in order]


def _added(
    free: Sequence[Group], own: Heard, known: Sequence[Group], taken: Sequence[str]
) -> list[Group]:
    """Give further people whom a sentence tells of with those in the table, or as a further one."""
    names = {name for group in known for name in group}
    found: dict[int, Group] = {}
    for together in own.several:
        new = [name for name in together if name not in names and name not in taken]
        index = _index(free, new[0]) if len(new) == 1 else -1
        if index >= 0 and not any(is_same(new[0], name) for name in (*names, *taken)):
            found[index] = free[index]
    return list(found.values())


def _index(groups: Sequence[Group], name: str) -> int:
    return next((i for i, group in enumerate(groups) if name in group), -1)
