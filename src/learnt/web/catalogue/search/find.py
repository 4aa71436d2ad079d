"""The search itself: which rows, in which order, with which counts beside the filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db import connection

from learnt.web.catalogue.models import Recommendation, Review
from learnt.web.catalogue.repeats import entry_of
from learnt.web.catalogue.search import filters, fts, fulltext, nearest, plain
from learnt.web.catalogue.search.asked import PER_PAGE, Asked
from learnt.web.catalogue.search.filters import Filter
from learnt.web.catalogue.search.fts import Row
from learnt.web.catalogue.search.meaning import Groups, Meaning, understand
from learnt.web.catalogue.search.models import SearchRow
from learnt.web.catalogue.search.query import Query, parse
from learnt.web.catalogue.search.rows import Rows

FEW, MANY_WORDS = 10, 3
"""A question of many words that few rows hold is also answered by rows that hold some of them."""
REORDERED = 60
"""Rows whose order is judged by what they ask, not by counts of words alone."""


class Engine(Protocol):
    """What finds words in a store."""

    def frequencies(self, tokens: Sequence[str]) -> dict[str, int]:
        """Give in how many rows each stem or concept stands."""

    def all_words(self, query: Query, groups: Groups, reviews: bool, ranked: bool) -> list[Row]:
        """Give the rows that hold all words."""

    def some_words(
        self, query: Query, groups: Groups, reviews: bool, size: int, enough: float = ...
    ) -> list[Row]:
        """Give the rows that hold some words."""


@dataclass(frozen=True)
class Found:
    """What a search gave."""

    asked: Asked
    query: Query
    meaning: Meaning
    ids: Sequence[int]
    """Search rows that pass the filters, in order."""
    filters: tuple[Filter, ...]
    loose: bool
    """Whether some of the rows hold only some of the words."""
    exact: int
    """How many of the rows hold all of them."""

    @property
    def total(self) -> int:
        """How many were found."""
        return len(self.ids)

    @property
    def pages(self) -> int:
        """How many pages they fill; at least one."""
        return max(1, -(-self.total // PER_PAGE))

    @property
    def page(self) -> int:
        """The page that is shown: the one asked for, or the last there is."""
        return min(self.asked.page, self.pages)

    def on_page(self) -> Sequence[int]:
        """Give the search rows of the page."""
        start = (self.page - 1) * PER_PAGE
        return self.ids[start : start + PER_PAGE]


def engine() -> Engine:
    """Give what finds words in the store in use."""
    return fulltext if fts.is_here() else plain


def search(asked: Asked) -> Found:
    """Answer a search."""
    query = parse(asked.q)
    words = fulltext.words_from if fts.is_here() else plain.words_from
    meaning = understand(query.text, engine().frequencies, words)
    matched, more = _match(asked, query, meaning)
    rows = Rows(matched + more)
    which, shown = filters.apply(asked, rows)
    ids = [int(one) for one in rows.ordered(which, asked.sort == "date")]
    if asked.sort == "relevance" and asked.show == "recommendations" and query.text:
        ids = _reordered(meaning.text, ids)
    exact = int(which[: len(matched)].sum())
    return Found(asked, query, meaning, ids, shown, bool(more), exact)


def _match(asked: Asked, query: Query, meaning: Meaning) -> tuple[list[Row], list[Row]]:
    """Give the rows that hold all words, and further ones that hold some where these are few."""
    reviews = asked.show == "reviews"
    if query.empty:
        return everything(reviews), []
    rows = engine().all_words(query, meaning.groups, reviews, asked.sort == "relevance")
    if rows and (len(rows) >= FEW or len(meaning.groups) < MANY_WORDS):
        return rows, []
    held = {row[0] for row in rows}
    some = engine().some_words(query, meaning.groups, reviews, SearchRow.objects.count())
    return rows, [row for row in some if row[0] not in held]


def everything(reviews: bool) -> list[Row]:
    """Give all rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, 0.0, review_id, place, month, codes FROM catalogue_searchrow "  # nosec B608 # names of our own
            f"WHERE recommendation_id IS {'' if reviews else 'NOT'} NULL"
        )
        return list(cursor.fetchall())


def _reordered(text: str, ids: list[int]) -> list[int]:
    first = ids[:REORDERED]
    entries = {pk: entry_of(item) for pk, item in recommendations(first, ("addressees",)).items()}
    size = SearchRow.objects.count()
    scores = nearest.score(text, list(entries.values()), engine().frequencies, size)
    first.sort(key=lambda pk: -round(scores.get(entries[pk].id, 0.0), 6))
    return first + ids[REORDERED:]


def recommendations(
    ids: Sequence[int], parts: Sequence[str] = ("addressees", "themes")
) -> dict[int, Recommendation]:
    """Give the recommendations of search rows, in the order of `ids`, with their review and `parts`."""
    of = dict(SearchRow.objects.filter(pk__in=ids).values_list("pk", "recommendation_id"))
    items = (
        Recommendation.objects.select_related("review")
        .defer("review__record", "smart")
        .prefetch_related(*parts)
        .in_bulk([pk for pk in of.values() if pk])
    )
    return {pk: items[number] for pk in ids if (number := of.get(pk)) in items}


def reviews(ids: Sequence[int]) -> dict[int, Review]:
    """Give the reviews of search rows, in the order of `ids`."""
    of = dict(SearchRow.objects.filter(pk__in=ids).values_list("pk", "review_id"))
    items = Review.objects.defer("record").in_bulk(list(of.values()))
    return {pk: items[of[pk]] for pk in ids if of.get(pk) in items}
