"""The written text in a browser: choose a symbol, see what could have come, take another."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from seqviz.lessons.text_generation.writing import PROMPT
from tests.browser.conftest import PATIENCE


def test_a_symbol_is_chosen_by_click_and_by_key_and_another_can_be_taken(visit):
    page = visit("text_generation")
    tape = page.get_by_role("slider", name="The written text")
    pieces = tape.locator(".piece:not(.fixed)")
    expect(pieces).to_have_count(300, timeout=PATIENCE)
    pieces.nth(20).click()
    expect(pieces.nth(20)).to_have_class(re.compile("chosen"), timeout=PATIENCE)
    tape.press("ArrowRight")
    expect(tape.locator(".chosen")).to_have_attribute(
        "data-place", str(len(PROMPT.default) + 21), timeout=PATIENCE
    )
    shown = page.get_by_role("figure", name=re.compile("^What may come here"))
    expect(shown.get_by_text("What may come here")).to_be_visible(timeout=PATIENCE)
