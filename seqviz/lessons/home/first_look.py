"""The first thing on the first page: a net reads a sentence while one types."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import streamlit as st

from seqviz.experiments.sentiment.trained import EncodedText, NothingToReadError, SentimentReader
from seqviz.figures.gates import TraceView
from seqviz.models.cells.kind import CellKind
from seqviz.models.cells.registry import cell_named
from seqviz.ui import controls
from seqviz.ui.markdown import escaped
from seqviz.ui.sentences import readers
from seqviz.ui.sentences.contributions import contributions_strip, say_what_was_lost
from seqviz.ui.sentences.learned_from import learned_from
from seqviz.ui.sentences.review import REVIEW
from seqviz.ui.sentences.travel import note_used, offer_used
from seqviz.ui.sentences.verdict import verdict, why_unsure
from seqviz.ui.state.address import Setting
from seqviz.ui.widgets.gate_canvas.canvas_place import CanvasPlace
from seqviz.ui.widgets.gate_canvas.gate_canvas import gate_canvas

PLACE = CanvasPlace("at_")
SETTINGS: tuple[Setting, ...] = (REVIEW, *PLACE.settings)


@dataclass(frozen=True)
class Example:
    """A sentence to begin with, and whether its author means it as praise."""

    sentence: str
    positive: bool


#: The same words in another order, and a small word that turns a large one round.
EXAMPLES = {
    "Boring, but …": Example("I expected a boring film, but it was amazing.", True),
    "Amazing, but …": Example("I expected an amazing film, but it was boring.", False),
    "Not like": Example("I did not like it.", False),
    "Never boring": Example("The film was never boring.", True),
}


@st.fragment
def first_look() -> None:
    """Let a person type a sentence, and show how a net that comes with the app reads it.

    The answer comes first, then each word's part in it, then every gate.
    """
    net = readers.reader(readers.OPENS_WITH)
    st.subheader("A net reads your sentence")
    controls.examples(REVIEW, {label: one.sentence for label, one in EXAMPLES.items()})
    offer_used(REVIEW, lambda net_id: {})
    sentence = controls.line(REVIEW, "Type over it")
    st.caption(learned_from(readers.OPENS_WITH))
    try:
        text = net.encode(sentence)
    except NothingToReadError as error:
        st.info(escaped(str(error)), icon=":material/edit:")
        return
    note_used(sentence, readers.OPENS_WITH, is_own=sentence == REVIEW.default)
    say_what_was_lost(text)
    _answer(net, text, sentence)
    _inside(net, text, net.positive_after_each_token(text))


def _answer(net: SentimentReader, text: EncodedText, sentence: str) -> None:
    positive = net.positive(text)
    if text.is_unknown.all():
        st.markdown(f"What it answers all the same: probability of positive {positive:.4f}.")
        return
    st.markdown(
        f"{verdict(positive)} It has read the sentence again with each word hidden: blue words move its answer "
        "towards positive, orange ones towards negative, by the log-odds ln(p / (1 − p)) that each adds. "
        "The curve over the picture is its answer so far."
    )
    contributions_strip(net, text, net.contributions(text), key="first-words")
    if said := said_of_example(sentence, positive):
        st.markdown(said)
    elif said := why_unsure(positive):
        st.caption(said)


def said_of_example(sentence: str, positive: float) -> str:
    """Say whether the net is on the author's side, of an example; "" of any other sentence.

    Args:
        sentence: what was read.
        positive: the probability that the net gives to the class positive.
    """
    meant = next((one.positive for one in EXAMPLES.values() if one.sentence == sentence), None)
    if meant is None:
        return ""
    if (positive >= 0.5) == meant:
        return f"It is meant as {'praise' if meant else 'a complaint'}: the net is right."
    other = readers.bundled().reader
    its = other.positive(other.encode(sentence))
    side = "is right" if (its >= 0.5) == meant else "is wrong too"
    return (
        f"It is meant as {'praise' if meant else 'a complaint'}: **the net is wrong.** The net of *Sentiment* that "
        f"learned from generated reviews, in which such small words decide, gives positive {its:.4f} and {side}: "
        "what a net can do depends on what it has read."
    )


def _inside(net: SentimentReader, text: EncodedText, path: np.ndarray) -> None:
    layer = net.trace(text).layers[0]
    view = TraceView("Inside the net", text.tokens, layer.gates, path, is_unknown=text.which_unknown)
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
