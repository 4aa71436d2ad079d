"""Addresses of the feeds."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from django.views.decorators.http import condition, require_safe

from learnt.web.catalogue.urls import ID
from learnt.web.dataset import edition, kept
from learnt.web.feeds import feeds


def _etag(request: HttpRequest, **_: Any) -> str:
    return f'"{kept.mark_of(edition.current())}"'


def _changed(request: HttpRequest, **_: Any) -> datetime | None:
    return edition.current().at


def _served(feed: feeds.CatalogueFeed) -> Callable[..., HttpResponse]:
    """Give the view of a feed; a reader that has the newest is told so (304)."""

    @require_safe
    @condition(etag_func=_etag, last_modified_func=_changed)
    def view(request: HttpRequest, **which: str) -> HttpResponse:
        return feed(request, **which)

    return view


app_name = "feeds"
urlpatterns = [
    path("all.atom", _served(feeds.All()), name="all"),
    path("search.atom", _served(feeds.Search()), name="search"),
    re_path(rf"^agencies/(?P<agency_id>{ID})\.atom$", _served(feeds.Agency()), name="agency"),
    path("themes/<slug:theme_id>.atom", _served(feeds.Theme()), name="theme"),
    path(
        "partnerships/<slug:partnership_id>.atom",
        _served(feeds.Partnership()),
        name="partnership",
    ),
]
