"""Finds in a folded name the words that tell its kind, and what they leave for place or parent."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from learnt.agencies.kinds import Kind, kinds, phrases
from learnt.agencies.names import key
from learnt.agencies.register import Body, Register
from learnt.agencies.vocabulary import words as head_nouns

LINKS = frozenset({"of", "for", "in", "at", "and", "from", "across", "within", "covering"})
"""Small words between a kind and its place."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`phrase` tells that a name is of `kind` (or a part of `body`); `rest` is what else it says."""

    phrase: str
    rest: str
    kind: Kind | None = None
    body: Body | None = None
    opens: bool = False

    @property
    def weight(self) -> tuple[int, bool, bool]:
        """How telling it is: the longest words, then parts of a national body, then last words."""
        return (len(self.phrase.split()), self.body is not None, not self.opens)


def find_candidates(name: str, register: Register) -> list[Candidate]:
    """Give what may tell the kind of the folded `name`, the most telling first."""
    words = name.split()
    found = [*_closing(words, register), *_opening(words, register)]
    return sorted(found, key=lambda c: c.weight, reverse=True)


def _closing(words: list[str], register: Register) -> Iterator[Candidate]:
    for start in range(1, len(words)):
        phrase, rest = " ".join(words[start:]), " ".join(_linked(words[:start]))
        if kind := phrases().by["names"].get(phrase):
            yield Candidate(phrase, rest, kind=kind)
        if body := _branching(phrase, register):
            yield Candidate(phrase, rest, body=body)


def _opening(words: list[str], register: Register) -> Iterator[Candidate]:
    for end in range(len(words) - 1, 0, -1):
        phrase, rest = " ".join(words[:end]), " ".join(_linked(words[end:]))
        if kind := phrases().by["opens"].get(phrase):
            yield Candidate(phrase, _without_tail(rest, kind), kind=kind, opens=True)
        named = phrases().by["names"].get(phrase)
        placed = (words[end] in LINKS and words[end] != "and") or is_code(rest)
        joined = words[end] == "and" or words[-1] in head_nouns().heads
        if named and rest and (placed or (named.unit and not joined)):
            yield Candidate(phrase, rest, kind=named, opens=True)
        if body := _branching(phrase, register):
            yield Candidate(phrase, rest, body=body, opens=True)


def _linked(words: list[str]) -> list[str]:
    """Drop small words at both ends."""
    while words and words[0] in LINKS:
        words = words[1:]
    while words and words[-1] in LINKS:
        words = words[:-1]
    return words


def _branching(phrase: str, register: Register) -> Body | None:
    body = register.bodies.get(register.by_key.get(phrase, ""))
    return body if body and body.branches else None


def _without_tail(rest: str, kind: Kind) -> str:
    """Cut "partnership" off what follows "safer"."""
    for tail in sorted(map(key, kind.tails), key=len, reverse=True):
        if rest == tail:
            return ""
        if rest.endswith(f" {tail}"):
            return rest.removesuffix(f" {tail}")
    return rest


def find_parent_part(name: str, kind_ids: frozenset[str]) -> tuple[str, str] | None:
    """Cut a name after a kind's words inside it: ("loxley county council", "noise team")."""
    words = name.split()
    for end in range(len(words) - 1, 1, -1):
        for start in range(1, end):
            kind = phrases().by["names"].get(" ".join(words[start:end]))
            if kind and kind.id in kind_ids and words[end] not in LINKS:
                return " ".join(words[:end]), " ".join(words[end:])
    return None


@cache
def _roles() -> tuple[tuple[str, ...], tuple[str, ...]]:
    before = sorted(map(key, kinds().roles.before), key=len, reverse=True)
    after = sorted(map(key, kinds().roles.after), key=len, reverse=True)
    return tuple(before), tuple(after)


def without_title(name: str) -> str:
    """Give a folded name without the title before it: "director of housing" → "housing"."""
    for title in _roles()[0]:
        if name.startswith(f"{title} "):
            return " ".join(_linked(name.removeprefix(f"{title} ").split()))
    return name


def without_role(name: str) -> str:
    """Give a folded name without the role after it: "community safety manager" → "community safety"."""
    for title in _roles()[1]:
        if name.endswith(f" {title}"):
            return name.removesuffix(f" {title}")
    return name


def is_describing(rest: str) -> bool:
    """Whether words describe a kind of body ("specialist") without naming one."""
    return all(word in kinds().fold.describing for word in rest.split())


def is_role(rest: str) -> bool:
    """Whether words are nothing but a role: "manager", "team leader"."""
    return rest in _roles()[1]


def is_code(rest: str) -> bool:
    """Whether words are a code that hides a name: "GP Practice 1", "School B"."""
    return bool(rest) and all(len(word) == 1 or word.isdigit() for word in rest.split())


def hinted_type(name: str) -> str | None:
    """Give the type that a word anywhere in a folded name of several words tells, or None."""
    if " " not in name:
        return None
    padded = f" {name} "
    return next((told for words, told in phrases().hints if words in padded), None)
