"""Whom a browser tells where the reader comes from: nobody, and our own forms only ourselves.

Under `no-referrer` a browser sends a form with the origin "null", even to the page's own site, and
the check against forged requests then refuses every form (Fetch standard, "append a request
`Origin` header"). Pages that hold a form to be sent therefore say `same-origin`: other sites still
learn nothing.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


def forms_tell_us(answer: Answer) -> Answer:
    """Give the middleware; a page whose token for forms was asked for holds such a form."""

    def tell(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if "CSRF_COOKIE_NEEDS_UPDATE" in request.META:
            response.headers["Referrer-Policy"] = "same-origin"
        return response

    return tell
