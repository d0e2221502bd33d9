"""The cells learn to remember, at five lags each; their gradients are watched as they learn."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st

from seqviz.experiments.recall.arms import cell_of, title_of
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.experiments.recall.reached import accuracies
from seqviz.figures.gradients import DepthCurve, accuracy_against_lag, gradient_chart
from seqviz.lessons.remembering.forget_bias_findings import what_a_bias_decides
from seqviz.lessons.remembering.recall_findings import what_it_shows, where_it_began
from seqviz.runs.experiment import from_config
from seqviz.ui import controls, frame
from seqviz.ui.runs.experiment_controls import ExperimentControls
from seqviz.ui.runs.experiment_section import ExperimentSection
from seqviz.ui.runs.shown_run import ShownRun
from seqviz.ui.state.address import Number, Setting

LAG = Number("recall_lag", 0, 100_000, 0, 1)  # 0: the one in the middle
STEP = Number("recall_step", -1, 10_000_000, -1, 1)  # -1: the last
SETTINGS: tuple[Setting, ...] = (LAG, STEP)


def recall_part() -> None:
    """Let the cells learn to remember, at five lags each, and look at their gradients as they learn."""
    st.subheader("Which cell remembers how long?")
    st.markdown(
        "A symbol, then distractors, then the question: which symbol was it? Every cell at up to five lags, a net for "
        "each, trained in turn on fresh sequences; beside the LSTM as PyTorch draws it, others that begin with their "
        "forget gates further open."
    )
    RECALL.settings()
    RECALL.results()


def _draw_recall(run: ShownRun) -> None:
    reached = accuracies(run.history)
    left, right = st.columns(2)
    with left:
        frame.figure(
            accuracy_against_lag(
                {title_of(net): points for net, points in reached.items()}, 1 / run.config["num_symbols"]
            ),
            key=f"{run.id}:lags",
            how_to_read="Each point is a net of its own, or the mean of several that differ in their seed, with a "
            "band from the worst to the best: the share of right answers over the last steps, on sequences never seen "
            "before. Points rise while the nets train; one that gets all right stops.",
        )
    with right:
        _gradients_while_training(run)
    if reached:
        experiment = from_config(RecallExperiment, run.config)
        st.markdown(what_it_shows(experiment, reached))
        if run.result:
            st.markdown(what_a_bias_decides(experiment, reached))
            st.markdown(where_it_began(experiment, reached, run.about("gradients")))


def _gradients_while_training(run: ShownRun) -> None:
    """One slider from the beginning to the last step: the gradient in the nets that learn."""
    notes = run.about("gradients")
    if not notes:
        return
    lags = sorted({note["lag"] for note in notes})
    steps = sorted({note["step"] for note in notes})
    first, second = st.columns(2)
    with first:
        lag = controls.stops(LAG, "Lag", lags, f"{run.id}:lag", len(lags) // 2)
    with second:
        key = f"{run.id}:{steps[-1]}:step"
        step = controls.stops(STEP, "After step", steps, key) if len(steps) > 1 else 0
    nets = dict.fromkeys(note["cell"] for note in notes)
    curves = [curve for place, net in enumerate(nets) for curve in _curves_of(notes, net, place, lag, step)]
    frame.figure(
        gradient_chart(curves, title=f"The gradient in these nets, lag {lag}", y_title="gradient norm"),
        key=f"{run.id}:moment",
        how_to_read="The symbol to remember stands at the far left. A net can only learn to keep it if some gradient "
        "reaches it. Move the slider from the beginning to the end of training.",
    )


def _curves_of(notes: list[dict[str, Any]], net: str, place: int, lag: int, step: int) -> list[DepthCurve]:
    """Return a net's curves as they were last measured up to a step; none while nothing has been.

    An LSTM that begins with another forget bias is drawn by its memory alone, in a colour of its own.
    """
    known = [note for note in notes if (note["cell"], note["lag"]) == (net, lag) and note["step"] <= step]
    if not known:
        return []
    last, title = known[-1], title_of(net)
    if net != cell_of(net):
        return [DepthCurve(f"{title}: |dL/dc|", _array(last["cell_state"]), place)]
    curves = [DepthCurve(f"{title} after {last['step']} steps", _array(last["hidden_state"]), place)]
    if "cell_state" in last:
        curves.append(DepthCurve(f"{title}: |dL/dc|", _array(last["cell_state"]), place, is_memory=True))
    return curves


def _array(values: list[float | None]) -> np.ndarray:
    return np.array([np.inf if value is None else value for value in values])


RECALL = ExperimentSection(
    controls=ExperimentControls(
        RecallExperiment,
        {
            "longest_lag": "Longest lag",
            "num_symbols": "Symbols",
            "hidden_size": "Units",
            "set_forget_bias": "Set the LSTM's forget bias",
            "forget_bias": "to",
            "compare_biases": "Compare with forget biases 2 and 4",
            "num_seeds": "Repetitions, each from a seed of its own",
            "learning_rate": "Learning rate",
            "clip_norm": "Clip the gradient norm at (0: never)",
            "batch_size": "Batch",
            "num_steps": "Steps, at most",
            "seed": "Seed",
        },
        prefix="recall_",
    ),
    bundled="recall",
    title="What comes with the app",
    draw=_draw_recall,
)
