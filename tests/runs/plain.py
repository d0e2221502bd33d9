"""Nets and loops of torch's own classes, to test ours against: `nn.RNN`, `nn.LSTM`, `nn.GRU` and `torch.optim`."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

CELLS = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}


def twin_of(stack, nonlinearity: str = "tanh") -> nn.Module:
    """Return torch's layer with a `RecurrentStack`'s weights, whose names are the same; batch first."""
    options = {"nonlinearity": nonlinearity} if stack.cell == "rnn" else {}
    layer = CELLS[stack.cell](
        stack.input_size,
        stack.hidden_sizes[0],
        len(stack.hidden_sizes),
        batch_first=True,
        bidirectional=len(stack.directions) == 2,
        **options,
    )
    layer.to(next(stack.parameters()).dtype)
    layer.load_state_dict(stack.state_dict())
    return layer


def copied(module: nn.Module) -> nn.Module:
    """Return a copy of an embedding or a linear layer."""
    kind = type(module)
    sizes = (
        (module.num_embeddings, module.embedding_dim, getattr(module, "padding_idx", None))
        if kind is nn.Embedding
        else (module.in_features, module.out_features)
    )
    copy = kind(*sizes).to(module.weight.dtype)
    copy.load_state_dict(module.state_dict())
    return copy


def descend(
    parts: Iterable[nn.Module],
    make: Callable[[list[Tensor]], torch.optim.Optimizer],
    losses: Iterable[Callable[[], Tensor]],
    clip_norm: float = 0.0,
) -> list[float]:
    """Take a step on each loss and return the losses; a gradient longer than `clip_norm` is shortened to it."""
    parameters = [p for part in parts for p in part.parameters()]
    optimizer = make(parameters)
    told = []
    for loss in losses:
        value = loss()
        optimizer.zero_grad()
        value.backward()
        length = math.sqrt(sum(float((p.grad**2).sum()) for p in parameters if p.grad is not None))
        if 0 < clip_norm < length:
            for p in parameters:
                if p.grad is not None:
                    p.grad *= clip_norm / length
        optimizer.step()
        told.append(value.item())
    return told


def adam(learning_rate: float) -> Callable[[list[Tensor]], torch.optim.Optimizer]:
    """Return what makes Adam, one number after another and not fused."""
    return lambda parameters: torch.optim.Adam(parameters, learning_rate, foreach=False)


def first_adam_step(old: Tensor, gradient: Tensor, learning_rate: float) -> Tensor:
    """Return where Adam's first step leads: both of its means are the gradient's own, so lr * g / (|g| + 1e-8)."""
    return old - learning_rate * gradient / (gradient.abs() + 1e-8)
