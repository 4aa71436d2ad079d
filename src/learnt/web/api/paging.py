"""Pages of lists: the slice, and the addresses of the pages beside it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from learnt.web.api.asking import Page
from learnt.web.api.making import whole
from learnt.web.api.shapes import About, Links
from learnt.web.dataset import edition


class Slice(NamedTuple):
    """A page of a list: its rows, and what is told beside them."""

    rows: Sequence[Any]
    told: dict[str, Any]


def about() -> About:
    """Give what made the data."""
    return About(**edition.about())


def cut(
    request: HttpRequest,
    response: HttpResponse,
    rows: QuerySet[Any, Any] | Sequence[Any],
    asked: Page,
) -> Slice:
    """Give the page that is asked for; empty beyond the end. The header `Link` names its neighbours."""
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    pages = max(1, -(-total // asked.per_page))
    start = (asked.page - 1) * asked.per_page
    links = Links(
        self=_address(request, asked.page),
        next=_address(request, asked.page + 1) if asked.page < pages else None,
        prev=_address(request, min(asked.page - 1, pages)) if asked.page > 1 else None,
    )
    beside = [(links.next, "next"), (links.prev, "prev")]
    if any(address for address, _ in beside):
        response["Link"] = ", ".join(f'<{to}>; rel="{rel}"' for to, rel in beside if to)
    told = {"about": about(), "total": total, "page": asked.page, "pages": pages, "links": links}
    return Slice(list(rows[start : start + asked.per_page]), told)


def _address(request: HttpRequest, page: int) -> str:
    parameters = request.GET.copy()
    parameters["page"] = str(page)
    return whole(f"{request.path}?{parameters.urlencode()}")
