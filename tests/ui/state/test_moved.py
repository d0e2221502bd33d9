from __future__ import annotations

from streamlit.testing.v1 import AppTest


def lesson() -> None:
    import streamlit as st

    from seqviz.ui import controls, frame
    from seqviz.ui.state.address import Number
    from seqviz.ui.state.moved import were_moved
    from seqviz.ui.state.set_together import set_together

    size, depth = Number("size", 0, 9, 1, 1), Number("depth", 0, 9, 1, 1)
    frame.introduction("A lesson", "Why?", size, depth)
    controls.slider(size, "Size")
    controls.slider(depth, "Depth")
    st.button("set", on_click=set_together, args=({"size": 1, "depth": 2},))
    st.json([were_moved([size]), were_moved([depth]), were_moved([size, depth])])


def opened(**address: str) -> AppTest:
    at = AppTest.from_function(lesson)
    for name, text in address.items():
        at.query_params[name] = text
    return at.run()


def test_settings_of_the_address_and_of_a_task_are_moved_where_they_are_no_defaults():
    assert opened().json[0].value == "[false, false, false]"
    assert opened(size="2").json[0].value == "[true, false, true]"
    at = opened()
    next(button for button in at.button if button.label == "set").click().run()
    assert at.json[0].value == "[false, true, true]"


def test_a_control_that_a_person_moves_has_been_in_sight_before():
    at = opened()
    at.slider(key="size").set_value(3).run()
    assert at.json[0].value == "[false, false, false]"
