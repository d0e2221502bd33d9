from __future__ import annotations

import re

from playwright.sync_api import expect

from contents import SYLLABUS
from tests.browser.settled import settled
from tests.browser.test_home import fits

LESSONS = [lesson for lessons in SYLLABUS.values() for lesson in lessons]


def test_one_session_walks_through_the_whole_course_on_a_phone_in_the_dark(open_page):
    """Also: nothing in the console (see `open_page`), and nothing wider than the screen."""
    page = open_page(dark=True, phone=True)
    title = page.get_by_role("heading", level=1)
    for lesson in LESSONS:
        before = title.inner_text()
        page.get_by_test_id("stSidebarNavLink").filter(has_text=lesson.title).dispatch_event("click")
        expect(title).not_to_have_text(before)
        expect(page).to_have_url(re.compile(f"/{lesson.page}$"))
        settled(page)
        assert page.get_by_test_id("stException").count() == 0, lesson.title
        assert fits(page), lesson.title
