"""The report's page in a browser: nothing for axe-core to find, no request, readable on a small screen."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from learnt.publish.report import compose, make_paragraphs, to_html
from tests.publish.factories import an_analysis
from tests.web.browser.test_axe import violations

pytestmark = pytest.mark.tool("chromium")

WORDS = {"changes": "### Police\n\nA desk *opened*.\n\n1. one\n2. [two](https://example.org/)"}
NARROW = 400


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(to_html(compose(an_analysis(), paragraphs=make_paragraphs(WORDS))), "utf-8")
    return path


@pytest.fixture
def page(browser: Browser, report: Path) -> Page:
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(report.as_uri())
    assert not [url for url in asked if not url.startswith(("file:", "data:"))]
    return page


@pytest.mark.parametrize("width", [1100, NARROW])
def test_axe_finds_nothing(page: Page, axe: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert violations(page, axe) == []
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert violations(page, axe) == []


def test_a_small_screen_scrolls_in_tables_only(page: Page) -> None:
    page.set_viewport_size({"width": NARROW, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_all_pictures_load(page: Page) -> None:
    sizes = page.evaluate("[...document.images].map(one => one.naturalWidth)")
    assert len(sizes) >= 5
    assert all(sizes)


def test_paper_shows_the_data_of_pictures(page: Page) -> None:
    hidden = "#homicides details table"
    assert not page.locator(hidden).first.is_visible()
    page.emulate_media(media="print")
    assert page.locator(hidden).first.is_visible()


def test_the_way_past_the_contents(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
