from __future__ import annotations

import pytest
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.testing.v1 import AppTest

from seqviz.ui.server.engine import store
from seqviz.ui.state import session


def two_pages() -> None:
    import streamlit as st

    from seqviz.ui import controls
    from seqviz.ui.state import page_state, refusals, session
    from seqviz.ui.state.address import Choice, Flag, Number, Text
    from seqviz.ui.state.address_lists import Several

    hidden, rate = Number("hidden", 1, 64, 16, 1), Number("rate", 0.001, 1.0, 0.01, 0.001)
    cell, large = Choice("cell", ("rnn", "lstm"), "lstm", str.upper), Flag("large")
    text, steps = Text("text", "not bad", 20), Several("steps", ("stem", "stop"), ("stem",))
    long = Text("long", "so so", 5_000)
    settings = (hidden, rate, cell, large, text, steps, long, page_state.RUN)
    page = "other" if st.checkbox("Another page", key="elsewhere") else "one"
    session.enter(page, ["elsewhere"])
    page_state.adopt(settings if page == "one" else ())
    if page == "one":
        values = [
            controls.slider(hidden, "Hidden"),
            controls.number(rate, "Rate"),
            controls.choice(cell, "Cell"),
            controls.flag(large, "Large"),
            controls.line(text, "Text"),
            controls.several(steps, "Steps"),
        ]
        if not st.checkbox("Hide the long text", key="hide"):
            controls.passage(long, "Long")
        st.code(values)
        st.json([page_state.value(page_state.RUN), page_state.value(long)])
        st.caption(" ".join(refusals.refused(settings)) or "nothing refused")
        st.button("Open", on_click=page_state.put, args=(page_state.RUN, "r7"))
    else:
        st.code([session.held(setting.name) for setting in settings])


DEFAULTS = "[16, 0.01, 'lstm', False, 'not bad', ('stem',)]"
CHOSEN = "[4, 0.01, 'rnn', True, 'a & b', ('stop',)]"
ADDRESS = {"hidden": "4", "cell": "RNN", "large": "true", "text": "a & b", "steps": "stop"}


def opened(**address: str) -> AppTest:
    at = AppTest.from_function(two_pages, default_timeout=30)
    for name, text in address.items():
        at.query_params[name] = text
    at.run()
    assert not at.exception
    return at


def values(at: AppTest) -> str:
    return at.code[0].value


def address_of(at: AppTest) -> dict[str, str]:
    return {name: "".join(at.query_params[name]) for name in at.query_params}


def said(at: AppTest, **address: str) -> None:
    """Let the browser say another address."""
    for name in list(at.query_params):
        del at.query_params[name]
    for name, text in address.items():
        at.query_params[name] = text


@pytest.fixture
def by_history(monkeypatch):
    """Give a function that runs a page as Back does, with the address that the browser then has."""

    def go(at: AppTest, **address: str) -> None:
        said(at, **address)
        with monkeypatch.context() as patch:
            patch.setattr(
                ScriptRunContext, "is_history_navigation", property(lambda _: True, lambda *_: None), False
            )
            at.run()
        assert not at.exception

    return go


def choose(at: AppTest) -> None:
    at.slider(key="hidden").set_value(4)
    at.segmented_control(key="cell").set_value("rnn")
    at.toggle(key="large").set_value(True)
    at.text_input(key="text").set_value("a & b")
    at.multiselect(key="steps").set_value(["stop"]).run()


def test_what_is_chosen_is_written_to_the_address_and_defaults_are_not():
    at = opened()
    assert (values(at), address_of(at)) == (DEFAULTS, {})
    choose(at)
    assert (values(at), address_of(at)) == (CHOSEN, ADDRESS)
    assert values(opened(**ADDRESS)) == CHOSEN
    at.slider(key="hidden").set_value(16).run()
    assert "hidden" not in address_of(at)


def test_a_page_entered_again_finds_its_settings_and_no_other_page_does():
    at = opened()
    choose(at)
    at.button[0].click().run()
    said(at)
    at.checkbox(key="elsewhere").check().run()
    assert values(at) == "[None, None, None, None, None, None, None, None]"
    at.checkbox(key="elsewhere").uncheck().run()
    assert (values(at), address_of(at)) == (CHOSEN, ADDRESS | {"run": "r7"})


def test_a_link_to_a_page_left_before_says_all_that_holds_there():
    at = opened()
    choose(at)
    at.checkbox(key="elsewhere").check().run()
    said(at, cell="RNN")
    at.checkbox(key="elsewhere").uncheck().run()
    assert values(at) == "[16, 0.01, 'rnn', False, 'not bad', ('stem',)]"


def test_a_message_sent_before_the_address_changed_undoes_nothing():
    at = opened()
    choose(at)
    said(at, hidden="16")
    at.run()
    assert (values(at), address_of(at)) == (CHOSEN, ADDRESS)


def test_back_and_forward_bring_what_their_address_says_and_nothing_else(by_history):
    at = opened()
    choose(at)
    at.button[0].click().run()
    by_history(at, hidden="8", run="r1")
    assert values(at) == "[8, 0.01, 'lstm', False, 'not bad', ('stem',)]"
    assert at.json[0].value == '["r1", "so so"]'
    by_history(at, **ADDRESS)
    assert values(at) == CHOSEN
    by_history(at)
    assert (values(at), address_of(at)) == (DEFAULTS, {})


def test_a_control_that_is_hidden_for_a_while_keeps_what_it_held():
    at = opened()
    at.text_area(key="long").set_value("mine").run()
    at.checkbox(key="hide").check().run()
    assert at.json[0].value == '["", "mine"]'
    assert address_of(at)["long"] == "mine"
    at.checkbox(key="hide").uncheck().run()
    assert at.text_area(key="long").value == "mine"


def test_a_text_too_long_for_the_address_is_kept_and_its_key_leads_to_it(monkeypatch):
    monkeypatch.setattr(session, "owner", lambda: "she")
    text = "word " * 800
    at = opened()
    at.text_area(key="long").set_value(text).run()
    key = address_of(at)["long"]
    assert store().uploads.read(key).decode() == text
    at.run()
    assert address_of(at)["long"] == key  # kept once
    again = opened(long=key)
    assert again.text_area(key="long").value == text
    assert address_of(again)["long"] == key
    store().uploads.delete(key, "she")
    assert opened(long=key).text_area(key="long").value == key


@pytest.mark.parametrize(("control", "typed"), [("rate", 100.0), ("rate", 0.0), ("text", "a" * 21)])
def test_a_refused_value_is_named_where_it_was_typed_and_what_stood_before_holds(control, typed):
    at = opened()
    box = at.number_input(key="rate") if control == "rate" else at.text_input(key="text")
    good = 0.5 if control == "rate" else "good"
    box.set_value(good).run()
    box.set_value(typed).run()
    assert box.value == typed  # what was typed is not lost
    assert repr(good) in values(at)
    assert address_of(at)[control] == str(good)
    assert at.caption[0].value == control.capitalize()
    wanted = "a number from 0.001 to 1" if control == "rate" else "a text of at most 20 characters"
    assert wanted in at.error[0].value
    box.set_value(good).run()
    assert (len(at.error), at.caption[0].value) == (0, "nothing refused")


def test_what_was_refused_is_found_again_with_its_page_and_still_refused():
    at = opened()
    at.number_input(key="rate").set_value(0.5).run()
    at.number_input(key="rate").set_value(100.0).run()
    at.checkbox(key="elsewhere").check().run()
    said(at)
    at.checkbox(key="elsewhere").uncheck().run()
    assert at.number_input(key="rate").value == 100.0
    assert at.caption[0].value == "Rate"
    assert values(at) == DEFAULTS.replace("0.01", "0.5")
