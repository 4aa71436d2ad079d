"""Addresses of the API: its page for people, its description, and each operation."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, re_path
from django.views.decorators.http import require_safe

from learnt.web.api.describing import docs, openapi
from learnt.web.api.manners import mannerly
from learnt.web.api.operations import api


@require_safe
@mannerly
def nothing(request: HttpRequest) -> HttpResponse:
    """Say in JSON that there is no such address."""
    return JsonResponse({"detail": "Not Found"}, status=404)


def _operations() -> list[URLPattern]:
    """Give the operations, each with what all share; ninja's own page is left out."""
    listed = [one for one in api.urls[0] if isinstance(one, URLPattern)]
    return [
        path(str(one.pattern), mannerly(one.callback), name=one.name)
        for one in listed
        if one.name != "api-root"
    ]


app_name = "api"
urlpatterns = [
    path("", docs, name="docs"),
    path("openapi.json", openapi, name="openapi"),
    *_operations(),
    re_path(r"^.*$", nothing, name="nothing"),
]
