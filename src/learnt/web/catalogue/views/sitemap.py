"""What programs may read, and where: `robots.txt`, and a sitemap of the public pages."""

from collections.abc import Iterator
from xml.sax.saxutils import escape  # nosec B406 # it writes, and parses nothing

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from learnt.web.catalogue.models import Review
from learnt.web.catalogue.reading.agencies import listed
from learnt.web.catalogue.reading.places import list_partnerships
from learnt.web.catalogue.reading.themes import count_themes
from learnt.web.catalogue.views.about import PAGES

MOST = 50_000
"""Addresses that a sitemap may hold (sitemaps.org)."""
LISTS = ("home", "reviews", "agencies", "themes", "partnerships", "repeats")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell programs what they may read: the public pages, not the desk and the accounts."""
    lines = ["User-agent: *", "Disallow: /desk/", "Disallow: /account/", "Disallow: /search/"]
    lines.append(f"Sitemap: {settings.SITE_ADDRESS}{reverse('catalogue:sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List the public pages, those of reviews with the day of their last change."""
    rows = [f"<url>{row}</url>" for row in _rows()][:MOST]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    body = f'{head}<urlset xmlns="{space}">\n' + "\n".join(rows) + "\n</urlset>\n"
    return HttpResponse(body, content_type="application/xml")


def _rows() -> Iterator[str]:
    for name in LISTS:
        yield _place(name)
    for page in PAGES:
        yield _place("about", page)
    for slug, changed in Review.objects.order_by("slug").values_list("slug", "changed_at"):
        yield f"{_place('review', slug)}<lastmod>{changed:%Y-%m-%d}</lastmod>"
    for one in list_partnerships():
        yield _place("partnership", one.id)
    for theme in sorted(count_themes()):
        yield _place("theme", theme)
    for row in listed():
        yield _place("agency", row["agency"])


def _place(name: str, *arguments: str) -> str:
    address = settings.SITE_ADDRESS + reverse(f"catalogue:{name}", args=arguments)
    return f"<loc>{escape(address)}</loc>"
