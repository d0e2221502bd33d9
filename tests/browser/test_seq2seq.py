"""The Seq2seq page in a browser: its pictures are drawn, in the dark too."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE


def test_the_pictures_are_drawn_and_nothing_is_wider_than_the_screen(visit):
    page = visit("seq2seq", dark=True)
    expect(page.get_by_text("mon chien noir").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".js-plotly-plot")).to_have_count(4, timeout=PATIENCE)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
