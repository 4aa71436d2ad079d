"""The list of reviews, and the page of one."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from learnt.web.catalogue.downloads import review_csv, review_json
from learnt.web.catalogue.models import Recommendation, Review, Tombstone
from learnt.web.catalogue.reading.cite import citation
from learnt.web.catalogue.views.paging import page_of

SORTS = {
    "added": ("-added_at", "slug"),
    "published": ("-published", "slug"),
    "died": ("-year_of_death", "slug"),
    "partnership": ("csp", "slug"),
}


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """List the published reviews in the order that `?sort=` names."""
    sort = request.GET.get("sort", "added")
    rows = Review.objects.order_by(*SORTS.get(sort, SORTS["added"]))
    told = {"page": page_of(request, rows), "sort": sort if sort in SORTS else "added"}
    return render(request, "catalogue/reviews.html", told)


def with_parts(items: QuerySet[Recommendation]) -> QuerySet[Recommendation]:
    """Give recommendations with all that their entry on a page shows, in few queries."""
    return items.select_related("review").prefetch_related("addressees", "themes")


@require_safe
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one review; one that was taken off is gone, and the page says so."""
    found = Review.objects.filter(slug=slug).first()
    if found is None and Tombstone.objects.filter(slug=slug).exists():
        return render(request, "catalogue/gone.html", status=410)
    if found is None:
        found = get_object_or_404(Review, slug=slug)
    told = {
        "review": found,
        "public": found.public().review,
        "recommendations": with_parts(found.recommendations.all()),
        "citation": citation(found, timezone.localdate()),
    }
    return render(request, "catalogue/review.html", told)


@require_safe
def download(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """Give a review's recommendations as a file."""
    found = get_object_or_404(Review, slug=slug)
    body = review_csv(found) if form == "csv" else review_json(found)
    kind = "text/csv; charset=utf-8" if form == "csv" else "application/json"
    response = HttpResponse(body, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{found.slug}.{form}"'
    return response
