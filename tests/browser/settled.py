"""When a page of the app has come to rest."""

from __future__ import annotations

from playwright.sync_api import Page


def settled(page: Page) -> None:
    """Wait until no script runs for the page."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
