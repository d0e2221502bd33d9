"""Measure times in processor seconds, which other work on the computer does not lengthen; as generators of events."""

from __future__ import annotations

import time
from collections.abc import Iterator

from threadpoolctl import threadpool_limits

from seqviz.embeddings.update_cost import measure
from seqviz.experiments.timing.config import StepTimeExperiment, UpdateTimeExperiment
from seqviz.runs.events import Event, Finished, Progress
from seqviz.runs.step_time import LayerSize, step_seconds


def time_steps(experiment: StepTimeExperiment) -> Iterator[Event]:
    """Time the layers.

    Yields:
        Progress, Finished with `seconds_a_step`: the layer's name -> median of processor seconds.
    """
    yield Progress(0.0, None, "taking steps in turn")
    size = LayerSize(experiment.units, experiment.units, experiment.length, experiment.batch_size)
    spreads = step_seconds(size, experiment.repeats, clock=time.process_time)
    yield Finished({"seconds_a_step": {name: spread.median for name, spread in spreads.items()}}, {})


def time_updates(experiment: UpdateTimeExperiment) -> Iterator[Event]:
    """Time the updates.

    Yields:
        Progress, Finished with `seconds_an_update` (processor seconds) and, for the two short cuts, `full_over`: how
        many times quicker each is than the full softmax.
    """
    yield Progress(0.0, None, "updating in turn")
    sizes = (experiment.vocabulary_size,)
    with threadpool_limits(1):  # several threads would wait for one another on the processor's time
        costs = measure(sizes, experiment.negatives, experiment.seed, clock=time.process_time)
    seconds = {
        "full softmax": costs.full[0],
        "hierarchical softmax": costs.hierarchical[0],
        "negative sampling": costs.sampling[0],
    }
    over = {name: seconds["full softmax"] / value for name, value in list(seconds.items())[1:]}
    yield Finished({"seconds_an_update": seconds, "full_over": over}, {})
