"""The search page, what was found as a file, and what is similar to one recommendation."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from learnt.web.catalogue.models import Recommendation
from learnt.web.catalogue.search.asked import Asked, read
from learnt.web.catalogue.search.download import MOST, as_csv, as_json, as_xlsx
from learnt.web.catalogue.search.find import Found, search
from learnt.web.catalogue.search.query import LONGEST
from learnt.web.catalogue.search.results import make_results, make_reviews, result_of, wanted_of
from learnt.web.catalogue.search.similar import find_near

FORMS: dict[str, tuple[Callable[[Found], bytes], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (as_json, "application/json"),
}


@dataclass(frozen=True)
class Chosen:
    """A filter value in use, and the parameters of the same search without it."""

    title: str
    label: str
    without: str


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Search recommendations, or reviews with `?show=reviews`; everything asked is in the address."""
    asked = read(request.GET)
    found = search(asked)
    told = {
        "found": found,
        "asked": asked,
        "total": f"{found.total:,}",
        "one": found.total == 1,
        "results": make_results(found) if asked.show == "recommendations" else [],
        "reviews": make_reviews(found) if asked.show == "reviews" else [],
        "chosen": chosen_of(found),
        "narrows": any(one.choices for one in found.filters),
        "corrected": list(found.meaning.corrected.items()),
        "longest": LONGEST,
        "most": f"{MOST:,}" if found.total > MOST else "",
        **_addresses(found),
    }
    return render(request, "catalogue/search.html", told)


def chosen_of(found: Found) -> list[Chosen]:
    """Give the filter values in use."""
    return [
        Chosen(
            one.facet.title,
            choice.label,
            found.asked.without(one.facet.name, choice.value).address(),
        )
        for one in found.filters
        for choice in one.chosen
    ]


def _addresses(found: Found) -> dict[str, str]:
    """Give the parameters of what the page leads to; empty where there is no such page."""
    asked = replace(found.asked, page=found.page)
    return {
        "here": replace(asked, more="").address(),
        "by_relevance": replace(asked, order="relevance", page=1).address(),
        "by_date": replace(asked, order="date", page=1).address(),
        "recommendations_address": replace(asked, show="recommendations", page=1).address(),
        "reviews_address": replace(asked, show="reviews", page=1).address(),
        "before": _page(asked, found.page - 1, found.pages),
        "after": _page(asked, found.page + 1, found.pages),
        "without_filters": Asked(q=asked.q, show=asked.show, order=asked.order).address(),
    }


def _page(asked: Asked, page: int, pages: int) -> str:
    return f"?{asked.on_page(page).address(keep_page=True)}" if 1 <= page <= pages else ""


@require_safe
def download(request: HttpRequest, form: str) -> HttpResponse:
    """Give what a search finds as a file, in the order of the page."""
    make, kind = FORMS[form]
    response = HttpResponse(make(search(read(request.GET))), content_type=kind)
    name = f"learnt-search-{timezone.localdate():%Y-%m-%d}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def similar(request: HttpRequest, key: str) -> HttpResponse:
    """Show what other recommendations ask that one recommendation asks."""
    items = Recommendation.objects.select_related("review").defer("review__record")
    item = get_object_or_404(items.prefetch_related("addressees", "themes"), key=key)
    near = [(result_of(one.item, wanted_of(item.text)), one) for one in find_near(item)]
    return render(request, "catalogue/similar.html", {"item": item, "near": near})
