"""Who may see a page: deny, then allow."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from learnt.web.accounts.models import User

View = Callable[..., HttpResponse]


def person_of(request: HttpRequest) -> User:
    """Give the signed-in person; raises `PermissionDenied` for a stranger."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def _next(request: HttpRequest) -> str:
    """Give where to go after signing in: the address of a button shows nothing."""
    shown = request.method in ("GET", "HEAD")
    return request.get_full_path() if shown else reverse("curation:desk")


def needs(role: str) -> Callable[[View], View]:
    """Let in who holds `role` for any partnership; strangers sign in first.

    Which records they may see is for the view to say, by `may`.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(_next(request))
            if not person_of(request).partnerships(role):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate
