"""Which person of a document is whom: the victim, the perpetrator, the victim's mother."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from learnt.deidentify.names.record import Name, NameMemory, key_of
from learnt.deidentify.names.told import as_role
from learnt.deidentify.names.vocabulary import either, names

Seen = tuple[str, list[Name]]
"""A text, and the names found in it."""

MAIN = ("victim", "perpetrator")
LEAST = 2
"""How often a document must tell what befell a person before it gives a role."""

_TITLE = re.compile(r"^(?:Mrs?|Ms|Miss|Mx|Dr|Doctor|Master)\.?\s(?=[^\W\d_]{3})")


def bare(name: Name) -> str:
    """Give a name without its title; "Ms X" keeps it, for it is the whole code."""
    return _TITLE.sub("", name.text)


def with_roles(memory: NameMemory, seen: Sequence[Seen]) -> NameMemory:
    """Add the roles that phrases tell ("X's mother, Y"), and what befell a person ("X's murder")."""
    roles = _from_events(memory, seen)
    memory = _joined(memory, roles)
    return _joined(memory, dict(_from_phrases(memory, seen)))


def _joined(memory: NameMemory, roles: dict[str, str]) -> NameMemory:
    return NameMemory(
        {
            key: msgspec.structs.replace(one, role=one.role or roles.get(key))
            for key, one in memory.known.items()
        }
    )


def _people(memory: NameMemory, seen: Iterable[Seen]) -> Iterator[tuple[str, Name, str]]:
    """Give each place where a person without a role is named, with the name's key."""
    for text, found in seen:
        for name in found:
            key = key_of(bare(name))
            known = memory.known.get(key)
            if known and known.kind in ("name", "code") and not known.role:
                yield text, name, key


@cache
def _phrase() -> re.Pattern[str]:
    people = either(names().kin + names().roles)
    return re.compile(
        rf"\b(?:the|(?P<owner>[A-Z][\w-]*|victim|perpetrator)['’]s)\s+(?:\w+\s+)?(?P<role>{people})"
        r"\s*[,(]?\s*(?:\w+\s)?$"
    )


def _from_phrases(memory: NameMemory, seen: Iterable[Seen]) -> Iterator[tuple[str, str]]:
    for text, name, key in _people(memory, seen):
        said = _phrase().search(text[max(0, name.start - 60) : name.start])
        role = _owned(said, memory) if said else ""
        if role:
            yield key, role


def _owned(said: re.Match[str], memory: NameMemory) -> str:
    role, owner = as_role(said.group("role")), said.group("owner")
    if not owner:
        return role if role in MAIN else ""
    whose = owner.lower() if owner.lower() in MAIN else memory.role_of(owner)
    return f"{whose}'s {role}" if whose in MAIN else ""


@cache
def _events() -> tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str]], ...]:
    """Give for each main role what stands before and after the name of whom it befell."""
    told = names().events
    before = re.compile(rf"\b(?:{either(told.victim_before)})\s+[\"'“‘]?$", re.IGNORECASE)
    return (
        ("victim", before, _after(told.victim_after)),
        ("perpetrator", None, _after(told.perpetrator_after)),
    )


def _after(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[\"'”’]?(?:['’]s)?,?\s+(?:\w+ly\s+)?(?:{either(phrases)})\b")


def _from_events(memory: NameMemory, seen: Sequence[Seen]) -> dict[str, str]:
    """Give the roles that events tell, where nobody has the role and one person clearly leads."""
    counts: dict[str, Counter[str]] = {role: Counter() for role in MAIN}
    for text, name, key in _people(memory, seen):
        for role, before, after in _events():
            ahead = before and before.search(text[max(0, name.start - 40) : name.start])
            told = bool(ahead) + bool(after.match(text, name.end))
            if told:
                counts[role][key] += told
    taken = {known.role for known in memory.known.values()}
    found: dict[str, str] = {}
    for role, count in counts.items():
        best = count.most_common(2)
        if best and role not in taken and best[0][0] not in found and _leads(best):
            found[best[0][0]] = role
    return found


def _leads(best: list[tuple[str, int]]) -> bool:
    """Whether the first is told of alone, or at least twice and twice as often as the next."""
    if len(best) < 2:
        return True
    return best[0][1] >= max(LEAST, 2 * best[1][1])
