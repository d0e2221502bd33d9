"""The first thing on the first page: a net reads a sentence while one types."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.corpora.grammar import table
from seqviz.corpora.reviews import SIZES
from seqviz.experiments.sentiment.trained import EncodedText, NothingToReadError, SentimentReader
from seqviz.figures.gates import TraceView
from seqviz.models.cells.kind import CellKind
from seqviz.models.cells.registry import cell_named
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.sentences.contributions import contributions_strip, say_what_was_lost
from seqviz.ui.sentences.review import REVIEW
from seqviz.ui.state.address import Setting
from seqviz.ui.widgets.gate_canvas.canvas_place import CanvasPlace
from seqviz.ui.widgets.gate_canvas.gate_canvas import gate_canvas

PLACE = CanvasPlace("at_")
SETTINGS: tuple[Setting, ...] = (REVIEW, *PLACE.settings)
#: Sentences to begin with; each turns on a small word.
EXAMPLES = {
    "Not good": "The film was not good.",
    "Never boring": "The film was never boring.",
    "But …": "The plot was dull, but the music was brilliant.",
}


@st.fragment
def first_look(net: SentimentReader) -> None:
    """Let a person type a sentence and see it read: the answer, each word's part in it, every gate.

    Args:
        net: the net that comes with the app.
    """
    st.subheader("A net reads your sentence")
    controls.examples(REVIEW, EXAMPLES)
    sentence = controls.line(REVIEW, "Type over it")
    st.caption(_what_it_knows(net))
    try:
        text = net.encode(sentence)
    except NothingToReadError as error:
        st.info(escaped(str(error)), icon=":material/edit:")
        return
    say_what_was_lost(text)
    _answer(net, text)
    _inside(net, text, net.positive_after_each_token(text))


def _what_it_knows(net: SentimentReader) -> str:
    *topics, last = table("topics")
    return (
        f"The net knows {net.num_known:,} different words and punctuation marks, those of the {SIZES['train']:,} short "
        f"reviews that it learned from; these were generated for the app ({', '.join(topics)} and {last}). "
        "It reads any other word as one and the same unknown word."
    )


def _answer(net: SentimentReader, text: EncodedText) -> None:
    positive = net.positive(text)
    if text.is_unknown.all():
        st.markdown(f"What it answers all the same: probability of positive {positive:.4f}.")
        return
    st.markdown(
        f"The net says **{'positive' if positive >= 0.5 else 'negative'}**: probability of positive "
        f"**{positive:.4f}**. It has read the sentence again with each word hidden: blue words move its answer "
        "towards positive, orange ones towards negative, by the log-odds ln(p / (1 − p)) that each adds. "
        "The curve over the picture is its answer so far."
    )
    contributions_strip(net, text, net.contributions(text), key="first-words")


def _inside(net: SentimentReader, text: EncodedText, path: np.ndarray) -> None:
    layer = net.trace(text).layers[0]
    view = TraceView("Inside the net", text.tokens, layer.gates, path)
    carried = _carried(cell_named(net.experiment.cell))
    gate_canvas(
        [view],
        key="first-gates",
        selection=PLACE.selection(),
        on_select=PLACE.follow,
        label="Gates of the net while it reads the sentence",
    )
    st.markdown(
        f"**How to read it.** A column is a word, a row one of the net's units. {carried}; choose "
        "a gate to see how far it is open for each unit at each word (0 to 1). Drag over the picture, or use the "
        "arrow keys."
    )


def _carried(kind: CellKind) -> str:
    """Say what a cell hands on from word to word; where there are gates to choose from, what is shown first."""
    state = f"The hidden state{', shown first,' if kind.has_gates else ''}"
    if kind.has_memory:
        return f"{state} is handed on from word to word (−1 to 1), and the cell state beside it"
    return f"{state} is all that is handed on from word to word (−1 to 1)"
