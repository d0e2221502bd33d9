"""The same words in another order, the neuron folded and unrolled, and a hidden state as it reads."""

from __future__ import annotations

import streamlit as st

from seqviz.experiments.word_order import config as order
from seqviz.experiments.word_order.config import OrderExperiment
from seqviz.experiments.word_order.pairs import PAIRS
from seqviz.experiments.word_order.trained import OrderReader
from seqviz.figures.gates import TraceView
from seqviz.figures.sequences import answers_of_nets
from seqviz.lessons.why_sequence import order_findings
from seqviz.text.tokens import words
from seqviz.ui import controls, frame
from seqviz.ui.markdown import escaped
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import trained
from seqviz.ui.sentences import readers
from seqviz.ui.sentences.pooling import answer_rests_on
from seqviz.ui.state import page_state
from seqviz.ui.state.address import Setting, Text
from seqviz.ui.widgets.gate_canvas.canvas_place import CanvasPlace
from seqviz.ui.widgets.gate_canvas.gate_canvas import gate_canvas
from seqviz.ui.widgets.unrolled.unrolled import unrolled

SENTENCE = Text("sentence", PAIRS[0][0], 500)
OTHER = Text("other", PAIRS[0][1], 500)
PLACE = CanvasPlace("state_")
SETTINGS: tuple[Setting, ...] = (SENTENCE, OTHER, *PLACE.settings)
MOST_TOKENS = 100


def order_reader(run_id: str) -> OrderReader:
    """Return the two readers of sentences of a run, or the bundled ones."""
    found: OrderReader = trained("order", run_id, ORDER.bundled)
    return found


def order_part() -> None:
    """Set a net that cannot see order beside one that reads word after word."""
    st.subheader("The same words in another order")
    ORDER.settings()
    _sentences(ORDER.results())


def _draw_order(run: ShownRun) -> None:
    columns = st.columns(2)
    for column, arm in zip(columns, order.ARMS, strict=True):
        accuracy = run.history.latest("accuracy", arm)
        column.metric(f"{arm}: right on reviews set aside", "–" if accuracy is None else f"{accuracy:.1%}")
    st.markdown(order_findings.on_reviews(run.history))


def _sentences(run_id: str) -> None:
    """Not a fragment: the state further down the page follows the first sentence."""
    reader = order_reader(run_id)
    first, second = _typed(reader)
    if not first or not second:
        st.info("Each box needs at least one word.", icon=":material/edit:")
        return
    found = [reader.positive(tokens) for tokens in (first, second)]
    frame.figure(
        answers_of_nets(["first", "second"], {arm: [one[arm] for one in found] for arm in order.ARMS}),
        key="order",
        how_to_read="Both nets learned from the same reviews. The feed-forward net takes the mean of the words' "
        "vectors, so it gets the same input whatever their order; the recurrent one reads word after word.",
    )
    st.markdown(_compare(first, second, found))
    st.subheader("One neuron layer, folded and unrolled")
    unrolled(reader.unrolled(first), key="neuron", label="The recurrent net as it reads the sentence")
    st.caption(
        "**How to read it.** The box is the state, a bar for each unit: blue above 0, orange below. From below comes "
        "the word, to the right goes the state, above stands the answer had the sentence ended there. The loop on "
        "the left and the row on the right are the same net with the same weights W, U and V."
    )


def _typed(reader: OrderReader) -> tuple[list[str], list[str]]:
    """Let a person type two sentences; return as much of each as is read, and say what is not."""
    left, right = st.columns(2)
    with left:
        first = words(controls.line(SENTENCE, "A sentence"))
    with right:
        second = words(controls.line(OTHER, "The same words in another order"))
    if first and second:
        unknown = reader.unknown(first + second)
        if limits := order_findings.limits_of_reading([first, second], unknown, MOST_TOKENS):
            st.caption(limits)
    return first[:MOST_TOKENS], second[:MOST_TOKENS]


def _compare(first: list[str], second: list[str], found: list[dict[str, float]]) -> str:
    gap = {arm: abs(found[0][arm] - found[1][arm]) for arm in order.ARMS}
    same = sorted(first) == sorted(second)
    other_words = "" if same else " The two do not contain the same words, so both nets may tell them apart."
    return (
        f"Difference between the two answers: feed-forward **{gap[order.ARMS[0]]:.4f}**, recurrent "
        f"**{gap[order.ARMS[1]]:.4f}**.{other_words} {order_findings.on_sentences(first, second, found)}"
    )


@st.fragment
def state_part() -> None:
    """Show the hidden state of the net that comes with the app while it reads the first sentence."""
    st.subheader("The hidden state of a trained net as it reads")
    net = readers.bundled().reader
    tokens = words(page_state.value(SENTENCE))[:MOST_TOKENS]
    if not tokens:
        return
    text = net.encode(" ".join(tokens))
    layer = net.trace(text).layers[0]
    states = {"hidden_state": layer.gates["hidden_state"]}
    gate_canvas(
        [TraceView("Hidden state", text.tokens, states, net.positive_after_each_token(text))],
        key="state",
        selection=PLACE.selection(),
        on_select=PLACE.follow,
        label="Hidden state, units down, tokens across",
    )
    num_units = layer.gates["hidden_state"].shape[1]
    st.caption(
        f"**How to read it.** A column is a word of “{escaped(' '.join(tokens))}”, a row one of the {num_units} units "
        "of the LSTM that comes with the app. With its cell state, which the page *LSTM cell* shows, a column is all "
        "that the net carries on from the words up to there. The curve on top is the probability of positive, had "
        f"the sentence ended there. {answer_rests_on(net.experiment.pooling)}"
    )


ORDER = ExperimentSection(
    controls=ExperimentControls(
        OrderExperiment,
        {
            "hidden_size": "Units",
            "embedding_dim": "Numbers in a word vector",
            "learning_rate": "Learning rate",
            "clip_norm": "Clip the gradient norm at (0: never)",
            "batch_size": "Batch, reviews",
            "num_steps": "Steps",
            "seed": "Seed",
        },
        prefix="order_",
    ),
    bundled="word_order",
    draw=_draw_order,
)
