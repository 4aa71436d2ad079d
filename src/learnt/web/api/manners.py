"""What all answers share: HEAD, the limit of requests, marks for programs that keep answers."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

from learnt.web.api.limit import wait_for
from learnt.web.dataset import edition

View = Callable[..., HttpResponse]


def mannerly(view: View) -> View:
    """Give the view with its answers marked, so that one that is known already is not sent again."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if wait := wait_for(request):
            refusal = JsonResponse(
                {"detail": f"Too many requests. Wait {wait} seconds."}, status=429
            )
            refusal["Retry-After"] = str(wait)
            return refusal
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return JsonResponse({"detail": "An address cannot hold the sign NUL."}, status=400)
        asked, request.method = (
            request.method,
            "GET" if request.method == "HEAD" else request.method,
        )
        response = view(request, *args, **kwargs)
        request.method = asked
        return marked(request, response) if response.status_code == 200 else response

    return answered


def marked(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Give an answer its ETag and date, or 304 in its place where the asker has it already."""
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    at = edition.current().at
    stamp = int(at.timestamp()) if at else None
    response["ETag"] = etag
    if stamp:
        response["Last-Modified"] = http_date(stamp)
    patch_cache_control(response, no_cache=True)
    return get_conditional_response(request, etag, stamp, response) or response
