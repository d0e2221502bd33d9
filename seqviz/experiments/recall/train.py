"""Three cells learn to name a symbol after a lag, trained side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from seqviz.corpora.lagged import NUM_DISTRACTORS, recall_batch
from seqviz.experiments.recall.arms import RecallArm, arms_of
from seqviz.experiments.recall.config import RecallExperiment
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
        Metrics of arms named "lstm 20" (see `arms_of`); `Note("gradients", …)` of those of the first seed, at the
        beginning and as they train; Finished.
    """
    each = arms_of(experiment)
    arms = [_recall_arm(experiment, one) for one in each]
    first = {one.name: one for one in each if one.seed == experiment.seed}
    for arm in arms:
        yield from _gradients(experiment, first, arm)
    yield from take_turns(arms, experiment.num_steps, STEPS_A_TURN, partial(_look, experiment, first))
    yield Finished(summary(arms) | {"chance": 1 / experiment.num_symbols}, {})


def _recall_arm(experiment: RecallExperiment, one: RecallArm) -> Arm:
    torch.manual_seed(one.seed)
    symbols = experiment.num_symbols
    net = RecallNet(symbols + NUM_DISTRACTORS, symbols, one.cell, experiment.hidden_size, one.forget_bias)
    order = np.random.default_rng(one.seed)

    def loss() -> tuple[Tensor, dict[str, float]]:
        batch = recall_batch(order, experiment.batch_size, one.lag, symbols)
        answers = torch.from_numpy(batch.answers)
        scores = net(torch.from_numpy(batch.inputs))
        return cross_entropy(scores, answers), {
            "accuracy": (scores.argmax(1) == answers).float().mean().item()
        }

    optimizer = torch.optim.Adam(net.parameters(), experiment.learning_rate, fused=True)
    return Arm(
        one.name,
        net,
        loss,
        optimizer,
        clip_by_norm(experiment.clip_norm),
        good_enough=lambda values: values["accuracy"] >= LEARNED,
    )


def _look(experiment: RecallExperiment, first: Mapping[str, RecallArm], arm: Arm) -> Iterator[Event]:
    every = max(STEPS_A_TURN, experiment.num_steps // MOMENTS)
    due = arm.step // every > (arm.step - STEPS_A_TURN) // every
    if due or arm.is_over:
        yield from _gradients(experiment, first, arm)


def _gradients(experiment: RecallExperiment, first: Mapping[str, RecallArm], arm: Arm) -> Iterator[Note]:
    """Measure how the gradient fares on its way back through an arm's net, on sequences of its own task.

    Args:
        experiment: of the comparison.
        first: the arms of the first seed by name; nothing is told of others.
        arm: of any seed.
    """
    if arm.name not in first:
        return
    one, net = first[arm.name], cast(Any, arm.net)
    batch = recall_batch(np.random.default_rng(0), 8, one.lag, experiment.num_symbols)
    with torch.no_grad():
        inputs = net.vectors(torch.from_numpy(batch.inputs))
        curves = gradient_curves(one.cell, inputs, net.recurrent.weights(0, "forward"))
    content = {"cell": one.net, "lag": one.lag, "step": arm.step, "hidden_state": _short(curves.hidden_state)}
    if curves.cell_state is not None:
        content["cell_state"] = _short(curves.cell_state)
    yield Note("gradients", content)


def _short(values: np.ndarray) -> list[float | None]:
    return [float(f"{value:.{DIGITS}g}") if np.isfinite(value) else None for value in values]
