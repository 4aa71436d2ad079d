"""Patterns that look for a word they cannot do without before they are tried: the same finds, sooner.

Hundreds of patterns are tried on every sentence of a report, and nearly all need a word that the
sentence has not. `needles_of` reads these words from the pattern itself, so no rule has to name them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

_folded = lru_cache(maxsize=64)(str.casefold)
_QUANTIFIER = re.compile(r"(?:([?*+])|\{(\d*)(?:,\d*)?\})[?+]?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_LOOK = re.compile(r"\(\?<?[=!]")
_LEAD = re.compile(r"\((?:\?(?:P<\w+>|[a-z]*:))?(?!\?)")
_ZERO_WIDTH, _SETS, _SPACES = "bBAZ", "dDwWsS", "tnrfv"
Needles = frozenset[str]
_NONE: Needles = frozenset()
T = TypeVar("T")


class Form:
    """A compiled pattern that is tried only on text that holds one of its needles."""

    __slots__ = ("needles", "regex")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.regex = re.compile(pattern, flags)
        self.needles = tuple(sorted(needles_of(pattern)))

    def may_match(self, text: str) -> bool:
        """Whether the text holds a word without which the pattern cannot match."""
        if not self.needles:
            return True
        folded = _folded(text)
        for needle in self.needles:  # noqa: SIM110  # half the time of any()
            if needle in folded:
                return True
        return False

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Give the first match, as `re.Pattern.search` does."""
        if not self.may_match(text):
            return None
        return self.regex.search(text, start, len(text) if end is None else end)

    def match(self, text: str) -> re.Match[str] | None:
        """Give the match at the start, as `re.Pattern.match` does."""
        return self.regex.match(text) if self.may_match(text) else None

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Give all matches, as `re.Pattern.finditer` does."""
        if not self.may_match(text):
            return iter(())
        return self.regex.finditer(text, start, len(text) if end is None else end)


class Family(Generic[T]):
    """Many patterns, each with what it stands for, of which only those that may match are tried."""

    __slots__ = ("_always", "_by_needle", "_members")

    def __init__(self, members: Iterable[tuple[Form, T]]) -> None:
        self._members = [(form.regex, meant, form.needles) for form, meant in members]
        self._always = [i for i, (_, _, needles) in enumerate(self._members) if not needles]
        self._by_needle: dict[str, list[int]] = defaultdict(list)
        for number, (_, _, needles) in enumerate(self._members):
            for needle in needles:
                self._by_needle[needle].append(number)

    def on(self, text: str) -> list[tuple[re.Pattern[str], T]]:
        """Give the patterns that may match `text`, in their own order, with what they stand for."""
        folded = _folded(text)
        picked = set(self._always)
        for needle, numbers in self._by_needle.items():
            if needle in folded:
                picked.update(numbers)
        return [self._members[number][:2] for number in sorted(picked)]

    def matches(self, text: str) -> Iterator[tuple[re.Match[str], T]]:
        """Give all matches of all patterns, pattern by pattern."""
        for regex, meant in self.on(text):
            for match in regex.finditer(text):
                yield match, meant


def needles_of(pattern: str) -> Needles:
    """Give words (folded) of which every match of the pattern holds one; none where that is unsure."""
    try:
        found, end = _alternatives(pattern, 0)
    except ValueError:
        return _NONE
    return found if end == len(pattern) else _NONE


class _Item(NamedTuple):
    """A letter, a group with its needles, or something of which nothing is known."""

    end: int
    letter: str = ""
    group: Needles = _NONE
    is_zero_width: bool = False


def _alternatives(pattern: str, at: int) -> tuple[Needles, int]:
    """Read up to the closing bracket: of several branches each must have a needle."""
    branches: list[Needles] = []
    while True:
        found, at = _branch(pattern, at)
        branches.append(found)
        if at >= len(pattern) or pattern[at] == ")":
            return (_NONE.union(*branches) if all(branches) else _NONE), at
        at += 1


def _branch(pattern: str, at: int) -> tuple[Needles, int]:
    """Read one branch: the best of its stretches of letters and of its groups."""
    best, run = _NONE, ""
    while at < len(pattern) and pattern[at] not in "|)":
        item = _item(pattern, at)
        quantifier = _QUANTIFIER.match(pattern, item.end)
        at = quantifier.end() if quantifier else item.end
        if item.is_zero_width:
            continue
        needed = quantifier is None or _least(quantifier) > 0
        if needed:
            run += item.letter
            best = max(best, item.group, key=_worth)
        if run:
            best = max(best, frozenset([run]), key=_worth)
        if quantifier is not None or not item.letter:
            run = ""
    return best, at


def _least(quantifier: re.Match[str]) -> int:
    sign = quantifier[1]
    return int(sign == "+") if sign else int(quantifier[2] or 0)


def _worth(needles: Needles) -> float:
    """Tell how much a set of needles spares: long ones are rare, many cost time."""
    return min(map(len, needles)) - len(needles) / 20 if needles else -100.0


def _item(pattern: str, at: int) -> _Item:
    """Read what stands at `at`; raises ValueError at a construct that is not read here."""
    char = pattern[at]
    if char == "\\":
        return _escaped(pattern[at + 1], at + 2)
    if char == "[":
        return _Item(_end(_CLASS.match(pattern, at)))
    if char == "(":
        return _group(pattern, at)
    if char in "^$":
        return _Item(at + 1, is_zero_width=True)
    return _Item(at + 1) if char == "." else _Item(at + 1, char.casefold())


def _escaped(char: str, end: int) -> _Item:
    if char in _ZERO_WIDTH:
        return _Item(end, is_zero_width=True)
    if char in _SETS or char in _SPACES:
        return _Item(end)
    if char.isalnum():
        raise ValueError(char)
    return _Item(end, char)


def _group(pattern: str, at: int) -> _Item:
    look = _LOOK.match(pattern, at)
    lead = look or _LEAD.match(pattern, at)
    found, end = _alternatives(pattern, _end(lead))
    if end >= len(pattern):
        raise ValueError(pattern)
    return _Item(end + 1, is_zero_width=True) if look else _Item(end + 1, group=found)


def _end(match: re.Match[str] | None) -> int:
    if match is None:
        raise ValueError("not read")
    return match.end()
