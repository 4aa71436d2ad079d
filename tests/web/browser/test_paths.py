"""The main paths through the library, with a script and without."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Opener, accept_all, await_reading, follow, sign_in
from tests.web.browser.library import Library

pytestmark = pytest.mark.tool("chromium")

WITH_AND_WITHOUT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
REPORT = """Domestic Homicide Review
Overview Report
Fallowmere Community Safety Partnership
A review into a death in 20{number}

1. Introduction
The panel looked at what agencies did and what can be learnt from it.

2. Recommendations
Recommendation 1: Fallowmere Police should trane its call handlers each year.
Recommendation 2: Fallowmere County Council should audit {number} of its case files.
"""


@WITH_AND_WITHOUT
def test_from_a_search_to_a_review_to_an_agency(opened: Opener, script: bool) -> None:
    page = opened(script=script)
    page.goto("/")
    page.get_by_label("Search recommendations and reviews").fill("training of call handlers")
    follow(page.get_by_role("main").get_by_role("button", name="Search"))
    expect(page.locator("mark").first).to_be_visible()
    follow(page.get_by_role("link", name="Fallowmere Community Safety Partnership review").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fallowmere Community Safety")
    follow(page.locator("article").first.get_by_role("link", name="Fallowmere Police"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Fallowmere Police")
    expect(page.locator("article").first).to_be_visible()


@WITH_AND_WITHOUT
def test_filters_are_used_and_taken_off(opened: Opener, script: bool) -> None:
    page = opened(script=script)
    page.goto("/search/?q=police")
    page.locator("summary", has_text="Partnership").click()
    page.get_by_label("Harrowdene Community Safety Partnership").check()
    follow(page.get_by_role("button", name="Use these filters"))
    expect(page.locator("article").first).to_contain_text("Harrowdene")
    follow(page.get_by_role("link", name="Remove all filters"))
    expect(page.get_by_role("link", name="Remove all filters")).to_have_count(0)


@WITH_AND_WITHOUT
def test_from_a_report_to_its_public_page(
    opened: Opener, library: Library, tmp_path: Path, script: bool
) -> None:
    number = 31 if script else 32
    report = tmp_path / f"overview-{number}.txt"
    report.write_text(REPORT.format(number=number), "utf-8")
    page = opened(script=script)
    sign_in(page, library.told["people"]["administrator"], library.told["password"])
    hand_in(page, report)
    follow(page.get_by_role("link", name="To the desk"))
    follow(page.get_by_role("rowheader").get_by_role("link", name=f"20{number}"))
    follow(page.get_by_role("rowheader").get_by_role("link").first)
    correct(page)
    accept_all(page)
    follow(page.get_by_role("button", name="Publish"))
    follow(page.get_by_role("link", name="See its public page"))
    expect(page.locator("article").first).to_contain_text("should train its call handlers")
    expect(page.locator("article").first).to_contain_text("Checked by a person")
    stranger = opened(script=script)
    stranger.goto(page.url)
    expect(stranger.locator("article")).to_have_count(2)


def hand_in(page: Page, report: Path) -> None:
    """Upload a report and wait until it is read."""
    page.goto("/desk/upload/")
    page.get_by_label("Reports").set_input_files(report)
    follow(page.get_by_role("button", name="Read them"))
    await_reading(page)


def correct(page: Page) -> None:
    """Mend a slip of the pen in the recommendation that the page shows."""
    page.locator("summary", has_text="Correct it").click()
    box = page.get_by_label("Text as printed")
    box.fill(box.input_value().replace("trane", "train"))
    follow(page.get_by_role("button", name="Save the correction"))
    expect(page.get_by_text("The correction is stored.")).to_be_visible()
