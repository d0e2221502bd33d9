from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from seqviz.ui.runs import asking
from seqviz.ui.runs import buttons as run_buttons


def page() -> None:
    import streamlit as st

    from seqviz.ui.runs import asking
    from seqviz.ui.state import page_state

    page_state.adopt([page_state.RUN])
    if st.button("Train"):
        asking.ask_for(None)  # type: ignore[arg-type]
    st.text(page_state.value(page_state.RUN))


@pytest.mark.parametrize("address", [{}, {"run": "r0"}])
def test_a_message_sent_before_the_run_was_asked_for_does_not_close_it(monkeypatch, address):
    monkeypatch.setattr(asking, "owner", lambda: "somebody")
    run = SimpleNamespace(id="r1", state="waiting", owner="somebody")
    monkeypatch.setattr(asking, "store", lambda: SimpleNamespace(submit=lambda experiment, owner, **how: run))
    at = AppTest.from_function(page).run()
    at.button[0].click().run()
    assert "".join(at.query_params["run"]) == at.text[0].value == "r1"
    at.query_params.pop("run")
    at.query_params.update(address)
    at.run()
    assert "".join(at.query_params["run"]) == at.text[0].value == "r1"


def buttons_of(record):
    from seqviz.ui.runs import buttons as run_buttons

    run_buttons.buttons(record)


def test_the_buttons_of_a_live_run_stay_where_they_are_and_the_right_ones_can_be_pressed(monkeypatch):
    """A button that came or went would move the others away from under the pointer, between down and up."""
    monkeypatch.setattr(run_buttons, "owner", lambda: "somebody")

    def shown(state):
        record = SimpleNamespace(id="r1", owner="somebody", state=state, is_live=True)
        at = AppTest.from_function(buttons_of, args=(record,)).run()
        return [(button.label, button.disabled) for button in at.button]

    assert shown("waiting") == [("Pause", True), ("Resume", True), ("Stop", False)]
    assert shown("running") == [("Pause", False), ("Resume", True), ("Stop", False)]
    assert shown("paused") == [("Pause", True), ("Resume", False), ("Stop", False)]


def test_nobody_else_can_pause_or_stop_a_live_run(monkeypatch):
    monkeypatch.setattr(run_buttons, "owner", lambda: "a watcher")
    record = SimpleNamespace(id="r1", owner="somebody", state="running", is_live=True)
    at = AppTest.from_function(buttons_of, args=(record,)).run()
    assert not at.exception
    assert {button.label for button in at.button}.isdisjoint({"Pause", "Resume", "Stop"})
