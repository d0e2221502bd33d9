from __future__ import annotations

import re

from playwright.sync_api import expect

from seqviz.runs.names import STATES as WORDS
from seqviz.ui.runs.panel import BADGES

SMALL = "units1=8&embedding_dim=8&num_epochs=2&batch_size=64"
FINISHED = 60_000  # milliseconds, on a loaded computer


STATES = "|".join(WORDS.get(state, state) for state in BADGES)


def badge(page):
    """Find the badge that tells how the run stands."""
    return page.locator(".stMarkdownBadge", has_text=re.compile(rf"\b({STATES})$")).first


def expect_state(page, state, timeout=None):
    expect(badge(page)).to_have_text(re.compile(rf"\b{state}$"), timeout=timeout)


def panel_button(page, name):
    """Find a button of the page itself: Streamlit shows a "Stop" of its own while a script runs."""
    return page.get_by_test_id("stMainBlockContainer").get_by_role("button", name=name)


def test_a_net_is_trained_live_and_its_run_is_seen_from_elsewhere(visit, open_page):
    page = visit(f"sentiment?{SMALL}&seed=5")
    page.get_by_role("button", name="Train Shortcut").click()
    expect(page).to_have_url(re.compile("run="))
    expect_state(page, "finished", FINISHED)
    page.wait_for_function(
        "badge => badge.getBoundingClientRect().top < innerHeight / 3",
        arg=badge(page).element_handle(),
    )  # the page went to the run that was asked for
    accuracy = page.get_by_test_id("stMetricValue").nth(2).inner_text()
    assert accuracy.endswith("%")
    elsewhere = open_page(page.url.split("/", 3)[3], dark=True, phone=True)
    expect_state(elsewhere, "finished")
    expect(elsewhere.get_by_test_id("stMetricValue").nth(2)).to_have_text(accuracy)
    page.get_by_role("tab", name="Read a review").click()
    expect(page.get_by_text("What should the net read? (LSTM 8)")).to_be_visible()


def test_a_long_run_is_paused_resumed_and_stopped_by_who_started_it(visit):
    page = visit("sentiment?num_epochs=50&units1=128&seed=6")
    page.get_by_role("button", name="Train Shortcut").click()
    expect_state(page, "learning", FINISHED)
    left = panel_button(page, "Resume").bounding_box()["x"]
    panel_button(page, "Pause").click()
    expect_state(page, "paused")
    assert panel_button(page, "Resume").bounding_box()["x"] == left  # a button that moves escapes a press
    panel_button(page, "Resume").click()
    expect_state(page, "learning")
    panel_button(page, "Stop").click()
    expect_state(page, "stopped")


def test_a_typed_review_is_read_and_its_words_are_coloured(visit):
    page = visit("sentiment?part=Read a review")
    box = page.get_by_role("textbox", name="What should")
    box.fill("The film was never <b>boring</b>.")
    box.press("Control+Enter")
    word = page.get_by_role("listitem", name=re.compile(r"^boring, [+−]\d")).first
    expect(word).to_be_visible()
    expect(word).to_have_css("background-color", re.compile(r"rgba\("))
    page.get_by_role("tab", name="Train and compare").click()
    page.get_by_role("button", name="Read it").first.click()  # a mistake of the net; leads back to the review
    expect(box).not_to_have_value("The film was never <b>boring</b>.")
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("tab", name="Read a review").click()
    expect(box).to_have_value("The film was never <b>boring</b>.")
