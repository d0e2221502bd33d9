"""What the browser makes of an address that nobody means; all else of it is tested without one."""

from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import expect

from tests.browser.settled import settled
from tests.ui.hostile import MARKDOWN

LINKS = "[x](https://e.org) www.e.org a@e.org :smile: $x$ **b**"  # short enough for a run's name


def test_an_address_full_of_markup_is_shown_as_it_was_written_and_leads_nowhere(visit):
    page = visit(f"word2vec?seed=inf&method={quote(MARKDOWN)}&run={quote(LINKS)}")
    settled(page)
    alerts = page.get_by_test_id("stAlert")
    expect(alerts).to_have_count(3)
    shown = alerts.last.inner_text().replace("\u2060", "")  # what parts an address for a program
    assert LINKS in shown
    assert page.locator("[data-testid=stAlert] :is(a, img, strong, .katex)").count() == 0
    assert "seed=" not in page.url and "method=" not in page.url
    expect(page.get_by_role("button", name="Train Shortcut")).to_be_visible()
