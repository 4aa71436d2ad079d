"""The list of agencies, and the page of one: everything that reviews asked of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from learnt.web.catalogue.models import Addressee, Recommendation
from learnt.web.catalogue.reading.agencies import find_agency, listed, told
from learnt.web.catalogue.reading.bars import by_theme, by_year
from learnt.web.catalogue.search.labels import humane
from learnt.web.catalogue.views.paging import page_of
from learnt.web.catalogue.views.reviews import with_parts

WORDS = 100
"""Letters that the filter of the list takes."""


@require_safe
def agencies(request: HttpRequest) -> HttpResponse:
    """List the agencies that were told something, by type and words of their names."""
    kind, words = request.GET.get("type", ""), request.GET.get("words", "")[:WORDS].strip()
    types = Addressee.objects.exclude(type="").order_by("type").values_list("type", flat=True)
    known = [(one, humane(one)) for one in types.distinct()]
    told_of = {
        "page": page_of(request, listed(kind, words)),
        "types": known,
        "kind": kind,
        "words": words,
    }
    return render(request, "catalogue/agencies.html", told_of)


@require_safe
def agency(request: HttpRequest, agency_id: str) -> HttpResponse:
    """Show what was asked of one agency, and why each recommendation stands here."""
    found = find_agency(agency_id)
    if found is None:
        raise Http404
    groups = told(found)
    chosen = next(
        (one for one in groups if one.reason == request.GET.get("group")), next(iter(groups), None)
    )
    items = chosen.items if chosen else Recommendation.objects.none()
    newest_first = items.order_by("-review__year_published", "review_id", "order")
    told_of = {
        "agency": found,
        "type": humane(found.type),
        "groups": [(one, one.items.count()) for one in groups],
        "chosen": chosen,
        "page": page_of(request, with_parts(newest_first)),
        "years": by_year(items),
        "themes": by_theme(items, "change"),
        "repeats": items.exclude(repeat_group="").count(),
    }
    return render(request, "catalogue/agency.html", told_of)
