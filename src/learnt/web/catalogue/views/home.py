"""The front page: what is here, in numbers and one picture."""

from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from learnt.web.catalogue.models import Addressee, Recommendation, RepeatGroup, Review
from learnt.web.catalogue.reading.bars import Bar, by_theme
from learnt.web.catalogue.reading.remembered import remembered


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Tell what the library holds, and lead on."""
    numbers, themes = remembered("home", lambda: (counted(), whole()))
    newest = Review.objects.all()[:5]
    told = {
        "numbers": numbers,
        "themes": themes,
        "newest": newest,
        "fictional": Review.objects.filter(fictional=True).exists(),
    }
    return render(request, "catalogue/home.html", told)


def counted() -> dict[str, int]:
    """Count what is here."""
    return {
        "reviews": Review.objects.count(),
        "recommendations": Recommendation.objects.count(),
        "checked": Review.objects.aggregate(n=Sum("checked_count"))["n"] or 0,
        "agencies": Addressee.objects.exclude(agency="").values("agency").distinct().count(),
        "repeats": RepeatGroup.objects.filter(size__gt=1).count(),
    }


def whole() -> list[Bar]:
    """Count all recommendations by what is to change."""
    return by_theme(Recommendation.objects.all(), "change")
