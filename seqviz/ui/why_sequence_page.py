"""The parts of the first lesson on recurrence: order, the neuron unrolled, and a rule learned from numbers."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.figures.gates import TraceView
from seqviz.figures.sequences import answers_of_nets, number_guesses
from seqviz.text.tokens import words
from seqviz.training import order
from seqviz.training.fibonacci import ARMS, FibonacciExperiment
from seqviz.training.first_readers import NumberReader, OrderReader, Unrolling
from seqviz.training.order import OrderExperiment
from seqviz.ui import controls, frame, readers
from seqviz.ui.address import Choice, Number, Setting, Text
from seqviz.ui.experiment_controls import ExperimentControls
from seqviz.ui.experiment_part import ExperimentPart, ShownRun, weights_of
from seqviz.ui.gate_canvas import gate_canvas
from seqviz.ui.plain import escaped
from seqviz.ui.session import held
from seqviz.ui.unrolled import unrolled

SENTENCE = Text("sentence", "My friends called the film dull, but I found it brilliant.", 500)
OTHER = Text("other", "My friends called the film brilliant, but I found it dull.", 500)
TERMS = Number("terms", 4, 40, 18, 1)
FIRST = Number("start_one", 1, 20, 1, 1)
SECOND = Number("start_two", 1, 20, 1, 1)
WAY = Choice("reads", ("the true numbers", "its own guesses"), "the true numbers")
NET = Choice("net", ARMS, ARMS[0])
SETTINGS: tuple[Setting, ...] = (SENTENCE, OTHER, TERMS, FIRST, SECOND, WAY, NET)
MOST_TOKENS = 100

ORDER = ExperimentPart(
    ExperimentControls(
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
    "word_order",
)
FIBONACCI = ExperimentPart(
    ExperimentControls(
        FibonacciExperiment,
        {
            "num_terms": "Numbers to learn from",
            "starts": "Sequences that begin",
            "hidden_size": "Units",
            "learning_rate": "Learning rate",
            "num_steps": "Steps",
            "seed": "Seed",
        },
        prefix="fib_",
    ),
    "fibonacci",
)


@st.cache_resource(max_entries=8, show_spinner="Loading the nets …")
def order_reader(run_id: str) -> OrderReader:
    """Return the two readers of sentences of a run, or the bundled ones."""
    return OrderReader.from_run(*weights_of(run_id, ORDER.bundled))


@st.cache_resource(max_entries=8, show_spinner="Loading the nets …")
def number_reader(run_id: str) -> NumberReader:
    """Return the two readers of numbers of a run, or the bundled ones."""
    return NumberReader.from_run(*weights_of(run_id, FIBONACCI.bundled))


def order_part() -> None:
    """Set a net that cannot see order beside one that reads word after word."""
    st.subheader("The same words in another order")
    ORDER.settings()
    _sentences(ORDER.show(_draw_order))


def _draw_order(run: ShownRun) -> None:
    columns = st.columns(2)
    for column, arm in zip(columns, order.ARMS, strict=True):
        accuracy = run.history.latest("accuracy", arm)
        column.metric(f"{arm}: right on reviews set aside", "–" if accuracy is None else f"{accuracy:.1%}")


@st.fragment
def _sentences(run_id: str) -> None:
    reader = order_reader(run_id)
    left, right = st.columns(2)
    with left:
        first = words(controls.line(SENTENCE, "A sentence"))[:MOST_TOKENS]
    with right:
        second = words(controls.line(OTHER, "The same words in another order"))[:MOST_TOKENS]
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


def _compare(first: list[str], second: list[str], found: list[dict[str, float]]) -> str:
    gap = {arm: abs(found[0][arm] - found[1][arm]) for arm in order.ARMS}
    same = sorted(first) == sorted(second)
    strangers = "" if same else " The two do not hold the same words, so both nets may tell them apart."
    return (
        f"Difference between the two answers: feed-forward **{gap[order.ARMS[0]]:.4f}**, recurrent "
        f"**{gap[order.ARMS[1]]:.4f}**.{strangers}"
    )


def numbers_part() -> None:
    """Let small nets find the rule behind Fibonacci's numbers, and see how far it carries."""
    st.subheader("A rule to find: each number is the sum of the two before it")
    FIBONACCI.settings()
    _numbers(FIBONACCI.show(_draw_errors))


def _draw_errors(run: ShownRun) -> None:
    columns = st.columns(2)
    for column, arm in zip(columns, ARMS, strict=True):
        error = run.history.latest("error", arm)
        title = f"{arm}: mean error on the {run.config['num_terms']} numbers learned from"
        column.metric(title, "–" if error is None else f"{error:.1%}")


@st.fragment
def _numbers(run_id: str) -> None:
    reader = number_reader(run_id)
    places = st.columns(4)
    with places[0]:
        terms = controls.slider(TERMS, "Numbers to show")
    with places[1]:
        first = controls.number(FIRST, "First number")
    with places[2]:
        second = controls.number(SECOND, "Second number")
    with places[3]:
        way = controls.choice(WAY, "The net reads", help="Its own guesses: each becomes its next input.")
    true, guesses = _guesses(reader, way, (first, second), terms)
    frame.figure(
        number_guesses(true, guesses, reader.experiment.num_terms, title="What comes next?"),
        key="numbers",
        how_to_read=f"Each point is a guess from the numbers before it. The shaded part lies beyond the "
        f"{reader.experiment.num_terms} numbers that the nets learned from.",
    )
    st.markdown(_where_it_fails(reader, true, guesses))
    st.markdown("**Unrolled, with its true weights**")
    arm = controls.choice(NET, "Net")
    way_through = reader.unrolled(arm, terms)
    unrolled(way_through, key="numbers-unrolled", label="The net as it reads Fibonacci's numbers", start=5)
    with st.expander("The weights themselves", icon=":material/grid_on:"):
        st.table(_weights(way_through))
        st.caption(
            "A row is a unit: its weight of the number read (W, which sees the number divided by the largest that the "
            "net learned from), of each unit's state before (U), both biases together (b), its weight in the answer (V)."
        )


def _weights(way: Unrolling) -> list[dict[str, str]]:
    units = range(len(way.output_weights))
    return [
        {"unit": str(k), "W": f"{way.input_weights[k]:+.3f}"}
        | {f"U from {j}": f"{way.state_weights[k, j]:+.3f}" for j in units}
        | {"b": f"{way.bias[k]:+.3f}", "V": f"{way.output_weights[k]:+.3f}"}
        for k in units
    ]


def _guesses(
    reader: NumberReader, way: str, start: tuple[int, int], terms: int
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    true = reader.guesses(ARMS[0], *start, terms)[0]
    if way == WAY.default:
        return true, {arm: reader.guesses(arm, *start, terms)[1] for arm in ARMS}
    return true, {arm: reader.continued(arm, *start, terms) for arm in ARMS}


def _where_it_fails(reader: NumberReader, true: np.ndarray, guesses: dict[str, np.ndarray]) -> str:
    """Say from which place on each net is more than a tenth wrong for good."""
    said = []
    for arm, values in guesses.items():
        wrong = np.abs(values - true) > 0.1 * true
        right = np.flatnonzero(~wrong & np.isfinite(values))
        last = int(right[-1]) + 1 if right.size else 0
        end = (
            f"within a tenth up to the last, number {len(true)}"
            if last == len(true)
            else f"more than a tenth off for good after number {last}"
        )
        said.append(f"**{arm}**: {end}")
    return (
        f"Measured: {'; '.join(said)}. A tanh unit cannot answer with more than 1, so the net's largest answer is "
        "bounded, whatever it reads; ReLU units above 0 are linear and can go on."
    )


@st.fragment
def state_part() -> None:
    """Show the hidden state of the net that comes with the app while it reads the first sentence."""
    st.subheader("The hidden state of a trained net as it reads")
    net = readers.bundled().reader
    tokens = words(held(SENTENCE.name) or SENTENCE.default)[:MOST_TOKENS]
    if not tokens:
        return
    text = net.encode(" ".join(tokens))
    layer = net.trace(text).layers[0]
    view = TraceView(
        "Hidden state",
        text.tokens,
        {"hidden_state": layer.gates["hidden_state"]},
        net.positive_after_each_token(text),
    )
    gate_canvas([view], key="state", label="Hidden state, units down, tokens across")
    num_units = layer.gates["hidden_state"].shape[1]
    st.caption(
        f"**How to read it.** A column is a word of “{escaped(' '.join(tokens))}”, a row one of the {num_units} units "
        "of the LSTM that comes with the app. With its cell state, which the page *LSTM cell* shows, a column is all "
        "that the net still has of the words to its left."
    )
