"""Queries for the full-text table, put together from quoted tokens only: no input is a syntax error."""

from collections.abc import Iterable, Sequence

from learnt.link.stems import find_words
from learnt.web.catalogue.search.meaning import Group
from learnt.web.catalogue.search.texts import BREAK, tokens_of
from learnt.words import fold

ALL = f'exact : "{BREAK}"'
"""Matches every row."""


def all_of(groups: Sequence[Group], phrases: Iterable[str], without: Iterable[str]) -> str:
    """Give the query for rows that hold every group and phrase, and nothing of `without`."""
    wanted = [_group(group) for group in groups] + _phrases(phrases)
    return _but(" AND ".join(wanted) or ALL, without)


def any_of(groups: Sequence[Group], phrases: Iterable[str], without: Iterable[str]) -> str:
    """Give the query for rows that hold one of the groups or what is near it, and every phrase."""
    some = " OR ".join(_group(group, near=True) for group in groups)
    wanted = ([f"({some})"] if some else []) + _phrases(phrases)
    return _but(" AND ".join(wanted) or ALL, without)


def _group(group: Group, near: bool = False) -> str:
    words = " AND ".join(f"{{stems more concepts}} : {quoted(stem)}" for stem in group.stems)
    concepts = (*group.concepts, *(group.near if near else ()))
    return f"({' OR '.join([f'({words})', *map(_concept, concepts)])})"


def _concept(concept: str) -> str:
    return f"concepts : {quoted(concept)}"


def _phrases(phrases: Iterable[str]) -> list[str]:
    told = (" ".join(tokens_of(phrase)[0]) for phrase in phrases)
    return [f"exact : {quoted(words)}" for words in told if words]


def _but(wanted: str, without: Iterable[str]) -> str:
    """Leave out rows by what reports print: of a single word all its forms, of a phrase the phrase."""
    unwanted: list[str] = []
    for term in without:
        words = find_words(fold(term))
        one = [f"{{stems more}} : {quoted(words[0].stem)}"] if len(words) == 1 else []
        unwanted += one or _phrases([term])
    return f"({wanted}) NOT ({' OR '.join(unwanted)})" if unwanted else wanted


def quoted(token: str) -> str:
    """Give a token as a string of the query language, in which quotes are doubled."""
    doubled = token.replace('"', '""')
    return f'"{doubled}"'
