"""Three cells learn to name a symbol after a lag, trained side by side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from seqviz.corpora.lagged import NUM_DISTRACTORS, recall_batch
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.models.cells.registry import CELLS, Cell
from seqviz.models.inspect.gradients import gradient_curves
from seqviz.models.lagged import RecallNet
from seqviz.runs.clipping import clip_by_norm
from seqviz.runs.comparison import Arm, summary, take_turns
from seqviz.runs.events import Event, Finished, Note

STEPS_A_TURN = 20
LEARNED = 0.995  # accuracy over a turn at which an arm need not go on
MOMENTS = 4  # at which gradients are measured, beside the beginning
DIGITS = 4


def fit_recall(experiment: RecallExperiment) -> Iterator[Event]:
    """Train every cell at every lag.

    Yields:
        Metrics of arms named "lstm 20"; `Note("gradients", …)` at the beginning and as they train; Finished.
    """
    arms = [_recall_arm(experiment, cell, lag) for lag in experiment.lags for cell in CELLS]
    for arm in arms:
        yield _gradients(experiment, arm)
    yield from take_turns(arms, experiment.num_steps, STEPS_A_TURN, partial(_look, experiment))
    yield Finished(summary(arms) | {"chance": 1 / experiment.num_symbols}, {})


def _recall_arm(experiment: RecallExperiment, cell: Cell, lag: int) -> Arm:
    torch.manual_seed(experiment.seed)
    symbols = experiment.num_symbols
    bias = experiment.forget_bias if experiment.set_forget_bias else None
    net = RecallNet(symbols + NUM_DISTRACTORS, symbols, cell, experiment.hidden_size, bias)
    order = np.random.default_rng(experiment.seed)

    def loss() -> tuple[Tensor, dict[str, float]]:
        batch = recall_batch(order, experiment.batch_size, lag, symbols)
        answers = torch.from_numpy(batch.answers)
        scores = net(torch.from_numpy(batch.inputs))
        return cross_entropy(scores, answers), {
            "accuracy": (scores.argmax(1) == answers).float().mean().item()
        }

    optimizer = torch.optim.Adam(net.parameters(), experiment.learning_rate, fused=True)
    return Arm(
        f"{cell} {lag}",
        net,
        loss,
        optimizer,
        clip_by_norm(experiment.clip_norm),
        good_enough=lambda values: values["accuracy"] >= LEARNED,
    )


def _look(experiment: RecallExperiment, arm: Arm) -> Iterator[Event]:
    every = max(STEPS_A_TURN, experiment.num_steps // MOMENTS)
    due = arm.step // every > (arm.step - STEPS_A_TURN) // every
    if due or arm.is_over:
        yield _gradients(experiment, arm)


def _gradients(experiment: RecallExperiment, arm: Arm) -> Note:
    """Measure how the gradient fares on its way back through an arm's net, on sequences of its own task."""
    cell, lag = arm.name.split()
    net: Any = arm.net
    batch = recall_batch(np.random.default_rng(0), 8, int(lag), experiment.num_symbols)
    with torch.no_grad():
        inputs = net.vectors(torch.from_numpy(batch.inputs))
        curves = gradient_curves(cell, inputs, net.recurrent.weights(0, "forward"))
    content = {"cell": cell, "lag": int(lag), "step": arm.step, "hidden_state": _short(curves.hidden_state)}
    if curves.cell_state is not None:
        content["cell_state"] = _short(curves.cell_state)
    return Note("gradients", content)


def _short(values: np.ndarray) -> list[float | None]:
    return [float(f"{value:.{DIGITS}g}") if np.isfinite(value) else None for value in values]
