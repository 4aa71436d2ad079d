"""Snippets: the part of a text that answers, with the words that do so marked; everything escaped."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from learnt.link.lexicon import lexicon
from learnt.link.stems import Word, find_words, stem
from learnt.web.catalogue.search.meaning import Meaning
from learnt.web.catalogue.search.query import Query
from learnt.words import fold

SHORT = 900
"""Letters of a text that is shown whole."""
BEFORE, AFTER = 200, 600
"""Letters shown before the first marked word of a longer one, and from it on."""
_WORD = re.compile(r"[^\W_]&[^\W_]\b|[^\W_]+(?:/7)?")
_OWNER = re.compile(r"['’‘`´]s\b")


class Wanted(NamedTuple):
    """What is to be marked: stems, concepts, and runs of words that stand so."""

    stems: frozenset[str]
    concepts: frozenset[str]
    runs: tuple[tuple[str, ...], ...]


def wanted(query: Query, meaning: Meaning, near: bool = False) -> Wanted:
    """Give what is to be marked for a query; with `near` also what lies near what it means."""
    light = lexicon().stop
    stems = {
        stem
        for group in meaning.groups
        for stem in group.stems
        if stem not in light or len(group.stems) == 1
    }
    concepts = {
        concept
        for group in meaning.groups
        for concept in (*group.concepts, *(group.near if near else ()))
    }
    folded = [fold(phrase) for phrase in query.phrases]
    runs = tuple(tuple(text[w.start : w.end] for w in find_words(text)) for text in folded)
    return Wanted(frozenset(stems), frozenset(concepts), tuple(run for run in runs if run))


def mark(text: str, what: Wanted) -> SafeString:
    """Give `text` as HTML with what is wanted marked."""
    return _html(text, _spans(text, what), 0, len(text))


def snippet(text: str, what: Wanted) -> SafeString:
    """Give a short text whole, of a long one what stands around the first marked word."""
    spans = _spans(text, what)
    if len(text) <= SHORT:
        return _html(text, spans, 0, len(text))
    first = spans[0][0] if spans else 0
    start = _blank(text, first - BEFORE) + 1 if first > BEFORE else 0
    end = _blank(text, first + AFTER) if first + AFTER < len(text) else len(text)
    inner = _html(text, spans, start, end)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return mark_safe(f"{before}{inner}{after}")  # nosec B308 B703 # `inner` is escaped


def holds(text: str, what: Wanted) -> bool:
    """Whether something in `text` would be marked."""
    return bool(_spans(text, what))


def _blank(text: str, near: int) -> int:
    """Give the first blank from `near` on, so that no word is cut."""
    at = text.find(" ", near)
    return at if at >= 0 else len(text)


def _html(text: str, spans: Sequence[tuple[int, int]], start: int, end: int) -> SafeString:
    parts: list[str] = []
    at = start
    for first, last in spans:
        if first >= start and last <= end:
            marked = f'<mark class="learnt-mark">{escape(text[first:last])}</mark>'
            parts += [escape(text[at:first]), marked]
            at = last
    parts.append(escape(text[at:end]))
    return mark_safe("".join(parts))  # nosec B308 B703 # all of it was escaped


def _spans(text: str, what: Wanted) -> list[tuple[int, int]]:
    """Give where the wanted words stand in `text` as printed, neighbours joined."""
    plain = _OWNER.sub(lambda found: " " * len(found.group()), text)
    tokens = [(fold(found.group()), found.start(), found.end()) for found in _WORD.finditer(plain)]
    words = [Word(stem(token), start, end) for token, start, end in tokens]
    found = [(word.start, word.end) for word in words if word.stem in what.stems]
    for one in lexicon().find(words):
        if what.concepts.intersection(sense.concept for sense in one.senses):
            found.append((words[one.first].start, words[one.last].end))
    folded = [token for token, _, _ in tokens]
    for run in what.runs:
        for at in range(len(folded) - len(run) + 1):
            if tuple(folded[at : at + len(run)]) == run:
                found.append((words[at].start, words[at + len(run) - 1].end))
    return _joined(sorted(found))


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
