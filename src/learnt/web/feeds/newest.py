"""What was added last, among what a search finds."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max

from learnt.web.catalogue.models import Recommendation, Review
from learnt.web.catalogue.search.asked import Asked
from learnt.web.catalogue.search.find import Found, engine, recommendations, reviews, search
from learnt.web.catalogue.search.models import SearchRow

MOST = 50
"""Entries of a feed, and of an e-mail."""
Item = Recommendation | Review


def newest(asked: Asked, since: datetime | None = None) -> list[Item]:
    """Give what a search finds, what was added last first; with `since`, only what came after it.

    What holds only some of the words, or others in their place, is left out: it would be news of
    other things.
    """
    found = search(asked)
    added = Review.objects.filter(**({"added_at__gt": since} if since else {}))
    rank = {
        pk: at
        for at, pk in enumerate(added.order_by("-added_at", "slug").values_list("pk", flat=True))
    }
    rows = SearchRow.objects.filter(review_id__in=added) if since else SearchRow.objects.all()
    of = dict(rows.values_list("pk", "review_id"))
    ids = sorted((pk for pk in holding_all(found) if pk in of), key=lambda pk: rank[of[pk]])
    return list(things(asked, ids[:MOST]))


def holding_all(found: Found) -> Sequence[int]:
    """Give the search rows that hold all words; none where a word stands in no review yet."""
    if found.meaning.corrected:
        return []
    if not found.loose:
        return found.ids
    rows = engine().all_words(
        found.query, found.meaning.groups, found.asked.show == "reviews", False
    )
    held = {row[0] for row in rows}
    return [pk for pk in found.ids if pk in held]


def things(asked: Asked, ids: Sequence[int]) -> Sequence[Item]:
    """Give the recommendations or reviews of search rows."""
    found = reviews(ids) if asked.show == "reviews" else recommendations(ids)
    return list(found.values())


def last_added() -> datetime | None:
    """Give when the last review was added that can be seen now."""
    at: datetime | None = Review.objects.aggregate(at=Max("added_at"))["at"]
    return at
