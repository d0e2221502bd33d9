r"""The plain recurrent cell: its equation, as PyTorch computes it, and all that is known of it.

A *step* takes the token's vector `x`, what the cell held before, and its weights, and returns every named value of
this step; the next step takes them as what the cell held before.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from seqviz.models.cells.backward import StateGradients, room
from seqviz.models.cells.kind import CellKind
from seqviz.models.cells.stepping import NumpyLayer
from seqviz.models.cells.values import Activation, CellWeights, Hook, State, Values, identity


def rnn_step(
    x: Tensor,
    before: Values,
    weights: CellWeights,
    hook: Hook = identity,
    activation: Callable[[Tensor], Tensor] = torch.tanh,
) -> Values:
    r"""One step of the plain recurrent cell.

    $$h_t = \tanh(W x_t + b + U h_{t-1} + b')$$

    Args:
        x: the token's vector, (batch, input_size).
        before: `hidden_state`, (batch, hidden_size).
        weights: one block of rows.
        hook: may change a value before the next line uses it (gate surgery).
        activation: tanh, or relu for comparison.

    Returns:
        `hidden_state`, (batch, hidden_size).

    Source: Elman 1990, Finding structure in time; tanh and two biases as in PyTorch.
    """
    W, U, b, b_ = weights.tensors()
    h = hook("hidden_state", activation(x @ W.T + b + before["hidden_state"] @ U.T + b_))
    return {"hidden_state": h}


def rnn_layer(
    inputs: Tensor, weights: CellWeights, state: State, activation: Activation
) -> tuple[Tensor, State]:
    """Run PyTorch's own operation: with biases, 1 layer, dropout 0, train or not, one direction, time first."""
    how = (True, 1, 0.0, torch.is_grad_enabled(), False, False)
    operation = torch.rnn_tanh if activation == "tanh" else torch.rnn_relu
    hidden_states, hidden = operation(
        inputs, state[0].unsqueeze(0).contiguous(), list(weights.tensors()), *how
    )
    return hidden_states, (hidden[0],)


def rnn_gates(rows: Tensor, before: Tensor, weights: CellWeights) -> Values:
    """Return no gates: it has none beside its hidden states."""
    return {}


def rnn_backward(gates: Values, weights: CellWeights, loss: Tensor, activation: Activation) -> StateGradients:
    """dh_{t-1} = U^T (dh_t * slope_t)."""
    states = gates["hidden_state"]
    sums = 1 - states * states if activation == "tanh" else (states > 0).to(states.dtype)  # slopes at first
    dh = room(len(states), loss)
    for t in range(len(states) - 1, -1, -1):
        sums[t].mul_(dh[t])
        if t:
            torch.mm(sums[t], weights.weight_hh, out=dh[t - 1])
    return StateGradients(dh, None, sums)


def rnn_numpy_layer(ih: np.ndarray, hh: np.ndarray, bias_ih: np.ndarray, bias_hh: np.ndarray) -> NumpyLayer:
    """Arrange the weights for single steps of one text."""
    recurrent = np.ascontiguousarray(hh)

    def step(given: np.ndarray, state: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
        return (np.tanh(recurrent.dot(state[0]) + given),)

    return ih, bias_ih + bias_hh, step


RNN = CellKind(
    name="rnn",
    blocks=("hidden_state",),
    gates=("hidden_state",),
    step=rnn_step,
    equations=(r"«hidden_state|h_t» = \tanh(W x_t + b + U «hidden_state|h_{t-1}» + b')",),
    torch_layer_name="RNN",
    keras_layer_name="SimpleRNN",
    trained_with="PyTorch's `torch.rnn_tanh`",
    token_cost=(0.4e-6, 3.4e-11),
    symbol_cost=(2e-6, 4e-11),
    fast_layer=rnn_layer,
    fast_gates=rnn_gates,
    fast_backward=rnn_backward,
    fast_numpy=rnn_numpy_layer,
)
