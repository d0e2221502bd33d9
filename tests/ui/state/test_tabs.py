from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def lesson() -> None:
    import streamlit as st

    from seqviz.ui import controls, frame
    from seqviz.ui.state import session
    from seqviz.ui.state.address import Number
    from seqviz.ui.state.set_together import reset_settings, set_together
    from seqviz.ui.state.tabs import Tabs

    size, depth = Number("size", 0, 9, 1, 1), Number("depth", 0, 9, 1, 1)
    tabs = Tabs({"First": (size,), "Second": (depth,)})
    frame.introduction("A lesson", "Why?", *tabs.settings())
    first, second = tabs.draw()
    with first:
        controls.slider(size, "Size")
    with second:
        controls.slider(depth, "Depth")
    st.code(session.held("parts"))
    st.button("both", on_click=set_together, args=({"size": 3, "depth": 3},))
    st.button("deep", on_click=set_together, args=({"depth": 2},))
    st.button("reset", key="back", on_click=reset_settings)


def opened(**address: str) -> AppTest:
    at = AppTest.from_function(lesson, default_timeout=30)
    for name, text in address.items():
        at.query_params[name] = text
    at.run()
    assert not at.exception
    return at


def click(at: AppTest, label: str) -> None:
    next(button for button in at.button if button.label == label).click().run()
    assert not at.exception


def state(at: AppTest) -> tuple[str, dict[str, str]]:
    return at.code[0].value, dict(at.query_params)


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ({}, "First"),
        ({"size": "4"}, "First"),
        ({"depth": "4"}, "Second"),
        ({"size": "4", "depth": "4"}, "First"),
        ({"depth": "4", "part": "First"}, "First"),
        ({"part": "Second"}, "Second"),
    ],
)
def test_the_address_opens_the_tab_that_it_names_or_else_that_of_its_settings(address, title):
    assert opened(**address).code[0].value == title


def test_what_is_set_together_opens_its_tab_unless_the_open_one_holds_some_of_it_and_undo_goes_back():
    at = opened()
    click(at, "both")
    assert state(at)[0] == "First"
    click(at, "deep")
    assert state(at) == ("Second", {"size": "3", "depth": "2", "part": "Second"})
    click(at, "both")
    assert state(at)[0] == "Second"
    at = opened()
    click(at, "deep")
    click(at, "Undo")
    assert state(at) == ("First", {})


def test_a_reset_leaves_the_tab_open_whose_settings_it_puts_back():
    at = opened(depth="4")
    click(at, "reset")
    assert state(at) == ("Second", {"part": "Second"})
