"""Chromium for the benches that measure what a person sees."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from benchmarks.harness import UnavailableError
from tests.browser.find_chromium import find_chromium

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a headless Chromium.

    Raises:
        UnavailableError: if there is none on this computer.
    """
    path = find_chromium()
    if path is None:
        raise UnavailableError("This bench needs Chromium; `make test` fetches one.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
