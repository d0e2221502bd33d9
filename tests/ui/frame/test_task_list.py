from __future__ import annotations

from streamlit.testing.v1 import AppTest


def lesson() -> None:
    from seqviz.ui import controls, frame
    from seqviz.ui.frame.task import Result, Task, done, missing
    from seqviz.ui.state import page_state
    from seqviz.ui.state.address import Number

    size = Number("size", 0, 9, 1, 1)

    def is_large(size: int) -> Result:
        return done(f"It is {size}.") if size > 5 else missing(f"It is {size}: make it larger.")

    frame.introduction("A lesson", "Why?", size)
    controls.slider(size, "Size")
    frame.tasks([Task("Make it large.", {"size": 2}, is_large)], lambda: page_state.usable(size))


def opened() -> AppTest:
    at = AppTest.from_function(lesson).run()
    assert not at.exception
    return at


def said(at: AppTest) -> list[str]:
    return [text.value for text in at.markdown][1:]


def test_nothing_is_said_before_somebody_asks():
    assert said(opened()) == []


def test_setting_a_task_up_says_what_is_missing_and_doing_it_ticks_it():
    at = opened()
    at.button(key="task:1").click().run()
    assert said(at) == [":material/pending: It is 2: make it larger."]
    at.slider(key="size").set_value(8).run()
    assert said(at) == ["✔ It is 8. **Done.**"]


def test_checking_says_what_is_there_and_a_new_session_that_it_was_done():
    at = opened()
    at.slider(key="size").set_value(7).run()
    assert said(at) == []
    at.button(key="check:1").click().run()
    assert said(at) == ["✔ It is 7. **Done.**"]
    del at.session_state["memory:seqviz.ui.frame.task_list._Asked"]
    at.run()
    assert said(at) == ["✔ **Done** before."]
