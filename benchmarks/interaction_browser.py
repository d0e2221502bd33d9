"""A key pressed on a control of the Sentiment page → the answer's text in the DOM, beside a bare page's slider."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Browser

from benchmarks.browser import chromium
from benchmarks.harness import Result, compare
from benchmarks.served import BARE_PAGE, a_script, the_app

NOTE = "Chromium: arrow key on a slider → changed text in the DOM; Sentiment page / one slider and one chart"
#: Resolves once the text of an element differs from what it was.
CHANGED = "([selector, before]) => document.querySelector(selector)?.innerText !== before"


def measure() -> Result:
    """Measure both sides in turns."""
    with the_app() as ours, a_script(BARE_PAGE) as theirs, chromium() as browser:
        press_ours = _presser(browser, f"http://{ours}/sentiment", "Units", '[data-testid="stMetricValue"]')
        press_theirs = _presser(browser, f"http://{theirs}", "Number", '[data-testid="stCaptionContainer"]')
        timing = compare(press_ours, press_theirs, rounds=15, repeats=3, clock=time.perf_counter)
    return Result(timing.ratio, timing.ours, timing.theirs, "ms", NOTE)


def _presser(browser: Browser, url: str, slider: str, answer: str) -> Callable[[], None]:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(url)
    handle = page.get_by_role("slider", name=slider).first
    handle.wait_for()
    page.locator(answer).first.wait_for()
    page.wait_for_timeout(2_000)

    def press() -> None:
        before = page.locator(answer).first.inner_text()
        handle.press("ArrowRight")
        page.wait_for_function(CHANGED, arg=[answer, before], polling=1)

    return press
