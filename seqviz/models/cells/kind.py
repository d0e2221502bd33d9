"""What a cell is: all that the rest of the app asks about one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn

from seqviz.models.cells import stepping
from seqviz.models.cells.backward import StateGradients
from seqviz.models.cells.shapes import Shape, count_further, layer_shapes
from seqviz.models.cells.stepping import NumpyLayer, Step
from seqviz.models.cells.values import PYTORCHS, Activation, CellWeights, Hook, State, Values, identity

#: How far the gates of the net set by hand stand open, and how strongly its candidates speak.
OPEN = 6.0  # σ(6) = 0.9975: as good as open; −6 as good as shut
STRONG = 3.0  # tanh(3) = 0.995

#: Behind a state's name: as it was before the step.
BEFORE = "₋₁"

#: Gate -> for each of two units: weight of "on", weight of "off", bias.
SwitchRules = Mapping[str, tuple[tuple[float, float, float], tuple[float, float, float]]]


@dataclass(frozen=True, eq=False)
class CellKind:
    r"""A recurrent cell. Whoever defines one gives its step; everything else follows, or is given to be faster.

    Attributes:
        name: "lstm"; people see it in capitals.
        blocks: blocks of rows in each weight matrix, as PyTorch stacks them; those named `*_gate` are squashed by
            the logistic function, the others by tanh.
        gates: every gate and state that a step returns, in the order in which the page shows them.
        step: the equations; a function of its own, whose source the page shows and the export writes down.
        states: what is handed on from token to token, `hidden_state` first; one more may be `cell_state`.
        equations: LaTeX, a line each; «name|letters» is set in the gate's colour.
        further_weights: name -> shape of each weight beyond PyTorch's four; a step finds them in `weights.further`.
        peepholes: block -> the further weight, (hidden_size,), whose product with the unit's own cell state the block
            adds, and which state: "cell_state", or "cell_state₋₁", that of the step before.
        gated_product: block -> the gate that multiplies U h + b′ of that block (the GRU's reset gate).
        gated_state: block -> the gate that multiplies h before the product with U.
        in_numbers: state -> its equation and the same with numbers, lines of LaTeX in which «name» stands for a value
            and «name₋₁» for that of the step before.
        forget_bias_gate: the gate whose bias a forget bias sets, so that the past is kept; None where there is none.
        light_switch: weights of the net set by hand, see `handmade_net.py`; None where there is none.
        torch_layer_name: of the class in `torch.nn`; None where PyTorch has none: the export writes it out.
        keras_layer_name: of the class in `keras.layers`, or None.
        keras_biases: biases of a block in Keras, where PyTorch has two.
        trained_with: the operation that the app trains with, as a page names it.
        drawing: the name of its plan in `plans.js` of the cell diagram, or None: it is not drawn.
        shown_with: the cell on whose page its nets are drawn; None: on a page of its own, if there is one.
        token_cost: seconds of training for each token of a text whatever the sizes, and for each multiplication.
        symbol_cost: the same for each symbol of a language model, and for each product of its input and its state.
        fast_layer: (inputs, weights, state, activation) -> hidden states, state; None steps.
        fast_gates: (rows, hidden states before each row, weights) -> gates, the hidden state left out; None steps.
        fast_backward: (gates, weights, loss, activation) -> gradients; None steps.
        fast_numpy: PyTorch's four weights, the further ones by name -> `NumpyLayer`; None steps.
    """

    name: str
    blocks: tuple[str, ...]
    gates: tuple[str, ...]
    step: Step
    states: tuple[str, ...] = ("hidden_state",)
    equations: tuple[str, ...] = ()
    further_weights: Mapping[str, Shape] = field(default_factory=dict)
    peepholes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    gated_product: Mapping[str, str] = field(default_factory=dict)
    gated_state: Mapping[str, str] = field(default_factory=dict)
    in_numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forget_bias_gate: str | None = None
    light_switch: SwitchRules | None = None
    torch_layer_name: str | None = None
    keras_layer_name: str | None = None
    keras_biases: int = 1
    trained_with: str = "its equations, a token at a time"
    drawing: str | None = None
    shown_with: str | None = None
    token_cost: tuple[float, float] = (2e-5, 1.3e-10)
    symbol_cost: tuple[float, float] = (2e-5, 1.3e-10)
    fast_layer: Callable[[Tensor, CellWeights, State, Activation], tuple[Tensor, State]] | None = None
    fast_gates: Callable[[Tensor, Tensor, CellWeights], Values] | None = None
    fast_backward: Callable[[Values, CellWeights, Tensor, Activation], StateGradients] | None = None
    fast_numpy: Callable[..., NumpyLayer] | None = None

    @property
    def title(self) -> str:
        """What people call it."""
        return self.name.upper()

    @property
    def has_gates(self) -> bool:
        """Whether anything in it opens and shuts."""
        return any(block.endswith("_gate") for block in self.blocks)

    @property
    def has_memory(self) -> bool:
        """Whether it hands on a cell state beside the hidden state."""
        return "cell_state" in self.states

    def rows_of(self, block: str, hidden_size: int) -> slice:
        """Return which rows of the weight matrices belong to a block."""
        start = self.blocks.index(block) * hidden_size
        return slice(start, start + hidden_size)

    @property
    def weight_names(self) -> tuple[str, ...]:
        """The names of a layer's weights in one direction, PyTorch's four first."""
        return (*PYTORCHS, *self.further_weights)

    def weight_shapes(self, input_size: int, hidden_size: int) -> dict[str, tuple[int, ...]]:
        """Return the shape of each weight of a layer in one direction by its name, PyTorch's four first."""
        return layer_shapes(len(self.blocks), self.further_weights, input_size, hidden_size)

    def parameters(self, input_size: int, hidden_size: int, library: str = "pytorch") -> int:
        """Count a layer's weights in one direction: blocks * (hidden * (input + hidden) + biases * hidden) + further.

        Args:
            input_size: length of the vectors read.
            hidden_size: number of units.
            library: "pytorch" has two biases a block; "keras" as many as `keras_biases`.

        Raises:
            ValueError: if the library is neither.
        """
        biases = self.biases(library)
        blocks = len(self.blocks) * (hidden_size * (input_size + hidden_size) + biases * hidden_size)
        return blocks + count_further(self.further_weights, input_size, hidden_size)

    def biases(self, library: str) -> int:
        """Return how many biases a block has in PyTorch or in Keras; see `parameters`."""
        if library not in ("pytorch", "keras"):
            raise ValueError(f"The library must be pytorch or keras, but it is {library!r}.")
        return 2 if library == "pytorch" else self.keras_biases

    def torch_layer(self, input_size: int, hidden_size: int, device: str = "cpu") -> nn.Module | None:
        """Make PyTorch's own layer of this cell; None where it has none."""
        if self.torch_layer_name is None:
            return None
        made: nn.Module = getattr(nn, self.torch_layer_name)(input_size, hidden_size, device=device)
        return made

    def initial_state(self, batch: int, weights: CellWeights) -> Values:
        """Return what the cell holds before the first token: zeros, (batch, hidden_size)."""
        return stepping.initial_state(self.states, batch, weights)

    def read_step_by_step(self, x: Tensor, weights: CellWeights, hook: Hook = identity) -> Values:
        """Read token after token with the step.

        Args:
            x: the tokens' vectors, (batch, length, input_size), length at least 1.
            weights: of this cell.
            hook: may change any value on its way.

        Returns:
            Every gate and state by name, (batch, length, hidden_size).
        """
        found = stepping.read(
            self.step, x.transpose(0, 1), self.initial_state(len(x), weights), weights, hook
        )
        return {name: value.transpose(0, 1) for name, value in found.items()}

    def run(
        self, inputs: Tensor, weights: CellWeights, state: State, activation: Activation = "tanh"
    ) -> tuple[Tensor, State]:
        """Read a batch, time first, as fast as it can be read; see `layer.run_layer`."""
        if self.fast_layer is None:
            return stepping.run(self.step, self.states, inputs, weights, state)
        return self.fast_layer(inputs, weights, state, activation)

    def recover(self, rows: Tensor, hidden_states: Tensor, weights: CellWeights) -> Values:
        """Return the gates behind known hidden states, time first; see `gates.recover_layer`."""
        if self.fast_gates is None:
            found = stepping.recover(self.step, self.states, rows, hidden_states, weights)
        else:
            before = torch.cat([torch.zeros_like(hidden_states[:1]), hidden_states[:-1]])
            found = self.fast_gates(rows, before, weights)
        return {name: found.get(name, hidden_states) for name in self.gates}

    def backward(
        self, rows: Tensor, gates: Values, weights: CellWeights, loss: Tensor, activation: Activation
    ) -> StateGradients:
        """Carry a gradient back through the layer, time first; see `backward_through_time`."""
        if self.fast_backward is not None:
            return self.fast_backward(gates, weights, loss, activation)
        given = (rows @ weights.weight_ih.t() + weights.bias_ih).expand(-1, len(loss), -1)
        return stepping.backward(self.step, self.states, gates, given, weights, loss)

    def numpy_layer(self, weights: Mapping[str, np.ndarray]) -> NumpyLayer:
        """Arrange a layer's weights, by name, for single steps in NumPy; see `numpy_inference.py`."""
        if self.fast_numpy is None:
            return stepping.numpy_layer(self.step, self.states, weights)
        further = {name: weights[name] for name in self.further_weights}
        return self.fast_numpy(*(weights[name] for name in PYTORCHS), **further)
