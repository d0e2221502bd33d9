"""Recurrent layers on top of one another, in one or two directions, with every layer's states at hand.

`nn.LSTM` with several layers hides the lower layers' states, and packing a batch is many times slower on a
CPU than padding it. So each layer and direction is one fused op here, texts are padded at their end, and the
reverse direction turns each text round by its own length: padding is read after a text's last token only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from seqviz.models.cells.registry import Cell, cell_named
from seqviz.models.cells.values import CellWeights, by_name, from_names
from seqviz.models.inspect.trace import Direction
from seqviz.models.layer import run_layer

#: Hidden states as `[layer][direction]`, each (batch, length, hidden_size), in text order, zero at padding.
LayerStates = list[tuple[Tensor, ...]]


class RecurrentStack(nn.Module):
    """One or more recurrent layers whose parameters are named as `nn.LSTM` names them: `weight_ih_l0_reverse`.

    Args:
        cell: "rnn" (tanh), "lstm" or "gru".
        input_size: length of a token's vector.
        hidden_sizes: number of units of each layer, bottom first.
        bidirectional: a second set of units reads each text from its end.
        dropout: share of values dropped between layers while training, 0 to 1.
        generator: where the initial weights come from; torch's global one if None.

    Raises:
        ValueError: if the cell is unknown, there is no layer, or a layer has no unit.
    """

    def __init__(
        self,
        cell: Cell,
        input_size: int,
        hidden_sizes: Sequence[int],
        bidirectional: bool = False,
        dropout: float = 0.0,
        generator: torch.Generator | None = None,
    ) -> None:
        super().__init__()
        cell_named(cell)  # or an error
        if not hidden_sizes or min(hidden_sizes) < 1:
            raise ValueError(f"Every layer needs at least one unit, but the sizes are {tuple(hidden_sizes)}.")
        self.cell: Cell = cell
        self.input_size, self.hidden_sizes = input_size, tuple(hidden_sizes)
        self.dropout = nn.Dropout(dropout)
        self.directions: tuple[Direction, ...] = ("forward", "reverse") if bidirectional else ("forward",)
        for layer in range(len(self.hidden_sizes)):
            for direction in self.directions:
                self._add_weights(layer, direction)
        self.reset_parameters(generator)

    @property
    def output_size(self) -> int:
        """Length of the top layer's vector at each token, all directions together."""
        return self.hidden_sizes[-1] * len(self.directions)

    def _add_weights(self, layer: int, direction: Direction) -> None:
        below = self.hidden_sizes[layer - 1] * len(self.directions) if layer else self.input_size
        for name, shape in cell_named(self.cell).weight_shapes(below, self.hidden_sizes[layer]).items():
            self.register_parameter(f"{name}{_suffix(layer, direction)}", nn.Parameter(torch.empty(shape)))

    def reset_parameters(self, generator: torch.Generator | None = None) -> None:
        """Draw every weight and bias from U(-1/sqrt(hidden_size), 1/sqrt(hidden_size)), as PyTorch does."""
        for layer, hidden_size in enumerate(self.hidden_sizes):
            for direction in self.directions:
                for tensor in by_name(self.weights(layer, direction)).values():
                    nn.init.uniform_(tensor, -(hidden_size**-0.5), hidden_size**-0.5, generator=generator)

    def weights(self, layer: int, direction: Direction) -> CellWeights:
        """Return the weights of one layer in one direction (the parameters themselves)."""
        suffix = _suffix(layer, direction)
        return from_names(
            {name: self.get_parameter(name + suffix) for name in cell_named(self.cell).weight_names}
        )

    def forward(self, inputs: Tensor, lengths: Tensor | None = None) -> LayerStates:
        """Read a padded batch.

        Args:
            inputs: (batch, length, input_size); fastest as the transposed view of a time-first tensor.
            lengths: tokens of each text, (batch,), 1 to length; None if none is padded.

        Returns:
            Hidden states as `[layer][direction]`, each (batch, length, hidden_size), in text order, zero at
            padding. `joined(states[-1])` is what `nn.LSTM` returns.
        """
        turn = TextOrder(inputs.shape[1], lengths)
        states: LayerStates = []
        for layer in range(len(self.hidden_sizes)):
            below = self.dropout(joined(states[-1])) if states else inputs
            states.append(tuple(self._run(layer, direction, below, turn) for direction in self.directions))
        return states

    def _run(self, layer: int, direction: Direction, below: Tensor, turn: TextOrder) -> Tensor:
        """Return one layer's hidden states in one direction, (batch, length, hidden_size), in text order."""
        weights = self.weights(layer, direction)
        rows = below.transpose(0, 1)  # (length, batch, input_size)
        if direction == "forward":
            hidden_states = turn.blank_padding(run_layer(self.cell, rows, weights)[0])
        else:
            hidden_states = turn.blank_padding(
                turn.reverse(run_layer(self.cell, turn.reverse(rows), weights)[0])
            )
        return hidden_states.transpose(0, 1)  # (batch, length, hidden_size)


class TextOrder:
    """Turns each text of a padded batch round by its own length; time-first tensors throughout.

    Args:
        length: rows of the batch.
        lengths: tokens of each text, (batch,); None if none is padded.
    """

    def __init__(self, length: int, lengths: Tensor | None) -> None:
        padded = lengths is not None and int(lengths.min()) < length
        self._rows: Tensor | None = None
        #: True where there is a token, (length, batch, 1); None if nothing is padded.
        self.real: Tensor | None = None
        if padded and lengths is not None:
            steps = torch.arange(length, device=lengths.device).unsqueeze(1)  # (length, 1)
            self.real = (steps < lengths).unsqueeze(2)  # (length, batch, 1)
            texts = torch.arange(len(lengths), device=lengths.device)
            source = torch.where(steps < lengths, lengths - 1 - steps, steps)  # (length, batch)
            self._rows = (source * len(lengths) + texts).flatten()

    def reverse(self, rows: Tensor) -> Tensor:
        """Return (length, batch, size) with each text's tokens last to first, its padding still after it."""
        if self._rows is None:
            return rows.flip(0)
        return _Permute.apply(rows, self._rows)

    def blank_padding(self, rows: Tensor) -> Tensor:
        """Return (length, batch, size) with zeros at padding."""
        return rows if self.real is None else rows * self.real


class _Permute(torch.autograd.Function):
    """Reorders rows by a permutation that is its own inverse: backward is the same copy, not a scatter."""

    @staticmethod
    def forward(ctx: Any, rows: Tensor, order: Tensor) -> Tensor:
        ctx.order = order
        return rows.reshape(-1, rows.shape[2]).index_select(0, order).view(rows.shape)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None]:
        flat = gradient.reshape(-1, gradient.shape[2])
        return flat.index_select(0, ctx.order).view(gradient.shape), None


def joined(directions: tuple[Tensor, ...]) -> Tensor:
    """Return one layer's directions side by side, (batch, length, directions * hidden_size)."""
    if len(directions) == 1:
        return directions[0]
    return torch.cat([states.transpose(0, 1) for states in directions], dim=-1).transpose(0, 1)


def _suffix(layer: int, direction: Direction) -> str:
    return f"_l{layer}" + ("_reverse" if direction == "reverse" else "")
