"""A browser, a library to look at, and people who are signed in.

Playwright keeps an event loop while it runs, beside which Django refuses its database. So the browser
lasts for this folder only, and the library lives in processes of its own.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from learnt.web.build_assets import NoAssets
from learnt.web.build_assets import main as build_assets
from tests.conftest import TOOLS, in_ci
from tests.web.browser.library import Library, axe_source, running

ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""Nothing but this machine can be reached."""
PATIENCE = 60_000
"""Milliseconds that a page may take: a busy machine is slow, and no reason to fail."""


def without(error: NoAssets) -> None:
    """Skip where npm is missing; in CI that is a failure."""
    (pytest.fail if in_ci() else pytest.skip)(str(error))


@pytest.fixture(scope="package")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    try:
        build_assets()
    except NoAssets as error:
        without(error)
    with running(tmp_path_factory.mktemp("library")) as made:
        yield made


@pytest.fixture(scope="package")
def axe() -> str:
    try:
        return axe_source()
    except NoAssets as error:
        without(error)
        raise


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    found = next(path for name in TOOLS["chromium"] if (path := shutil.which(name)))
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found, args=[ONLY_HERE])
        yield started
        started.close()


@pytest.fixture(scope="package")
def states(
    browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Give the cookies of each person, signed in once."""
    kept = {}
    for role, email in library.told["people"].items():
        context = browser.new_context(base_url=library.address)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        sign_in(page, email, library.told["password"])
        kept[role] = tmp_path_factory.mktemp("signed-in") / f"{role}.json"
        context.storage_state(path=kept[role])
        context.close()
    return kept


def sign_in(page: Page, email: str, password: str) -> None:
    """Sign in through the page."""
    page.goto("/account/sign-in/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    follow(page.get_by_role("main").get_by_role("button", name="Sign in"))
    assert "sign-in" not in page.url, page.inner_text("main")


def follow(way: Locator) -> None:
    """Press a link or button that leads to a page, and wait until that page is there.

    A click alone returns while the old page may still stand, or none: what is counted then is wrong.
    """
    with way.page.expect_navigation():
        way.click()


def await_reading(page: Page) -> None:
    """Load the page of an upload anew until the upload is read."""
    for _ in range(PATIENCE // 500):
        if page.get_by_role("heading", name="Your upload is read").count():
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError(page.inner_text("main"))


def accept_all(page: Page) -> None:
    """Accept each recommendation; the last leads back to the review."""
    accept = page.get_by_role("button", name="Accept, and on to the next")
    while accept.count():
        follow(accept)
    expect(page.get_by_text("Every recommendation of this review is checked.")).to_be_visible()


class Opener:
    """Opens a window as somebody, in a way of looking."""

    def __init__(self, browser: Browser, library: Library, states: dict[str, Path]) -> None:
        self.browser, self.library, self.states = browser, library, states
        self.contexts: list[BrowserContext] = []

    def __call__(
        self, who: str = "stranger", *, script: bool = True, width: int = 1100, **more: str
    ) -> Page:
        context = self.browser.new_context(
            base_url=self.library.address,
            storage_state=self.states.get(who),
            java_script_enabled=script,
            viewport={"width": width, "height": 900},
            reduced_motion="reduce",
            **more,  # type: ignore[arg-type]  # colours and forced colours, as Playwright names them
        )
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        return context.new_page()

    def close(self) -> None:
        for context in self.contexts:
            context.close()


@pytest.fixture
def opened(browser: Browser, library: Library, states: dict[str, Path]) -> Iterator[Opener]:
    opener = Opener(browser, library, states)
    yield opener
    opener.close()


@pytest.fixture(scope="package")
def windows(
    browser: Browser, library: Library, states: dict[str, Path]
) -> Iterator[dict[str, Page]]:
    """Give a window of a stranger and one of an administrator, which stay open."""
    opener = Opener(browser, library, states)
    yield {who: opener(who) for who in ("stranger", "administrator")}
    opener.close()
