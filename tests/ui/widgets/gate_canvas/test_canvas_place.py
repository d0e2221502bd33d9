from __future__ import annotations

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from seqviz.ui.state import page_state
    from seqviz.ui.widgets.gate_canvas.canvas_place import CanvasPlace
    from seqviz.ui.widgets.gate_canvas.gate_canvas import Selection

    place = CanvasPlace("at_", "forget_gate", token=3)
    page_state.adopt(place.settings)
    there = Selection("cell_state", 7, 5, (1, 6), True, "value here", 2)
    st.button("Walk", on_click=place.follow, args=(there,))
    st.code(repr(place.selection()))


def test_where_a_person_walks_on_the_canvas_is_in_the_address_and_leads_there_again():
    at = AppTest.from_function(page).run()
    assert "gate='forget_gate', token=3, unit=0" in at.code[0].value
    at.button[0].click().run()
    there = at.code[0].value
    assert there.endswith(
        "(gate='cell_state', token=7, unit=5, pins=(1, 6), all_gates=True, order='value here', moment=2)"
    )
    again = AppTest.from_function(page)
    again.query_params.update(at.query_params)
    assert again.run().code[0].value == there


def test_pins_that_are_no_numbers_are_no_pins():
    at = AppTest.from_function(page)
    at.query_params["at_pins"] = "1 x ½ -2 4"
    assert "pins=(1, 4)" in at.run().code[0].value
