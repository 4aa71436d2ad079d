"""axe-core finds nothing on any page: WCAG 2.2 A and AA, and its best practices."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.web.browser import kinds
from tests.web.browser.conftest import Opener
from tests.web.browser.library import Library

pytestmark = pytest.mark.tool("chromium")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def violations(page: Page, axe: str) -> list[str]:
    """Give what axe-core finds on a page, a line for each place."""
    page.evaluate(axe)
    asked = json.dumps({"runOnly": RULES, "resultTypes": ["violations"]})
    found: dict[str, Any] = page.evaluate(f"axe.run(document, {asked})")
    assert found["passes"], "axe-core looked at nothing"
    return [
        f"{one['id']}: {one['help']}: {node['target']}: {node['html'][:150]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(("who", "address"), kinds.EVERY)
def test_a_page_has_no_violations(
    windows: dict[str, Page], library: Library, axe: str, who: str, address: str
) -> None:
    page = windows[who]
    answer = page.goto(kinds.at(address, library))
    assert answer
    assert answer.status in (200, 404)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert violations(page, axe) == []


def test_axe_finds_what_is_wrong(opened: Opener, axe: str) -> None:
    page = opened()
    page.goto("/")
    page.evaluate("document.querySelector('label[for=q]').remove()")
    assert any(line.startswith("label") for line in violations(page, axe))
