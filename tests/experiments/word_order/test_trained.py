from __future__ import annotations

import pytest
from scipy.special import expit

from seqviz.experiments.word_order.config import OrderExperiment
from seqviz.experiments.word_order.trained import OrderReader
from seqviz.runs.events import Finished
from seqviz.runs.experiment import to_config
from seqviz.runs.registry import train


def test_the_order_of_the_words_reaches_the_recurrent_net_alone():
    experiment = OrderExperiment(num_steps=60)
    [end] = [event for event in train(experiment) if isinstance(event, Finished)]
    reader = OrderReader.from_run(to_config(experiment), end.extras, end.weights)
    first, second = (
        reader.positive(["this", "is", "interesting"]),
        reader.positive(["is", "this", "interesting"]),
    )
    assert first["feed-forward"] == pytest.approx(second["feed-forward"], abs=1e-6)
    assert abs(first["recurrent"] - second["recurrent"]) > 1e-4
    way = reader.unrolled(["not", "good"])
    assert way.outputs[-1] == f"{reader.positive(['not', 'good'])['recurrent']:.3f}"
    assert way.answer == "σ(V·h + c)"
    answers = expit(way.states @ way.output_weights + way.output_bias)
    assert way.outputs == tuple(f"{answer:.3f}" for answer in answers)
