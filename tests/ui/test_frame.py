from __future__ import annotations

import plotly.graph_objects as go
from streamlit.testing.v1 import AppTest

from seqviz.figures import palette
from seqviz.ui.state import preferences
from tests.figures.labelled import assert_labelled


def lesson() -> None:
    import streamlit as st

    from seqviz.ui import controls, frame
    from seqviz.ui.frame.task import Task, missing
    from seqviz.ui.state.address import Choice, Flag, Number, Text

    hidden = Number("hidden", 1, 64, 16, 1)
    rate = Number("rate", 0.001, 1.0, 0.01, 0.001)
    cell = Choice("cell", ("rnn", "lstm"), "lstm", str.upper)
    pooling = Choice("pooling", ("last", "mean"), "last")
    large, text, long = Flag("large"), Text("text", "not bad", 20), Text("long", "so so", 50)
    frame.introduction("A lesson", "Does it hold?", hidden, rate, cell, pooling, large, text, long)
    st.code(
        [
            controls.slider(hidden, "Hidden"),
            controls.number(rate, "Rate"),
            controls.choice(cell, "Cell"),
            controls.menu(pooling, "Pooling"),
            controls.flag(large, "Large"),
            controls.line(text, "Text"),
            controls.passage(long, "Long"),
        ]
    )
    values = {"hidden": 4, "rate": 0.5, "cell": "rnn", "pooling": "mean", "large": True, "text": "a"}
    frame.tasks([Task("Go", values, lambda _: missing("Not yet."))], lambda: None)
    frame.predict("Open or shut?", ["open", "shut"], "It shuts at *not*.", answer="shut")
    frame.misconceptions([("tanh ranges over (0, 1)", "tanh ranges over (−1, 1)")])
    frame.code(frame.sources)
    frame.sources(["Hochreiter & Schmidhuber 1997"])


def opened() -> AppTest:
    at = AppTest.from_function(lesson, default_timeout=30).run()
    assert not at.exception
    return at


def values(at: AppTest) -> str:
    return at.code[0].value


DEFAULTS = "[16, 0.01, 'lstm', 'last', False, 'not bad', 'so so']"


def test_every_kind_of_control_starts_at_its_default():
    assert values(opened()) == DEFAULTS


def test_a_task_sets_the_controls_and_reset_puts_them_back():
    at = opened()
    at.button(key="task:1").click().run()
    assert values(at) == "[4, 0.5, 'rnn', 'mean', True, 'a', 'so so']"
    at.button(key="Reset settings").click().run()
    assert values(at) == "[16, 0.01, 'lstm', 'last', False, 'a', 'so so']"  # what was typed stays
    at.button(key="Reset text").click().run()
    assert values(at) == DEFAULTS


def test_what_was_set_together_can_be_undone_and_nothing_else_is():
    at = opened()
    assert at.button(key="Undo").disabled
    at.text_area(key="long").set_value("mine").run()
    at.button(key="task:1").click().run()
    at.toggle(key="large").set_value(False)
    at.text_area(key="long").set_value("mine too").run()
    at.button(key="Undo").click().run()
    assert values(at) == "[16, 0.01, 'lstm', 'last', False, 'not bad', 'mine too']"
    assert at.button(key="Undo").disabled


def test_the_answer_shows_only_after_a_guess_which_then_stands():
    at = opened()
    assert "It shuts at *not*." not in [text.value for text in at.markdown]
    at.radio(key="prediction").set_value("open").run()
    assert at.info[0].value == "You said: open. It is: shut."
    assert "It shuts at *not*." in [text.value for text in at.markdown]
    assert len(at.radio) == 0


def test_a_right_guess_is_told_so():
    at = opened()
    at.radio(key="prediction").set_value("shut").run()
    assert at.success[0].value == "You said: shut. That is right."


def test_the_code_is_shown_as_it_stands_with_its_place():
    at = opened()
    assert at.expander[1].label == "sources · seqviz/ui/frame/folded.py"
    assert len(at.code) == 1  # what is folded away is not sent
    at.session_state["source:sources"] = True
    at.run()
    assert at.code[-1].value.startswith("def sources(")


def test_the_presenters_size_enlarges_type_and_height_of_a_copy():
    fig = go.Figure(layout=palette.layout(title="Loss", x_title="epoch", y_title="loss", height=400))
    height = fig.layout.height
    large = preferences.enlarge(fig)
    assert large.layout.height == round(1.35 * height)
    assert large.layout.xaxis.tickfont.size > 12
    assert fig.layout.height == height
    assert_labelled(large)
