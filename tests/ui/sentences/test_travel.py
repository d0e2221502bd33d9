from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from seqviz.ui.cells import nets
from seqviz.ui.runs.trained import BUNDLED
from seqviz.ui.sentences import readers


def two_lessons() -> None:
    import streamlit as st

    from seqviz.ui import controls
    from seqviz.ui.sentences.travel import note_used, offer_used
    from seqviz.ui.state import page_state, session
    from seqviz.ui.state.address import Choice, Text

    page = "gate_inspector" if st.checkbox("Another page", key="elsewhere") else "sentiment"
    session.enter(page, ["elsewhere"])
    sentence = Text(f"sentence_{page}", f"The text of {page}.", 100)
    net = Choice(f"net_{page}", ("a", "b", "c"), "a")
    page_state.adopt((sentence, net))
    offer_used(sentence, lambda net_id: {net.name: net_id} if net_id in net.options else {})
    typed, chosen = controls.line(sentence, "Sentence"), controls.menu(net, "Net")
    note_used(typed, chosen, is_own=(typed, chosen) == (sentence.default, "a"))


def opened() -> AppTest:
    return AppTest.from_function(two_lessons, default_timeout=30).run()


def on_the_other_page(at: AppTest) -> AppTest:
    at.checkbox[0].set_value(not at.checkbox[0].value).run()
    assert not at.exception
    return at


def button(at: AppTest, label: str):
    return next((one for one in at.button if one.label.startswith(label)), None)


def held(at: AppTest) -> tuple[str, str]:
    return at.text_input[0].value, at.selectbox[0].value


OWN = ("The text of gate_inspector.", "a")


def test_a_sentence_and_its_net_are_offered_taken_over_by_a_click_and_given_back_by_one():
    at = opened()
    at.text_input[0].set_value("So *good*.").run()
    at.selectbox[0].set_value("b").run()
    on_the_other_page(at)
    assert held(at) == OWN and not at.query_params
    assert r"Your sentence and net from *Sentiment*: “So \*good\*.”" in at.markdown[0].value
    button(at, "Use it").click().run()
    assert held(at) == ("So *good*.", "b") and button(at, "Use it") is None
    button(at, "Back").click().run()
    assert held(at) == OWN
    assert button(at, "Back") is None and button(at, "Use it") is not None


def test_where_nothing_was_typed_nothing_is_offered_and_not_where_it_came_from():
    at = on_the_other_page(opened())
    assert not at.button
    at.text_input[0].set_value("Fine.").run()
    assert not at.button
    on_the_other_page(at)
    assert "from *Gate inspector*" in at.markdown[0].value


@pytest.mark.parametrize(
    ("cell", "net_id", "net"),
    [("lstm", BUNDLED, nets.TRAINED), ("gru", BUNDLED, None), ("lstm", "imdb-gru", None), ("gru", "", None)]
    + [("gru", "imdb-gru", "imdb-gru"), ("lstm", readers.OPENS_WITH, readers.OPENS_WITH)],
)
def test_a_net_travels_to_the_page_of_its_own_cell_only(cell, net_id, net):
    assert nets.reading_with(cell, net_id) == ({} if net is None else {"net": net})
