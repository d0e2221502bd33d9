"""A page with a control of each kind and one without, as a session goes from one to the other."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


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
