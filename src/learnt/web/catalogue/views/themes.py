"""The list of themes, and the page of one."""

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from learnt.theme.codebook import own_codebook
from learnt.web.catalogue.models import Recommendation, ThemeOf
from learnt.web.catalogue.reading.bars import by_theme, by_year
from learnt.web.catalogue.views.paging import page_of
from learnt.web.catalogue.views.reviews import with_parts


@require_safe
def themes(request: HttpRequest) -> HttpResponse:
    """List the themes of the codebook, with how often each was asked for."""
    every = Recommendation.objects.all()
    told = {
        "changes": by_theme(every, "change"),
        "subjects": by_theme(every, "subject"),
        "total": every.count(),
        "version": own_codebook().version,
    }
    return render(request, "catalogue/themes.html", told)


@require_safe
def theme(request: HttpRequest, theme_id: str) -> HttpResponse:
    """Show what a theme means, how often it was asked for by year, and typical recommendations."""
    found = next((one for one in own_codebook().theme if one.id == theme_id), None)
    if found is None:
        raise Http404
    items = Recommendation.objects.filter(themes__theme=theme_id)
    typical = items.filter(main_theme=theme_id) if found.axis == "change" else items
    bodies = (
        ThemeOf.objects.filter(theme=theme_id)
        .values("recommendation__addressees__type")
        .exclude(recommendation__addressees__type=None)
        .annotate(number=Count("recommendation", distinct=True))
        .order_by("-number")[:10]
    )
    ordered = typical.order_by("-confidence", "-review__year_published", "review_id", "order")
    told = {
        "theme": found,
        "total": items.count(),
        "main": typical.count(),
        "years": by_year(items),
        "types": bodies,
        "page": page_of(request, with_parts(ordered)),
    }
    return render(request, "catalogue/theme.html", told)
