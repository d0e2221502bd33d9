"""One step of the LSTM in NumPy, for one text, as fast as it can be: what sampling spends its time on."""

from __future__ import annotations

import numpy as np

from seqviz.models.cells.stepping import NumpyLayer


def lstm_numpy_layer(ih: np.ndarray, hh: np.ndarray, bias_ih: np.ndarray, bias_hh: np.ndarray) -> NumpyLayer:
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
