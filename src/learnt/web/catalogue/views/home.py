"""The front page: what is here, in numbers and one picture."""

from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from learnt.web.catalogue.models import Addressee, Recommendation, RepeatGroup, Review
from learnt.web.catalogue.reading.bars import by_theme


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Tell what the library holds, and lead on."""
    every = Recommendation.objects.all()
    numbers = {
        "reviews": Review.objects.count(),
        "recommendations": every.count(),
        "checked": Review.objects.aggregate(n=Sum("checked_count"))["n"] or 0,
        "agencies": Addressee.objects.exclude(agency="").values("agency").distinct().count(),
        "repeats": RepeatGroup.objects.filter(size__gt=1).count(),
    }
    newest = Review.objects.all()[:5]
    told = {
        "numbers": numbers,
        "themes": by_theme(every, "change"),
        "newest": newest,
        "fictional": Review.objects.filter(fictional=True).exists(),
    }
    return render(request, "catalogue/home.html", told)
