"""Whom a sentence tells to act: the bodies that stand as its subject, before "should" or the verb."""

import re
from collections.abc import Iterator

from learnt.agencies import find_bodies, split_bodies
from learnt.extract.asking import lays_duty
from learnt.extract.memory import Memory

_THAT = re.compile(
    r"(?:\brecommend(?:s|ed)?\b[^.]{0,60}?\bthat\b,?|^that\b|^for\b|"
    r"\brecommendation (?:is )?(?:that|for|to)\b|^)\s*"
    r"(?:(?:by|within|before|from|during|as|in|at|where|when|over|following) [^,.;]{2,80},\s*)?"
    r"(?:both\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"^[’']?s?\s*(?:,[^,]{2,80},)?\s*"
    r"(?!(?:recommends|considers|considered|found|heard|notes|noted|concluded|concludes|recognises)\b)"
    r"(?:also |jointly |each |all |both |formally |urgently )*"
    r"(?:should|must|shall|will|needs? to|to\b|ought|is|are|may|can|could|[a-z]+s\b"
    r"|(?!(?:and|for|was|had|who|its|from|with|that|which|when|where|into|about|the)\b)[a-z]{3,}\b)",
)
_NAME = re.compile(
    r"(?:[A-Z][\w&’'-]*|\d+)(?: (?:(?:of|and|the|for|in|&) )*(?:[A-Z][\w&’'-]*|\d+))*(?: \([A-Z][^)]*\))?"
)
_JOIN = re.compile(
    r"\s*(?:,\s*(?:and\s+)?|and\s+|&\s+|together with\s+|as well as\s+)(?:the\s+)?", re.IGNORECASE
)
QUALIFIER = (
    r" (?:(?:that were |who were |which were )?(?:represented )?on (?:this|the) (?:review )?panel"
    r"|involved in (?:this|the) (?:review|case)|named in (?:this|the) (?:review|report))"
)
_AFTER_NAME = re.compile(rf"(?: \([^)]{{2,60}}\))?(?:{QUALIFIER})?")
MOST = 6
"""Most bodies that one sentence is taken to name as its subject."""

Name = tuple[str, bool]
"""A name as printed, and whether it is known to be a body's (else the document's words say so)."""


def subjects_of(text: str, memory: Memory | None = None) -> tuple[str, ...]:
    """Find the bodies that the sentence tells to act: `That the Trust should ...`, `X and Y to review ...`.

    With the document's memory, a name that it never writes as an ordinary word is a body's too.
    """
    for match in _THAT.finditer(text):
        rest = text[match.end() :]
        names = _subject(rest, 0, [], memory)
        if names:
            return tuple(part for name in names for part in split_bodies(name))
    return ()


def _subject(rest: str, at: int, before: list[Name], memory: Memory | None) -> list[str]:
    """Give the names from `at` on up to the verb; empty where no verb follows them."""
    for end, known in _names_at(rest, at, memory):
        names = [*before, (rest[at:end].strip(" ,"), known)]
        sure = all(known for _, known in names)
        if lays_duty(rest[end:]) or (sure and _ACTS.match(rest[end:].lstrip())):
            return [name for name, _ in names]
        join = _JOIN.match(rest, end)
        if join and len(names) < MOST:
            further = _subject(rest, join.end(), names, memory)
            if further:
                return further
    return []


def _names_at(rest: str, at: int, memory: Memory | None) -> Iterator[tuple[int, bool]]:
    """Give (end, known) of each name that may stand at `at`, the longest known first."""
    match = _NAME.match(rest, at)
    if match is not None and memory is not None:
        yield from ((end, True) for end in _cuts(match) if memory.is_always_one(rest[at:end]))
    ends = {at + span[1] for span in find_bodies(rest[at:]) if span[0] <= 2}
    for end in sorted(ends, reverse=True):
        if memory is not None and (cut := memory.first_of_two(rest[at:end])):
            yield at + cut, memory.is_name(rest[at : at + cut])
        after = _AFTER_NAME.match(rest, end)
        yield (after.end() if after else end), True
    if match is None or memory is None:
        return
    for end in _cuts(match):
        if memory.is_name(rest[at:end]):
            yield end, False


def _cuts(match: re.Match[str]) -> Iterator[int]:
    """Give the ends that a run of capitals may have as a name: all of it, or up to an "and"."""
    yield match.end()
    for cut in reversed(list(re.finditer(r" (?:and|&) ", match[0]))):
        yield match.start() + cut.start()
