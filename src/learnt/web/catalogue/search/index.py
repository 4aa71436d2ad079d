"""Keeps the search index in step with the catalogue, within the transaction of whoever changes it."""

import struct
from collections.abc import Callable, Iterable, Sequence

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from learnt.web.catalogue.models import Review
from learnt.web.catalogue.search import facets, fts
from learnt.web.catalogue.search.models import FacetValue, SearchRow
from learnt.web.catalogue.search.texts import Texts, texts_of, texts_of_review

SEARCHED = frozenset({"agency", "partnership", "region"})
THEMES = frozenset({"theme", "subject"})
"""Filters whose labels are words of the recommendation to a searcher."""
MANY = 500
"""Rows that are stored by one statement."""


def put(review: Review) -> None:
    """Index a review and its recommendations anew; to be called within a transaction."""
    drop(review)
    items = list(review.recommendations.prefetch_related("addressees", "themes"))
    shared = facets.distinct(facets.values_of_review(review))
    values = {item.pk: facets.distinct([*shared, *facets.values_of(item)]) for item in items}
    every = facets.distinct([*shared, *(one for some in values.values() for one in some)])
    codes = _codes_of(every)
    rows = [SearchRow(review=review, month=_month(review), codes=pack(codes, every))]
    texts = [texts_of_review(review)]
    for item in items:
        own = values[item.pk]
        labels = [label for facet, _, label in own if facet in SEARCHED]
        rows.append(
            SearchRow(
                review=review,
                recommendation=item,
                place=item.order,
                month=_month(review),
                codes=pack(codes, own),
            )
        )
        themes = [label for facet, _, label in own if facet in THEMES]
        texts.append(texts_of(item, review, labels, themes))
    _store(rows, texts)


def _store(rows: list[SearchRow], texts: list[Texts]) -> None:
    made = SearchRow.objects.bulk_create(rows, batch_size=MANY)
    fts.insert((row.pk, text) for row, text in zip(made, texts, strict=True))


def drop(review: Review) -> None:
    """Take a review and its recommendations out of the index."""
    SearchRow.objects.filter(review=review).delete()


@receiver(post_delete, sender=SearchRow)
def _drop_words(instance: SearchRow, **further: object) -> None:
    """Whoever deletes a review or a recommendation, its words leave the index with it."""
    fts.delete([instance.pk])


def rebuild(tell: Callable[[int], None] = lambda done: None) -> int:
    """Index all published reviews anew; gives how many there are.

    One transaction a review: the library can be read and written meanwhile, and an interrupted run
    leaves every review indexed, the old way or the new. `tell` is called with the number done.
    """
    done = 0
    for done, pk in enumerate(list(Review.objects.order_by("pk").values_list("pk", flat=True)), 1):
        with transaction.atomic():
            review = Review.objects.filter(pk=pk).first()
            if review is not None:
                put(review)
        tell(done)
    with transaction.atomic():
        _forget_unused()
        fts.tidy()
    return done


def _forget_unused() -> None:
    """Delete filter values that no row has."""
    rows = SearchRow.objects.values_list("codes", flat=True)
    used = {code for codes in rows.iterator(MANY) for code in unpack(codes)}
    unused = sorted(set(FacetValue.objects.values_list("pk", flat=True)) - used)
    for start in range(0, len(unused), MANY):
        FacetValue.objects.filter(pk__in=unused[start : start + MANY]).delete()


def mark_repeats(items: Iterable[int]) -> None:
    """Refresh the filter "said again" of recommendations (by primary key) whose group changed."""
    chosen = list(items)
    for start in range(0, len(chosen), MANY):
        part = chosen[start : start + MANY]
        code = _codes_of([facets.REPEATED])[facets.REPEATED[:2]]
        rows = SearchRow.objects.filter(recommendation__in=part).select_related("recommendation")
        changed = list(rows)
        for row in changed:
            assert row.recommendation is not None
            others = [one for one in unpack(row.codes) if one != code]
            row.codes = _bytes([*others, code] if row.recommendation.repeat_group else others)
        SearchRow.objects.bulk_update(changed, ["codes"], batch_size=MANY)


def _codes_of(values: Sequence[facets.Value]) -> dict[tuple[str, str], int]:
    """Give the ids of filter values; new ones are stored, changed labels too."""
    known = _known(values)
    new = [one for one in values if one[:2] not in known]
    if new:
        FacetValue.objects.bulk_create(
            [FacetValue(facet=f, value=v, label=label) for f, v, label in new],
            ignore_conflicts=True,
        )
        known |= _known(new)
    for facet, value, label in values:
        row = known[facet, value]
        if row.label != label:
            row.label = label
            row.save()
    return {name: row.pk for name, row in known.items()}


def _known(values: Sequence[facets.Value]) -> dict[tuple[str, str], FacetValue]:
    found: dict[tuple[str, str], FacetValue] = {}
    for start in range(0, len(values), MANY):
        part = [value for _, value, _ in values[start : start + MANY]]
        for row in FacetValue.objects.filter(value__in=part):
            found[row.facet, row.value] = row
    return found


def pack(codes: dict[tuple[str, str], int], values: Sequence[facets.Value]) -> bytes:
    """Give filter values as they are stored in `SearchRow.codes`."""
    return _bytes([codes[facet, value] for facet, value, _ in values])


def _bytes(codes: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(codes)}I", *codes)


def unpack(codes: "bytes | memoryview[int]") -> tuple[int, ...]:
    """Give the ids in `SearchRow.codes`."""
    return struct.unpack(f"<{len(codes) // 4}I", bytes(codes))


def _month(review: Review) -> int:
    """Give the months from the year 0 to the publication, 0 where it is not known."""
    year, _, rest = review.published.partition("-")
    if not year.isdigit():
        return 0
    month = rest[:2]
    return int(year) * 12 + (int(month) if month.isdigit() else 0)
