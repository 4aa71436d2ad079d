"""By keyboard only, on narrow and light connections, and in a hurry to leave."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser import kinds
from tests.web.browser.conftest import Opener
from tests.web.browser.library import Library

pytestmark = pytest.mark.tool("chromium")

SEEN = """() => {
  const now = document.activeElement, style = getComputedStyle(now);
  const box = now.getBoundingClientRect();
  const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
    || style.boxShadow !== "none" || style.backgroundColor === "rgb(255, 221, 0)";
  return {text: now.innerText || now.name || now.id, marked, wide: box.width, high: box.height};
}"""
"""What has the focus, whether anything shows it, and its size."""


def tab_to(page: Page, text: str, most: int = 60) -> list[str]:
    """Press Tab until the element that says `text` has the focus; each on the way must show it."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        now = page.evaluate(SEEN)
        assert now["marked"], f"nothing shows the focus on {now}"
        assert now["wide"] > 1, f"the focus is on what cannot be seen: {now}"
        passed.append(now["text"])
        if text in now["text"]:
            return passed
    raise AssertionError(f"{text} cannot be reached: {passed}")


def test_the_skip_link_comes_first_and_leads_past_the_menu(opened: Opener) -> None:
    page = opened()
    page.goto("/reviews/fallowmere-2030-1/")
    assert tab_to(page, "Skip to main content") == ["Skip to main content"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_from_a_search_to_an_agency_by_keyboard(opened: Opener, script: bool) -> None:
    page = opened(script=script)
    page.goto("/")
    tab_to(page, "q")
    page.keyboard.type("call handlers")
    page.keyboard.press("Enter")
    page.locator("article").first.wait_for()
    passed = tab_to(page, "Community Safety Partnership review")
    assert passed.index("Search") < passed.index("q"), "the menu comes before the page"
    page.keyboard.press("Enter")
    page.wait_for_url("**/reviews/**")
    tab_to(page, "Fallowmere Police")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Fallowmere Police")


def test_a_recommendation_is_accepted_by_keyboard(opened: Opener) -> None:
    page = opened("administrator")
    page.goto("/desk/reviews/fallowmere-2030-2/recommendations/rec-2-1/")
    tab_to(page, "Accept, and on to the next")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rec-2-2/")


def test_the_keys_of_the_desk_accept_and_undo(opened: Opener) -> None:
    page = opened("administrator")
    page.goto("/desk/reviews/fallowmere-2030-5/recommendations/rec-5-1/")
    alt(page, "a")
    page.wait_for_url("**/rec-5-2/")
    alt(page, "k")
    page.wait_for_url("**/rec-5-1/")
    expect(page.get_by_text("Not yet checked")).to_have_count(0)


def alt(page: Page, key: str) -> None:
    """Press Alt and a key; Playwright's own way leaves out what access keys are found by."""
    told = {"key": key, "text": key, "unmodifiedText": key, "windowsVirtualKeyCode": ord(key) - 32}
    page.context.new_cdp_session(page).send(
        "Input.dispatchKeyEvent", {"type": "keyDown", "modifiers": 1, **told}
    )


@pytest.mark.parametrize("who", list(kinds.BOTH))
def test_no_page_is_wider_than_320_pixels(opened: Opener, library: Library, who: str) -> None:
    page = opened(who, width=320)
    wide = []
    for name, address in kinds.BOTH[who].items():
        page.goto(kinds.at(address, library))
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        if (pixels := page.evaluate(over)) > 0:
            wide.append(f"{name}: {pixels}")
    assert wide == []


def test_the_menu_folds_on_a_phone_and_stays_open_without_script(opened: Opener) -> None:
    phone = opened(width=360)
    phone.goto("/")
    phone.get_by_role("button", name="Menu").click()
    expect(phone.get_by_role("link", name="Themes", exact=True)).to_be_visible()
    plain = opened(width=360, script=False)
    plain.goto("/")
    expect(plain.get_by_role("link", name="Themes", exact=True)).to_be_visible()


def test_a_long_review_is_a_light_page(opened: Opener, library: Library) -> None:
    page, weights = opened(), {}
    page.on("response", lambda answer: weights.update({answer.url: len(answer.body())}))
    page.goto(library.told["long"], wait_until="networkidle")
    expect(page.locator("article")).to_have_count(30)
    assert len(weights) >= 3, "style sheet and script were not asked for"
    assert sum(weights.values()) < 200_000, weights


def test_nothing_is_refused_by_the_policy_of_the_page(opened: Opener, library: Library) -> None:
    page = opened("administrator")
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in ("/", library.told["long"], "/search/?q=police", library.told["desk"]):
        page.goto(address, wait_until="networkidle")
    assert said == []


def test_the_way_out_leaves_at_once(opened: Opener) -> None:
    page = opened()
    page.context.route(re.compile("bbc"), lambda route: route.fulfill(body="Sunny."))
    page.goto("/reviews/fallowmere-2030-1/")
    page.get_by_role("button", name="Exit this page").click()
    page.wait_for_url("https://www.bbc.co.uk/weather")


def test_colours_that_are_forced_keep_the_bars(opened: Opener) -> None:
    page = opened(forced_colors="active")
    page.goto("/agencies/fallowmere-police/")
    bar = page.locator(".learnt-bar").first
    behind = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert bar.evaluate("one => getComputedStyle(one).fill") != behind
