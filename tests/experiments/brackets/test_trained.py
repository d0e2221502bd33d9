from __future__ import annotations

import numpy as np

from seqviz.experiments.brackets.config import BracketsExperiment
from seqviz.experiments.brackets.trained import BracketReader
from tests.experiments.small_comparisons import reader

TINY = BracketsExperiment(hidden_size=2, embedding_dim=2, length=4, batch_size=2, num_steps=10, num_seeds=1)
STRING = ["(", "w", "]"]


def test_the_layers_handed_out_are_those_behind_the_answer():
    nets = reader(BracketReader, TINY)
    layers = nets.layers("two layers", STRING)
    assert [(one.layer, one.direction) for one in layers] == [
        (0, "forward"), (0, "reverse"), (1, "forward"), (1, "reverse")]  # fmt: skip
    top = np.concatenate([one.gates["hidden_state"] for one in layers[2:]], axis=1)  # (3, 4)
    output = nets.nets["two layers"].output
    scores = top @ output.weight.detach().numpy().T + output.bias.detach().numpy()  # (3, 2)
    shares = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
    np.testing.assert_allclose(nets.right("two layers", STRING), shares[:, 1], rtol=1e-5)
