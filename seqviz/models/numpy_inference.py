"""A trained language model read out one symbol at a time, in NumPy: several times faster than a torch layer.

Writing text needs one step of batch 1 at a time, where a torch layer spends its time on being called. Here the
first layer's W x + b is looked up, since there are only as many x as symbols; the rows of the sigmoid gates are
halved once, since sigmoid(x) = tanh(x / 2) / 2 + 1 / 2, so that one tanh serves all gates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from seqviz.models.inspect.trace import Cell

#: What the layers hold, bottom first: hidden state, then the LSTM's cell state; each (hidden_size,).
States = tuple[tuple[np.ndarray, ...], ...]
#: (W x + b of the step, state) -> state.
_Step = Callable[[np.ndarray, tuple[np.ndarray, ...]], tuple[np.ndarray, ...]]


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
        if not layers or cell not in _LAYERS:
            raise ValueError(f"these are not the weights of a language net with the cell {cell!r}")
        self._steps: list[_Step] = []
        self._inputs: list[tuple[np.ndarray, np.ndarray]] = []
        for layer in range(len(layers)):
            ih, hh, bias_ih, bias_hh = (
                np.asarray(weights[f"recurrent.{name}_l{layer}"], np.float32)
                for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
            )
            weight, bias, step = _LAYERS[cell](ih, hh, bias_ih, bias_hh)
            self._steps.append(step)
            self._inputs.append((np.ascontiguousarray(weight), bias))
        embedding = np.asarray(weights["embedding.weight"], np.float32)
        self._table = list(embedding @ self._inputs[0][0].T + self._inputs[0][1])
        self._output = np.ascontiguousarray(weights["output.weight"], np.float32)
        self._output_bias = np.asarray(weights["output.bias"], np.float32)
        num_states = 2 if cell == "lstm" else 1
        sizes = [weights[name].shape[1] for name in sorted(layers)]
        self._start: States = tuple((np.zeros(size, np.float32),) * num_states for size in sizes)

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


_Layer = tuple[np.ndarray, np.ndarray, _Step]


def _rnn(ih: np.ndarray, hh: np.ndarray, bias_ih: np.ndarray, bias_hh: np.ndarray) -> _Layer:
    recurrent = np.ascontiguousarray(hh)

    def step(given: np.ndarray, state: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
        return (np.tanh(recurrent.dot(state[0]) + given),)

    return ih, bias_ih + bias_hh, step


def _lstm(ih: np.ndarray, hh: np.ndarray, bias_ih: np.ndarray, bias_hh: np.ndarray) -> _Layer:
    """PyTorch's rows are i, f, g, o; here they are i, f, o, g, so that the three sigmoids are one slice."""
    size = hh.shape[1]
    order = np.r_[0 : 2 * size, 3 * size : 4 * size, 2 * size : 3 * size]
    scale = np.repeat(np.array([0.5, 0.5, 0.5, 1.0], np.float32), size)[:, None]
    recurrent = np.ascontiguousarray(hh[order] * scale)
    half = np.float32(0.5)

    def step(given: np.ndarray, state: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
        gates = recurrent.dot(state[0])  # (4 * hidden_size,)
        gates += given
        np.tanh(gates, out=gates)
        sigmoids = gates[: 3 * size]
        sigmoids *= half
        sigmoids += half
        cell_state = gates[size : 2 * size] * state[1]
        cell_state += gates[:size] * gates[3 * size :]
        return gates[2 * size : 3 * size] * np.tanh(cell_state), cell_state

    return ih[order] * scale, (bias_ih + bias_hh)[order] * scale[:, 0], step


def _gru(ih: np.ndarray, hh: np.ndarray, bias_ih: np.ndarray, bias_hh: np.ndarray) -> _Layer:
    """The candidate's recurrent part is multiplied by the reset gate, so its bias stays apart."""
    size = hh.shape[1]
    scale = np.repeat(np.array([0.5, 0.5, 1.0], np.float32), size)
    recurrent = np.ascontiguousarray(hh * scale[:, None])
    candidate_bias = bias_hh[2 * size :].copy()
    half = np.float32(0.5)

    def step(given: np.ndarray, state: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
        hidden = state[0]
        from_hidden = recurrent.dot(hidden)  # (3 * hidden_size,)
        gates = from_hidden[: 2 * size]
        gates += given[: 2 * size]
        np.tanh(gates, out=gates)
        gates *= half
        gates += half
        candidate = np.tanh(given[2 * size :] + gates[:size] * (from_hidden[2 * size :] + candidate_bias))
        return (candidate + gates[size:] * (hidden - candidate),)

    bias = np.concatenate([(bias_ih + bias_hh)[: 2 * size], bias_ih[2 * size :]]) * scale
    return ih * scale[:, None], bias, step


_LAYERS: dict[Cell, Callable[..., _Layer]] = {"rnn": _rnn, "lstm": _lstm, "gru": _gru}
