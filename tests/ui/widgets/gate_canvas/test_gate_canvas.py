from streamlit.testing.v1 import AppTest


def page(token, unit, pins):
    import numpy as np
    import streamlit as st

    from seqviz.figures.gates import TraceView
    from seqviz.ui.widgets.gate_canvas.gate_canvas import Selection, gate_canvas

    view = TraceView(
        "LSTM", ("not", "good"), {"hidden_state": np.zeros((2, 3)), "forget_gate": np.ones((2, 3))}
    )
    wanted = None if token is None else Selection("update_gate", token, unit, pins, False, "nonsense", 99)
    st.text(repr(gate_canvas([view], key="canvas", selection=wanted)))


def stands_at(*place):
    at = AppTest.from_function(page, args=place).run()
    assert not at.exception
    return at.text[0].value


def test_a_selection_beyond_the_text_or_the_net_is_brought_within():
    assert stands_at(99, 99, (0, 1, 2)) == (
        "Selection(gate='hidden_state', token=1, unit=2, pins=(0, 1), all_gates=False, order='number', moment=0)"
    )


def test_left_to_the_person_the_canvas_begins_at_the_first_token():
    assert stands_at(None, 0, ()) == (
        "Selection(gate='hidden_state', token=0, unit=0, pins=(), all_gates=False, order='number', moment=0)"
    )
