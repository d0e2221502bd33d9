"""A server of the tests' own and a Chromium to look at it with."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.browser.find_chromium import find_chromium
from tests.browser.served import shared_server
from tests.browser.settled import settled

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
#: Each page leaves much to be collected at once: room for it saves a tenth of the renderer's time.
FLAGS += ["--js-flags=--min-semi-space-size=32 --max-semi-space-size=64"]
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE = 30_000  # milliseconds that a browser test waits for anything


expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """Start the app as `make run` does, with an empty data directory; give its address.

    Test processes that run side by side share one server: the first starts it, the last ends it.
    """
    own = tmp_path_factory.getbasetemp()
    with shared_server(own if worker_id == "master" else own.parent) as address:
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
def profile(browser: Browser) -> Callable[..., BrowserContext]:
    """Give a function from (dark, phone, who) to a profile of the browser; with it the pages' scripts are kept."""

    @functools.cache
    def made(dark: bool, phone: bool, who: str) -> BrowserContext:
        context = browser.new_context(
            viewport=PHONE if phone else DESKTOP,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        return context

    return made


@pytest.fixture(scope="session")
def complaints() -> list[str]:
    """What the console of any page has complained of since the last test."""
    return []


@pytest.fixture(scope="session")
def new_page(profile: Callable[..., BrowserContext], complaints: list[str]) -> Callable[..., Page]:
    """Give a function from (dark, phone, who) to a new tab of their browser, without cookies, listened to."""

    def listen(message: ConsoleMessage) -> None:
        where = message.location["url"]
        if message.type in ("error", "warning"):
            complaints.append(f"{message.type}: {message.text} ({where})")

    def opened(dark: bool, phone: bool, who: str) -> Page:
        context = profile(dark, phone, who)
        context.clear_cookies()
        page = context.new_page()
        page.on("console", listen)
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        return page

    return opened


@pytest.fixture
def open_page(
    server: str, new_page: Callable[..., Page], complaints: list[str]
) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a path of the app as a stranger; at the end no console may have complained."""
    pages = []

    def open_at(path: str = "", *, dark: bool = False, phone: bool = False) -> Page:
        page = new_page(dark, phone, "a stranger")
        pages.append(page)
        page.goto(f"{server}/{path}")
        page.get_by_role("heading", level=1).wait_for()
        return page

    yield open_at
    for page in pages:
        page.evaluate("localStorage.clear()")
        page.close()
    _raise_complaints(complaints)


@pytest.fixture(scope="session")
def tab(server: str, new_page: Callable[..., Page]) -> Callable[[bool, bool], Page]:
    """Give a function from (dark, phone) to the one tab that `visit` uses."""

    @functools.cache
    def made(dark: bool, phone: bool) -> Page:
        page = new_page(dark, phone, "a visitor")
        page.goto(f"{server}/glossary")
        page.get_by_role("heading", level=1).wait_for()
        settled(page)
        return page

    return made


@pytest.fixture
def visit(tab: Callable[[bool, bool], Page], complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Give a function that leads to a path of the app as *Back* does: most of a page's cost is its scripts.

    The person stays the same from test to test; a test that needs a stranger asks for `open_page`.
    """

    def go(path: str, *, dark: bool = False, phone: bool = False) -> Page:
        page = tab(dark, phone)
        page.evaluate(BACK_TO, "/glossary")
        page.get_by_role("heading", level=1, name="Glossary").wait_for()
        settled(page)
        page.evaluate(BACK_TO, f"/{path}")
        page.get_by_role("heading", level=1, name="Glossary").wait_for(state="detached")
        page.get_by_role("heading", level=1).wait_for()
        return page

    yield go
    _raise_complaints(complaints)


#: The prototype's own: the page's pushes are watched by `browser_history.js`.
BACK_TO = """address => {
  History.prototype.pushState.call(history, {}, "", address);
  window.dispatchEvent(new PopStateEvent("popstate"));
}"""


def _raise_complaints(complaints: list[str]) -> None:
    said = complaints.copy()
    complaints.clear()
    assert said == []
