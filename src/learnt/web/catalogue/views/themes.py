"""The list of themes, and the page of one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from learnt.theme.codebook import own_codebook
from learnt.web.catalogue.models import Recommendation
from learnt.web.catalogue.reading.bars import by_theme
from learnt.web.catalogue.reading.remembered import remembered
from learnt.web.catalogue.reading.themes import Told, count_themes
from learnt.web.catalogue.views.paging import page_of
from learnt.web.catalogue.views.reviews import with_parts


@require_safe
def themes(request: HttpRequest) -> HttpResponse:
    """List the themes of the codebook, with how often each was asked for."""
    every = Recommendation.objects.all()
    changes, subjects = remembered(
        "themes", lambda: (by_theme(every, "change"), by_theme(every, "subject"))
    )
    told = {
        "changes": changes,
        "subjects": subjects,
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
    counts = remembered("every theme", count_themes).get(theme_id, Told())
    ordered = typical.order_by("-confidence", "-review__year_published", "review_id", "order")
    told = {
        "theme": found,
        "total": counts.total,
        "main": counts.main,
        "years": counts.years,
        "types": counts.types,
        "page": page_of(request, with_parts(ordered)),
    }
    return render(request, "catalogue/theme.html", told)
