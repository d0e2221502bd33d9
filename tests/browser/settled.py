"""When a page of the app has come to rest, and how to point at what may still be drawn anew."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as NotInTime


def settled(page: Page) -> None:
    """Wait until no script runs for the page."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def until(happened: Callable[[], object], act: Callable[[], object]) -> None:
    """Act until it has happened: a table or picture that is being drawn anew forgets the pointer.

    Args:
        happened: waits a short time for what the act brings about, and raises Playwright's TimeoutError otherwise.
        act: points or clicks.
    """
    for tries_left in reversed(range(10)):
        act()
        try:
            happened()
        except NotInTime:
            if tries_left:
                continue
            raise
        return
