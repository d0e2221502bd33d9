"""All that follows from a cell's step alone: slower than what RNN, LSTM and GRU bring along, and right for any cell.

A step reads the token through `x @ W.T + b`. Where what comes of that is wanted by itself, the step is given the
sums as its token, with the identity for W and zeros for b.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from seqviz.models.cells.backward import StateGradients
from seqviz.models.cells.values import CellWeights, Hook, State, Values, by_name, from_names, identity

#: (token's vector, what the cell held before, weights, hook) -> every named value of this step.
Step = Callable[..., Values]
#: (W x + b of the step, state) -> state; NumPy, one text.
NumpyStep = Callable[[np.ndarray, tuple[np.ndarray, ...]], tuple[np.ndarray, ...]]
#: What a token's vector is multiplied by, what is added, and the step.
NumpyLayer = tuple[np.ndarray, np.ndarray, NumpyStep]


def initial_state(states: Sequence[str], batch: int, weights: CellWeights) -> Values:
    """Return what a cell holds before the first token: zeros, (batch, hidden_size)."""
    return {name: weights.weight_hh.new_zeros(batch, weights.hidden_size) for name in states}


def read(step: Step, rows: Tensor, values: Values, weights: CellWeights, hook: Hook = identity) -> Values:
    """Read rows (length, batch, input_size); return every gate and state, (length, batch, hidden_size)."""
    history = []
    for row in rows.unbind(0):
        values = step(row, values, weights, hook)
        history.append(values)
    return {name: torch.stack([one[name] for one in history]) for name in values}


def run(
    step: Step, states: Sequence[str], inputs: Tensor, weights: CellWeights, state: State
) -> tuple[Tensor, State]:
    """Read a batch; return the hidden states and the state after the last row, as the fast layers do."""
    found = read(step, inputs, dict(zip(states, state, strict=True)), weights)
    return found["hidden_state"], tuple(found[name][-1] for name in states)


def recover(
    step: Step, states: Sequence[str], rows: Tensor, hidden_states: Tensor, weights: CellWeights
) -> Values:
    """Return the gates behind known hidden states: of all tokens at once, where nothing else is handed on."""
    if tuple(states) != ("hidden_state",):
        return read(step, rows, initial_state(states, rows.shape[1], weights), weights)
    before = torch.cat([torch.zeros_like(hidden_states[:1]), hidden_states[:-1]])
    values = step(rows.flatten(0, 1), {"hidden_state": before.flatten(0, 1)}, weights)
    found = {name: value.view_as(hidden_states) for name, value in values.items()}
    return found | {"hidden_state": hidden_states}


def backward(
    step: Step, states: Sequence[str], gates: Values, given: Tensor, weights: CellWeights, loss: Tensor
) -> StateGradients:
    """Carry a gradient back token by token, through the step alone, with PyTorch's autograd.

    Args:
        step: of the cell.
        states: what it hands on.
        gates: its states at every token, (length, batch, hidden_size).
        given: W x + b of every token, (length, batch, blocks * hidden_size).
        weights: of the layer.
        loss: dL/dh_T, (batch, hidden_size).
    """
    reading, sums = _of_sums(weights), torch.empty_like(given)
    found = {name: loss.new_empty(len(given), *loss.shape) for name in states}
    nothing = initial_state(states, len(loss), weights)
    arriving = {name: loss if name == "hidden_state" else torch.zeros_like(loss) for name in states}
    for t in range(len(given) - 1, -1, -1):
        before = {name: gates[name][t - 1] if t else nothing[name] for name in states}
        sums[t], at, arriving = _one_back(step, given[t], before, reading, arriving)
        for name in states:
            found[name][t] = at[name]
    return StateGradients(found["hidden_state"], found.get("cell_state"), sums)


def _one_back(
    step: Step, given: Tensor, before: Values, weights: CellWeights, arriving: Values
) -> tuple[Tensor, Values, Values]:
    """Carry a gradient back through one step.

    Args:
        step: of the cell.
        given: the step's token, (batch, blocks * hidden_size).
        before: the states handed on to this step.
        weights: of the step.
        arriving: the gradients of the states that this step hands on.

    Returns:
        The gradients of the token, of each state as soon as it is computed, and of the states before.
    """
    token = given.detach().requires_grad_()
    held = {name: value.detach().requires_grad_() for name, value in before.items()}
    added = {name: torch.zeros_like(value, requires_grad=True) for name, value in before.items()}
    with torch.enable_grad():
        after = step(
            token, held, weights, lambda name, value: value + added[name] if name in added else value
        )
    leaves = [token, *added.values(), *held.values()]
    outputs, gradients = [after[name] for name in arriving], list(arriving.values())
    of_token, *of_states = torch.autograd.grad(outputs, leaves, gradients, materialize_grads=True)
    at, earlier = of_states[: len(held)], of_states[len(held) :]
    return of_token, dict(zip(held, at, strict=True)), dict(zip(held, earlier, strict=True))


def numpy_layer(step: Step, states: Sequence[str], weights: Mapping[str, np.ndarray]) -> NumpyLayer:
    """Arrange a layer's weights, by name, for single steps of one text, each run by the cell's own step."""
    reading = _of_sums(
        from_names({name: torch.from_numpy(np.ascontiguousarray(part)) for name, part in weights.items()})
    )

    @torch.inference_mode()
    def one(given: np.ndarray, state: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
        before = {name: torch.from_numpy(held).unsqueeze(0) for name, held in zip(states, state, strict=True)}
        after = step(torch.from_numpy(given).unsqueeze(0), before, reading)
        return tuple(after[name][0].numpy() for name in states)

    return weights["weight_ih"], weights["bias_ih"], one


def _of_sums(weights: CellWeights) -> CellWeights:
    """Return weights of which W x + b is x itself; they learn nothing."""
    fixed = from_names({name: tensor.detach() for name, tensor in by_name(weights).items()})
    identity = torch.eye(len(weights.bias_ih), dtype=weights.weight_hh.dtype)
    return replace(fixed, weight_ih=identity, bias_ih=torch.zeros_like(identity[0]))
