"""Which rows hold the words of a query, by the full-text table."""

from learnt.web.catalogue.search import fts, match
from learnt.web.catalogue.search.fts import Row, frequencies, words_from
from learnt.web.catalogue.search.meaning import Groups
from learnt.web.catalogue.search.query import Query

__all__ = ["all_words", "frequencies", "some_words", "words_from"]
TOO_COMMON = 0.5
"""Share of all rows from which a word alone does not find a row, while there are rarer ones."""
NEAR_ENOUGH = 0.25
"""Share of the best score that a row must reach which holds only some of the words."""


def all_words(query: Query, groups: Groups, reviews: bool, ranked: bool) -> list[Row]:
    """Give the rows that hold every word and phrase, and nothing that is excluded."""
    expression = match.all_of(groups, query.phrases, query.without)
    return fts.select(expression, reviews, ranked)


def some_words(
    query: Query, groups: Groups, reviews: bool, size: int, enough: float = NEAR_ENOUGH
) -> list[Row]:
    """Give the rows that hold enough of the words, as a share of what the best row holds.

    `size` is how many rows there are at all.
    """
    rows = fts.select(
        match.any_of(_telling(groups, size), query.phrases, query.without), reviews, True
    )
    least = enough * max((row[1] for row in rows), default=0.0)
    return [row for row in rows if row[1] >= least]


def _telling(groups: Groups, size: int) -> Groups:
    tokens = {token for group in groups for token in (*group.stems, *group.concepts)}
    held = frequencies(sorted(tokens))
    rare = tuple(
        group
        for group in groups
        if max(held.get(token, 0) for token in (*group.stems, *group.concepts)) < TOO_COMMON * size
    )
    return rare or groups
