"""The full-text table: SQLite's FTS5, made by migration 0003 where the store is SQLite.

Its tokens are made by `texts`; every query is put together from quoted tokens (`match`), so that no
input is an error of syntax. Elsewhere `is_here` says no, and `plain` looks through the text.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.db import connection

from learnt.web.catalogue.search.texts import Texts

TABLE = "catalogue_searchtext"
VOCABULARY = "catalogue_searchvocabulary"
WEIGHTS = (2.0, 1.0, 0.4, 0.5)
"""What a match counts in each column; only the words of a "phrase" are looked for in the first."""

LAST = "\U0010ffff"
"""Stands after every letter."""

Row = tuple[int, float, int, int, int, bytes]
"""Search row's id, score (higher is better), review, place, month, codes."""


def is_here() -> bool:
    """Whether the store has the full-text table."""
    return connection.vendor == "sqlite"


def insert(rows: Iterable[tuple[int, Texts]]) -> None:
    """Add the words of search rows."""
    if is_here():
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE}(rowid, exact, stems, more, concepts) "  # nosec B608 # names of our own
                "VALUES (%s, %s, %s, %s, %s)",
                [(number, *texts) for number, texts in rows],
            )


def delete(numbers: Sequence[int]) -> None:
    """Take the words of search rows out."""
    if is_here() and numbers:
        with connection.cursor() as cursor:
            cursor.executemany(f"DELETE FROM {TABLE} WHERE rowid = %s", [(n,) for n in numbers])  # nosec B608 # names of our own


def tidy() -> None:
    """Take out words of rows that are no more, and put the index in order; for rebuilding."""
    if is_here():
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {TABLE} WHERE rowid NOT IN (SELECT id FROM catalogue_searchrow)"  # nosec B608 # names of our own
            )
            cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('optimize')")  # nosec B608 # names of our own


def select(expression: str, reviews: bool, ranked: bool) -> list[Row]:
    """Give the rows of recommendations (or `reviews`) that match, in no order."""
    weights = ", ".join(str(weight) for weight in WEIGHTS)
    score = f"-bm25({TABLE}, {weights})" if ranked else "0.0"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT r.id, {score}, r.review_id, r.place, r.month, r.codes "  # nosec B608 # names of our own
            f"FROM {TABLE} CROSS JOIN catalogue_searchrow r ON r.id = {TABLE}.rowid "
            f"WHERE {TABLE} MATCH %s AND r.recommendation_id IS {'' if reviews else 'NOT'} NULL",
            [expression],
        )
        return list(cursor.fetchall())


def frequencies(tokens: Sequence[str]) -> dict[str, int]:
    """Give in how many rows each token stands."""
    if not tokens:
        return {}
    marks = ", ".join(["%s"] * len(tokens))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT term, doc FROM {VOCABULARY} WHERE term IN ({marks})", list(tokens))  # nosec B608 # names of our own
        return dict(cursor.fetchall())


def words_from(first: str) -> Iterator[tuple[str, int]]:
    """Give the tokens that begin with `first`, and in how many rows each stands."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT term, doc FROM {VOCABULARY} WHERE term >= %s AND term < %s",  # nosec B608 # names of our own
            [first, first + LAST],
        )
        yield from cursor.fetchall()
