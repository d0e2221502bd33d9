"""What cells are computed with: the weights of a layer, and named values that go from step to step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from torch import Tensor

#: The named values of one step or before it, each (batch, hidden_size).
Values = dict[str, Tensor]

#: What a layer holds between two tokens, each (batch, hidden_size): hidden state, then the LSTM's cell state.
State = tuple[Tensor, ...]

#: Sees a gate or state by its name as soon as it is computed, and says which value to go on with.
Hook = Callable[[str, Tensor], Tensor]

#: The weights that a layer of `torch.nn` has, in its order.
PYTORCHS = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")

#: What the plain cell squashes with; the others have their own.
Activation = Literal["tanh", "relu"]


@dataclass(frozen=True)
class CellWeights:
    """The weights of one layer in one direction; `blocks` is 1 (RNN), 3 (GRU) or 4 (LSTM).

    Attributes:
        weight_ih: what is read from the token, (blocks * hidden_size, input_size).
        weight_hh: what is read from the state before, (blocks * hidden_size, hidden_size).
        bias_ih: (blocks * hidden_size,).
        bias_hh: (blocks * hidden_size,).
        further: what the cell has beyond PyTorch's four, by name; see `CellKind.further_weights`.
    """

    weight_ih: Tensor
    weight_hh: Tensor
    bias_ih: Tensor
    bias_hh: Tensor
    further: Mapping[str, Tensor] = field(default_factory=dict, kw_only=True)

    @property
    def hidden_size(self) -> int:
        """The number of units."""
        return self.weight_hh.shape[1]

    def tensors(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return PyTorch's four in its order."""
        return self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh


def by_name(weights: CellWeights) -> dict[str, Tensor]:
    """Return every weight by its name, PyTorch's four first."""
    return {**dict(zip(PYTORCHS, weights.tensors(), strict=True)), **weights.further}


def from_names(named: Mapping[str, Tensor]) -> CellWeights:
    """Return a layer's weights from `by_name`."""
    further = {name: tensor for name, tensor in named.items() if name not in PYTORCHS}
    return CellWeights(*(named[name] for name in PYTORCHS), further=further)


def identity(name: str, value: Tensor) -> Tensor:
    """Touch nothing."""
    return value
