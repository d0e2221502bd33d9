"""A recurrent net as it reads a sentence: its neurons folded and unrolled, and a hidden state token by token."""

from __future__ import annotations

import streamlit as st

from seqviz.experiments.word_order.pairs import PAIRS
from seqviz.experiments.word_order.trained import OrderReader
from seqviz.figures.gates import TraceView
from seqviz.text.tokens import words
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.trained import BUNDLED, trained
from seqviz.ui.sentences import readers
from seqviz.ui.sentences.limits import limits_of_reading
from seqviz.ui.sentences.pooling import answer_rests_on
from seqviz.ui.state.address import Setting, Text
from seqviz.ui.widgets.gate_canvas.canvas_place import CanvasPlace
from seqviz.ui.widgets.gate_canvas.gate_canvas import gate_canvas
from seqviz.ui.widgets.unrolled.unrolled import unrolled

SENTENCE = Text("sentence", PAIRS[0][0], 500)
PLACE = CanvasPlace("state_")
SETTINGS: tuple[Setting, ...] = (SENTENCE, *PLACE.settings)
MOST_TOKENS = 100


def plain_reader() -> OrderReader:
    """Return the nets that come with the app and have learned to read reviews: the recurrent one is a plain net."""
    found: OrderReader = trained("order", BUNDLED, "word_order")
    return found


@st.fragment
def reading_part() -> None:
    """Let a person type a sentence, and show a plain net and an LSTM as they read it."""
    st.subheader("One layer of neurons, folded and unrolled")
    tokens = words(controls.line(SENTENCE, "A sentence"))
    if not tokens:
        st.info("The sentence needs at least one word.", icon=":material/edit:")
        return
    reader = plain_reader()
    if limits := limits_of_reading([tokens], reader.unknown(tokens), MOST_TOKENS):
        st.caption(limits)
    unrolled(
        reader.unrolled(tokens[:MOST_TOKENS]),
        key="neuron",
        label="The recurrent net as it reads the sentence",
    )
    st.caption(
        "**How to read it.** The box is the state, a bar for each unit: blue above 0, orange below. From below comes "
        "the word, to the right goes the state, above stands the answer had the sentence ended there. The loop on "
        "the left and the row on the right are the same net with the same weights W, U and V."
    )
    _state(tokens[:MOST_TOKENS])


def _state(tokens: list[str]) -> None:
    """Show the hidden state of the net that comes with the app while it reads the sentence."""
    st.subheader("The hidden state of a trained net, token by token")
    net = readers.bundled().reader
    text = net.encode(" ".join(tokens))
    states = {"hidden_state": net.trace(text).layers[0].gates["hidden_state"]}
    gate_canvas(
        [TraceView("Hidden state", text.tokens, states, net.positive_after_each_token(text))],
        key="state",
        selection=PLACE.selection(),
        on_select=PLACE.follow,
        label="Hidden state, units down, tokens across",
    )
    st.caption(
        f"**How to read it.** A column is a word of “{escaped(' '.join(tokens))}”, a row one of the "
        f"{states['hidden_state'].shape[1]} units of the LSTM that comes with the app. With its cell state, which the "
        "page *LSTM cell* shows, a column is all that the net carries on from the words up to there. The curve on top "
        "is the probability of positive, had the sentence ended there. "
        f"{answer_rests_on(net.experiment.pooling)}"
    )
