"""Which rows hold the words of a query, by looking through the text: for stores without full-text table.

Words are found within words, of the glossary only the groups' own forms; there is no order of relevance
but the count of words.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from django.db.models import Q

from learnt.link.lexicon import MARK
from learnt.link.settings import glossary
from learnt.web.catalogue.search.fts import Row
from learnt.web.catalogue.search.meaning import Group, Groups
from learnt.web.catalogue.search.models import SearchRow
from learnt.web.catalogue.search.query import Query

COLUMNS = ("pk", "review_id", "place", "month", "codes")
OF_RECOMMENDATIONS = ("text", "title", "context", "words")
OF_REVIEWS = ("title", "summary")


def frequencies(tokens: Sequence[str]) -> dict[str, int]:
    """Say of every token that it is held, so that nothing is taken for misspelt."""
    return dict.fromkeys(tokens, 1)


def words_from(first: str) -> Iterable[tuple[str, int]]:
    """Know no words."""
    return ()


def all_words(query: Query, groups: Groups, reviews: bool, ranked: bool) -> list[Row]:
    """Give the rows that hold every word and phrase, and nothing that is excluded."""
    wanted = _rest(query, reviews)
    for group in groups:
        wanted &= _group(group, reviews)
    return [(row[0], 1.0, *row[1:]) for row in _rows(wanted, reviews)]


def some_words(
    query: Query, groups: Groups, reviews: bool, size: int, enough: float = 0.0
) -> list[Row]:
    """Give the rows that hold at least one of the words, scored by how many."""
    rest = _rest(query, reviews)
    found: dict[int, Row] = {}
    for group in groups:
        for row in _rows(rest & _group(group, reviews), reviews):
            before = found[row[0]][1] if row[0] in found else 0.0
            found[row[0]] = (row[0], before + 1.0, *row[1:])
    return list(found.values())


def _rows(wanted: Q, reviews: bool) -> list[tuple[int, int, int, int, bytes]]:
    rows = SearchRow.objects.filter(wanted, recommendation__isnull=reviews)
    return [(pk, r, p, m, bytes(codes)) for pk, r, p, m, codes in rows.values_list(*COLUMNS)]


def _rest(query: Query, reviews: bool) -> Q:
    wanted = Q()
    for phrase in query.phrases:
        wanted &= _holds(phrase, reviews, printed=True)
    for term in query.without:
        wanted &= ~_holds(term, reviews, printed=True)
    return wanted


def _group(group: Group, reviews: bool) -> Q:
    wanted = Q()
    for stem in group.stems:
        wanted &= _holds(stem, reviews)
    for form in (form for concept in group.concepts for form in _forms(concept)):
        wanted |= _holds(form, reviews)
    return wanted


def _holds(words: str, reviews: bool, printed: bool = False) -> Q:
    """Look for words; with `printed` not in `words`, which has the names of themes too."""
    prefix = "review" if reviews else "recommendation"
    columns = OF_REVIEWS if reviews else OF_RECOMMENDATIONS
    wanted = Q(review__csp__icontains=words)
    for column in columns:
        if column != "words" or not printed:
            wanted |= Q(**{f"{prefix}__{column}__icontains": words})
    return wanted


@cache
def _forms(concept: str) -> tuple[str, ...]:
    """Give the forms that are long enough to be looked for within words."""
    for group in glossary().values():
        found = group.concepts.get(concept.removeprefix(MARK))
        if found:
            return tuple(form for form in found.forms if len(form) > 3)
    return ()
