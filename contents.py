"""The main script of every session: it checks the address, then opens the page."""

from __future__ import annotations

import streamlit as st

from seqviz.ui.course_links import navigation
from seqviz.ui.frame.set_up import show_what_was_set_up
from seqviz.ui.progress import memory as progress
from seqviz.ui.server import doors
from seqviz.ui.state import address_check, page_state, preferences
from seqviz.ui.state.session import enter
from seqviz.ui.syllabus import Lesson, course
from seqviz.ui.widgets.browser_history import browser_history

HOME = Lesson("home", "Home", "What is there to see, and where do I begin?", "home")
SYLLABUS = course()


def main() -> None:
    """Open the page that was asked for."""
    st.set_page_config(page_title="seqviz", page_icon="assets/icon.png", layout="wide")
    address_check.check(*preferences.SETTINGS)
    page_state.adopt_once(preferences.SETTINGS)
    page = navigation(SYLLABUS, HOME)
    with doors.let_in(page.url_path):
        enter(page.url_path, [setting.name for setting in preferences.SETTINGS])
        preferences.style()
        progress.note_opened(page.url_path)
        page.run()
        show_what_was_set_up()
        preferences.sidebar()
        browser_history.keep_one_entry_a_page()
        progress.keep()


if __name__ == "__main__":
    main()
