"""A server of the tests' own and a Chromium to look at it with."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.browser.find_chromium import find_chromium
from tests.browser.served import served
from tests.conftest import ROOT

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE = 30_000  # milliseconds that a browser test waits for anything
#: Opened at /lesson, Streamlit's page first looks for its server below /lesson and is told there is none.
PROBE = re.compile(r"/\w+/_stcore/(health|host-config)$")


expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app as `make run` does, with an empty data directory; give its address."""
    with served(ROOT / "app.py", tmp_path_factory.mktemp("browser-home")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_chromium()
    assert path, "The browser tests need Chromium; `make test` fetches one."
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def profile(browser: Browser) -> Callable[[bool, bool], BrowserContext]:
    """Give a function from (dark, phone) to a profile of the browser; with it the pages' scripts are kept."""

    @functools.cache
    def made(dark: bool, phone: bool) -> BrowserContext:
        context = browser.new_context(
            viewport=PHONE if phone else DESKTOP,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        return context

    return made


@pytest.fixture
def open_page(server: str, profile: Callable[[bool, bool], BrowserContext]) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a path of the app as a stranger; at the end no console may have complained."""
    complaints: list[str] = []
    pages = []

    def listen(message: ConsoleMessage) -> None:
        where = message.location["url"]
        if message.type in ("error", "warning") and not PROBE.search(where):
            complaints.append(f"{message.type}: {message.text} ({where})")

    def open_at(path: str = "", *, dark: bool = False, phone: bool = False) -> Page:
        context = profile(dark, phone)
        context.clear_cookies()
        page = context.new_page()
        pages.append(page)
        page.on("console", listen)
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.goto(f"{server}/{path}")
        page.get_by_role("heading", level=1).wait_for()
        return page

    yield open_at
    for page in pages:
        page.evaluate("localStorage.clear()")
        page.close()
    assert complaints == []
