"""One step of the GRU in NumPy, for one text, as fast as it can be: what sampling spends its time on."""

from __future__ import annotations

import numpy as np

from seqviz.models.cells.stepping import NumpyLayer


def gru_numpy_layer(ih: np.ndarray, hh: np.ndarray, bias_ih: np.ndarray, bias_hh: np.ndarray) -> NumpyLayer:
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
