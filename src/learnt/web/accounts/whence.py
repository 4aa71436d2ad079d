"""From which address somebody asks: for the lock-out and the limit of the API, not for a record."""

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """Give the last address that our own proxy names, else the one that is connected."""
    connected = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.SECURE_PROXY_SSL_HEADER:
        return connected
    named = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
    return named.rpartition(",")[2].strip() or connected
