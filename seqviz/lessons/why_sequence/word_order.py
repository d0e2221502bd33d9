"""The same words in another order, read by a net that cannot see it and by one that can."""

from __future__ import annotations

import streamlit as st

from seqviz.experiments.word_order import config as order
from seqviz.experiments.word_order.config import OrderExperiment
from seqviz.experiments.word_order.pairs import PAIRS
from seqviz.experiments.word_order.trained import OrderReader
from seqviz.figures.sequences import answers_of_nets
from seqviz.lessons.why_sequence import order_findings
from seqviz.text.tokens import words
from seqviz.ui import controls, frame
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import trained
from seqviz.ui.sentences.limits import limits_of_reading
from seqviz.ui.state.address import Setting, Text

SENTENCE = Text("sentence", PAIRS[0][0], 500)
OTHER = Text("other", PAIRS[0][1], 500)
SETTINGS: tuple[Setting, ...] = (SENTENCE, OTHER)
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


@st.fragment
def _sentences(run_id: str) -> None:
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


def _typed(reader: OrderReader) -> tuple[list[str], list[str]]:
    """Let a person type two sentences; return as much of each as is read, and say what is not."""
    left, right = st.columns(2)
    with left:
        first = words(controls.line(SENTENCE, "A sentence"))
    with right:
        second = words(controls.line(OTHER, "The same words in another order"))
    if first and second:
        unknown = reader.unknown(first + second)
        if limits := limits_of_reading([first, second], unknown, MOST_TOKENS):
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
