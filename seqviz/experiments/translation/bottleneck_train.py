"""Train nets of several context sizes in turn, without attention and with it, and measure each at every length."""

from __future__ import annotations

from collections.abc import Iterator

from seqviz.experiments.translation.config import BottleneckExperiment
from seqviz.experiments.translation.encoding import load_encoded
from seqviz.experiments.translation.train import TranslationTraining
from seqviz.runs.events import Event, Finished, Progress


def fit_bottleneck(experiment: BottleneckExperiment) -> Iterator[Event]:
    """Train every arm, an epoch each in turn, and measure each at every length.

    Yields:
        Progress, Metrics with `exact_match_<length>` for each arm after each epoch, Finished.
    """
    yield Progress(0.0, None, "drawing the sequences")
    trainings = {}
    for name, arm in experiment.arms().items():
        trainings[name] = TranslationTraining(arm, load_encoded(arm), arm=name)
    rounds = experiment.num_epochs * len(trainings)
    done = 0
    for epoch in range(experiment.num_epochs):
        for name, training in trainings.items():
            yield training.train_epoch()
            done += 1
            yield training.measured_by_length()
            spent = sum(each.stopwatch.seconds for each in trainings.values())
            yield Progress(done / rounds, spent * (rounds / done - 1), f"epoch {epoch + 1}, {name} units")
    result = {name: training.summary() for name, training in trainings.items()}
    seconds = sum(training.stopwatch.seconds for training in trainings.values())
    yield Finished({"arms": result, "seconds": round(seconds, 3)}, {})
