"""Entries and searches in words."""

from django.conf import settings

from learnt.export.cells import plain
from learnt.web.catalogue.models import Recommendation, Review
from learnt.web.catalogue.search.asked import Asked
from learnt.web.catalogue.search.find import search
from learnt.web.feeds.newest import Item


def whole(path: str) -> str:
    """Give the full address of a path on this site."""
    return f"{settings.SITE_ADDRESS.rstrip('/')}{path}"


def review_of(item: Item) -> Review:
    """Give the review of an entry."""
    return item.review if isinstance(item, Recommendation) else item


def title_of(item: Item) -> str:
    """Give the title of an entry."""
    if isinstance(item, Review):
        return plain(item.title)
    return plain(f"{item.review.title}: recommendation {item.ref or item.order}")


def text_of(item: Item) -> str:
    """Give what an entry says."""
    return plain(item.summary if isinstance(item, Review) else item.text)


def address_of(item: Item) -> str:
    """Give the full address of an entry."""
    return whole(item.get_absolute_url())


def words_of(asked: Asked) -> str:
    """Give what a search asks: its words and filters; names only of what is public."""
    parts = [f"“{asked.q}”"] if asked.q else []
    if asked.chosen:
        parts += [
            f"{one.facet.title}: {', '.join(choice.label for choice in one.chosen)}"
            for one in search(asked).filters
            if one.chosen
        ]
    return "; ".join(parts) or "everything"
