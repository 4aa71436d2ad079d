"""The feeds: of all reviews, of a search, an agency, a theme, a partnership."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.html import escape

from learnt.theme.codebook import own_codebook
from learnt.web.catalogue.models import Recommendation, Review
from learnt.web.catalogue.reading.agencies import find_agency
from learnt.web.catalogue.reading.places import partnership_name
from learnt.web.catalogue.search.asked import Asked, read
from learnt.web.feeds import telling
from learnt.web.feeds.atom import CatalogueAtom, tombstones
from learnt.web.feeds.newest import MOST, Item, newest

Deleted = list[tuple[str, datetime]]


@dataclass(frozen=True, slots=True)
class Told:
    """A feed: its title, the page that shows the same, and its entries."""

    title: str
    page: str
    address: str
    items: list[Item]
    deleted: Callable[[], Deleted] = list


if TYPE_CHECKING:
    Typed = Feed[Item, Told]
else:
    Typed = Feed  # takes types only in the stubs


class CatalogueFeed(Typed):
    """What all feeds share; each says what it holds in `get_object`."""

    feed_type = CatalogueAtom

    def title(self, told: Told) -> str:
        """Name the library and the feed."""
        return f"{settings.SITE_NAME}: {told.title}"

    def subtitle(self, told: Told) -> str:
        """Say what stands here."""
        return "From published reviews of domestic homicides; what was added last stands first."

    def link(self, told: Told) -> str:
        """Give the page for people."""
        return telling.whole(told.page)

    def feed_url(self, told: Told) -> str:
        """Give the feed's own address."""
        return telling.whole(told.address)

    def feed_guid(self, told: Told) -> str:
        """Give what tells the feed from all others."""
        return self.feed_url(told)

    def author_name(self, told: Told) -> str:
        """Give who makes the feed."""
        return str(settings.SITE_NAME)

    def feed_extra_kwargs(self, told: Told) -> dict[str, Any]:
        """Give what was taken off."""
        return {"deleted": told.deleted()}

    def items(self, told: Told) -> list[Item]:
        """Give the entries."""
        return told.items

    def item_title(self, item: Item) -> str:
        """Give an entry's title, as plain text."""
        return telling.title_of(item)

    def item_description(self, item: Item) -> str:
        """Give what an entry says, as HTML."""
        return str(escape(telling.text_of(item)))

    def item_link(self, item: Item) -> str:
        """Give an entry's page."""
        return telling.address_of(item)

    def item_guid(self, item: Item) -> str:
        """Give what tells an entry from all others; it stays."""
        return telling.address_of(item)

    def item_pubdate(self, item: Item) -> datetime:
        """Give when an entry was added to the library."""
        return telling.review_of(item).added_at

    def item_updateddate(self, item: Item) -> datetime:
        """Give when an entry last changed."""
        return telling.review_of(item).changed_at

    def item_categories(self, item: Item) -> list[str]:
        """Give the ids of a recommendation's themes."""
        if isinstance(item, Recommendation):
            return sorted(one.theme for one in item.themes.all())
        return []


def _searched(title: str, page: str, address: str, asked: Asked) -> Told:
    return Told(title, page, address, newest(replace(asked, order="date")))


class All(CatalogueFeed):
    """All reviews, and those that were taken off."""

    def get_object(self, request: HttpRequest) -> Told:
        """Give the reviews that were added or changed last."""
        items = list(Review.objects.defer("record").order_by("-changed_at", "slug")[:MOST])
        page, address = reverse("catalogue:reviews"), reverse("feeds:all")
        return Told("reviews", page, address, [*items], _taken_off)


def _taken_off() -> Deleted:
    gone = [(reverse("catalogue:review", args=[one.slug]), one.at) for one in tombstones(MOST)]
    return [(telling.whole(path), at) for path, at in gone]


class Search(CatalogueFeed):
    """What a search finds."""

    def get_object(self, request: HttpRequest) -> Told:
        """Give what the parameters of the address ask for."""
        asked = replace(read(request.GET), order=None, page=1, more="")
        query = f"?{asked.address()}" if asked.address() else ""
        page, address = reverse("catalogue:search"), reverse("feeds:search")
        return _searched(telling.words_of(asked), f"{page}{query}", f"{address}{query}", asked)


class Agency(CatalogueFeed):
    """What was asked of an agency, and of bodies before it."""

    def get_object(self, request: HttpRequest, agency_id: str) -> Told:
        """Give the agency, if a published review knows it."""
        found = find_agency(agency_id)
        if found is None:
            raise Http404
        page = reverse("catalogue:agency", args=[agency_id])
        return _searched(found.name, page, request.path, Asked(chosen={"agency": (agency_id,)}))


class Theme(CatalogueFeed):
    """What asks for a theme."""

    def get_object(self, request: HttpRequest, theme_id: str) -> Told:
        """Give the theme, if the codebook has it."""
        found = next((one for one in own_codebook().theme if one.id == theme_id), None)
        if found is None:
            raise Http404
        facet = "subject" if found.axis == "subject" else "theme"
        page = reverse("catalogue:theme", args=[theme_id])
        return _searched(found.name, page, request.path, Asked(chosen={facet: (theme_id,)}))


class Partnership(CatalogueFeed):
    """The reviews of a partnership."""

    def get_object(self, request: HttpRequest, partnership_id: str) -> Told:
        """Give the partnership, if it has published reviews."""
        if not Review.objects.filter(partnership=partnership_id).exists():
            raise Http404
        page = reverse("catalogue:partnership", args=[partnership_id])
        asked = Asked(show="reviews", chosen={"partnership": (partnership_id,)})
        return _searched(partnership_name(partnership_id), page, request.path, asked)
