from __future__ import annotations

import json
from typing import Any
from unittest import mock

import pytest
from streamlit.testing.v1 import AppTest

from seqviz.ui.widgets.progress_keeper.progress_keeper import COOKIE


def course() -> None:
    import streamlit as st

    from seqviz.ui.progress import memory
    from seqviz.ui.state import session

    session.enter("cleaning", [])
    memory.note_opened("home")
    memory.note_opened("cleaning")
    if st.button("Check 1", key="1"):
        st.text(f"new: {memory.note_task(1, 2)}")
    if st.button("Check 2", key="2"):
        memory.note_task(2, 2)
    if st.button("Guess", key="guess"):
        memory.note_prediction("Which?", 1)
    st.button("Wipe", key="wipe", on_click=memory.wipe)
    st.json(memory.as_data())
    st.text(memory.predicted("Which?"))
    memory.keep()


def opened(cookie: str = "") -> AppTest:
    with mock.patch("streamlit.context") as context:
        context.cookies = {COOKIE: cookie}
        at = AppTest.from_function(course).run()
    assert not at.exception
    return at


def of_cleaning(at: AppTest) -> dict[str, Any]:
    return json.loads(at.json[0].value)["cleaning"]


def test_a_page_is_opened_and_home_is_no_lesson():
    assert of_cleaning(opened()) == {"opened": True, "done": False, "tasks": [], "predictions": {}}
    assert "home" not in opened().json[0].value


def test_a_lesson_is_done_when_all_its_tasks_are_and_a_task_is_new_once():
    at = opened()
    at.button(key="1").click().run()
    assert "new: True" in [text.value for text in at.text]
    at.button(key="1").click().run()
    assert "new: False" in [text.value for text in at.text]
    assert not of_cleaning(at)["done"]
    at.button(key="2").click().run()
    assert of_cleaning(at)["tasks"] == [1, 2] and of_cleaning(at)["done"]


def test_the_browsers_cookie_is_taken_up_and_wiped_with_the_rest():
    at = opened("tokens:o.1~cleaning:o.2")
    assert of_cleaning(at)["tasks"] == [2]
    at.button(key="guess").click().run()
    assert at.text[0].value == "1"
    at.button(key="wipe").click().run()
    assert "tokens" not in at.json[0].value and of_cleaning(at)["tasks"] == []
    assert at.text[0].value == "None"


@pytest.mark.parametrize("cookie", ["<script>", "cleaning:" + "1." * 4000, "%00~~~:::"])
def test_a_cookie_that_nobody_wrote_is_ignored(cookie):
    assert of_cleaning(opened(cookie))["tasks"] == []
