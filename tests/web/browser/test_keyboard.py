"""From a report to its public page by keyboard only: hand in, correct, accept, publish."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Opener, await_reading
from tests.web.browser.test_paths import REPORT
from tests.web.browser.test_reach import tab_to

pytestmark = pytest.mark.tool("chromium")
MANY = 200
"""How often Tab may have to be pressed on the longest page."""


def press(page: Page, text: str, key: str = "Enter") -> None:
    """Go by Tab to the link or button that says `text`, and press a key there."""
    for _ in range(3):
        tab_to(page, text, MANY)
        if page.evaluate("['A', 'BUTTON', 'SUMMARY'].includes(document.activeElement.tagName)"):
            page.keyboard.press(key)
            return
    raise AssertionError(f"{text} is no link or button")


def follow(page: Page, text: str) -> None:
    """Press what leads to a page, and wait until that page is there."""
    with page.expect_navigation():
        press(page, text)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_from_a_report_to_its_public_page_by_keyboard(
    opened: Opener, tmp_path: Path, script: bool
) -> None:
    number = 41 if script else 42
    report = tmp_path / f"overview-{number}.txt"
    report.write_text(REPORT.format(number=number), "utf-8")
    page = opened("administrator", script=script)
    page.goto("/desk/upload/")
    page.get_by_label("Reports").set_input_files(report)  # the chooser is the system's own
    follow(page, "Read them")
    await_reading(page)
    follow(page, "To the desk")
    follow(page, f"20{number}")
    follow(page, "row 1")
    press(page, "Correct it")
    tab_to(page, "text", MANY)
    page.keyboard.press("Control+a")
    page.keyboard.type("Fallowmere Police should train its call handlers each year.")
    follow(page, "Save the correction")
    expect(page.get_by_text("The correction is stored.")).to_be_visible()
    while page.get_by_role("button", name="Accept, and on to the next").count():
        follow(page, "Accept, and on to the next")
    follow(page, "Publish")
    expect(page.get_by_text("The review is public.")).to_be_visible()
    follow(page, "See its public page")
    expect(page.locator("article").first).to_contain_text("should train its call handlers")
