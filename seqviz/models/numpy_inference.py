"""A trained language model read out one symbol at a time, in NumPy: several times faster than a torch layer.

Writing text needs one step of batch 1 at a time, where a torch layer spends its time on being called. Here the
first layer's W x + b is looked up, since there are only as many x as symbols; the rows of the sigmoid gates are
halved once, since sigmoid(x) = tanh(x / 2) / 2 + 1 / 2, so that one tanh serves all gates.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from seqviz.models.cells.registry import CELLS, Cell, cell_named
from seqviz.models.cells.stepping import NumpyStep

#: What the layers hold, bottom first: hidden state, then the LSTM's cell state; each (hidden_size,).
States = tuple[tuple[np.ndarray, ...], ...]


class NetStepper:
    """A language net's weights, arranged for single steps.

    Args:
        cell: "rnn", "lstm" or "gru".
        weights: by the state-dict names of `LanguageNet`.

    Raises:
        ValueError: if the weights are not those of a language net of this cell.
    """

    def __init__(self, cell: Cell, weights: Mapping[str, np.ndarray]) -> None:
        layers = [name for name in weights if name.startswith("recurrent.weight_hh_l")]
        if not layers or cell not in CELLS:
            raise ValueError(f"these are not the weights of a language net with the cell {cell!r}")
        kind = cell_named(cell)
        self._steps: list[NumpyStep] = []
        self._inputs: list[tuple[np.ndarray, np.ndarray]] = []
        for layer in range(len(layers)):
            weight, bias, step = kind.numpy_layer(
                {
                    name: np.asarray(weights[f"recurrent.{name}_l{layer}"], np.float32)
                    for name in kind.weight_names
                }
            )
            self._steps.append(step)
            self._inputs.append((np.ascontiguousarray(weight), bias))
        embedding = np.asarray(weights["embedding.weight"], np.float32)
        self._table = list(embedding @ self._inputs[0][0].T + self._inputs[0][1])
        self._output = np.ascontiguousarray(weights["output.weight"], np.float32)
        self._output_bias = np.asarray(weights["output.bias"], np.float32)
        sizes = [weights[name].shape[1] for name in sorted(layers)]
        self._start: States = tuple((np.zeros(size, np.float32),) * len(kind.states) for size in sizes)

    def start(self) -> States:
        """Return the zeros that a net starts from."""
        return self._start

    def step(self, state: States, symbol: int) -> tuple[np.ndarray, States]:
        """Read one symbol; return the logits of the next, (vocabulary_size,) float32, and the new state."""
        held = self._steps[0](self._table[symbol], state[0])
        if len(state) == 1:
            return self._output.dot(held[0]) + self._output_bias, (held,)
        new = [held]
        for layer in range(1, len(state)):
            weight, bias = self._inputs[layer]
            new.append(self._steps[layer](weight.dot(new[-1][0]) + bias, state[layer]))
        return self._output.dot(new[-1][0]) + self._output_bias, tuple(new)
