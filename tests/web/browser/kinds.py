"""Every kind of page: those of the table of routes that show one, and states they can be in."""

from typing import Any

import pytest

from tests.web.browser.library import Library
from tests.web.test_access import TABLE

FURTHER = {
    "nothing found": "/search/?q=xylophone+zzzz",
    "search with filters": "/search/?q=council&level=single-agency&more=agency",
    "reviews found": "/search/?q=fallowmere&show=reviews",
    "no such page": "/reviews/none/",
    "repeat": "{repeat}",
    "long review": "{long}",
    "invitation": "{invitation}",
    "about data": "/about/data/",
    "about accessibility": "/about/accessibility/",
    "about privacy": "/about/privacy/",
    "about takedown": "/about/takedown/",
    "about safe browsing": "/about/safe-browsing/",
}
AT_THE_DESK = {
    "what a report says of its case": "{facts}",
    "desk review from a PDF": "{desk}",
    "desk recommendation from a PDF": "{desk}recommendations/{ask}/",
    **{
        f"desk {name}": f"{{desk}}{name}/"
        for name in ("summary", "about", "labels", "pseudonym", "history")
    },
    "desk of what is held": "/desk/?state=held",
    "upload progress": "{uploaded}",
}


def shows(name: str, address: str, who: str) -> bool:
    """Whether a route answers `who` with a page; a file's address ends in a name with a dot."""
    page = address.split("?")[0].endswith("/") and not name.startswith(("api:", "feeds:"))
    return TABLE[name][1][who] == 200 and page


def of(who: str, further: dict[str, str]) -> dict[str, str]:
    """Give the addresses of the pages of the table that `who` sees, and of further ones."""
    routes = {name: address for name, (address, _) in TABLE.items() if shows(name, address, who)}
    return routes | further


STRANGERS = of("stranger", FURTHER)
EDITORS = {
    name: address
    for name, address in of("administrator", AT_THE_DESK).items()
    if name not in STRANGERS
}
BOTH = {"stranger": STRANGERS, "administrator": EDITORS}
EVERY = [
    pytest.param(who, address, id=f"{who}: {name}")
    for who, pages in BOTH.items()
    for name, address in pages.items()
]


def at(address: str, library: Library) -> str:
    """Give an address with what `seed` told put in."""
    told: dict[str, Any] = {**library.told, "ask": library.told["asks"][0]}
    return address.format(**told)
