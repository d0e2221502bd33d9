from __future__ import annotations

from streamlit.testing.v1 import AppTest


def counting() -> None:
    from dataclasses import dataclass

    import streamlit as st

    from seqviz.ui.session import held, owner, remember, set_controls

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


def test_a_callback_sets_a_control_by_its_key():
    at = AppTest.from_function(counting).run()
    at.button[0].click().run()
    assert at.text_input(key="box").value == "filled"
    assert at.code[0].value.endswith("'filled', None]")
