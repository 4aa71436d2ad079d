"""Pages for what goes wrong; they say nothing about whether something hidden exists."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.template.loader import render_to_string

from learnt.web.context import site


def _page(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, f"errors/{status}.html", status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the address or the form cannot be understood."""
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the person may not do this."""
    return _page(request, 403)


def not_ours(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was not sent from a page of ours, or too long ago."""
    return render(request, "errors/not_ours.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is no such page."""
    return _page(request, 404)


def only_by_button(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Give a page in place of the empty answer to whoever opens the address of a button."""

    def middleware(request: HttpRequest) -> HttpResponse:
        answer = get_response(request)
        if not isinstance(answer, HttpResponseNotAllowed) or answer.content:
            return answer
        page = _page(request, 405)
        page["Allow"] = answer["Allow"]
        return page

    return middleware


def failed(request: HttpRequest) -> HttpResponse:
    """Say that the program failed; the page asks nothing of the database, which may be what failed.

    So it does not look who is signed in, nor for messages.
    """
    told = {**site(request), "request": request}
    return HttpResponse(render_to_string("errors/500.html", told), status=500)
