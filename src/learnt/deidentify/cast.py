"""The people of a case as the public hears of them: who is found in a text, and by which label."""

import re
from collections.abc import Iterator
from functools import cached_property

from learnt.agencies import find_bodies
from learnt.deidentify.bodies import trimmed
from learnt.deidentify.context import PublicContext
from learnt.deidentify.dates import date_spans
from learnt.deidentify.labels import Label, find_role, label_of
from learnt.deidentify.names import find_names
from learnt.deidentify.names.record import PUBLIC_ROLE, Known, Name, key_of
from learnt.words import fold

PEOPLE = ("name", "code", "public")
"""Kinds of what is found that are people; of public names only those of professionals are hidden."""
STAFF = "staff"
REMEMBERED = "remembered"


class Cast:
    """Finds people in texts and knows their labels; made once for a review."""

    def __init__(self, context: PublicContext) -> None:
        self.context = context
        self._labels: dict[tuple[str, str], Label] = {}
        self._seen: dict[str, list[Name]] = {}

    def find(self, text: str) -> list[Name]:
        """Give names, codes, contacts, places and days of birth in `text` that must not be public."""
        found = [name for name in self._look(text) if self._is_hidden(name)]
        if found:
            inside = [*date_spans(text), *self.bodies(text)]
            found = [
                name
                for name in found
                if not self._is_inside(name, inside) and not self._crosses_a_body(name, text)
            ]
        for name in self._decided(text):
            if all(name.end <= one.start or name.start >= one.end for one in found):
                found.append(name)
        return sorted(found, key=lambda name: name.start)

    def bodies(self, text: str) -> list[tuple[int, int]]:
        """Give the stretches of `text` that hold bodies' names."""
        safe = self.context.safe
        found = [trimmed(text, start, end, safe) for start, end, _ in find_bodies(text)]
        printed = self._printed_bodies.finditer(text) if self.context.bodies else ()
        return [*found, *(match.span() for match in printed)]

    @cached_property
    def _printed_bodies(self) -> re.Pattern[str]:
        names = "|".join(re.escape(name) for name in self.context.bodies)
        return re.compile(rf"(?<!\w)(?:{names})(?!\w)")

    def _is_inside(self, name: Name, spans: list[tuple[int, int]]) -> bool:
        """Whether a name is a month of a date ("Sep 2015") or the place in a body's name.

        One that the report itself gives to a person is a person's everywhere.
        """
        known = self.context.memory.get(name.text)
        told = known is not None and (known.role is not None or known.rule == REMEMBERED)
        in_span = any(start <= name.start and name.end <= end for start, end in spans)
        return name.kind in PEOPLE and in_span and not told

    def _crosses_a_body(self, name: Name, text: str) -> bool:
        """Whether what looks like a place runs over the name of a body of the review."""
        if name.kind != "place" or not self.context.bodies:
            return False
        return any(
            match.start() < name.end and name.start < match.end()
            for match in self._printed_bodies.finditer(text)
        )

    def stays(self, text: str) -> list[tuple[int, int]]:
        """Give the stretches of `text` that hold public names, or what may be shown."""
        return [
            trimmed(text, one.start, one.end, self.context.safe)
            for one in self._look(text)
            if not self._is_hidden(one)
        ]

    def _look(self, text: str) -> list[Name]:
        if text not in self._seen:
            self._seen[text] = find_names(text, self.context.memory)
        return self._seen[text]

    def _is_hidden(self, name: Name) -> bool:
        key = key_of(name.text)
        if key in self.context.not_people or key in self.context.shown:
            return False
        if name.kind == "public":
            return name.role == PUBLIC_ROLE
        return not self._is_staff_code(name)

    def _is_staff_code(self, name: Name) -> bool:
        """Whether it is "Officer 1": a member of staff, who has no name here already."""
        known = self.context.memory.get(name.text)
        rules = (name.rule, known.rule if known else "")
        role = find_role(name.role or "")
        is_staff = role is not None and role.id == STAFF
        return name.kind == "code" and (is_staff or any(rule.startswith(STAFF) for rule in rules))

    @cached_property
    def _remembered(self) -> re.Pattern[str] | None:
        shown = self.context.shown
        people = [one.text for one in self.context.memory.people() if one.rule == REMEMBERED]
        words = [text for text in people if key_of(text) not in shown]
        longest = sorted(words, key=len, reverse=True)
        told = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
        return re.compile(rf"(?<!\w)(?:{told})(?!\w)") if told else None

    def _decided(self, text: str) -> Iterator[Name]:
        if self._remembered is not None:
            for match in self._remembered.finditer(text):
                yield Name(*match.span(), match.group(), "name", REMEMBERED)

    def label(self, name: Name) -> Label:
        """Give what stands for a person in public."""
        role = self.context.memory.role_of(name.text) or name.role or role_in_code(name.text)
        key = (key_of(name.text), role)
        if key not in self._labels:
            self._labels[key] = self._make_label(*key)
        return self._labels[key]

    def _make_label(self, key: str, role: str) -> Label:
        people = self._by_role.get(_same(role), [])
        number = next((n for n, keys in enumerate(people) if key in keys), 0)
        return label_of(role, self.context.labels, number, len(people) if people else 1)

    @cached_property
    def _by_role(self) -> dict[str, list[set[str]]]:
        """Give the people of each role, each with all names that are one's: "Ann" in "Ann Vale"."""
        roles: dict[str, list[set[str]]] = {}
        for known in sorted(self.context.memory.people(), key=_code_first):
            role = known.role or role_in_code(known.text)
            if not role:
                continue
            people = roles.setdefault(_same(role), [])
            key, words = key_of(known.text), set(fold(known.text).split())
            for keys in people:
                if any(words <= set(k.split()) or set(k.split()) <= words for k in keys):
                    keys.add(key)
                    break
            else:
                people.append({key})
        return roles


def role_in_code(code: str) -> str:
    """Give the role that a code tells itself: "Child 1" is a child; else ""."""
    word = re.fullmatch(r"([^\W\d_]{3,}(?: [^\W\d_]{3,})?)\s?[A-Z]{0,2}\d{0,2}", code)
    role = find_role(word[1]) if word else None
    return role.id if role else ""


def _code_first(known: Known) -> tuple[bool, str]:
    return (known.kind != "code", known.text if known.kind == "code" else "")


def _same(role: str) -> str:
    """Give a role in the form in which people of it are counted together."""
    known = find_role(role)
    return known.id if known else fold(role)
