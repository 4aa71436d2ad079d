"""Finds the bodies named in running text."""

import re
from collections.abc import Iterator

from learnt.agencies.cutting import cut_spans
from learnt.agencies.shape import is_abbreviation, is_topic, stands_alone
from learnt.agencies.vocabulary import collective_pattern, names_pattern, words
from learnt.words import fold_quotes

Found = tuple[int, int, str]

_TOKEN = re.compile(r"[^\W_]+(?:[&'’.-][^\W_]+)*|&|[^\w\s]")
_JOINERS = frozenset({"of", "for", "and", "&", "the", ",", "’", "'"})
_POSSESSIVE = re.compile(r"(?:'s|’s|'|’)$")
_HEAD_POSSESSIVE = re.compile(r"(?:'s|’s)$")


def find_bodies(text: str) -> list[Found]:
    """Give (start, end, words) of each body named in `text`, in order, without overlaps.

    Takes capitalised names with a head noun ("Norfolk Constabulary"), known abbreviations ("the
    ICB"), bare ones ("the police should") and collectives ("all agencies"). Articles and brackets
    around a name are left out. Candidates only: whether one is told to act is for the caller.
    """
    spans = [*_collectives(text), *_named(text), *_lower_case(text)]
    spans.sort(key=lambda s: (-(s[1] - s[0]), s[0]))
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if all(end <= a or start >= b for a, b in kept):
            kept.append((start, end))
    return [(a, b, text[a:b]) for a, b in sorted(kept)]


def _same_length(text: str) -> str:
    """Fold `text` without moving a letter."""
    plain = fold_quotes(text).casefold()
    if len(plain) == len(text):
        return plain
    quotes = str.maketrans({"’": "'", "‘": "'", "\n": " ", "\u00a0": " "})
    lower = text.lower().translate(quotes)
    return lower if len(lower) == len(text) else text.translate(quotes)


def _collectives(text: str) -> Iterator[tuple[int, int]]:
    for match in collective_pattern().finditer(_same_length(text)):
        yield match.span()


def _lower_case(text: str) -> Iterator[tuple[int, int]]:
    """Find bare names ("the police", "GPs") where the next word lets them be an actor."""
    folded = _same_length(text)
    for match in names_pattern().finditer(folded):
        after = folded[match.end() :].lstrip()
        word = re.match(r"[a-z']+", after)
        if after[:1] in ("", ",", ".", ";", ":", "(", ")") or (
            word and word.group() in words().running.followers
        ):
            yield match.span()


def _named(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _runs(text):
        yield from _names_in_run(text, start, end)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Find stretches of capitalised words, with the small words that names hold between them."""
    start = end = -1
    for token in _TOKEN.finditer(text):
        word = token.group()
        if _is_name_word(word):
            if start < 0:
                start = token.start()
            end = token.end()
            if _HEAD_POSSESSIVE.search(word) and _ends_name(text[start:end]):
                yield start, _without_possessive(text, start, end)
                start = -1
        elif word not in _JOINERS and start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() or (word.isdigit() and len(word) < 4)


def _ends_name(text: str) -> bool:
    """Whether "Norfolk Constabulary's" closes a name (unlike "Children's", "Women's")."""
    bare_name = _HEAD_POSSESSIVE.sub("", text)
    last = re.sub(r"\W", "", bare_name.split()[-1]).casefold()
    return last in words().heads or is_abbreviation(bare_name.split()[-1])


def _names_in_run(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for a, b in cut_spans(text[start:end]):
        yield from _trimmed(text, start + a, start + b)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Shorten a stretch from both ends to the longest name in it."""
    tokens = [t.span() for t in _TOKEN.finditer(text, start, end) if t.group() not in ",.;:()"]
    first = 0
    while first < len(tokens):
        last = _longest_from(text, tokens, first)
        if last >= 0:
            yield tokens[first][0], _without_possessive(text, tokens[first][0], tokens[last][1])
            first = last + 1
        else:
            first += 1


def _longest_from(text: str, tokens: list[tuple[int, int]], first: int) -> int:
    opening = text[slice(*tokens[first])]
    if opening in _JOINERS or opening.casefold() in words().running.openers:
        return -1
    for last in range(len(tokens) - 1, first - 1, -1):
        begin = tokens[first][0]
        stretch = text[begin : _without_possessive(text, begin, tokens[last][1])]
        if stands_alone(stretch, known=True) and not is_topic(stretch):
            return last
    return -1


def _without_possessive(text: str, start: int, end: int) -> int:
    stretch = text[start:end]
    return start + len(_POSSESSIVE.sub("", stretch)) if _ends_name(stretch) else end
