"""Long lists, a page at a time, with addresses that keep what was asked."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PER_PAGE = 25
LAST = 10_000
"""No list is longer; a higher number in an address is nobody's."""


def page_of(
    request: HttpRequest, rows: QuerySet[Any, Any] | Sequence[Any], per_page: int = PER_PAGE
) -> Page[Any]:
    """Give the page that `?page=` names; the first where it names none, the last beyond the end."""
    asked = request.GET.get("page", "1")[:9]
    number = min(int(asked), LAST) if asked.isascii() and asked.isdecimal() and asked else 1
    return Paginator(rows, per_page).get_page(max(number, 1))
