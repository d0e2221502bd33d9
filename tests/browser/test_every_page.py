from __future__ import annotations

import re

from playwright.sync_api import expect

from contents import SYLLABUS
from tests.browser.settled import settled
from tests.browser.test_home import fits

LESSONS = [lesson for lessons in SYLLABUS.values() for lesson in lessons]


def go_to(page, title):
    page.get_by_test_id("stSidebarNavLink").filter(has_text=title).dispatch_event("click")


def chosen_cell(page):
    return page.get_by_test_id("stMainBlockContainer").get_by_role("radio", name="GRU")


def test_one_session_walks_through_the_whole_course_on_a_phone_in_the_dark(open_page):
    """Nothing in the console either (see `open_page`), and nothing wider than the screen.

    No page takes what a control of the same name held on another: Sentiment's cell was once the LSTM page's
    drawing, and its units those of a net that writes.
    """
    page = open_page("sentiment", dark=True, phone=True)
    page.get_by_text("GRU", exact=True).first.click()
    expect(page).to_have_url(re.compile("cell=GRU"))
    page.get_by_test_id("stExpandSidebarButton").click()
    for lesson in LESSONS:
        title = page.get_by_role("heading", level=1)
        before = title.inner_text()
        go_to(page, lesson.title)
        if lesson.page != "sentiment":
            expect(title).not_to_have_text(before)
        expect(page).to_have_url(re.compile(rf"/{lesson.page}$|/sentiment\?cell=GRU$"))
        settled(page)
        assert title.count() == 1
        assert page.get_by_test_id("stException").count() == 0, lesson.title
        assert fits(page), lesson.title
    go_to(page, "Sentiment")
    expect(page).to_have_url(re.compile("cell=GRU"))  # what was chosen here comes back
