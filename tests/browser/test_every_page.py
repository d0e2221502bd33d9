from __future__ import annotations

import re

from playwright.sync_api import expect

from contents import SYLLABUS
from tests.browser.settled import settled
from tests.browser.test_home import fits

LESSONS = [lesson for lessons in SYLLABUS.values() for lesson in lessons]


def go_to(page, title):
    page.get_by_test_id("stSidebarNavLink").filter(has_text=title).dispatch_event("click")


def test_one_session_walks_through_the_whole_course_on_a_phone_in_the_dark(open_page):
    """Nothing in the console either (see `open_page`), and nothing wider than the screen."""
    page = open_page(dark=True, phone=True)
    title = page.get_by_role("heading", level=1)
    page.get_by_role("main").get_by_role("link", name="Glossary").wait_for()
    assert fits(page)
    page.get_by_test_id("stExpandSidebarButton").click()
    for lesson in LESSONS:
        before = title.inner_text()
        go_to(page, lesson.title)
        expect(title).not_to_have_text(before)
        expect(page).to_have_url(re.compile(f"/{lesson.page}$"))
        settled(page)
        assert title.count() == 1
        assert page.get_by_test_id("stException").count() == 0, lesson.title
        assert fits(page), lesson.title


def test_no_page_takes_what_a_control_of_the_same_name_held_on_another(open_page):
    """Sentiment's cell was the LSTM page's drawing, and its 32 units those of a net that writes."""
    page = open_page("sentiment")
    page.get_by_text("GRU", exact=True).first.click()
    expect(page).to_have_url(re.compile("cell=GRU"))
    for lesson, heading in (("LSTM cell", "The LSTM cell"), ("Text generation", "Text generation")):
        go_to(page, lesson)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        settled(page)
        assert page.get_by_test_id("stException").count() == 0
        assert "?" not in page.url
    go_to(page, "Sentiment")
    expect(page).to_have_url(re.compile("cell=GRU"))  # what was chosen here comes back
