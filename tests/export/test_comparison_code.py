"""The exported comparisons are executed: every net has to end where the app's own ends."""

from __future__ import annotations

import functools
import re

import pytest
from safetensors.numpy import save_file

from seqviz.experiments.brackets.config import BracketsExperiment
from seqviz.experiments.clipping.config import ClippingExperiment
from seqviz.experiments.fibonacci.config import FibonacciExperiment
from seqviz.experiments.fill_in.config import FillInExperiment
from seqviz.experiments.next_word.config import NextWordExperiment
from seqviz.experiments.recall.config import RecallExperiment
from seqviz.experiments.tagging.config import TaggingExperiment
from seqviz.experiments.word_order.config import OrderExperiment
from seqviz.models.cells.registry import CELLS
from seqviz.runs.events import Finished
from seqviz.runs.registry import train
from tests.export.executed import run_keras_script, run_script, unpacked

SMALL = {"hidden_size": 6, "embedding_dim": 5, "num_steps": 12}
EXPERIMENTS = {
    "recall": RecallExperiment(
        longest_lag=4, hidden_size=8, num_steps=22, batch_size=8, set_forget_bias=True
    ),
    "recall, biases": RecallExperiment(
        longest_lag=4, hidden_size=4, num_steps=20, batch_size=4, compare_biases=True, num_seeds=2
    ),
    "recall learned": RecallExperiment(
        longest_lag=4, hidden_size=16, num_steps=60, batch_size=8, learning_rate=0.05
    ),
    "clipping": ClippingExperiment(length=8, hidden_size=6, num_steps=12),
    "exploding": ClippingExperiment(length=20, hidden_size=6, num_steps=12, factor=2.0, learning_rate=0.1),
    "fibonacci": FibonacciExperiment(num_steps=20),
    "order": OrderExperiment(**SMALL),
    "tagging": TaggingExperiment(**SMALL),
    "next word": NextWordExperiment(**SMALL, batch_size=8, cell="gru"),
    "brackets": BracketsExperiment(
        hidden_size=4, embedding_dim=3, num_steps=12, batch_size=6, length=8, num_seeds=2
    ),
    "brackets, depth": BracketsExperiment(
        question="depth",
        num_layers=3,
        hidden_size=4,
        embedding_dim=3,
        num_steps=12,
        batch_size=6,
        length=8,
        num_seeds=1,
    ),
    "fill in": FillInExperiment(hidden_sizes=(6, 4), embedding_dim=5, num_steps=12, batch_size=8),
}
MEASURED = {
    "error",
    "accuracy",
    "accuracy_whole",
    "country_accuracy",
    "place_accuracy",
    "on_brackets",
    "on_words",
}


@functools.cache
def finished_run(experiment):
    return next(event for event in train(experiment) if isinstance(event, Finished))


def reported(printed):
    """Return what a script printed of each net: arm -> name -> number."""
    lines = [line.split(": ", 1) for line in printed.splitlines() if " parameters" in line]
    found = {arm: re.findall(r"([a-z_]+) ([\d.]+)(?:, |$)", rest) for arm, rest in lines}
    return {arm: {name: float(value) for name, value in pairs} for arm, pairs in found.items()}


def expected(finished, *, with_loss):
    wanted = {}
    for arm, values in finished.result["arms"].items():
        wanted[arm] = {name: values[name] for name in values if name in MEASURED and finished.weights}
        if with_loss and "train_loss" in values:
            wanted[arm]["loss"] = values["train_loss"]
    return {arm: pytest.approx(values, rel=1e-4, abs=2e-6) for arm, values in wanted.items()}


@pytest.fixture(scope="module")
def printed_of():
    """What each experiment's script printed: name -> its lines. A script is run once."""
    return {}


@pytest.fixture
def printed_by(printed_of, monkeypatch, capsys):
    """Give a function from an experiment's name and its unpacked code to what the script prints."""

    def printed(name, folder):
        if name not in printed_of:
            printed_of[name] = run_script(folder / "train.py", monkeypatch, capsys)
        return printed_of[name]

    return printed


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_the_pytorch_script_trains_every_net_as_the_app_did(name, tmp_path, printed_by, monkeypatch, capsys):
    experiment = EXPERIMENTS[name]
    finished = finished_run(experiment)
    folder = unpacked(experiment, tmp_path)
    printed = printed_by(name, folder)
    assert reported(printed) == expected(finished, with_loss=True)
    for arm, count in finished.result.get("parameters", {}).items():
        assert f"{arm}: {count:,} parameters" in printed
    if finished.weights:
        save_file(finished.weights, folder / "weights.safetensors")
        loaded = run_script(folder / "train.py", monkeypatch, capsys, folder / "weights.safetensors")
        assert reported(loaded) == expected(finished, with_loss=False)


def test_a_net_that_has_learned_stops_early_in_both():
    arms = finished_run(EXPERIMENTS["recall learned"]).result["arms"]
    assert min(values["steps"] for values in arms.values()) < EXPERIMENTS["recall learned"].num_steps


#: Numbers of the second bias that Keras's SimpleRNN and LSTM do not have: gates * units of each layer.
SECOND_BIASES = {
    "recall": {"rnn": 8, "lstm": 4 * 8, "gru": 0},
    "clipping": dict.fromkeys(("not clipped", "clipped by norm", "clipped by value"), 6),
    "fibonacci": {"tanh": 4, "relu": 4},
    "order": {"feed-forward": 0, "recurrent": 6},
    "tagging": {"forward": 24, "both directions": 48, "both, two layers": 96},
    "next word": {"forward": 0, "both directions": 0},
    "brackets": dict.fromkeys(
        (f"{net}, seed {seed}" for net in BracketsExperiment().nets for seed in (0, 1)), 0
    ),
    "fill in": {"left": 4 * 10, "right": 4 * 10, "both": 2 * 4 * 10},
}


@pytest.mark.parametrize("name", SECOND_BIASES)
def test_the_keras_script_builds_the_same_nets_but_for_the_second_bias(
    name, tmp_path, printed_by, monkeypatch, capsys
):
    folder = unpacked(EXPERIMENTS[name], tmp_path)
    torch_counts = re.findall(r"(.+): ([\d,]+) parameters", printed_by(name, folder))
    short = {"epochs=10": "epochs=1", "max(1, NUM_STEPS // 10)": "1"}
    models = run_keras_script(folder / "train_keras.py", monkeypatch, capsys, **short)["models"]
    for arm, count in torch_counts:
        if arm.split()[0] in CELLS and CELLS[arm.split()[0]].keras_layer_name is None:
            assert arm not in models
            continue
        second = SECOND_BIASES[name].get(arm, SECOND_BIASES[name].get(arm.split()[0]))
        assert models[arm].count_params() == int(count.replace(",", "")) - second
