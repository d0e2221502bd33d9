from __future__ import annotations

import json

import numpy as np
import pytest
from safetensors import safe_open
from safetensors.torch import load_file

from tests.cli.tiny import kept

GATES = ("reset_gate", "update_gate", "candidate", "hidden_state")


def test_evaluate_measures_on_a_file(trained, reviews, say):
    answer = say("evaluate", trained["run"], "--data", reviews)
    assert answer["accuracy"] == trained["test_accuracy"]
    assert (answer["run"], answer["examples"]) == (trained["run"], 40)
    assert answer["loss"] > 0


def test_predict_tells_both_probabilities_and_the_one_after_each_token(trained, say):
    answer = say("predict", trained["run"], "--text", "What a film")
    assert answer["tokens"] == ["what", "a", "film"]
    assert answer["negative"] + answer["positive"] == pytest.approx(1)
    assert answer["positive_after_each_token"][-1] == pytest.approx(answer["positive"], abs=1e-6)
    assert len(answer["positive_after_each_token"]) == 3


def test_trace_writes_every_gate_of_every_layer_and_direction(trained, say, tmp_path):
    out = tmp_path / "gates"  # without a suffix: the file is the one that was named
    answer = say("trace", trained["run"], "--text", "not a good film", "--out", out)
    assert answer == {"run": trained["run"], "tokens": ["not", "a", "good", "film"], "file": str(out)}
    with np.load(out) as arrays:
        assert arrays["tokens"].tolist() == answer["tokens"]
        for layer, size in enumerate((5, 3)):
            for gate in [f"layer{layer}.{d}.{gate}" for d in ("forward", "reverse") for gate in GATES]:
                assert (arrays[gate].shape, arrays[gate].dtype) == ((4, size), np.float32), gate
        assert len(arrays) == 1 + 2 * 2 * len(GATES)


def test_export_writes_what_pytorch_loads_by_its_own_names(trained, say, tmp_path):
    out = tmp_path / "net.safetensors"
    assert say("export", trained["run"], "--out", out) == {"run": trained["run"], "file": str(out)}
    weights = load_file(out)
    assert weights["recurrent.weight_ih_l1_reverse"].shape == (9, 10)
    assert {"embedding.weight", "output.weight", "output.bias"} < set(weights)
    assert sum(value.numel() for value in weights.values()) == trained["parameters"]
    with safe_open(out, "np") as file:
        metadata = file.metadata()
    assert json.loads(metadata["config"]) == kept(trained["run"]).config
    assert len(json.loads(metadata["vocabulary"])) == weights["embedding.weight"].shape[0]
