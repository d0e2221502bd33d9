from __future__ import annotations

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from seqviz.ui.state.session import OWNER_COOKIE


def counting() -> None:
    from dataclasses import dataclass

    import streamlit as st

    from seqviz.ui.state.session import held, owner, remember, set_controls

    @dataclass
    class Count:
        clicks: int = 0

    memory = remember(Count)  # the class is a new one on every run, as after an edit
    memory.clicks += 1
    st.button("Fill", on_click=set_controls, args=({"box": "filled"},))
    st.text_input("Box", key="box")
    st.code([memory.clicks, owner(), held("box"), held("nothing")])


def test_memory_outlives_runs_and_a_change_of_its_class():
    at = AppTest.from_function(counting).run()
    assert not at.exception
    first = at.code[0].value
    at.run()
    second = at.code[0].value
    assert first.startswith("[1, ")
    assert second.startswith("[2, ")
    assert first.split(", ")[1] == second.split(", ")[1]


def test_two_sessions_have_two_owners():
    names = {AppTest.from_function(counting).run().code[0].value.split(", ")[1] for _ in range(2)}
    assert len(names) == 2


@pytest.mark.parametrize("later", [{}, {OWNER_COOKIE: "b" * 32}])
def test_a_session_is_who_its_cookie_said_at_first_though_the_browser_connect_anew(monkeypatch, later):
    def owner_with(cookies):
        monkeypatch.setattr(ContextProxy, "cookies", property(lambda _: cookies))
        return at.run().code[0].value.split(", ")[1].strip("'")

    at = AppTest.from_function(counting)
    assert owner_with({OWNER_COOKIE: "a" * 32}) == "a" * 32
    assert owner_with(later) == "a" * 32


@pytest.mark.parametrize("cookie", ["", "short", "a" * 31 + ";", "a" * 65])
def test_no_cookie_but_ours_names_anybody(monkeypatch, cookie):
    monkeypatch.setattr(ContextProxy, "cookies", property(lambda _: {OWNER_COOKIE: cookie}))
    assert AppTest.from_function(counting).run().code[0].value.split(", ")[1].strip("'") != cookie


def test_a_callback_sets_a_control_by_its_key():
    at = AppTest.from_function(counting).run()
    at.button[0].click().run()
    assert at.text_input(key="box").value == "filled"
    assert at.code[0].value.endswith("'filled', None]")
