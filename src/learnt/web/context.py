"""What every page knows of the site: its name, its menu, and where the reader is."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from learnt import __version__

MENU = (
    ("catalogue:search", "Search"),
    ("catalogue:reviews", "Reviews"),
    ("catalogue:agencies", "Agencies"),
    ("catalogue:themes", "Themes"),
    ("catalogue:partnerships", "Partnerships"),
    ("catalogue:repeats", "Said again"),
)
FOOTER = (
    ("catalogue:about", "methods", "How this library is made"),
    ("catalogue:about", "data", "Data to download"),
    ("api:docs", "", "For programs (API)"),
    ("catalogue:about", "accessibility", "Accessibility"),
    ("catalogue:about", "privacy", "Privacy"),
    ("catalogue:about", "safe-browsing", "How to hide that you were here"),
    ("catalogue:about", "takedown", "Ask for something to be taken down"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu."""

    address: str
    title: str


@cache
def _entry(name: str, argument: str, title: str) -> Entry | None:
    try:
        return Entry(reverse(name, args=[argument] if argument else []), title)
    except NoReverseMatch:
        return None


def entries(*listed: tuple[str, str, str]) -> list[Entry]:
    """Give the lines whose pages this installation has."""
    return [entry for entry in (_entry(*line) for line in listed) if entry]


def site(request: HttpRequest) -> dict[str, Any]:
    """Give the site's name, address, version and menus to a template."""
    return {
        "site_name": settings.SITE_NAME,
        "site_address": settings.SITE_ADDRESS,
        "version": __version__,
        "menu": entries(*((name, "", title) for name, title in MENU)),
        "footer": entries(*FOOTER),
        "desk": entries(("curation:desk", "", "Desk")),
        "problem": entries(("catalogue:problem", "", "Report a problem with this page")),
    }
