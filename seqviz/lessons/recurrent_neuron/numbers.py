"""A rule learned from numbers: what small nets predict beyond those they saw, and where they fail."""

from __future__ import annotations

import numpy as np
import streamlit as st

from seqviz.experiments.fibonacci.config import ARMS, FibonacciExperiment
from seqviz.experiments.fibonacci.trained import NumberReader
from seqviz.figures.sequences import number_guesses
from seqviz.models.inspect.unrolling import Unrolling
from seqviz.text.numbers_written import with_minus
from seqviz.ui import controls, frame
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.runs.trained import trained
from seqviz.ui.state.address import Choice, Number, Setting
from seqviz.ui.widgets.unrolled.unrolled import unrolled

TERMS = Number("terms", 4, 40, 18, 1)
FIRST = Number("start_one", 1, 20, 1, 1)
SECOND = Number("start_two", 1, 20, 1, 1)
WAY = Choice("reads", ("the true numbers", "its own guesses"), "the true numbers")
NET = Choice("net", ARMS, ARMS[0])
SETTINGS: tuple[Setting, ...] = (TERMS, FIRST, SECOND, WAY, NET)


def number_reader(run_id: str) -> NumberReader:
    """Return the two readers of numbers of a run, or the bundled ones."""
    found: NumberReader = trained("fibonacci", run_id, FIBONACCI.bundled)
    return found


def numbers_part() -> None:
    """Let small nets find the rule behind Fibonacci's numbers, and see how far it carries."""
    st.subheader("A rule to find: each number is the sum of the two before it")
    FIBONACCI.settings()
    _numbers(FIBONACCI.results())


def _draw_errors(run: ShownRun) -> None:
    columns = st.columns(2)
    for column, arm in zip(columns, ARMS, strict=True):
        error = run.history.latest("error", arm)
        title = f"{arm}: mean error on the {run.config['num_terms']} numbers learned from"
        column.metric(title, "–" if error is None else f"{error:.1%}")


@st.fragment
def _numbers(run_id: str) -> None:
    reader = number_reader(run_id)
    places = st.columns([3, 2, 2, 4])  # the last holds two buttons side by side
    with places[0]:
        terms = controls.slider(TERMS, "Numbers to show")
    with places[1]:
        first = controls.number(FIRST, "First number")
    with places[2]:
        second = controls.number(SECOND, "Second number")
    with places[3]:
        way = controls.choice(WAY, "The net reads", help="Its own guesses: each becomes its next input.")
    _draw_guesses(reader, guesses_of(reader, way, (first, second), terms))
    _unroll(reader, terms)


def _draw_guesses(reader: NumberReader, found: tuple[np.ndarray, dict[str, np.ndarray]]) -> None:
    true, guesses = found
    frame.figure(
        number_guesses(true, guesses, reader.experiment.num_terms, title="What comes next?"),
        key="numbers",
        how_to_read=f"Each point is a guess from the numbers before it. The shaded part lies beyond the "
        f"{reader.experiment.num_terms} numbers that the nets learned from.",
    )
    st.markdown(where_it_fails(true, guesses))


def _unroll(reader: NumberReader, terms: int) -> None:
    st.markdown("**Unrolled, with its true weights**")
    arm = controls.choice(NET, "Net")
    way_through = reader.unrolled(arm, terms)
    unrolled(way_through, key="numbers-unrolled", label="The net as it reads Fibonacci's numbers", start=5)
    with st.expander("The weights themselves", icon=":material/grid_on:"):
        st.table(_weights(way_through))
        st.caption(
            "A row is a unit: its weight of the number read (W, which sees the number divided by the largest that the "
            "net learned from), of each unit's state before (U), both biases (b), its weight in the answer (V)."
        )


def _weights(way: Unrolling) -> list[dict[str, str]]:
    units = range(len(way.output_weights))
    return [
        {"unit": str(k), "W": with_minus(way.input_weights[k], "+.3f")}
        | {f"U from {j}": with_minus(way.state_weights[k, j], "+.3f") for j in units}
        | {"b": with_minus(way.bias[k], "+.3f"), "V": with_minus(way.output_weights[k], "+.3f")}
        for k in units
    ]


def guesses_of(
    reader: NumberReader, way: str, start: tuple[int, int], terms: int
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Return the true numbers and each net's guesses, (terms,) each; NaN where there is none.

    Args:
        reader: the nets.
        way: what they read, one of WAY's options.
        start: the first two numbers.
        terms: how many numbers.
    """
    true = reader.guesses(ARMS[0], *start, terms)[0]
    if way == WAY.default:
        return true, {arm: reader.guesses(arm, *start, terms)[1] for arm in ARMS}
    return true, {arm: reader.continued(arm, *start, terms) for arm in ARMS}


def where_it_fails(true: np.ndarray, guesses: dict[str, np.ndarray]) -> str:
    """Say from which place on each net is more than a tenth wrong for good."""
    said = []
    for arm, values in guesses.items():
        wrong = np.abs(values - true) > 0.1 * true
        right = np.flatnonzero(~wrong & np.isfinite(values))
        last = int(right[-1]) + 1 if right.size else 0
        end = (
            f"within a tenth up to the last, number {len(true)}"
            if last == len(true)
            else f"more than a tenth off from then on, after number {last}"
            if last
            else "more than a tenth off at every number"
        )
        said.append(f"**{arm}**: {end}")
    return (
        f"Measured: {'; '.join(said)}. A tanh unit cannot answer with more than 1, so the net's largest answer is "
        "bounded, whatever it reads; ReLU units above 0 are linear and can go on."
    )


FIBONACCI = ExperimentSection(
    controls=ExperimentControls(
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
    bundled="fibonacci",
    draw=_draw_errors,
)
