"""Partnerships and regions."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from learnt.web.catalogue.models import Recommendation, Review
from learnt.web.catalogue.reading import places
from learnt.web.catalogue.reading.bars import by_theme, by_year
from learnt.web.catalogue.views.paging import page_of


@require_safe
def partnerships(request: HttpRequest) -> HttpResponse:
    """List the partnerships that have published reviews, and the regions."""
    told = {"partnerships": places.list_partnerships(), "regions": places.list_regions()}
    return render(request, "catalogue/partnerships.html", told)


def _place(request: HttpRequest, name: str, kind: str, value: str) -> HttpResponse:
    found = Review.objects.filter(**{kind: value})
    if not found.exists():
        raise Http404
    items = Recommendation.objects.filter(**{f"review__{kind}": value})
    told = {
        "name": name,
        "kind": kind,
        "value": value,
        "page": page_of(request, found.order_by("-year_published", "slug")),
        "total": items.count(),
        "years": by_year(items),
        "themes": by_theme(items, "change"),
        "region": found[0].region if kind == "partnership" else "",
    }
    return render(request, "catalogue/place.html", told)


@require_safe
def partnership(request: HttpRequest, partnership_id: str) -> HttpResponse:
    """Show the reviews of a partnership and what they asked for."""
    return _place(request, places.partnership_name(partnership_id), "partnership", partnership_id)


@require_safe
def region(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the reviews of a region and what they asked for."""
    for one in places.list_regions():
        if one.id == slug:
            return _place(request, one.name, "region", one.name)
    raise Http404
