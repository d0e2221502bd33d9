"""A menu of runs: names on the menu, ids in the address."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def one() -> None:
    import streamlit as st

    from seqviz.ui.runs.menus import run_menu
    from seqviz.ui.state import page_state
    from seqviz.ui.state.address import Choice

    names = {"bundled": "comes with the app", "r1": "LSTM 32 · yours", "r2": "GRU 8 · somebody else's"}
    names = {run: name + st.session_state.get("later", "") for run, name in names.items()}
    net = Choice("net", tuple(names), "bundled", "run {}".format)
    page_state.adopt([net])
    st.text(run_menu(net, "Net", list(names), names.__getitem__))


def vectors() -> None:
    import streamlit as st

    from seqviz.ui.runs.menus import run_menu
    from seqviz.ui.state import page_state
    from seqviz.ui.state.address_lists import RunIds

    names = {"0123456789abcdef-1": "skip-gram · yours", "0123456789abcdef-2": "skip-gram · somebody else's"}
    of = RunIds("vectors_of", 1)
    page_state.adopt([of])
    st.text(run_menu(of, "Run", list(names), names.__getitem__))


def several() -> None:
    import streamlit as st

    from seqviz.ui.runs.menus import several_runs
    from seqviz.ui.state import page_state
    from seqviz.ui.state.address_lists import RunIds

    names = {f"0123456789abcdef-{k}": f"LSTM {k} · yours" for k in (1, 2, 3)}
    beside = RunIds("beside", 2)
    page_state.adopt([beside])
    st.text(
        " ".join(run[-1] for run in several_runs(beside, "Compare", list(names), names.__getitem__, "none"))
    )


def address(at, key):
    value = at.query_params.get(key, [])
    return [value] if isinstance(value, str) else list(value)


def shown(at):
    assert not at.exception, at.exception
    return at.text[0].value


def test_the_menu_shows_names_and_the_address_holds_the_id():
    at = AppTest.from_function(one).run()
    assert shown(at) == "bundled"
    assert address(at, "net") == []
    assert at.selectbox[0].options[2] == "GRU 8 · somebody else's"
    at.selectbox[0].set_value("r2").run()
    assert shown(at) == "r2"
    assert address(at, "net") == ["run r2"]
    at.selectbox[0].set_value("bundled").run()
    assert address(at, "net") == []


@pytest.mark.parametrize(
    ("text", "opened"), [("run r1", "r1"), ("run gone", "bundled"), ("LSTM 32 · yours", "bundled")]
)
def test_an_address_opens_the_run_of_its_id(text, opened):
    at = AppTest.from_function(one)
    at.query_params["net"] = text
    assert shown(at.run()) == opened


def test_a_run_stays_chosen_when_its_name_changes():
    at = AppTest.from_function(one).run()
    at.selectbox[0].set_value("r1").run()
    at.session_state["later"] = " · 96.2%"
    assert shown(at.run()) == "r1"


def test_a_run_of_vectors_is_opened_by_its_id_and_chosen_by_its_name():
    at = AppTest.from_function(vectors)
    at.query_params["vectors_of"] = "0123456789abcdef-2"
    assert shown(at.run()) == "0123456789abcdef-2"
    at.selectbox[0].set_value("0123456789abcdef-1").run()
    assert (shown(at), address(at, "vectors_of")) == ("0123456789abcdef-1", [])


def test_several_runs_stand_in_the_address_one_by_one():
    at = AppTest.from_function(several).run()
    assert shown(at) == ""
    at.multiselect[0].set_value(["0123456789abcdef-1", "0123456789abcdef-3"]).run()
    assert shown(at) == "1 3"
    assert address(at, "beside") == ["0123456789abcdef-1", "0123456789abcdef-3"]
    at.multiselect[0].set_value([]).run()
    assert (shown(at), address(at, "beside")) == ("", [])
