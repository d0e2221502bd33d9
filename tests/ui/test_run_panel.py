from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from seqviz.ui import run_panel


def page() -> None:
    import streamlit as st

    from seqviz.ui import run_panel

    if st.button("Train"):
        run_panel.ask_for(None)  # type: ignore[arg-type]
    st.text(run_panel.address_is_behind())


@pytest.fixture
def asked(monkeypatch):
    monkeypatch.setattr(run_panel, "owner", lambda: "somebody")
    submit = SimpleNamespace(submit=lambda experiment, owner: SimpleNamespace(id="r1"))
    monkeypatch.setattr(run_panel, "store", lambda: submit)
    at = AppTest.from_function(page).run()
    assert at.text[0].value == "False"
    at.button[0].click().run()
    assert "".join(at.query_params["run"]) == "r1"
    assert at.text[0].value == "False"
    return at


def test_a_message_from_before_the_run_is_told_from_a_run_that_was_closed(asked, monkeypatch):
    del asked.query_params["run"]
    assert asked.run().text[0].value == "True"
    late = run_panel.time.monotonic() + run_panel.ON_ITS_WAY
    monkeypatch.setattr(run_panel, "time", SimpleNamespace(monotonic=lambda: late))
    assert asked.run().text[0].value == "False"


def test_another_run_in_the_address_is_older_than_the_one_just_asked_for(asked):
    asked.query_params["run"] = "r0"
    assert asked.run().text[0].value == "True"


def buttons_of(record):
    from seqviz.ui import run_panel

    run_panel._buttons(record)


def test_the_buttons_of_a_live_run_stay_where_they_are_and_the_right_ones_can_be_pressed(monkeypatch):
    """A button that came or went would move the others away from under the pointer, between down and up."""
    monkeypatch.setattr(run_panel, "owner", lambda: "somebody")

    def shown(state):
        record = SimpleNamespace(id="r1", owner="somebody", state=state, is_live=True)
        at = AppTest.from_function(buttons_of, args=(record,)).run()
        return [(button.label, button.disabled) for button in at.button]

    assert shown("waiting") == [("Pause", True), ("Resume", True), ("Stop", False)]
    assert shown("running") == [("Pause", False), ("Resume", True), ("Stop", False)]
    assert shown("paused") == [("Pause", True), ("Resume", False), ("Stop", False)]
