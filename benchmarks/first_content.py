"""A warm server: navigation → the page's title on the screen, beside a page that says hello and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Browser

from benchmarks.browser import chromium
from benchmarks.harness import Result, compare
from benchmarks.served import HELLO_PAGE, a_script, the_app

NOTE = "Chromium, warm server and cache: navigation → page title / hello-world"


def measure() -> Result:
    """Measure both sides in turns, each visit in the same browser with its cache."""
    with the_app() as ours, a_script(HELLO_PAGE) as theirs, chromium() as browser:
        visit_ours, visit_theirs = _visitor(browser, f"http://{ours}"), _visitor(browser, f"http://{theirs}")
        timing = compare(visit_ours, visit_theirs, rounds=25, repeats=1, clock=time.perf_counter)
    return Result(timing.ratio, timing.ours, timing.theirs, "ms", NOTE)


def _visitor(browser: Browser, url: str) -> Callable[[], None]:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()

    def visit() -> None:
        page.goto(url, wait_until="commit")
        page.get_by_role("heading", level=1).wait_for()

    return visit
