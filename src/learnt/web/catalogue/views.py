"""The public pages."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from learnt.web.catalogue.models import Recommendation, Review

PER_PAGE = 25


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page: what is here, in numbers."""
    numbers = {"reviews": Review.objects.count(), "recommendations": Recommendation.objects.count()}
    return render(request, "catalogue/home.html", {"numbers": numbers})


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """The list of reviews, newest first."""
    page = Paginator(Review.objects.all(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "catalogue/reviews.html", {"page": page})


@require_safe
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """One review with its recommendations."""
    found = get_object_or_404(Review, slug=slug)
    items = found.recommendations.prefetch_related("addressees", "themes")
    return render(request, "catalogue/review.html", {"review": found, "recommendations": items})
