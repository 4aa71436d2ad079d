"""What is found: names in a text, and what a document tells of its people."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from learnt.words import fold

Kind = Literal["name", "code", "public", "date", "contact", "place"]
PUBLIC_ROLE = "public-professional"
"""The role of chairs, authors and panel members, who are named in public."""


class Name(msgspec.Struct, frozen=True, omit_defaults=True):
    """A stretch of a text, in characters from its start, and what it holds.

    `public` is a name-like thing that stays; all other kinds are to be hidden from the public.
    `role` is the person's part in the review, where the document tells it.
    """

    start: int
    end: int
    text: str
    kind: Kind
    rule: str
    role: str | None = None


class Known(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person (or public name) of a document: the words used, and how the document tells it."""

    text: str
    kind: Kind
    rule: str
    role: str | None = None
    count: int = 1


class NameMemory(msgspec.Struct, frozen=True):
    """What a document tells of its people, by folded name; goes to JSON and back unchanged."""

    known: dict[str, Known] = msgspec.field(default_factory=dict)

    def get(self, text: str) -> Known | None:
        """Give what is known of the person called `text`, however it is spelt."""
        return self.known.get(key_of(text))

    def role_of(self, text: str) -> str | None:
        """Give the role of the person called `text`, or None."""
        known = self.get(text)
        return known.role if known else None

    def people(self) -> Iterator[Known]:
        """Give the people of the case: everybody known but public names."""
        return (known for known in self.known.values() if known.kind != "public")

    def plus(self, other: "NameMemory") -> "NameMemory":
        """Give both memories as one; where they differ, this one's role and kind stand."""
        joined = dict(self.known)
        for key, known in other.known.items():
            joined[key] = merge(joined[key], known) if key in joined else known
        return NameMemory(joined)


def key_of(text: str) -> str:
    """Give the form in which a name is kept: folded, without a possessive."""
    folded = fold(text)
    return folded[:-2] if folded.endswith("'s") else folded.rstrip("'")


def merge(first: Known, second: Known) -> Known:
    """Give what two places of a document tell of one person; the first has the say."""
    role = first.role or second.role
    return msgspec.structs.replace(first, role=role, count=first.count + second.count)
