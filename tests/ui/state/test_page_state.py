from __future__ import annotations

import pytest
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.testing.v1 import AppTest

from seqviz.ui.server.engine import store
from seqviz.ui.state import session
from tests.ui.state.two_pages import ADDRESS, CHOSEN, DEFAULTS, address_of, opened, said, values


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
