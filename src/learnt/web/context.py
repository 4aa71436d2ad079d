"""What every page knows of the site."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from learnt import __version__


def site(request: HttpRequest) -> dict[str, Any]:
    """Give the site's name, address and version to a template."""
    return {
        "site_name": settings.SITE_NAME,
        "site_address": settings.SITE_ADDRESS,
        "version": __version__,
    }
