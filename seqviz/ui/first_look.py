"""What the home page opens with: a trained net reads a sentence, and shows what it does inside."""

from __future__ import annotations

import streamlit as st

from seqviz.figures.gates import TraceView
from seqviz.training.reader import EncodedText, NothingToReadError, SentimentReader
from seqviz.ui import controls
from seqviz.ui.address import Setting
from seqviz.ui.canvas_place import CanvasPlace
from seqviz.ui.gate_canvas import gate_canvas
from seqviz.ui.plain import escaped
from seqviz.ui.sentiment_reading import REVIEW, STRIP_LABEL, STRIP_LEGEND
from seqviz.ui.word_strip import word_strip

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
        net: a trained net.
    """
    st.subheader("A net reads your sentence")
    controls.examples(REVIEW, EXAMPLES)
    sentence = controls.line(REVIEW, "Type over it")
    try:
        text = net.encode(sentence)
    except NothingToReadError as error:
        st.info(escaped(str(error)), icon=":material/edit:")
        return
    _answer(net, text)
    _inside(net, text)


def _answer(net: SentimentReader, text: EncodedText) -> None:
    positive = net.positive(text)
    st.markdown(
        f"The net says **{'positive' if positive >= 0.5 else 'negative'}**: probability of positive "
        f"**{positive:.3f}**. It has read the sentence again with each word hidden: blue words move its answer "
        "towards positive, orange ones towards negative. The curve over the picture is its answer so far."
    )
    word_strip(
        text.tokens, net.contributions(text), key="first-words", label=STRIP_LABEL, legend=STRIP_LEGEND
    )


def _inside(net: SentimentReader, text: EncodedText) -> None:
    layer = net.trace(text).layers[0]
    view = TraceView("Inside the net", text.tokens, layer.gates, net.positive_after_each_token(text))
    gate_canvas(
        [view],
        key="first-gates",
        selection=PLACE.selection(),
        on_select=PLACE.follow,
        label="Gates of the net while it reads the sentence",
    )
    st.markdown(
        "**How to read it.** A column is a word, a row one of the net's units. The hidden state, shown first, is "
        "what the net carries on from word to word (−1 to 1); choose a gate to see how far it is open for each "
        "unit at each word (0 to 1). Drag over the picture, or use the arrow keys."
    )
