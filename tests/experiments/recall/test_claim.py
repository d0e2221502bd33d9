from __future__ import annotations

from dataclasses import replace

import pytest

from seqviz.experiments.recall.claim import THE_BIAS_DECIDES
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.export.bundled_runs import load_bundled_run
from seqviz.runs.events import Metrics
from seqviz.runs.experiment import to_config
from seqviz.runs.history import History

NEVER = {10: (0.3, 0.3, 0.3), 20: (0.3, 0.3, 0.3)}
AT_TEN = {10: (1.0, 1.0, 1.0), 20: (0.3, 0.3, 0.3)}
ONCE = {10: (0.3, 1.0, 0.3), 20: (0.3, 0.3, 0.3)}
FROM_TWO_SEEDS = {10: (1.0, 1.0)}


def run_of(nets, **settings):
    history = History()
    for net, points in nets.items():
        for lag, shares in points.items():
            for seed, share in enumerate(shares):
                name = f"{net} {lag}" + (f", seed {seed}" if seed else "")
                history.add([Metrics(20, 0.0, 0.0, {"accuracy": share}, name)])
    config = to_config(RecallExperiment(compare_biases=True, num_seeds=3, **settings))
    return replace(load_bundled_run("recall"), history=history, config=config)


@pytest.mark.parametrize(
    ("drawn", "two", "four", "holds"),
    [
        (NEVER, AT_TEN, AT_TEN, True),
        (NEVER, AT_TEN, NEVER, False),
        (NEVER, AT_TEN, ONCE, False),
        (ONCE, AT_TEN, AT_TEN, False),
        (AT_TEN, AT_TEN, AT_TEN, False),
        (FROM_TWO_SEEDS, FROM_TWO_SEEDS, FROM_TWO_SEEDS, False),
    ],
)
def test_a_larger_bias_must_go_further_from_every_seed(drawn, two, four, holds):
    nets = {"rnn": NEVER, "lstm": drawn, "lstm bias 2": two, "lstm bias 4": four}
    assert THE_BIAS_DECIDES.holds(run_of(nets)) is holds


def test_without_other_biases_or_without_pytorchs_own_nothing_is_shown():
    assert not THE_BIAS_DECIDES.holds(run_of({"lstm": NEVER}))
    nets = {"lstm": NEVER, "lstm bias 2": AT_TEN}
    assert not THE_BIAS_DECIDES.holds(run_of(nets, set_forget_bias=True))
