r"""The equations of the three cells, one line each, as PyTorch computes them.

This file is what the page shows beside the textbook, and what the fast layers and the recovered gates are
tested against. A *step* takes the token's vector `x`, what the cell held before, and its weights, and returns
every named value of this step; the next step takes them as what the cell held before.

$\sigma$ is the logistic function, $\odot$ multiplies element by element.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from seqviz.models.inspect.trace import Cell

#: The named values of one step or before it, each (batch, hidden_size).
Values = dict[str, Tensor]

#: Sees a gate or state by its name as soon as it is computed, and says which value to go on with.
Touch = Callable[[str, Tensor], Tensor]

#: Blocks of rows in each weight matrix: PyTorch stacks the gates in this order.
BLOCKS: dict[Cell, tuple[str, ...]] = {
    "rnn": ("hidden_state",),
    "lstm": ("input_gate", "forget_gate", "candidate", "output_gate"),
    "gru": ("reset_gate", "update_gate", "candidate"),
}


def check_cell(cell: str) -> None:
    """Raise a ValueError if the cell is none of `BLOCKS`."""
    if cell not in BLOCKS:
        raise ValueError(f"The cell must be one of {', '.join(BLOCKS)}, but it is {cell!r}.")


@dataclass(frozen=True)
class CellWeights:
    """The weights of one layer in one direction; `blocks` is 1 (RNN), 3 (GRU) or 4 (LSTM).

    Attributes:
        weight_ih: what is read from the token, (blocks * hidden_size, input_size).
        weight_hh: what is read from the state before, (blocks * hidden_size, hidden_size).
        bias_ih: (blocks * hidden_size,).
        bias_hh: (blocks * hidden_size,).
    """

    weight_ih: Tensor
    weight_hh: Tensor
    bias_ih: Tensor
    bias_hh: Tensor

    @property
    def hidden_size(self) -> int:
        """The number of units."""
        return self.weight_hh.shape[1]

    def tensors(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return the four in PyTorch's order."""
        return self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh


def leave(name: str, value: Tensor) -> Tensor:
    """Touch nothing."""
    return value


def rnn_step(
    x: Tensor,
    before: Values,
    weights: CellWeights,
    touch: Touch = leave,
    activation: Callable[[Tensor], Tensor] = torch.tanh,
) -> Values:
    r"""One step of the plain recurrent cell.

    $$h_t = \tanh(W x_t + b + U h_{t-1} + b')$$

    Args:
        x: the token's vector, (batch, input_size).
        before: `hidden_state`, (batch, hidden_size).
        weights: one block of rows.
        touch: may change a value before the next line uses it (gate surgery).
        activation: tanh, or relu for comparison.

    Returns:
        `hidden_state`, (batch, hidden_size).

    Source: Elman 1990, Finding structure in time; tanh and two biases as in PyTorch.
    """
    W, U, b, b_ = weights.tensors()
    h = touch("hidden_state", activation(x @ W.T + b + before["hidden_state"] @ U.T + b_))
    return {"hidden_state": h}


def lstm_step(x: Tensor, before: Values, weights: CellWeights, touch: Touch = leave) -> Values:
    r"""One step of the long short-term memory.

    $$i_t = \sigma(W_i x_t + b_i + U_i h_{t-1} + b'_i)$$
    $$f_t = \sigma(W_f x_t + b_f + U_f h_{t-1} + b'_f)$$
    $$g_t = \tanh(W_g x_t + b_g + U_g h_{t-1} + b'_g)$$
    $$o_t = \sigma(W_o x_t + b_o + U_o h_{t-1} + b'_o)$$
    $$c_t = f_t \odot c_{t-1} + i_t \odot g_t$$
    $$h_t = o_t \odot \tanh(c_t)$$

    Args:
        x: the token's vector, (batch, input_size).
        before: `hidden_state` and `cell_state`, each (batch, hidden_size).
        weights: four blocks of rows: input gate, forget gate, candidate, output gate.
        touch: may change a value before the next line uses it (gate surgery).

    Returns:
        `input_gate`, `forget_gate`, `output_gate` in (0, 1), `candidate` in (-1, 1), `cell_state`,
        `hidden_state`, each (batch, hidden_size).

    Source: Hochreiter & Schmidhuber 1997; the forget gate is Gers, Schmidhuber & Cummins 2000. No peepholes.
    """
    W, U, b, b_ = weights.tensors()
    a_i, a_f, a_g, a_o = (x @ W.T + b + before["hidden_state"] @ U.T + b_).chunk(4, dim=-1)
    i = touch("input_gate", torch.sigmoid(a_i))  # how much of the candidate is written
    f = touch("forget_gate", torch.sigmoid(a_f))  # how much of the past is kept
    g = touch("candidate", torch.tanh(a_g))  # what could be written
    o = touch("output_gate", torch.sigmoid(a_o))  # how much of the cell is shown
    c = touch("cell_state", f * before["cell_state"] + i * g)
    h = touch("hidden_state", o * torch.tanh(c))
    return {
        "input_gate": i,
        "forget_gate": f,
        "candidate": g,
        "output_gate": o,
        "cell_state": c,
        "hidden_state": h,
    }


def gru_step(x: Tensor, before: Values, weights: CellWeights, touch: Touch = leave) -> Values:
    r"""One step of the gated recurrent unit.

    $$r_t = \sigma(W_r x_t + b_r + U_r h_{t-1} + b'_r)$$
    $$z_t = \sigma(W_z x_t + b_z + U_z h_{t-1} + b'_z)$$
    $$n_t = \tanh(W_n x_t + b_n + r_t \odot (U_n h_{t-1} + b'_n))$$
    $$h_t = (1 - z_t) \odot n_t + z_t \odot h_{t-1}$$

    Two conventions, both PyTorch's: $z$ multiplies the *old* state (1 keeps it), and $r$ multiplies *after*
    the product with $U_n$. Papers and other libraries also write both the other way; see `conventions.py`.

    Args:
        x: the token's vector, (batch, input_size).
        before: `hidden_state`, (batch, hidden_size).
        weights: three blocks of rows: reset gate, update gate, candidate.
        touch: may change a value before the next line uses it (gate surgery).

    Returns:
        `reset_gate`, `update_gate` in (0, 1), `candidate` in (-1, 1), `hidden_state`,
        each (batch, hidden_size).

    Source: Cho et al. 2014.
    """
    W, U, b, b_ = weights.tensors()
    x_r, x_z, x_n = (x @ W.T + b).chunk(3, dim=-1)  # what the token says
    h_r, h_z, h_n = (before["hidden_state"] @ U.T + b_).chunk(3, dim=-1)  # what the past says
    r = touch("reset_gate", torch.sigmoid(x_r + h_r))  # how much of the past the candidate sees
    z = touch("update_gate", torch.sigmoid(x_z + h_z))  # how much of the past is kept
    n = touch("candidate", torch.tanh(x_n + r * h_n))
    h = touch("hidden_state", (1 - z) * n + z * before["hidden_state"])
    return {"reset_gate": r, "update_gate": z, "candidate": n, "hidden_state": h}


STEPS: dict[Cell, Callable[..., Values]] = {"rnn": rnn_step, "lstm": lstm_step, "gru": gru_step}


def nothing_read(cell: Cell, batch: int, weights: CellWeights) -> Values:
    """Return what a cell holds before the first token: zeros, (batch, hidden_size)."""
    states = ("hidden_state", "cell_state") if cell == "lstm" else ("hidden_state",)
    return {name: weights.weight_hh.new_zeros(batch, weights.hidden_size) for name in states}


def read_step_by_step(cell: Cell, x: Tensor, weights: CellWeights, touch: Touch = leave) -> Values:
    """Read token after token with the equations above.

    Args:
        cell: which equations.
        x: the tokens' vectors, (batch, length, input_size), length at least 1.
        weights: of this cell.
        touch: may change any value on its way.

    Returns:
        Every gate and state by name, (batch, length, hidden_size).
    """
    values, history = nothing_read(cell, len(x), weights), []
    for x_t in x.unbind(dim=1):
        values = STEPS[cell](x_t, values, weights, touch)
        history.append(values)
    return {name: torch.stack([step[name] for step in history], dim=1) for name in values}
